// How each engine stands: who rests after what, until when, and how many sentences it takes at a time.
// It must never know words, samples or which ladder asks.
import type { SoundCode } from '../errors.ts';
import type { LadderClock, Resting, Standings } from './ladder-port.ts';
import type { SpokenBy, Voice } from './port.ts';
import { createTurns, type Turns } from './turns.ts';

export type Standing = {
  /** why it is not asked now; null: it is */
  restsFor(): SoundCode | null;
  /** `sinceMs`: when it was asked. A sentence that was under way when it fell over does not raise it again … */
  spoke(sinceMs: number): void;
  /** … and sentences that fall over with it count as one failure. */
  failed(reason: SoundCode, sinceMs: number): void;
  readonly turns: Turns;
};

/** What a ladder needs of standings beyond what is shown. */
export type KnownStandings = Standings & { of(voice: Voice): Standing };

/**
 * A line that is down, an engine that chokes: asked again after a quarter of a minute, a minute, then every five,
 * so an outage of an hour costs a dozen slow sentences and its end is noticed within five minutes.
 */
const RESTS_MS = [15_000, 60_000, 300_000] as const;
/** A monthly quota begins anew without anybody saying so: four refused sentences a day find it out. */
const QUOTA_REST_MS = 6 * 3_600_000;
/** One sentence may be at fault by itself; three in a row are the engine. */
const FAILURES_BEFORE_REST = 3;
/** Sentences of some dozens of productions at once; each asks for a few more than it has lanes. */
const MAX_WAITING = 256;

export const MONOTONIC: LadderClock = {
  nowMs: () => performance.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

export function createStandings(clock: Pick<LadderClock, 'nowMs'> = MONOTONIC): KnownStandings {
  const known = new Map<Voice, { standing: Standing; rest(): Rest | null; wake(): void }>();

  return {
    of(voice) {
      const found = known.get(voice) ?? createStanding(voice, clock);
      known.set(voice, found);
      return found.standing;
    },
    resting() {
      return [...known].flatMap(([voice, { rest }]) => {
        const now = rest();
        return now === null ? [] : [{ by: markOf(voice), ...now }];
      });
    },
    wake() {
      for (const { wake } of known.values()) wake();
    },
  };
}

export function markOf(voice: Voice, speaker?: 'first' | 'second'): SpokenBy {
  const name = speaker === 'second' ? (voice.secondId ?? voice.id) : voice.id;
  return { engine: voice.engine, engineVersion: voice.engineVersion, voice: name };
}

type Rest = Omit<Resting, 'by'>;

function createStanding(voice: Voice, clock: Pick<LadderClock, 'nowMs'>) {
  let strikes = 0;
  let failedAtMs = Number.NEGATIVE_INFINITY;
  let resting: Rest | null = null;

  function rest(): Rest | null {
    const over = resting !== null && resting.untilMs !== null && clock.nowMs() >= resting.untilMs;
    if (over) resting = null;
    return resting;
  }
  function wake(): void {
    [strikes, resting] = [0, null];
  }
  const before = (sinceMs: number) => sinceMs <= failedAtMs && rest() !== null;
  const standing: Standing = {
    restsFor: () => rest()?.reason ?? null,
    spoke(sinceMs) {
      if (!before(sinceMs)) wake();
    },
    failed(reason, sinceMs) {
      if (before(sinceMs) || !isOfTheEngine(reason)) return;
      strikes += 1;
      failedAtMs = clock.nowMs();
      const restMs = RESTS[reason](strikes);
      if (restMs === 0) return;
      resting = { reason, untilMs: restMs === null ? null : failedAtMs + restMs };
    },
    turns: createTurns({
      places: voice.lanes,
      maxWaiting: MAX_WAITING,
      crowded: 'voice-slow',
    }),
  };
  return { standing, rest, wake };
}

/** A letter it does not have, a sentence too long: the sentence is refused, nothing is wrong with the engine. */
function isOfTheEngine(reason: SoundCode): reason is keyof typeof RESTS {
  return reason in RESTS;
}

const onTheWay = (strikes: number) => RESTS_MS[Math.min(strikes, RESTS_MS.length) - 1] as number;

/** How long after so many failures in a row. null: until somebody does something about it */
const RESTS = {
  'voice-unreachable': onTheWay,
  'voice-throttled': onTheWay,
  'voice-slow': onTheWay,
  'voice-failed': (strikes: number) =>
    strikes < FAILURES_BEFORE_REST ? 0 : onTheWay(strikes - FAILURES_BEFORE_REST + 1),
  'voice-missing': () => RESTS_MS[RESTS_MS.length - 1] as number,
  'voice-quota': () => QUOTA_REST_MS,
  'voice-key': () => null,
  'voice-unknown': () => null,
} satisfies Partial<Record<SoundCode, (strikes: number) => number | null>>;

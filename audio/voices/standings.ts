// How each engine stands: who rests after what, until when, and how many sentences it takes at a time.
// It must never know words, samples or which ladder asks.
import type { SoundCode } from '../errors.ts';
import type { LadderClock, Resting, Standings } from './ladder-port.ts';
import type { SpokenBy, Voice } from './port.ts';
import { createTurns, type Turns } from './turns.ts';

export type Standing = {
  /** why it is not asked now; null: it is */
  restsFor(): SoundCode | null;
  spoke(): void;
  /** `sinceMs`: when it was asked, so that sentences under way together count as one failure */
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
  const standing: Standing = {
    restsFor: () => rest()?.reason ?? null,
    spoke: wake,
    failed(reason, sinceMs) {
      if (sinceMs <= failedAtMs && rest() !== null) return;
      strikes += 1;
      failedAtMs = clock.nowMs();
      const restMs = restAfter(reason, strikes);
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

/** null: until somebody does something about it */
export function restAfter(reason: SoundCode, strikes: number): number | null {
  const rung = (index: number) => RESTS_MS[Math.min(index, RESTS_MS.length - 1)] as number;
  switch (reason) {
    case 'voice-unreachable':
    case 'voice-throttled':
    case 'voice-slow':
      return rung(strikes - 1);
    case 'voice-failed':
      return strikes < FAILURES_BEFORE_REST ? 0 : rung(strikes - FAILURES_BEFORE_REST);
    case 'voice-missing':
      return rung(RESTS_MS.length);
    case 'voice-quota':
      return QUOTA_REST_MS;
    case 'voice-key':
    case 'voice-unknown':
      return null;
    default:
      return 0; // this sentence is refused, not the engine
  }
}

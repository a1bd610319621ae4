// What a ladder of voices is asked for and tells: its patience, its clock, and the rests of its engines.
// It must never know an engine by name, nor what the words are for.
import type { SoundCode } from '../errors.ts';
import type { Fall, SpokenBy, Voice } from './port.ts';
import type { KnownStandings } from './standings.ts';

/** Monotonic; tests turn it by hand. */
export type LadderClock = {
  nowMs(): number;
  /** @returns what calls it off */
  after(ms: number, act: () => void): () => void;
};

/** How long a step above the last may take; the last one is never hurried, there is nobody after it. */
export type Patience = {
  /** for a connection, a model that loads, a retry or two */
  startMs: number;
  /** per second of speech the words will last */
  msPerSpokenSecond: number;
};

/** An engine that is not asked for a while, or (`untilMs` null) until `wake` is called. */
export type Resting = { by: SpokenBy; reason: SoundCode; untilMs: number | null };

/** How each engine stands, for whoever watches and whoever mended it. */
export type Standings = {
  resting(): Resting[];
  /** after new settings, a paid bill, a model put in its place: everyone is asked again */
  wake(): void;
};

export type LadderOptions = {
  onFall?: (fall: Fall) => void;
  patience?: Partial<Patience>;
  clock?: LadderClock;
  /** one for all ladders that share voices: a line that is down is found out once; left out: the ladder's own */
  standings?: KnownStandings;
};

/**
 * A voice made of voices. Its engine, version and id are those of its first step; who said a sentence is in the
 * sentence's `by`, so what another step said is never to be kept under the first one's name.
 */
export type Ladder = Voice & { readonly steps: readonly Voice[] } & Standings;

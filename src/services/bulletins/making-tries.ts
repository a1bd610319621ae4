// What failed and is made once more by itself: an emergency at once, what airs within two hours or is made anew a little later.
// It must never know how sound is made, nor try for ever.
import { AppError } from '../../domain/errors.ts';

/** A voice that fell over is there again for the next sentence; after five seconds it is back, or down for good. */
const URGENT_WAITS_MS = [0, 5_000] as const;
/** A network, a disk, a model that loads: most are back within a minute; a person should know before two are gone. */
const SOON_WAITS_MS = [5_000, 60_000] as const;
/** Beside a sound that holds: the voice that fell over rests, and the next of the ladder says it. */
const BESIDE_WAITS_MS = [5_000] as const;
/** Nobody speaks it, or it has no words: a person is needed, and is told at once. */
const FINAL: readonly string[] = ['voice-missing', 'voice-unknown', 'piece-missing'];

export type Failure = {
  id: string;
  urgent: boolean;
  airsSoon: boolean;
  /** it has a sound that holds meanwhile; left out: it has none */
  beside?: boolean;
  error: unknown;
};
export type Tries = {
  /** how long until it is made again; null: it has failed */
  after(failure: Failure): number | null;
  /** it is there, given up, or has other words */
  forget(id: string): void;
};

/** As many counts are kept as wait to be tried again: a line that is bounded. */
export function makeTries(): Tries {
  const failed = new Map<string, number>();
  return {
    after({ id, error, ...of }) {
      const waits = mayPass(error) ? waitsOf(of) : [];
      const before = failed.get(id) ?? 0;
      const waitMs = waits[before] ?? null;
      if (waitMs === null) failed.delete(id);
      else failed.set(id, before + 1);
      return waitMs;
    },
    forget: (id) => void failed.delete(id),
  };
}

function waitsOf(of: Omit<Failure, 'id' | 'error'>): readonly number[] {
  if (of.beside) return BESIDE_WAITS_MS;
  if (of.urgent) return URGENT_WAITS_MS;
  return of.airsSoon ? SOON_WAITS_MS : [];
}

/** The world's faults pass, and what nobody foresaw may; what is wrong with the words does not. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof AppError)) return true;
  return error.fault === 'world' && !FINAL.includes(error.code);
}

// How long a sentence may take, and what is done when it takes longer.
// It must never know engines, or what is asked instead.
import { SoundError } from '../errors.ts';
import type { LadderClock, Patience } from './ladder-port.ts';
import type { SpeakHow } from './port.ts';

/** Thái, Khmer and others write many syllables without a space: six letters are at least one. */
const LETTERS_A_SYLLABLE = 6;

export type Asked = { words: string; how: SpeakHow; patience: Patience };

export function deadlineMs({ words, how, patience }: Asked): number {
  const spaced = words.split(/\s+/).filter((word) => word !== '').length;
  const syllables = Math.max(spaced, words.length / LETTERS_A_SYLLABLE);
  const spokenSeconds = (syllables * 60) / how.syllablesPerMinute;
  return Math.round(patience.startMs + spokenSeconds * patience.msPerSpokenSecond);
}

export type Hurry<T> = {
  ms: number;
  how: SpeakHow;
  clock: LadderClock;
  /** is told by its signal when nobody waits any more; whether it listens is its own affair */
  act(hurried: SpeakHow): Promise<T>;
};

/** @throws SoundError voice-slow, stopped; whatever `act` throws */
export function within<T>({ ms, how, clock, act }: Hurry<T>): Promise<T> {
  const giveUp = new AbortController();
  return new Promise<T>((resolve, reject) => {
    if (how.signal?.aborted) return reject(new SoundError('stopped', how.signal.reason));
    const settle = (tell: () => void) => {
      callOff();
      how.signal?.removeEventListener('abort', onAbort);
      tell();
    };
    const leave = (failure: SoundError) =>
      settle(() => {
        giveUp.abort(failure);
        reject(failure);
      });
    const onAbort = () => leave(new SoundError('stopped', how.signal?.reason));
    const callOff = clock.after(ms, () => leave(new SoundError('voice-slow')));
    how.signal?.addEventListener('abort', onAbort, { once: true });
    act({ ...how, signal: giveUp.signal }).then(
      (made) => settle(() => resolve(made)),
      (cause) => settle(() => reject(cause)),
    );
  });
}

// Sentences held against their time: one that is far too short or long for its syllables, by the pace of the clip itself. Pure.
// It must never know files or engines.
import { type Finding, finding } from './finding.ts';
import { type Loudness, soundingShare } from './silence.ts';

export type CheckedSentence = { words: string; startMs: number; endMs: number };

/** Of fewer syllables the edges of a sentence are as long as it is. */
const SYLLABLES_LEAST = 4;
/** With fewer sentences a clip has no pace of its own. */
const PACED_LEAST = 5;
/** An announcer's 190 a minute, rests taken off. */
const USUAL_MS = 280;
/** Commas and slow numbers make 1.5 of the usual; a sentence said twice makes 2. */
const LONG = 1.85;
const SHORT = 0.5;
/** Less sound than this in it: its words are not there, whatever its length. */
const SOUNDING_LEAST = 0.25;

export function checkSentences(sentences: readonly CheckedSentence[], loud: Loudness): Finding[] {
  const counted = sentences.map((one, sentence) => ({
    ...{ sentence, atMs: one.startMs, untilMs: one.endMs },
    ...{ ms: one.endMs - one.startMs, syllables: syllablesOf(one.words) },
  }));
  const long = counted.filter(({ syllables }) => syllables >= SYLLABLES_LEAST);
  const each = paceOf(long.map(({ ms, syllables }) => ms / syllables));
  return long.flatMap((one) => {
    const share = one.ms / (one.syllables * each);
    const isMute = soundingShare(loud, one) < SOUNDING_LEAST;
    if (share < SHORT || isMute) return [finding({ kind: 'swallowed', ...one })];
    return share > LONG ? [finding({ kind: 'repeated', ...one })] : [];
  });
}

/** Written apart in Vietnamese, Tày, Mông and their neighbours; where a script has no spaces nothing is counted. */
export function syllablesOf(words: string): number {
  const pieces = words.split(/[\s-]+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  return pieces.some((piece) => piece.length > LONGEST_SYLLABLE) ? 0 : pieces.length;
}
/** "nghiêng" is seven; with its punctuation, and a name of another tongue. */
const LONGEST_SYLLABLE = 16;

function paceOf(each: readonly number[]): number {
  if (each.length < PACED_LEAST) return USUAL_MS;
  return [...each].sort((a, b) => a - b)[each.length >> 1] ?? USUAL_MS;
}

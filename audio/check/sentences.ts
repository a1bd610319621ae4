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
/** Said twice by a quick reader: its halves rise and fall alike. */
const RATHER_LONG = 1.4;
const ALIKE = 0.8;
/** Nobody breathes exactly alike: a tenth of a second to either side. */
const SHIFT_WINDOWS = 5;
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
    const isTwice = share > LONG || (share > RATHER_LONG && halvesAlike(loud, one));
    return isTwice ? [finding({ kind: 'repeated', ...one })] : [];
  });
}

/** How loud it is from 20 ms to 20 ms, in its first half and in its second. */
function halvesAlike({ windowMs, db }: Loudness, of: { atMs: number; untilMs: number }): boolean {
  const from = Math.floor(of.atMs / windowMs);
  const half = Math.floor((of.untilMs - of.atMs) / windowMs / 2) - SHIFT_WINDOWS;
  const first = db.slice(from, from + half);
  for (let shift = -SHIFT_WINDOWS; shift <= SHIFT_WINDOWS; shift += 1) {
    const at = from + half + SHIFT_WINDOWS + shift;
    if (correlation(first, db.slice(at, at + half)) >= ALIKE) return true;
  }
  return false;
}

/** Pearson's; 0 where one of them does not change. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const count = Math.min(a.length, b.length);
  const mean = (values: readonly number[]) =>
    values.slice(0, count).reduce((sum, value) => sum + value, 0) / Math.max(1, count);
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, ofA, ofB] = [0, 0, 0];
  for (let at = 0; at < count; at += 1) {
    const [x, y] = [(a[at] ?? 0) - meanA, (b[at] ?? 0) - meanB];
    both += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return ofA === 0 || ofB === 0 ? 0 : both / Math.sqrt(ofA * ofB);
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

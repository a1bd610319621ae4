// Where a script is cut so that an edit moves only the part it is in: after sentences that stand out among their neighbours. Pure.
// It must never know samples, voices or files.
import { createHash } from 'node:crypto';

/** A run of sentences. */
export type Part = { first: number; count: number };

/**
 * A part ends after a sentence whose hash is lower than that of its neighbours: three sentences on average, a third
 * of a minute. Long enough that starting ffmpeg, for some parts at a time, is little of it; short enough that an
 * edit costs a twentieth of a quarter of an hour. Which sentences those are depends on their neighbours alone, so
 * nothing further off moves
 * (Bjørner, Blass, Gurevich: Content-dependent chunking for differential compression, 2010).
 */
const NEIGHBOURS = 1;
/** Some three minutes of speech: what a part holds of sound stays small, whatever the hashes say. */
const MAX_CHARS = 2_500;

export function partsOf(sentences: readonly string[]): Part[] {
  const hashes = sentences.map(hashOf);
  const parts: Part[] = [];
  let first = 0;
  let chars = 0;
  for (const [at, words] of sentences.entries()) {
    if (at > first && chars + words.length > MAX_CHARS) {
      parts.push({ first, count: at - first });
      [first, chars] = [at, 0];
    }
    chars += words.length;
    if (at === sentences.length - 1 || isLowest(hashes, at)) {
      parts.push({ first, count: at + 1 - first });
      [first, chars] = [at + 1, 0];
    }
  }
  return parts;
}

/** Of equal ones the first: a row of the same sentence is not cut after each. */
function isLowest(hashes: readonly number[], at: number): boolean {
  const own = hashes[at] ?? 0;
  for (let away = 1; away <= NEIGHBOURS; away += 1) {
    if ((hashes[at - away] ?? Infinity) <= own) return false;
    if ((hashes[at + away] ?? Infinity) < own) return false;
  }
  return true;
}

function hashOf(words: string): number {
  return createHash('sha256').update(words).digest().readUInt32BE(0);
}

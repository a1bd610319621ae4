// Letters no Vietnamese writes, put into letters a Vietnamese voice can say.
// It must never know languages: this is a stopgap a person is asked about (a doubt).
import { composed } from './composed.ts';

import { isAccented, isVietnameseSyllable } from './syllable.ts';

const FOREIGN_LETTERS: readonly [RegExp, string][] = [
  [/ph|f/gu, 'ph'],
  [/j/gu, 'gi'],
  [/w/gu, 'u'],
  [/z/gu, 'd'],
];
const NOT_VIETNAMESE =
  /[^a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/gu;

/** "mililít" → mi li lít: syllables written together, longest first; null where they do not fill the word. */
export function unjoined(word: string): string | null {
  if (word.length > 24 || !isAccented(word)) return null;
  const lower = word.toLowerCase();
  const ways: (string | null)[] = [''];
  for (let end = 1; end <= lower.length; end += 1) {
    ways[end] = null;
    for (let start = Math.max(0, end - 7); start < end && ways[end] === null; start += 1) {
      const head = ways[start] ?? null;
      const tail = lower.slice(start, end);
      if (head !== null && isVietnameseSyllable(tail)) ways[end] = `${head} ${tail}`;
    }
  }
  return ways[lower.length]?.trim() ?? null;
}

/** "nư óc": a second syllable without an onset is rather one word whose marks a scan has moved. */
export function isTorn(syllables: string): boolean {
  return /\s[^bcdđghklmnpqrstvx]/u.test(syllables);
}

/** Lower case, only Vietnamese letters, syllables cut after each vowel group. */
export function respelled(word: string): string {
  let lower = composed(word.toLowerCase());
  lower = lower.replace(NOT_VIETNAMESE, (letter) =>
    letter.normalize('NFD').replace(/[^a-zđ]/gu, ''),
  );
  for (const [letters, said] of FOREIGN_LETTERS) lower = lower.replace(letters, said);
  if (/[^a-z]/u.test(lower)) return lower;
  const parts = lower.match(/[^aeiouy]*[aeiouy]+(?:(?:ng|nh|ch|[mnptc])(?![aeiouyh]))?/gu);
  if (parts === null) return lower;
  // Of the consonants left over, one that may end a syllable is kept: smart → smat, call → ca.
  const rest = lower.slice(parts.join('').length);
  const coda = /[aeiouy]$/u.test(lower.slice(0, lower.length - rest.length))
    ? /[mnptc]/u.exec(rest)
    : null;
  return parts.join(' ') + (coda === null ? '' : coda[0]);
}

/** Letters of the Vietnamese alphabet (no f j w z), spaces and four pauses: nothing else may reach a voice. */
export const SPEAKABLE =
  /^[abcdeghiklmnopqrstuvxyàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ .,;:]*$/iu;

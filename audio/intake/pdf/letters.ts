// Letters as a PDF spells them to letters as text has them: marks composed, bullets and raised figures named.
// It must never know where on the page a letter stands.
import { composed, decomposed } from '../../reading/words/composed.ts';

/** One line of a page as text. */
export function plainLetters(line: string): string {
  const plain = line
    .replace(HYPHENS, '-')
    .replace(/[\t\n\r\u00a0\u2000-\u200a\u202f\u3000]/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/^(\s*)[\ue000-\uf8ff](?=\s|\p{L})/u, '$1•')
    .replace(/[\uf020-\uf07e]/gu, symbol)
    .replace(SPACED_MARK, '$1');
  return composed(plain).trimEnd();
}

/** "1" raised beside a word is "¹": a footnote's mark, or the square of m². */
export function raised(figures: string): string {
  return figures.replace(/\d/gu, (digit) => RAISED[Number(digit)] as string);
}

/** Letters that say nothing: a font that hides what its shapes mean, or control characters. */
export function isIllegible(text: string): boolean {
  const letters = text.replace(/\s/gu, '');
  if (letters === '') return false;
  const odd = letters.match(/[\ue000-\uf8ff\ufffd\p{Cc}\p{Cn}]/gu)?.length ?? 0;
  if (odd > letters.length * MAX_ODD_SHARE) return true;
  const words = decomposed(text).match(/\S+/gu) ?? [];
  if (words.length < MIN_JUDGED_WORDS) return false;
  const sayable = words.filter(isSayable);
  const figures = words.filter((word) => !/\p{L}/u.test(word));
  return sayable.length + figures.length < words.length * MIN_SAYABLE_SHARE;
}

function isSayable(word: string): boolean {
  if (word.length > MAX_WORD_CHARS || !VOWEL.test(word)) return false;
  return /^\P{L}*[\p{L}\p{M}]*\P{L}*$/u.test(word);
}

/** The longest syllable with its quotes and brackets is a dozen letters and marks. */
const MAX_WORD_CHARS = 60;
/** Dingbats and formulas are a few; a fifth of all letters is a font without meaning. */
const MAX_ODD_SHARE = 0.2;
/** Fewer words than this may all be codes and numbers. */
const MIN_JUDGED_WORDS = 20;
/** Even a table of codes is half words; text under a wrong character map has almost none. */
const MIN_SAYABLE_SHARE = 0.3;
const VOWEL = /[aeiouy]/iu;

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Soft, non-breaking and typographic hyphens: a PDF draws them all as "-". */
const HYPHENS = /[\u00ad\u2010\u2011]/gu;
/** A mark set as a letter of its own after a space that only moved the pen. */
const SPACED_MARK = / (\p{M})/gu;

/** Symbol and Wingdings fonts put ASCII at U+F020; what is no bullet keeps its ASCII letter. */
function symbol(letter: string): string {
  const code = letter.charCodeAt(0) - 0xf000;
  return String.fromCharCode(code);
}

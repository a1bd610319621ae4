// What the document itself says its abbreviations mean, and which brackets only repeat (CONVENTIONS §5.2–3).
// It must never know how the rest is read.
import type { Reading } from './reading.ts';

const CALLED =
  '(?:sau đây\\s+)?(?:(?:được\\s+)?(?:gọi|viết)(?:\\s+tắt|\\s+chung)?(?:\\s+là)?)\\s*:?\\s*';
const DEFINITION = new RegExp(`\\((${CALLED})?["“]?([\\p{Lu}][\\p{L}&-]{1,14})["”]?\\)`, 'giu');
const ABBREVIATION = /^\p{Lu}[\p{Lu}\d&-]{0,14}\p{Lu}(?:\d{0,2})$/u;

/** Words that abbreviations leave out. */
const SKIPPED = new Set(['', 'và', 'các', 'của', 'về', 'cho', 'những', 'với', 'tại', 'trong']);

export function definitionsOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const match of text.matchAll(DEFINITION)) {
    const abbreviation = match[2] as string;
    if (!ABBREVIATION.test(abbreviation) || found.has(abbreviation)) continue;
    const meant = phraseFor(abbreviation, text.slice(Math.max(0, match.index - 160), match.index));
    if (meant !== null) found.set(abbreviation, meant);
  }
  return found;
}

/** The words before the bracket whose initials are the abbreviation's letters. */
export function phraseFor(abbreviation: string, textBefore: string): string | null {
  const phrase = textBefore.replace(/^[\s\S]*[.;:(\n]/u, '').trim();
  const words = phrase.split(/\s+/u);
  const letters = [...abbreviation.replace(/[&\d-]/gu, '').toLowerCase()];
  let at = words.length - 1;
  let left = letters.length - 1;
  let start = words.length;
  while (at >= 0 && left >= 0) {
    const word = (words[at] as string).toLowerCase().replace(/[^\p{L}]/gu, '');
    if (initial(word) === initial(letters[left] as string)) {
      left -= 1;
      start = at;
    } else if (!SKIPPED.has(word)) return null;
    at -= 1;
  }
  return left < 0
    ? words
        .slice(start)
        .filter((word) => /\p{L}/u.test(word))
        .join(' ')
        .toLowerCase()
    : null;
}

function initial(word: string): string {
  const letter = (word[0] ?? '').normalize('NFD')[0] ?? '';
  return word.startsWith('đ') ? 'đ' : letter;
}

const PREFIX = new RegExp(`^${CALLED}`, 'iu');

/** Does a bracket only give the short name of what was just said in full? */
export function isRedundant(
  content: string,
  textBefore: string,
  known: Pick<Reading, 'local' | 'lexicon'>,
): boolean {
  const prefix = PREFIX.exec(content)?.[0] ?? '';
  const called = /gọi|viết/iu.test(prefix);
  const inner = (called ? content.slice(prefix.length) : content).replace(/["“”]/gu, '').trim();
  if (ABBREVIATION.test(inner)) {
    if (called || phraseFor(inner, textBefore) !== null) return true;
    const meant = meaningOf(inner, known);
    return meant !== undefined && overlap(meant, textBefore) >= 0.6;
  }
  if (!/\p{Lu}{2}/u.test(inner)) return false;
  const full = inner.replace(/[\p{Lu}&-]{2,}/gu, (word) => meaningOf(word, known) ?? word);
  return ` ${normal(textBefore)}`.endsWith(` ${normal(full)}`);
}

function meaningOf(
  word: string,
  { local, lexicon }: Pick<Reading, 'local' | 'lexicon'>,
): string | undefined {
  return local.get(word) ?? lexicon.abbreviations.get(word)?.spoken;
}

/** Share of the words of `meant` standing in the last words before the bracket. */
function overlap(meant: string, textBefore: string): number {
  const wanted = normal(meant).split(' ');
  const near = new Set(
    normal(textBefore)
      .split(' ')
      .slice(-wanted.length - 3),
  );
  return wanted.filter((word) => near.has(word)).length / wanted.length;
}

function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

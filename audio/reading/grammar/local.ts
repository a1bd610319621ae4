// What the document itself says its abbreviations mean, and which brackets only repeat (CONVENTIONS §5.2–3).
// It must never know how the rest is read.
import type { Reading } from './reading.ts';

const CALLED =
  '(?:sau đây\\s+)?(?:(?:được\\s+)?(?:gọi|viết)(?:\\s+tắt|\\s+chung)?(?:\\s+là)?)\\s*:?\\s*';
const DEFINITION = new RegExp(
  `\\((${CALLED})?["“]?(?:\\p{L}{1,12}\\s){0,2}?([\\p{Lu}][\\p{L}&-]{1,14})["”]?\\)`,
  'giu',
);
const ABBREVIATION = /^\p{Lu}[\p{Lu}\d&-]{0,14}\p{Lu}(?:\d{0,2})$/u;
/** The longest phrase a definition looks back over. */
const FAR = 160;

/** Words that abbreviations leave out. */
const SKIPPED = new Set(['', 'và', 'các', 'của', 'về', 'cho', 'những', 'với', 'tại', 'trong']);

/** A run of text that knows where in the source each character stands. */
type Placed = { text: string; from: ArrayLike<number> };
/** What an abbreviation means at a place of the source: what was last defined before it. */
export type Definitions = (written: string, at: number) => string | undefined;

/** Of one document: what a gazette's other documents call things binds this one not. */
export function definitionsOf(blocks: readonly Placed[]): Definitions {
  const found = new Map<string, { from: number; meant: string }[]>();
  for (const { text, from } of blocks) {
    for (const match of text.matchAll(DEFINITION)) {
      const abbreviation = match[2] as string;
      if (!ABBREVIATION.test(abbreviation)) continue;
      const left = text.slice(Math.max(0, match.index - FAR), match.index);
      const meant =
        phraseFor(abbreviation, left) ?? (match[1] ? namedBy(abbreviation, left) : null);
      if (meant === null) continue;
      const known = found.get(abbreviation) ?? [];
      // Said again in the same words it is the same definition.
      if (known.at(-1)?.meant !== meant) known.push({ from: from[match.index] as number, meant });
      found.set(abbreviation, known);
    }
  }
  return (written, at) => lastBefore(found.get(written) ?? [], at);
}

/** Definitions stand in source order: halves, so that ten thousand of one word cost a look each. */
function lastBefore(
  known: readonly { from: number; meant: string }[],
  at: number,
): string | undefined {
  let [low, high] = [0, known.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known[middle] as { from: number }).from <= at) low = middle + 1;
    else high = middle;
  }
  return known[low - 1]?.meant;
}

/** The words before the bracket whose initials are the abbreviation's letters. */
export function phraseFor(abbreviation: string, textBefore: string): string | null {
  const words = wordsBefore(textBefore);
  const letters = [...abbreviation.replace(/[&\d-]/gu, '').toLowerCase()];
  let at = words.length - 1;
  let left = letters.length - 1;
  let start = words.length;
  while (at >= 0 && left >= 0) {
    const word = lettersOf(words[at] as string);
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

/** Called so in so many words, an abbreviation may leave words out: "Trung tâm Phục vụ hành chính công (… gọi tắt là TTHCC)". */
function namedBy(abbreviation: string, textBefore: string): string | null {
  const words = wordsBefore(textBefore);
  const letters = [...abbreviation.replace(/[&\d-]/gu, '').toLowerCase()];
  let left = letters.length - 1;
  let end = 0;
  let at = words.length - 1;
  for (; at >= 0 && left >= 0; at -= 1) {
    if (initialOf(words[at] as string) !== initial(letters[left] as string)) continue;
    if (end === 0) end = at + 1;
    left -= 1;
  }
  // A name begins with a capital or with its clause; more of its words are named than left out, and at
  // most a place stands behind them.
  const begins = at < 0 || /^["“]?\p{Lu}/u.test(words[at + 1] as string);
  const [length, behind] = [end - at - 1, words.length - end];
  if (!begins || left >= 0 || length > letters.length * 2 || behind > 2) return null;
  return words
    .slice(at + 1, end)
    .join(' ')
    .toLowerCase();
}

function wordsBefore(text: string): string[] {
  const phrase = text.replace(/^[\s\S]*[.;:(\n]/u, '').trim();
  return phrase.split(/\s+/u);
}

function lettersOf(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}]/gu, '');
}

function initialOf(word: string): string {
  return initial(lettersOf(word));
}

function initial(word: string): string {
  const letter = (word[0] ?? '').normalize('NFD')[0] ?? '';
  return word.startsWith('đ') ? 'đ' : letter;
}

const PREFIX = new RegExp(`^${CALLED}`, 'iu');

/** Does a bracket only give the short name of what was just said in full? */
export function isRedundant(content: string, textBefore: string, known: Known): boolean {
  const prefix = PREFIX.exec(content)?.[0] ?? '';
  const called = /gọi|viết/iu.test(prefix);
  const inner = (called ? content.slice(prefix.length) : content).replace(/["“”]/gu, '').trim();
  if (ABBREVIATION.test(inner)) {
    if (called || phraseFor(inner, textBefore) !== null) return true;
    const meant = meaningOf(inner, known);
    // "ANTT cơ sở (ANTTCS)": a short form just before stands for its words.
    return meant !== undefined && overlap(meant, inFull(textBefore, known)) >= 0.6;
  }
  // "Tổ công nghệ số cộng đồng (sau đây viết tắt là Tổ CNSCĐ)".
  const tail = /^(?:\p{L}{1,12}\s){1,2}(\S+)$/u.exec(inner)?.[1] ?? '';
  if (called && ABBREVIATION.test(tail) && phraseFor(tail, textBefore) !== null) return true;
  if (!/\p{Lu}{2}/u.test(inner)) return false;
  const full = inFull(inner, known);
  return ` ${normal(textBefore)}`.endsWith(` ${normal(full)}`);
}

type Known = Pick<Reading, 'local' | 'lexicon' | 'at'>;

function inFull(text: string, known: Known): string {
  return text.replace(/[\p{Lu}&-]{2,}/gu, (word) => meaningOf(word, known) ?? word);
}

function meaningOf(word: string, { local, lexicon, at }: Known): string | undefined {
  const said = lexicon.additions.of(word) ?? lexicon.abbreviations.get(word);
  return local(word, at) ?? said?.spoken;
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

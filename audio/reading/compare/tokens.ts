// Words and marks of a text as numbers, equal where a reader would call them equal; each with its place in the source.
// It must never know the other text, nor what is done with the numbers.
import { decomposed } from '../words/composed.ts';
import { paragraphsOf } from './paragraphs.ts';

/** Tokens of all paragraphs in one row; `ends[i]` is one past the last token of paragraph i. */
export type Tokens = {
  keys: Int32Array;
  from: Int32Array;
  to: Int32Array;
  ends: number[];
  paragraphs: Int32Array;
};

/** The same word gets the same number in both texts: one numbering for a comparison. */
export type Numbering = { words: Map<string, number>; paragraphs: Map<string, number> };

export function startNumbering(): Numbering {
  return { words: new Map(), paragraphs: new Map() };
}

/** Words, numbers, runs of dots, or one mark; spaces and line ends are nothing. */
const TOKEN = /[\p{L}\p{M}]+|\p{N}+|\.{2,}|[^\s\p{L}\p{M}\p{N}]/gu;

export function tokensOf(text: string, numbering: Numbering): Tokens {
  const keys: number[] = [];
  const [from, to]: [number[], number[]] = [[], []];
  const ends: number[] = [];
  const paragraphs: number[] = [];
  for (const { body } of paragraphsOf(text)) {
    const first = keys.length;
    for (const match of body.text.matchAll(TOKEN)) {
      const word = match[0];
      keys.push(numberOf(numbering.words, word, plain));
      from.push(body.from[match.index] as number);
      to.push(body.to[match.index + word.length - 1] as number);
    }
    ends.push(keys.length);
    paragraphs.push(numberOf(numbering.paragraphs, keys.slice(first).join(' '), (key) => key));
  }
  return {
    keys: Int32Array.from(keys),
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    ends,
    paragraphs: Int32Array.from(paragraphs),
  };
}

/** As written first (seen before, known at once), else by its plain form. */
function numberOf(
  numbers: Map<string, number>,
  written: string,
  plainly: (written: string) => string,
): number {
  const known = numbers.get(written);
  if (known !== undefined) return known;
  const key = plainly(written);
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  numbers.set(written, number);
  return number;
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const QUOTE = /^["'“”„‘’«»]$/u;
const DASH = /^[-–—−‑]$/u;
const DOTS = /^(?:…|\.{2,})$/u;

/** Capitals, the tone's place (hoà, hòa) and the shape of quotes, dashes and dots are spelling, not content. */
function plain(word: string): string {
  if (QUOTE.test(word)) return '"';
  if (DASH.test(word)) return '-';
  if (DOTS.test(word)) return '…';
  const marks = decomposed(word.toLowerCase());
  return marks.replace(TONE, '') + (marks.match(TONE) ?? []).join('');
}

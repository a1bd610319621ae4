// Abbreviations, acronyms, capital words and foreign words of running text (CONVENTIONS §5).
// It must never guess silently: what is not in a table is spelled and becomes a doubt.

import { spelled } from '../words/letters.ts';
import { mended } from '../words/mended.ts';
import { cardinal, codeNumber } from '../words/number.ts';
import { isTorn, respelled, unjoined } from '../words/respell.ts';
import { isAccented, isVietnameseSyllable } from '../words/syllable.ts';
import { ahead, before, doubtHere, type Reading, type Rule, speak } from './reading.ts';

const LONGEST = /\p{L}[\p{L}&]{0,19}(?:[-./,][\p{L}&]{1,12}){0,3}\.?/uy;

export const ABBREVIATION_RULES: readonly Rule[] = [
  {
    name: 'named-with-digits',
    kind: 'word',
    pattern: /\p{L}{2,8}\d{1,2}(?![\p{L}\d])/uy,
    say: (match, reading) => {
      const { abbreviations, foreign } = reading.lexicon;
      const said = abbreviations.get(match[0]) ?? foreign.get(match[0].toLowerCase());
      return said === undefined ? null : speak(reading, said);
    },
  },
  {
    name: 'code',
    kind: 'number',
    pattern:
      /(\p{Lu}{1,4})([.-]|\s(?=[1-9]\d{0,2}(?!\d)))?(\d{1,4})(\p{Lu}{0,2})(?![\p{L}\d]|[.,]\d)/uy,
    say: (match, reading) => {
      const [, letters, sign = '', digits, tail] = match as unknown as [
        string,
        string,
        string | undefined,
        string,
        string,
      ];
      const road = reading.lexicon.roads.get(letters);
      // "Q.1" is a district: the full stop makes it an abbreviation; only a road stands apart: "ĐT 113".
      if (road === undefined && /[.\s]/u.test(sign)) return null;
      const known = road ?? reading.lexicon.foreign.get(letters.toLowerCase());
      const head = known === undefined ? spelled(letters) : speak(reading, known);
      return `${head} ${codeNumber(digits)} ${spelled(tail)}`.trim();
    },
  },
  {
    name: 'mixed-code',
    kind: 'number',
    pattern: /\p{Lu}{1,3}\d{1,3}(?:\p{Lu}{1,3}\d{0,3}){1,3}(?![\p{L}\d])/uy,
    say: (match) =>
      (match[0].match(/\d+|\p{Lu}+/gu) as string[])
        .map((part) => (/\d/u.test(part) ? codeNumber(part) : spelled(part)))
        .join(' '),
  },
  {
    name: 'name-number',
    kind: 'number',
    pattern: /([A-Za-z]{3,12})-(\d{1,4})(?![\p{L}\d])/uy,
    say: (match, reading) => {
      const name = reading.lexicon.foreign.get((match[1] as string).toLowerCase());
      return name === undefined ? null : `${speak(reading, name)} ${cardinal(match[2] as string)}`;
    },
  },
  {
    name: 'abbreviation',
    kind: 'word',
    pattern: LONGEST,
    say: (match, reading) => longest(match, reading),
  },
  {
    name: 'capitals',
    kind: 'word',
    pattern: /\p{Lu}[\p{Lu}&]+(?!\p{L})/uy,
    say: (match, reading) => capitals(match, reading),
  },
  {
    name: 'word',
    kind: 'word',
    pattern: /[\p{Script=Latin}]{1,80}/uy,
    say: (match, reading) => plain(match, reading),
  },
  {
    name: 'foreign-script',
    kind: 'silent',
    pattern: /\p{L}{1,80}/uy,
    say: (match, reading) => {
      doubtHere(reading, match, 'foreign-script', '');
      return '';
    },
  },
];

/** The longest run that a table knows; the match is shortened to it. */
function longest(match: RegExpExecArray, reading: Reading): string | null {
  let written = match[0];
  for (;;) {
    reading.spoke.length = 0;
    const said = known(written, match, reading);
    if (said !== null && !/^[\p{L}]/u.test(reading.text.slice(match.index + written.length))) {
      match[0] = written;
      return said;
    }
    const cut = shorter(written);
    if (cut === '') return null;
    written = cut;
  }
}

/** Without its last part: TT.HĐND → TT; '' where there is but one. */
function shorter(written: string): string {
  const cut = written.replace(/(?:\.|[-./,][\p{L}&]*)$/u, '');
  return cut === written ? '' : cut;
}

function known(written: string, match: RegExpExecArray, reading: Reading): string | null {
  const local = reading.local(written, match.index);
  if (local !== undefined) return speak(reading, { id: `local:${written}`, spoken: local });
  const dotted = dottedSaid(written, match, reading);
  if (dotted !== null) return dotted;
  const context = ambiguous(written, match, reading);
  if (context !== null) return context;
  const { abbreviations, spelled: letterwise, foreign } = reading.lexicon;
  const meant = abbreviations.get(written);
  if (meant !== undefined) {
    // In a heading of capitals TU or BAN are syllables; AI is the machine everywhere.
    if (reading.caps && written !== 'AI' && isVietnameseSyllable(written)) return null;
    return speak(reading, meant);
  }
  const letters = letterwise.get(written);
  if (letters !== undefined && !(reading.caps && isVietnameseSyllable(written)))
    return speak(reading, letters);
  const word = foreign.get(written.toLowerCase());
  return word === undefined || isVietnameseSyllable(written) ? null : speak(reading, word);
}

/** Does a word that a table or the document knows go on past `end`? */
export function isLongerKnown({ text, at, lexicon, local }: Reading, end: number): boolean {
  LONGEST.lastIndex = at;
  let written = LONGEST.exec(text)?.[0] ?? '';
  for (; at + written.length > end; written = shorter(written)) {
    const known = local(written, at) ?? lexicon.abbreviations.get(written);
    if (known !== undefined || lexicon.dotted.has(written.toLowerCase())) return true;
  }
  return false;
}

/** TP. ThS. v/v: short forms with a sign of their own; a full stop alone needs a name after it. */
function dottedSaid(written: string, match: RegExpExecArray, reading: Reading): string | null {
  const said = reading.lexicon.dotted.get(written.toLowerCase());
  if (said === undefined) return null;
  const rest = reading.text.slice(match.index + written.length, match.index + written.length + 4);
  if (!written.endsWith('.')) return speak(reading, said);
  const small = /^[a-zđ]/u.test(written) && !written.includes('/');
  const named = (small ? /^\s?\d/u : /^\s?[\p{Lu}\d]/u).test(rest);
  return named ? speak(reading, said) : null;
}

/** Abbreviations that mean different things in different company; the last sense is the doubtful one. */
function ambiguous(written: string, match: RegExpExecArray, reading: Reading): string | null {
  const meanings = reading.lexicon.ambiguous.get(written);
  if (meanings === undefined) return null;
  const end = match.index + written.length;
  const right = reading.text.slice(end, end + 24);
  const sense = meanings.senses.find((one) => one.fits(before(reading), right));
  if (sense !== undefined) return speak(reading, sense);
  if (meanings.fallback === null) return null;
  const suggestion = speak(reading, meanings.fallback);
  reading.doubt({ reason: 'ambiguous-abbreviation', from: match.index, to: end, suggestion });
  return suggestion;
}

function capitals(match: RegExpExecArray, reading: Reading): string {
  const word = match[0];
  const lower = word.toLowerCase();
  if (reading.caps && isVietnameseSyllable(word)) return inCase(lower, reading);
  if (word.length > 2 && isVietnameseSyllable(word)) return inCase(lower, reading);
  if (/[^A-Z]/u.test(word) && isVietnameseSyllable(word)) return inCase(lower, reading);
  // "HĐND&UBND": each side for itself.
  const sides = word.split('&').map((side) => reading.lexicon.abbreviations.get(side) ?? side);
  const said = sides
    .map((side) => (typeof side === 'string' ? spelled(side) : speak(reading, side)))
    .join(' và ');
  if (sides.some((side) => typeof side === 'string'))
    doubtHere(reading, match, 'unknown-abbreviation', said);
  return said;
}

/** Capitals of a heading go down, except where the document's prose writes a name. */
function inCase(lower: string, reading: Reading): string {
  return reading.isName(lower) ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower;
}

function plain(match: RegExpExecArray, reading: Reading): string {
  const word = match[0];
  if (word.length === 1)
    return /[aeiouyăâêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ]/iu.test(word)
      ? word
      : spelled(word) || respelled(word);
  if (isVietnameseSyllable(word)) return word;
  const joined = unjoined(word);
  if (joined !== null && !isTorn(joined)) return joined;
  const guess = (isAccented(word) ? mended(word) : null) ?? joined;
  if (guess !== null) {
    doubtHere(reading, match, 'unknown-word', guess);
    return guess;
  }
  const parts = word.split(/(?<=\p{Ll})(?=\p{Lu})/u);
  const said = parts.map((part) => partSaid(part, reading)).join(' ');
  if (parts.every((part) => reading.lexicon.foreign.has(part.toLowerCase()))) return said;
  if (!isUnit(word, ahead(match, reading))) doubtHere(reading, match, 'unknown-word', said);
  return said;
}

function partSaid(part: string, reading: Reading): string {
  const foreign = reading.lexicon.foreign.get(part.toLowerCase());
  if (foreign !== undefined) return speak(reading, foreign);
  return /^\p{Lu}+$/u.test(part) ? spelled(part) : respelled(part);
}

/** Table heads write a unit alone in brackets: "(ha)", "(km²)". */
function isUnit(word: string, right: string): boolean {
  return word.length < 4 && /^\s?[²³)]/u.test(right);
}

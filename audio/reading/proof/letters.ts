// Spoken names back to the letters they stand for: "quyết định ủy ban nhân dân" is QĐ-UBND again.
// It must never know how letters are turned into words: it only reads the lexicon in reverse.
import type { Lexicon, Table } from '../lexicon/lexicon.ts';
import { figuresIn, type Heard } from './figures.ts';

export type Speller = {
  /** Do these words say exactly these letters and digits, whatever their hyphens? "|" parts figures that stand side by side, "@" stands before a year. */
  says(words: readonly string[], written: string): boolean;
  /** Does a document's type stand at the end of a text, in words or in its letters? */
  stands(letters: string, text: string): boolean;
};

/** Stands before a year, which is never said without its name. */
export const YEAR = '@';

/** One speller for one lexicon; it is kept as long as the lexicon is. */
export function spellerOf(lexicon: Lexicon): Speller {
  const known = SPELLERS.get(lexicon);
  if (known !== undefined) return known;
  const phrases = phrasesOf(lexicon);
  const speller: Speller = {
    says: (words, written) => spells(searchOf(words, written, phrases), 0, 0),
    stands: (letters, text) =>
      text.toLowerCase().includes(lexicon.types.get(letters)?.spoken ?? '\n') ||
      (lexicon.types.has(letters) && text.replace(/(?:\s+số)?\s*:?\s*$/u, '').endsWith(letters)),
  };
  SPELLERS.set(lexicon, speller);
  return speller;
}

const SPELLERS = new WeakMap<Lexicon, Speller>();

type Phrase = { words: readonly string[]; letters: string };
type Search = {
  words: readonly string[];
  phrases: ReadonlyMap<string, readonly Phrase[]>;
  written: string;
  figures: ReadonlyMap<number, Heard>;
  /** Places from which no way led to the end: each is tried once, so the search is no longer than words × letters. */
  dead: Set<number>;
};

function searchOf(words: readonly string[], written: string, phrases: Search['phrases']): Search {
  const figures = figuresIn(words).filter((one) => one.isFigure);
  return {
    words,
    phrases,
    written: bareLetters(written),
    figures: new Map(figures.map((one) => [one.from, one])),
    dead: new Set(),
  };
}

function spells(search: Search, word: number, start: number): boolean {
  const { words, written, dead } = search;
  const letter = written[start] === '|' ? start + 1 : start;
  if (word === words.length) return letter === written.length;
  const place = word * (written.length + 1) + letter;
  if (dead.has(place)) return false;
  for (const [wordTo, letterTo] of stepsFrom(search, word, letter)) {
    if (spells(search, wordTo, letterTo)) return true;
  }
  dead.add(place);
  return false;
}

function* stepsFrom(search: Search, word: number, letter: number): Generator<[number, number]> {
  const { words, written, phrases, figures } = search;
  const figure = figures.get(word);
  if (figure !== undefined) {
    const digits = /^\d+/.exec(written.slice(letter))?.[0] ?? '';
    // A name's zeros are said, and a body's number digit by digit: PC06, BCĐ389 (CONVENTIONS §1.7, §1.9).
    const named =
      /^0\d/.test(digits) || (digits.length > 2 && /\p{L}/u.test(written[letter - 1] ?? ''));
    if (figure.text === `#${digits}` ? named : figure.text === digits && !/^0\d/.test(digits))
      yield [figure.to, letter + digits.length];
  }
  if (words[word] === 'năm' && written[letter] === YEAR) yield [word + 1, letter + 1];
  // "không sáu của chính phủ": the word stands for nothing printed.
  if (words[word] === 'của') yield [word + 1, letter];
  for (const phrase of phrases.get(words[word] as string) ?? []) {
    const said = phrase.words.every((one, at) => one === words[word + at]);
    if (said && written.startsWith(phrase.letters, letter))
      yield [word + phrase.words.length, letter + phrase.letters.length];
  }
}

function bareLetters(written: string): string {
  return written.toUpperCase().replace(/[^\p{L}\d|@]/gu, '');
}

function phrasesOf(lexicon: Lexicon): Map<string, Phrase[]> {
  const index = new Map<string, Phrase[]>();
  const add = (letters: string, spoken: string): void => {
    const words = wordsOf(spoken);
    const phrases = index.get(words[0] as string) ?? [];
    phrases.push({ words, letters: bareLetters(letters) });
    index.set(words[0] as string, phrases);
  };
  for (const table of tablesOf(lexicon))
    for (const [letters, said] of table) add(letters, said.spoken);
  for (const [letters, spoken] of HOUSES) add(letters, spoken);
  for (const [name, letters] of NAMES) for (const one of letters) add(one, name);
  return index;
}

function tablesOf(lexicon: Lexicon): readonly Table[] {
  const { types, issuers, offices, fields, places, rooms } = lexicon;
  // The last three are letters of codes: PC06, QL.6, Covid-19.
  const codes = [lexicon.abbreviations, lexicon.roads, lexicon.foreign];
  return [types, issuers, offices, fields, places, rooms, ...codes];
}

function wordsOf(spoken: string): string[] {
  return spoken
    .toLowerCase()
    .normalize('NFC')
    .match(/\p{L}+/gu) as string[];
}

/** The one issuer whose letters carry a number: QH15 is the assembly of the fifteenth term. */
const HOUSES = [
  ['QH', 'quốc hội khóa'],
  ['QHK', 'quốc hội khóa'],
  ['UBTVQH', 'ủy ban thường vụ quốc hội khóa'],
  ['UBTVQHK', 'ủy ban thường vụ quốc hội khóa'],
] as const;

/** Names of letters, each with all the letters it may name. */
const NAMES = [
  ...[...'aeêioôơuưy'].map((letter) => [letter, letter] as const),
  ['á', 'ă'],
  ['ớ', 'â'],
  ['bê', 'b'],
  ['xê', 'c'],
  ['dê', 'd'],
  ['đê', 'dđ'],
  ['ép', 'f'],
  ['giê', 'g'],
  ['hát', 'h'],
  ['gi', 'j'],
  ['ca', 'k'],
  ['e lờ', 'l'],
  ['em', 'm'],
  ['em mờ', 'm'],
  ['en', 'n'],
  ['en nờ', 'n'],
  ['pê', 'p'],
  ['quy', 'q'],
  ['e rờ', 'r'],
  ['ét', 's'],
  ['ét sì', 's'],
  ['tê', 't'],
  ['vê', 'v'],
  ['vê kép', 'w'],
  ['ích', 'x'],
  ['ích sì', 'x'],
  ['i dài', 'y'],
  ['dét', 'z'],
] as const;

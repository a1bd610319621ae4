// What a lexicon is: tables of what people write and what is said for it, each entry with an id of its own.
// It must never know where the tables are kept, nor how a document uses them.
import type { Additions } from './additions.ts';

/** `id` is table and written form: "abbreviations:UBND". */
export type Said = { readonly id: string; readonly spoken: string };
export type Table = ReadonlyMap<string, Said>;

/** Tables of one written form, one meaning. */
export const PLAIN_TABLES = [
  'abbreviations',
  'spelled',
  'dotted',
  'roads',
  'foreign',
  'hosts',
  'types',
  'issuers',
  'offices',
  'fields',
  'places',
  'rooms',
  'units',
  'money',
  'per',
  'hotlines',
] as const;
export type PlainTable = (typeof PLAIN_TABLES)[number];
/** Tables whose meaning depends on the words beside. */
export const COMPANY_TABLES = ['ambiguous', 'misreadings'] as const;

/** One meaning of an abbreviation that has several, and the company that tells it. */
export type Sense = Said & { readonly fits: Fits };
/** Whether the words right before and right after are such as the entry asks for. */
export type Fits = (left: string, right: string) => boolean;
export type Ambiguous = { readonly senses: readonly Sense[]; readonly fallback: Said | null };

/** The misread forms that a text has, as one pattern, and what stood on the page. */
export type Misreadings = {
  readonly patternIn: (text: string) => RegExp | null;
  /** null where the company is another */
  readonly meant: (wrong: string, left: string, right: string) => Said | null;
};

export type Lexicon = Readonly<Record<PlainTable, Table>> & {
  readonly ambiguous: ReadonlyMap<string, Ambiguous>;
  readonly misreadings: Misreadings;
  /** Pairs of words a comma must not part: "biến giáo" of "phổ biến, giáo dục pháp luật". */
  readonly bound: ReadonlySet<string>;
  /** What a province and a commune added. */
  readonly additions: Additions;
};

/** What one file of config/lexicon holds, as it was parsed: anything at all. */
export type LexiconFile = { readonly file: string; readonly content: unknown };

// What a lexicon is: tables of what people write and what is said for it, each entry with an id of its own.
// It must never know where the tables are kept, nor how a document uses them.

/** `id` is table and written form: "abbreviations:UBND". */
export type Said = { readonly id: string; readonly spoken: string };
export type Table = ReadonlyMap<string, Said>;

/** One meaning of an abbreviation that has several, and the company that tells it. */
export type Sense = Said & { readonly fits: (left: string, right: string) => boolean };
export type Ambiguous = { readonly senses: readonly Sense[]; readonly fallback: Said | null };

/** A misread form, and what stood on the page. */
export type Misreading = { readonly pattern: RegExp; readonly right: string; readonly id: string };

export type Lexicon = {
  readonly abbreviations: Table;
  readonly spelled: Table;
  /** Keys in lower case: "tp.", "v/v". */
  readonly dotted: Table;
  readonly roads: Table;
  /** Keys in lower case. */
  readonly foreign: Table;
  readonly hosts: Table;
  readonly types: Table;
  readonly issuers: Table;
  readonly offices: Table;
  readonly fields: Table;
  readonly places: Table;
  readonly rooms: Table;
  /** Exact spelling first, then in lower case. */
  readonly units: Table;
  readonly money: Table;
  readonly per: Table;
  readonly ambiguous: ReadonlyMap<string, Ambiguous>;
  readonly misreadings: readonly Misreading[];
  /** Pairs of words a comma must not part: "biến giáo" of "phổ biến, giáo dục pháp luật". */
  readonly bound: ReadonlySet<string>;
};

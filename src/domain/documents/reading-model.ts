// How a commune wants its texts read: profile, additions to the lexicon, readings settled by a person.
// It must never know the rules of reading (audio/reading).

export type ReadingProfile = {
  docno: 'full' | 'short';
  legalBases: 'read' | 'skip';
  responsibilities: 'read' | 'joined' | 'skip';
  tables: 'auto' | 'rows' | 'summary';
  footnotes: 'skip' | 'read';
  signature: 'skip' | 'summary';
  frame: 'spoken' | 'none';
  linh: 'linh' | 'lẻ';
  nghin: 'nghìn' | 'ngàn';
  maxSyllables: number;
  syllablesPerMinute: number;
  fullStopMs: number;
};

export type LexiconEntry = { written: string; spoken: string; note: string; example: string };
/** A commune's or the province's own entry, beside the ones that come with the product. */
export type LexiconAddition = LexiconEntry & {
  id: string;
  areaId: string;
  changedBy: string;
  changedAtMs: number;
};

/** Words for this source text in exactly this company, so that they survive edits elsewhere. */
export type SettledPlace = { written: string; before: string; after: string; words: string };
export type Keep = 'document' | 'commune' | 'province';
export type Settlement = SettledPlace & {
  id: string;
  documentId: string;
  tenantId: string;
  from: number;
  to: number;
  reason: string | null; // of the doubt it settles; null: there was none
  kept: Keep;
  /** the lexicon entry it became; null: kept with the document */
  additionId: string | null;
  settledBy: string;
  settledAtMs: number;
};

/** All that decides how a text is read: two equal ones read alike. */
export type ReadingOrder = {
  profile: ReadingProfile;
  additions: readonly LexiconEntry[];
  settled: readonly SettledPlace[];
};

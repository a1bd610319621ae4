// The words of this room: script, sentence, trace, doubt, profile.
// It must never know any rule of reading; only shapes live here.

/** How a commune wants its documents read; every field has a default in `profile.ts`. */
export type ReadingProfile = {
  /** 'short' drops the second type word when the same type already stands before "số". */
  docno: 'full' | 'short';
  legalBases: 'read' | 'skip';
  responsibilities: 'read' | 'skip';
  tables: 'auto' | 'rows' | 'summary';
  footnotes: 'skip' | 'read';
  /** Whether a legal document gets its composed opening and closing. */
  frame: 'spoken' | 'none';
  linh: 'linh' | 'lẻ';
  nghin: 'nghìn' | 'ngàn';
  /** A voice runs out of breath, and a listener of attention, at about 60 syllables. */
  maxSyllables: number;
};

/** `words` come from the source characters [from, to) by `rule`. */
export type Trace = { words: string; from: number; to: number; rule: string };

export type Sentence = {
  /** Only Vietnamese letters, spaces and . , ; : */
  words: string;
  /** Where in the document, as an officer would say it: "Phần II, Mục 3, Điểm a". */
  clause: string | null;
  /** The block this sentence was made of, such as "dieu" or "table". */
  kind: string;
  sourceFrom: number;
  sourceTo: number;
  syllables: number;
  trace: Trace[];
};

export type DoubtReason =
  | 'unknown-abbreviation'
  | 'ambiguous-abbreviation'
  | 'unknown-word'
  | 'unknown-docno-part'
  | 'foreign-script'
  | 'unknown-symbol'
  | 'lost-digits'
  | 'blank'
  | 'no-number'
  | 'long-number'
  | 'roman-without-cue'
  | 'web-address';

/** Something a person must settle; the script is speakable before that. */
export type Doubt = {
  reason: DoubtReason;
  source: string;
  from: number;
  to: number;
  /** What is said meanwhile. */
  suggestion: string;
};

/** A misread (OCR) word put right from the reviewed list. */
export type Repair = { source: string; repaired: string; from: number; to: number };

export type Counts = {
  dieu: number;
  phan: number;
  muc: number;
  subMuc: number;
  diem: number;
  bullets: number;
  tables: number;
  tableRows: number;
  joinedWraps: number;
};

export type DocumentFacts = {
  title: string | null;
  /** As printed: "1009/QĐ-UBND". */
  number: string | null;
  issuer: string | null;
  /** ISO 8601, year-month-day. */
  date: string | null;
  /** "Quyết định", "Kế hoạch"… */
  type: string | null;
  counts: Counts;
  sourceFrom: number;
  sourceTo: number;
  /** First and one past the last of its sentences in the script. */
  sentenceFrom: number;
  sentenceTo: number;
};

export type Script = {
  title: string | null;
  number: string | null;
  issuer: string | null;
  date: string | null;
  sentences: Sentence[];
  doubts: Doubt[];
  syllables: number;
  repairs: Repair[];
  documents: DocumentFacts[];
};

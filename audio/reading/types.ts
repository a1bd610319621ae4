// The words of this room: script, sentence, trace, doubt, profile.
// It must never know any rule of reading; only shapes live here.

/** How a commune wants its documents read; every field has a default in `profile.ts`. */
export type ReadingProfile = {
  /** 'short' drops the second type word when the same type already stands before "số". */
  docno: 'full' | 'short';
  legalBases: 'read' | 'skip';
  /** 'joined': the lines of one item become one sentence. */
  responsibilities: 'read' | 'joined' | 'skip';
  tables: 'auto' | 'rows' | 'summary';
  /** 'read': "Chú thích: …" after the sentence that bears the mark. */
  footnotes: 'skip' | 'read';
  /** 'summary': who signed for whom, as one sentence. */
  signature: 'skip' | 'summary';
  /** Whether a legal document gets its composed opening and closing. */
  frame: 'spoken' | 'none';
  linh: 'linh' | 'lẻ';
  nghin: 'nghìn' | 'ngàn';
  /** A voice runs out of breath, and a listener of attention, at about 60 syllables. */
  maxSyllables: number;
  /** The pace of the voice: 190 on air, about 170 for a horn in a valley. */
  syllablesPerMinute: number;
  /** Silence after a full stop. */
  fullStopMs: number;
};

/** A word a province or a commune adds; of two with the same written form the later wins. */
export type LexiconEntry = { written: string; spoken: string; note: string; example: string };

/** Words a person chose for `written` in exactly this company (≤ 20 characters a side); '' is silence. */
export type Settlement = { written: string; before: string; after: string; words: string };

/** `words` come from the source characters [from, to) by `rule`. */
export type Trace = {
  words: string;
  from: number;
  to: number;
  rule: string;
  /** The lexicon entry that spoke: "abbreviations:UBND", "addition:BCH", "local:VBQPPL"; several are joined by " + ". */
  entry?: string;
};

/** What a line looks like. */
export type LineKind =
  | 'phan'
  | 'muc'
  | 'subMuc'
  | 'diem'
  | 'dieu'
  | 'chapter'
  | 'bullet'
  | 'table'
  | 'caps'
  | 'page'
  | 'url'
  | 'footnote'
  | 'letterhead'
  | 'number'
  | 'dateline'
  | 'sign'
  | 'recipients'
  | 'contents'
  | 'appendix'
  | 'rule'
  | 'text';

/** What a block is for in its document. */
export type Role =
  | 'read'
  | 'letterhead'
  | 'number'
  | 'dateline'
  | 'status'
  | 'type'
  | 'title'
  | 'authority'
  | 'attached'
  | 'bases'
  | 'responsibility'
  | 'signature'
  | 'recipients'
  | 'contents'
  | 'footnote'
  | 'skipped';

/** One block of the source, heard or not; blocks stand in source order and leave out only blanks. */
export type BlockSpan = {
  kind: LineKind;
  role: Role;
  /** What it is called by itself: "Điều 2". */
  label: string | null;
  /** Where it stands: "Phần II, Mục 3". */
  clause: string | null;
  from: number;
  to: number;
};

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
  | 'ambiguous-number'
  | 'unknown-word'
  | 'unknown-docno-part'
  | 'foreign-script'
  | 'unknown-symbol'
  | 'lost-digits'
  | 'blank'
  | 'no-number'
  | 'long-number'
  | 'roman-without-cue'
  | 'web-address'
  | 'round-trip'
  | 'lost-number';

/** Something a person must settle; the script is speakable before that. */
export type Doubt = {
  reason: DoubtReason;
  source: string;
  from: number;
  to: number;
  /** What is said meanwhile. */
  suggestion: string;
  clause: string | null;
};

/** A misread (OCR) word put right from the reviewed list. */
export type Repair = {
  source: string;
  repaired: string;
  from: number;
  to: number;
  /** The lexicon entry that knew it: "misreadings:tồ chức". */
  entry: string;
};

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

/** What a text says of its own validity; nothing here looks at a clock. */
export type StatusFound = {
  /** 'not-yet-in-force' is never found by reading: it follows from `inForceFrom` and today. */
  kind: 'draft' | 'not-yet-in-force' | 'in-force' | 'amended' | 'repealed' | null;
  /** Days as ISO 8601. */
  commentUntil: string | null;
  inForceFrom: string | null;
  endedOn: string | null;
  /** The number of the document that amends or repeals this one. */
  by: string | null;
  acts: { does: 'repeals' | 'replaces' | 'amends'; number: string; from: number; to: number }[];
  evidence: { from: number; to: number }[];
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
  status: StatusFound;
  /** For whom it was signed, and by whom. */
  signer: { office: string | null; name: string | null } | null;
  appendices: { title: string | null; from: number; to: number }[];
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
  blocks: BlockSpan[];
};

// What the use-cases need of reading and intake: bytes to text, text to script, and what is told of both.
// It must never know a rule of reading nor a file format; src/reader.ts joins the rooms that do.
import type {
  Container,
  DocumentPage,
  FileSignature,
  Relation,
  SourceSpan,
  StatusFound,
} from '../../domain/documents/document-model.ts';
import type {
  LexiconEntry,
  ReadingOrder,
  ReadingProfile,
} from '../../domain/documents/reading-model.ts';
import type { Sentence } from '../../domain/errors.ts';

/** Reads a text the way the announcer will, without making sound. */
export type Reader = {
  /** a pasted text as bytes → text; @throws AppError naming what it is when it is not text */
  decode(bytes: Uint8Array, name: string | null): string;
  /** a file of any kind, off the main thread; @throws AppError, also when `signal` aborts */
  take(
    file: { bytes: Uint8Array; name: string | null },
    of: { onProgress(progress: TakingProgress): void; signal: AbortSignal },
  ): Promise<Taken>;
  /** at once and in this thread: for 20,000 characters at most, a twentieth of a second */
  readShort(text: string, order: ReadingOrder): ReadText;
  /** in a thread of its own, as are those below */
  script(text: string, order: ReadingOrder, how?: { forSound: boolean }): Promise<ReadScript>;
  digest(text: string, order: ReadingOrder): Promise<readonly DigestItem[]>;
  programmes(
    text: string,
    order: ReadingOrder,
    of: { minutes: number; part: SourceSpan },
  ): Promise<readonly Programme[]>;
  /** the profile of a province that has chosen nothing */
  profile: ReadingProfile;
  lexicon(): readonly BuiltInEntry[];
  /** how long these sentences sound at a profile's pace */
  seconds(said: readonly { words: string }[], profile: ReadingProfile): number;
  /** what is wrong with an addition, or null; a plain word must be `confirmed`: it changes everywhere */
  checkEntry(entry: LexiconEntry, of: { confirmed: boolean }): Sentence | null;
  /** what is wrong with words to be said, or null; '' is silence and fine */
  checkWords(words: string): Sentence | null;
  /** both values, where words say other figures than their source has printed; else null */
  checkFigures(source: string, words: string): Sentence | null;
  /** of two parts as `FoundPart.known` keeps them */
  relation(one: Known, other: Known): { relation: Relation; share: number } | null;
  differences(here: string, there: string): Promise<readonly Difference[]>;
};

export type TakingProgress = { step: 'open' | 'pages' | 'ocr'; done: number; total: number };
export type Taken = {
  text: string;
  container: Container;
  encoding: string | null;
  pages: readonly DocumentPage[];
  ocr: { engine: string } | null;
  signatures: readonly FileSignature[];
  notes: readonly Sentence[];
};

export type ReadText = {
  title: string | null;
  number: string | null;
  issuer: string | null;
  sentences: readonly string[];
  syllables: number;
  estimatedSeconds: number;
  doubts: readonly { place: number; text: string; reason: string }[];
};

export type Trace = SourceSpan & { words: string; rule: string; entry: string | null };
export type ScriptSentence = {
  words: string;
  clause: string | null;
  kind: string;
  sourceFrom: number;
  sourceTo: number;
  syllables: number;
  trace: readonly Trace[];
};
/** Every source character lies in exactly one: heard in a sentence, or silent for a reason. */
export type ScriptSpan = SourceSpan & {
  kind: 'heard' | 'silent';
  rule: string;
  sentence: number | null;
};
export type ScriptBlock = SourceSpan & {
  kind: string;
  role: string;
  label: string | null;
  clause: string | null;
};
export type Doubt = SourceSpan & {
  reason: string;
  source: string;
  suggestion: string;
  clause: string | null;
};
export type Repair = SourceSpan & { source: string; repaired: string };
/** One document found in the text; there is always one at least. */
export type FoundPart = {
  number: string | null;
  issuer: string | null;
  date: string | null;
  type: string | null;
  title: string | null;
  sourceFrom: number;
  sourceTo: number;
  sentenceFrom: number;
  sentenceTo: number;
  counts: Readonly<Record<string, number>>;
  status: StatusFound;
  known: Known;
};
export type ReadScript = ReadText & {
  parts: readonly FoundPart[];
  script: readonly ScriptSentence[];
  spans: readonly ScriptSpan[];
  blocks: readonly ScriptBlock[];
  open: readonly Doubt[];
  repairs: readonly Repair[];
  /** by entry id, "abbreviations:UBND" */
  uses: Readonly<Record<string, { count: number; firstFrom: number }>>;
};

export type DigestItem = SourceSpan & {
  kind: string;
  source: string;
  words: string;
  /** the part it stands in, as the parts of a document are counted */
  position: number;
  clause: string | null;
  sentence: number;
  value: string | null;
};
export type Programme = {
  /** what is said before and after its sentences */
  opening: readonly string[];
  closing: readonly string[];
  /** its last clause goes on in the next one */
  cutsClause: boolean;
  sentenceFrom: number;
  sentenceTo: number;
  clauseFrom: string | null;
  clauseTo: string | null;
  syllables: number;
  seconds: number;
};

export type BuiltInEntry = LexiconEntry & { table: string };

/** JSON of the reading room's own, by which it knows a document again: kept, never looked into. */
export type Known = unknown;
export type Difference = {
  kind: 'same' | 'only-here' | 'only-there' | 'changed';
  here: SourceSpan | null;
  there: SourceSpan | null;
};

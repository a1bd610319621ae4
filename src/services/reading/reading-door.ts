// The doors of what is read: documents, their scripts, reading profiles and lexicons, as src/http may ask.
// It must never know routes, rows or rules of reading.
import type {
  Act,
  DocumentBrief,
  LegalDocument,
  Part,
  Relation,
  SourceSpan,
  Status,
  StatusKind,
} from '../../domain/documents/document-model.ts';
import type {
  Keep,
  LexiconAddition,
  LexiconEntry,
  ReadingProfile,
} from '../../domain/documents/reading-model.ts';
import type { Actor, Bulletin } from '../../domain/model.ts';
import type { HeardIn, PartPlace } from './ending-store.ts';
import type {
  DigestItem,
  Doubt,
  Programme,
  ReadText,
  Repair,
  ScriptBlock,
  ScriptSentence,
  ScriptSpan,
} from './reader-port.ts';

/** `spoken`: the first 200 sentences as they will be said, for a person to look over before any sound. */
export type DocumentReading = Omit<ReadText, 'sentences'> & {
  sentences: number;
  spoken: readonly string[];
};

/** "This document says it is replaced by …": a proposal for a person, never done by itself. */
export type SaidByAnother = Pick<Act, 'does'> & {
  number: string | null;
  title: string | null;
  /** null: it is another tenant's, and is only named */
  documentId: string | null;
  position: number;
};
/** What this part says it does to another, found again among the rows. */
export type SaidOfAnother = Act & {
  title: string | null;
  documentId: string | null;
  position: number | null;
};
export type PartView = Omit<Part, 'documentId' | 'tenantId' | 'found'> & {
  evidence: readonly SourceSpan[];
  /** what a person is asked to confirm, from the text and today's date; null: the text says nothing */
  proposed: Status | null;
  /** what it is today: by what was confirmed, else by what is proposed */
  standing: StatusKind | null;
  /** the draft's comment deadline is over, or the end has come since it was confirmed */
  lapsed: boolean;
  saidByOthers: readonly SaidByAnother[];
  acts: readonly SaidOfAnother[];
};
export type PartBrief = Pick<Part, 'position' | 'number' | 'title'> & {
  standing: StatusKind | null;
  confirmed: boolean;
};
export type SimilarView = {
  position: number;
  relation: Relation;
  share: number;
  documentId: string;
  otherPosition: number;
  number: string | null;
  title: string;
};
export type DocumentView = LegalDocument & {
  parts: readonly PartView[];
  similar: readonly SimilarView[];
};
export type DocumentLine = DocumentBrief & { parts: readonly PartBrief[] };
export type BulletinLine = Pick<Bulletin, 'id' | 'title' | 'state'>;
/** What sounded of one part of a document, as far as the asker sees villages. */
export type Heard = {
  /** what is made from it no longer airs */
  ended: boolean;
  /** made from it, newest first */
  bulletins: readonly BulletinLine[];
  villages: readonly (HeardIn & { name: string; communeName: string })[];
  corrections: readonly (BulletinLine & { madeAtMs: number; areaIds: readonly string[] })[];
  /** they only mention its number: not touched */
  mentioning: readonly Pick<Bulletin, 'id' | 'title'>[];
};
export type Corrections = {
  heard(actor: Actor, input: PartPlace): Heard;
  /** a bulletin that says what no longer holds, and where the old words were heard */
  correct(actor: Actor, input: PartPlace): { bulletin: Bulletin; areaIds: readonly string[] };
};

export type StatusWish = Status & { remark?: string | null };

export type Documents = Corrections & {
  /** a file of any kind, or a pasted text; told as 'progress' under `takeId`; `signal` cancels */
  create(
    actor: Actor,
    input: {
      areaId: string;
      name: string | null;
      content: { bytes: Uint8Array } | { text: string };
      takeId?: string | null;
      signal?: AbortSignal;
    },
  ): Promise<{
    document: DocumentBrief;
    reading: DocumentReading;
    parts: readonly PartView[];
    similar: readonly SimilarView[];
  }>;
  list(actor: Actor, input: { limit: number; beforeId: string | null }): DocumentLine[];
  get(actor: Actor, input: { documentId: string }): DocumentView;
  /** the bytes as they came */
  file(actor: Actor, input: { documentId: string }): { path: string; bytes: number; name: string };
  /** what a person says the part is; going back to an earlier kind needs a remark */
  setStatus(
    actor: Actor,
    input: { documentId: string; position: number; status: StatusWish },
  ): PartView;
};

/** A doubt and the page it stands on. */
export type OpenDoubt = Doubt & { page: number | null };
export type SettledDoubt = {
  id: string;
  from: number;
  to: number;
  source: string;
  words: string;
  reason: string | null;
  page: number | null;
  kept: Keep;
  /** the words say another figure than is printed, and a person confirmed that */
  otherFigures: boolean;
  settledBy: string;
  settledByName: string;
  settledAtMs: number;
};
/** One page of sentences with exactly the spans and blocks of their stretch of source. */
export type ScriptView = {
  profile: ReadingProfile;
  lexiconRevision: number;
  part: SourceSpan & { position: number | null };
  /** index of the first sentence here, counted in the whole document */
  sentenceFrom: number;
  sentences: readonly ScriptSentence[];
  /** the next page's `from`; null: this is the last */
  nextFrom: number | null;
  total: number;
  source: SourceSpan;
  spans: readonly ScriptSpan[];
  blocks: readonly ScriptBlock[];
  doubts: { open: readonly OpenDoubt[]; settled: readonly SettledDoubt[] };
  repairs: readonly Repair[];
  counts: Readonly<Record<string, number>>;
  syllables: number;
  estimatedSeconds: number;
  open: number;
  settled: number;
};
export type DifferenceView = {
  kind: 'same' | 'only-here' | 'only-there' | 'changed';
  here: SourceSpan | null;
  there: SourceSpan | null;
  /** the first 500 characters; null where there is nothing, or nothing changed */
  hereText: string | null;
  thereText: string | null;
};
/** null: the whole document */
export type OfPart = { documentId: string; position: number | null };

export type Scripts = {
  script(actor: Actor, input: OfPart & { from: number; limit: number }): Promise<ScriptView>;
  settle(
    actor: Actor,
    input: {
      documentId: string;
      from: number;
      to: number;
      words: string;
      keep: Keep;
      confirmed?: boolean;
    },
  ): Promise<SettledDoubt>;
  /** the doubt is open again; a lexicon entry that came of it goes too, unless it was changed since */
  unsettle(actor: Actor, input: { documentId: string; settlementId: string }): void;
  digest(actor: Actor, input: OfPart): Promise<{ items: readonly DigestItem[]; whole: boolean }>;
  /** of what a bulletin says, for whoever approves it */
  digestOfBulletin(
    actor: Actor,
    input: { bulletinId: string },
  ): Promise<{ items: readonly DigestItem[]; whole: boolean }>;
  programmes(
    actor: Actor,
    input: OfPart & { minutes: number },
  ): Promise<{ programmes: readonly Programme[] }>;
  differences(
    actor: Actor,
    input: OfPart & { otherId: string; otherPosition: number | null },
  ): Promise<{ differences: readonly DifferenceView[]; whole: boolean }>;
};

export type ReadingView = {
  areaId: string;
  /** whose profile it is: this area's own, its province's, or the product's */
  from: 'own' | 'province' | 'default';
  profile: ReadingProfile;
};
export type Readings = {
  profile(actor: Actor, input: { areaId: string }): ReadingView;
  /** null: back to the province's */
  setProfile(actor: Actor, input: { areaId: string; profile: ReadingProfile | null }): ReadingView;
};

export type LexiconLine = LexiconEntry & {
  /** null: it came with the product and is not edited here */
  id: string | null;
  from: 'built-in' | 'province' | 'commune';
  /** the table it stands in, for built-in ones */
  table: string | null;
  /** an addition nearer to the commune is said instead */
  hidden: boolean;
};
export type LexiconView = { revision: number; entries: readonly LexiconLine[]; whole: boolean };
export type LexiconUse = {
  documentId: string;
  title: string;
  count: number;
  from: number;
  to: number;
  source: string;
};
/** `confirmed`: a plain word, which would be said differently everywhere, and that is meant */
export type EntryWish = LexiconEntry & { confirmed?: boolean };
export type Lexicons = {
  list(actor: Actor, input: { areaId: string; search: string; limit: number }): LexiconView;
  add(actor: Actor, input: { areaId: string; entry: EntryWish }): LexiconAddition;
  change(
    actor: Actor,
    input: { areaId: string; entryId: string; entry: EntryWish },
  ): LexiconAddition;
  drop(actor: Actor, input: { areaId: string; entryId: string }): void;
  /** `whole` is false when there were more documents than one answer reads through */
  uses(
    actor: Actor,
    input: { areaId: string; written: string },
  ): Promise<{ uses: readonly LexiconUse[]; whole: boolean }>;
};

// What is kept of a legal text as it came in: its file, its parts, and what a person says of their status.
// It must never know how a text is read, nor where a file lies.
import type { Sentence } from '../errors.ts';

/** Year-month-day, as laws count: no hour, no zone. */
export type IsoDay = string;

export type Container = 'txt' | 'md' | 'html' | 'docx' | 'pdf' | 'scan';
export type DocumentPage = { page: number; from: number; to: number };
/** Who signed a file and whether the signature still holds over its bytes. */
export type FileSignature = {
  signer: string | null;
  organisation: string | null;
  signedAt: string | null; // ISO instant, as the file says
  intact: boolean;
  whole: boolean; // nothing was added after it
  trusted: false | 'chain';
  problem: Sentence | null;
};

/** All but the text: what a list holds. */
export type DocumentBrief = {
  id: string;
  tenantId: string;
  number: string | null;
  issuer: string | null;
  title: string;
  textHash: string;
  container: Container;
  encoding: string | null; // null: pasted, or a container that has its own
  ocr: { engine: string } | null;
  signatures: readonly FileSignature[];
  notes: readonly Sentence[];
  /** the bytes as they came; null: pasted, or taken before files were kept */
  file: { hash: string; bytes: number; name: string | null } | null;
  createdBy: string;
  createdAtMs: number;
};
export type LegalDocument = DocumentBrief & {
  text: string; // as decoded, before any reading: offsets everywhere count its UTF-16 units
  pages: readonly DocumentPage[]; // empty where the container has none
};

export type StatusKind = 'draft' | 'not-yet-in-force' | 'in-force' | 'amended' | 'repealed';
export type StatusDates = {
  commentUntil: IsoDay | null;
  inForceFrom: IsoDay | null;
  endedOn: IsoDay | null;
  /** number of the document that amends or repeals this one */
  by: string | null;
};
export type Status = StatusDates & { kind: StatusKind };
export type SourceSpan = { from: number; to: number };
export type ActDoes = 'repeals' | 'replaces' | 'amends';
export type Act = SourceSpan & { does: ActDoes; number: string };
/** What the text itself says of its status, and where; 'not-yet-in-force' follows from a date, by the day. */
export type StatusFound = StatusDates & {
  kind: StatusKind | null;
  acts: readonly Act[];
  evidence: readonly SourceSpan[];
};
export type ConfirmedStatus = Status & {
  confirmedBy: string;
  confirmedAtMs: number;
  remark: string | null;
};

/** One document of a gazette; a plain document has exactly one. */
export type Part = {
  documentId: string;
  tenantId: string;
  position: number; // 1, 2, 3 … in the order printed
  number: string | null;
  issuer: string | null;
  date: IsoDay | null;
  type: string | null;
  title: string | null;
  sourceFrom: number;
  sourceTo: number;
  found: StatusFound;
  status: ConfirmedStatus | null;
};

export type Relation = 'same' | 'signed-version-of' | 'draft-of' | 'similar';
/** "part of document" is `relation` the other; `share` of it, 0…1, is found in the other. */
export type Likeness = {
  documentId: string;
  position: number;
  otherId: string;
  otherPosition: number;
  relation: Relation;
  share: number;
};

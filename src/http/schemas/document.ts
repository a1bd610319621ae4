// Legal texts as they came in, and how the announcer would read them.
// It must never know how a text is decoded or read (audio/reading).
import { type Static, Type } from 'typebox';
import { Count, Id, List, Ms, Nullable, strict } from './common.ts';

export const LegalDocument = Type.Object(
  {
    id: Id,
    tenantId: Id,
    number: Nullable(Type.String()),
    issuer: Nullable(Type.String()),
    title: Type.String(),
    text: Type.String(),
    textHash: Type.String(),
    createdBy: Id,
    createdAtMs: Ms,
  },
  strict,
);
export type LegalDocument = Static<typeof LegalDocument>;

/** A list of documents is a list of titles: the texts would be megabytes. */
const { text: _text, ...brief } = LegalDocument.properties;
export const DocumentBrief = Type.Object(brief, strict);
export type DocumentBrief = Static<typeof DocumentBrief>;
export const DocumentList = Type.Object({ documents: List(DocumentBrief) }, strict);
export type DocumentList = Static<typeof DocumentList>;

const Doubt = Type.Object(
  { place: Count, text: Type.String(), reason: Type.String() },
  { ...strict, description: 'a word a person should settle; place is a source character' },
);
export const Reading = Type.Object(
  {
    title: Nullable(Type.String()),
    number: Nullable(Type.String()),
    issuer: Nullable(Type.String()),
    sentences: Count,
    spoken: List(Type.String({ description: 'the first sentences, as they will be said' })),
    syllables: Count,
    estimatedSeconds: Type.Number(),
    doubts: List(Doubt),
  },
  strict,
);
export type Reading = Static<typeof Reading>;

/** The text is not sent back: whoever asked has it. */
export const ReadDocument = Type.Object({ document: DocumentBrief, reading: Reading }, strict);
export type ReadDocument = Static<typeof ReadDocument>;

/** 10 MB is a hundred times the longest plan in the corpus. */
export const DOCUMENT_MAX_BYTES = 10 * 1024 * 1024;
/** Sent as JSON; a file goes as application/octet-stream and is the body itself. */
export const NewDocument = Type.Object(
  { text: Type.String({ maxLength: DOCUMENT_MAX_BYTES }) },
  strict,
);
export type NewDocument = Static<typeof NewDocument>;
export const NewDocumentQuery = Type.Object(
  { areaId: Id, name: Type.Optional(Type.String({ maxLength: 300 })) },
  strict,
);
export type NewDocumentQuery = Static<typeof NewDocumentQuery>;

// Legal texts as they came in, and how the announcer would read them.
// It must never know how a text is decoded or read (audio/reading).
import { type Static, Type } from 'typebox';
import { Count, Id, List, Ms, Nullable, Sentence, strict } from './common.ts';
import { Part, PartBrief, Similar } from './part.ts';

const Signature = Type.Object(
  {
    signer: Nullable(Type.String()),
    organisation: Nullable(Type.String()),
    signedAt: Nullable(Type.String()),
    intact: Type.Boolean(),
    whole: Type.Boolean(),
    trusted: Type.Union([Type.Literal(false), Type.Literal('chain')]),
    problem: Nullable(Sentence),
  },
  strict,
);
const briefFields = {
  id: Id,
  tenantId: Id,
  number: Nullable(Type.String()),
  issuer: Nullable(Type.String()),
  title: Type.String(),
  textHash: Type.String(),
  container: Type.Union([
    Type.Literal('txt'),
    Type.Literal('md'),
    Type.Literal('html'),
    Type.Literal('docx'),
    Type.Literal('pdf'),
    Type.Literal('scan'),
  ]),
  encoding: Nullable(Type.String()),
  ocr: Nullable(Type.Object({ engine: Type.String() }, strict)),
  signatures: List(Signature),
  notes: List(Sentence),
  file: Nullable(
    Type.Object({ hash: Type.String(), bytes: Count, name: Nullable(Type.String()) }, strict),
  ),
  createdBy: Id,
  createdAtMs: Ms,
};
const Page = Type.Object({ page: Count, from: Count, to: Count }, strict);

/** A list of documents is a list of titles: the texts would be megabytes. */
export const DocumentBrief = Type.Object(briefFields, strict);
export type DocumentBrief = Static<typeof DocumentBrief>;
export const DocumentView = Type.Object(
  {
    ...briefFields,
    text: Type.String({ description: 'every offset in the API counts its UTF-16 units' }),
    pages: List(Page),
    parts: List(Part),
    similar: List(Similar),
  },
  strict,
);
export type DocumentView = Static<typeof DocumentView>;
export const DocumentLine = Type.Object({ ...briefFields, parts: List(PartBrief) }, strict);
export type DocumentLine = Static<typeof DocumentLine>;
export const DocumentList = Type.Object({ documents: List(DocumentLine) }, strict);
export type DocumentList = Static<typeof DocumentList>;

/** Newest first, a page at a time: `beforeId` is the last of the page before. */
export const DocumentsQuery = Type.Object(
  {
    beforeId: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  strict,
);

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

/** The text is not sent back: whoever asked has it, or asks for the document. */
export const TakenDocument = Type.Object(
  { document: DocumentBrief, reading: Reading, parts: List(Part), similar: List(Similar) },
  strict,
);
export type TakenDocument = Static<typeof TakenDocument>;

/** A scanned gazette of sixty pages at 300 dpi; beyond, a person splits it anyway. */
export const DOCUMENT_MAX_BYTES = 25 * 1024 * 1024;
/** As many characters as a text may have (src/services/reading/taking.ts). */
const TEXT_MAX_CHARS = 500_000;
/** Each of them at most six bytes in JSON, \u1ec7: 3,000,000 and room for the quotes. */
export const TEXT_BODY_MAX_BYTES = 3 * 1024 * 1024;
/** Sent as JSON; a file goes as application/octet-stream and is the body itself. */
export const NewDocument = Type.Object(
  { text: Type.String({ maxLength: TEXT_MAX_CHARS }) },
  strict,
);
export type NewDocument = Static<typeof NewDocument>;
export const NewDocumentQuery = Type.Object(
  {
    areaId: Id,
    name: Type.Optional(Type.String({ maxLength: 300 })),
    takeId: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 64,
        pattern: '^[A-Za-z0-9_-]+$',
        description: 'chosen by the caller: progress is told on /api/events under this id',
      }),
    ),
  },
  strict,
);
export type NewDocumentQuery = Static<typeof NewDocumentQuery>;

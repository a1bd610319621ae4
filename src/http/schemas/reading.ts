// How a commune wants its texts read: the reading profile and the entries it adds to the lexicon.
// It must never know what an option does to a text (audio/reading).
import { type Static, Type } from 'typebox';
import { Count, Id, List, Ms, Nullable, strict } from './common.ts';

const oneOf = <const A extends string, const B extends string>(a: A, b: B) =>
  Type.Union([Type.Literal(a), Type.Literal(b)]);

/** The bounds are src/domain/documents/reading-profile.ts's; an answer is held to its shape only. */
export const Profile = Type.Object(
  {
    docno: oneOf('full', 'short'),
    legalBases: oneOf('read', 'skip'),
    responsibilities: Type.Union([
      Type.Literal('read'),
      Type.Literal('joined'),
      Type.Literal('skip'),
    ]),
    tables: Type.Union([Type.Literal('auto'), Type.Literal('rows'), Type.Literal('summary')]),
    footnotes: oneOf('skip', 'read'),
    signature: oneOf('skip', 'summary'),
    frame: oneOf('spoken', 'none'),
    linh: oneOf('linh', 'lẻ'),
    nghin: oneOf('nghìn', 'ngàn'),
    maxSyllables: Type.Integer({ minimum: 0, maximum: 1_000 }),
    syllablesPerMinute: Type.Integer({ minimum: 0, maximum: 1_000 }),
    fullStopMs: Type.Integer({ minimum: 0, maximum: 60_000 }),
  },
  strict,
);
export type Profile = Static<typeof Profile>;
export const Reading = Type.Object(
  {
    areaId: Id,
    from: Type.Union([Type.Literal('own'), Type.Literal('province'), Type.Literal('default')]),
    profile: Profile,
  },
  strict,
);
export type Reading = Static<typeof Reading>;
export const ReadingWish = Type.Object(
  { profile: Nullable(Profile) },
  { ...strict, description: 'null: back to the province’s' },
);
export type ReadingWish = Static<typeof ReadingWish>;

const entry = {
  written: Type.String({ minLength: 1, maxLength: 60 }),
  spoken: Type.String({ minLength: 1, maxLength: 300 }),
  note: Type.String({ minLength: 1, maxLength: 500 }),
  example: Type.String({ minLength: 1, maxLength: 500 }),
};
/** Of a plain Vietnamese word: it would be said differently everywhere, and that is meant. */
export const Confirmed = Type.Boolean();
export const LexiconEntry = Type.Object({ ...entry, confirmed: Type.Optional(Confirmed) }, strict);
export type LexiconEntry = Static<typeof LexiconEntry>;
export const LexiconAddition = Type.Object(
  { id: Id, areaId: Id, ...entry, changedBy: Id, changedAtMs: Ms },
  strict,
);
export type LexiconAddition = Static<typeof LexiconAddition>;

const LexiconLine = Type.Object(
  {
    id: Nullable(Id),
    from: Type.Union([Type.Literal('built-in'), Type.Literal('province'), Type.Literal('commune')]),
    table: Nullable(Type.String()),
    hidden: Type.Boolean({ description: 'an addition nearer to the commune is said instead' }),
    written: Type.String(),
    spoken: Type.String(),
    note: Type.String(),
    example: Type.String(),
  },
  strict,
);
export const LexiconList = Type.Object(
  { revision: Count, entries: List(LexiconLine), whole: Type.Boolean() },
  strict,
);
export type LexiconList = Static<typeof LexiconList>;
export const LexiconQuery = Type.Object(
  {
    search: Type.Optional(Type.String({ maxLength: 60, default: '' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 200 })),
  },
  strict,
);
export const ByEntry = Type.Object({ id: Id, entryId: Id }, strict);

export const UsesQuery = Type.Object({ written: entry.written }, strict);
const Use = Type.Object(
  {
    documentId: Id,
    title: Type.String(),
    count: Count,
    from: Count,
    to: Count,
    source: Type.String({ description: 'the first place, with its company' }),
  },
  strict,
);
export const UseList = Type.Object({ uses: List(Use), whole: Type.Boolean() }, strict);
export type UseList = Static<typeof UseList>;

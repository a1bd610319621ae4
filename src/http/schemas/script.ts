// The script of a document: sentences with their trace, what is silent and why, and the doubts to settle.
// It must never know how a script is made (audio/reading).
import { type Static, Type } from 'typebox';
import { Count, Id, List, Ms, Nullable, strict } from './common.ts';
import { Position, Span } from './part.ts';
import { Confirmed, Profile } from './reading.ts';

const Words = Type.String({ description: 'Vietnamese letters, spaces and . , ; :' });
const Trace = Type.Object(
  {
    words: Words,
    from: Count,
    to: Count,
    rule: Type.String(),
    entry: Nullable(Type.String({ description: 'the lexicon entry that spoke' })),
  },
  strict,
);
const ScriptSentence = Type.Object(
  {
    words: Words,
    clause: Nullable(Type.String()),
    kind: Type.String(),
    sourceFrom: Count,
    sourceTo: Count,
    syllables: Count,
    trace: List(Trace),
  },
  strict,
);
const ScriptSpan = Type.Object(
  {
    from: Count,
    to: Count,
    kind: Type.Union([Type.Literal('heard'), Type.Literal('silent')]),
    rule: Type.String(),
    sentence: Nullable(Count),
  },
  { ...strict, description: 'the spans of all pages, joined, are the source' },
);
const Block = Type.Object(
  {
    kind: Type.String(),
    role: Type.String(),
    label: Nullable(Type.String()),
    clause: Nullable(Type.String()),
    from: Count,
    to: Count,
  },
  strict,
);
const place = { from: Count, to: Count, source: Type.String(), page: Nullable(Count) };
const OpenDoubt = Type.Object(
  {
    ...place,
    reason: Type.String(),
    suggestion: Type.String(),
    clause: Nullable(Type.String()),
  },
  strict,
);
const Keep = Type.Union([
  Type.Literal('document'),
  Type.Literal('commune'),
  Type.Literal('province'),
]);
export const SettledDoubt = Type.Object(
  {
    id: Id,
    ...place,
    words: Words,
    reason: Nullable(Type.String()),
    kept: Keep,
    otherFigures: Type.Boolean({
      description: 'the words say another figure than is printed, and a person confirmed that',
    }),
    settledBy: Id,
    settledByName: Type.String(),
    settledAtMs: Ms,
  },
  strict,
);
export type SettledDoubt = Static<typeof SettledDoubt>;
const Repair = Type.Object(
  { source: Type.String(), repaired: Type.String(), from: Count, to: Count },
  strict,
);

export const Script = Type.Object(
  {
    profile: Profile,
    lexiconRevision: Count,
    part: Type.Object({ position: Nullable(Position), from: Count, to: Count }, strict),
    sentenceFrom: Count,
    sentences: List(ScriptSentence),
    nextFrom: Nullable(Count),
    total: Count,
    source: Span,
    spans: List(ScriptSpan),
    blocks: List(Block),
    doubts: Type.Object({ open: List(OpenDoubt), settled: List(SettledDoubt) }, strict),
    repairs: List(Repair),
    counts: Type.Unsafe<Readonly<Record<string, number>>>(Type.Record(Type.String(), Count)),
    syllables: Count,
    estimatedSeconds: Type.Number(),
    open: Count,
    settled: Count,
  },
  strict,
);
export type Script = Static<typeof Script>;

const part = { part: Type.Optional(Position) };
export const PartQuery = Type.Object(part, strict);
export const ScriptQuery = Type.Object(
  {
    ...part,
    from: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 })),
    // with their traces a hundred sentences are half a megabyte, a tenth of a second to check
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 100 })),
  },
  strict,
);

export const SettlementWish = Type.Object(
  {
    from: Count,
    to: Count,
    words: Type.String({ maxLength: 500 }),
    keep: Keep,
    confirmed: Type.Optional(Confirmed),
  },
  strict,
);
export type SettlementWish = Static<typeof SettlementWish>;
export const BySettlement = Type.Object({ id: Id, settlementId: Id }, strict);

const DigestItem = Type.Object(
  {
    kind: Type.String(),
    source: Type.String(),
    words: Words,
    position: Position,
    clause: Nullable(Type.String()),
    sentence: Count,
    from: Count,
    to: Count,
    value: Nullable(Type.String()),
  },
  strict,
);
/** `whole` is false when there was more than one answer holds. */
export const Digest = Type.Object({ items: List(DigestItem), whole: Type.Boolean() }, strict);
export type Digest = Static<typeof Digest>;

const Programme = Type.Object(
  {
    opening: List(Words),
    closing: List(Words),
    cutsClause: Type.Boolean(),
    sentenceFrom: Count,
    sentenceTo: Count,
    clauseFrom: Nullable(Type.String()),
    clauseTo: Nullable(Type.String()),
    syllables: Count,
    seconds: Type.Number(),
  },
  strict,
);
export const ProgrammeList = Type.Object({ programmes: List(Programme) }, strict);
export type ProgrammeList = Static<typeof ProgrammeList>;
export const ProgrammesQuery = Type.Object(
  {
    ...part,
    // a shorter one has no room for what it announces at its beginning and its end
    minutes: Type.Optional(Type.Integer({ minimum: 3, maximum: 60, default: 15 })),
  },
  strict,
);

const Difference = Type.Object(
  {
    kind: Type.Union([
      Type.Literal('same'),
      Type.Literal('only-here'),
      Type.Literal('only-there'),
      Type.Literal('changed'),
    ]),
    here: Nullable(Span),
    there: Nullable(Span),
    hereText: Nullable(Type.String()),
    thereText: Nullable(Type.String()),
  },
  strict,
);
export const DifferenceList = Type.Object(
  { differences: List(Difference), whole: Type.Boolean() },
  strict,
);
export type DifferenceList = Static<typeof DifferenceList>;
export const DifferencesQuery = Type.Object(
  { ...part, with: Id, withPart: Type.Optional(Position) },
  strict,
);

// What the province gives to communes and what became of it, as requests and answers.
// It must never know how a standing is counted (src/domain/assign/part-standing.ts).
import { type Static, Type } from 'typebox';
import { Clip } from './bulletin.ts';
import { Count, Id, List, Ms, Nullable, Priority, strict } from './common.ts';

const oneOf = <const T extends readonly string[]>(...names: T) =>
  Type.Unsafe<T[number]>(Type.Union(names.map((name) => Type.Literal(name))));

const Note = Type.String({ maxLength: 300 });
const Least = Type.Integer({ minimum: 1, maximum: 60 });
export const NewAssignment = Type.Object(
  {
    bulletinId: Id,
    /** the province, communes, villages or groups */
    areaIds: Type.Array(Id, { minItems: 1, maxItems: 500 }),
    leastAirings: Least,
    dueAtMs: Ms,
    note: Type.Optional(Nullable(Note)),
  },
  strict,
);
export type NewAssignment = Static<typeof NewAssignment>;

export const AssignmentsQuery = Type.Object(
  {
    beforeId: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  },
  strict,
);
export const AcceptWish = Type.Object({ communeId: Type.Optional(Id) }, strict);
export const DeclineWish = Type.Object(
  { communeId: Type.Optional(Id), reason: Type.String({ minLength: 1, maxLength: 300 }) },
  strict,
);
export const ExtendWish = Type.Object({ dueAtMs: Ms }, strict);

const states = ['waiting', 'accepted', 'placed', 'aired', 'declined', 'overdue'] as const;
export const PartState = oneOf(...states);
export type PartState = Static<typeof PartState>;
const Counts = Type.Object(
  {
    ...{ waiting: Count, accepted: Count, placed: Count, aired: Count },
    ...{ declined: Count, overdue: Count, behind: Count },
  },
  strict,
);
const Standing = Type.Object(
  {
    state: PartState,
    ...{ aired: Count, late: Count, planned: Count, least: Count },
    behind: Type.Boolean(),
    lastAtMs: Nullable(Ms),
  },
  strict,
);
export const AssignmentPart = Type.Object(
  {
    communeId: Id,
    communeName: Type.String(),
    areaIds: List(Id),
    answer: oneOf('waiting', 'accepted', 'declined'),
    reason: Nullable(Type.String()),
    answeredAtMs: Nullable(Ms),
    remindedAtMs: Nullable(Ms),
    standing: Standing,
    answers: Type.Boolean({ description: 'the asker answers for this commune' }),
  },
  strict,
);
export type AssignmentPart = Static<typeof AssignmentPart>;

const line = {
  id: Id,
  tenantId: Id,
  bulletinId: Id,
  title: Type.String(),
  leastAirings: Count,
  dueAtMs: Ms,
  note: Nullable(Type.String()),
  givenBy: Id,
  givenAtMs: Ms,
  withdrawnAtMs: Nullable(Ms),
  counts: Counts,
  communes: Count,
  gives: Type.Boolean({ description: 'the asker may remind, extend and withdraw' }),
  own: Nullable(AssignmentPart),
};
export const AssignmentLine = Type.Object(line, strict);
export type AssignmentLine = Static<typeof AssignmentLine>;
export const AssignmentList = Type.Object({ assignments: List(AssignmentLine) }, strict);
export type AssignmentList = Static<typeof AssignmentList>;
export const AssignmentView = Type.Object(
  {
    ...line,
    parts: List(AssignmentPart),
    bulletin: Type.Object(
      {
        ...{ id: Id, title: Type.String(), text: Type.String(), priority: Priority },
        ...{ genre: Type.String(), state: Type.String() },
      },
      strict,
    ),
    clip: Nullable(Clip),
  },
  strict,
);
export type AssignmentView = Static<typeof AssignmentView>;
export const Reminded = Type.Object({ reminded: Count, behind: Count }, strict);
export type Reminded = Static<typeof Reminded>;

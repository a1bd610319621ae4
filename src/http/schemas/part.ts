// The documents inside a document: what each is, what it says of its status, what a person confirmed.
// It must never know which change of status is allowed (src/domain/documents/document-status.ts).
import { type Static, Type } from 'typebox';
import { Count, Id, List, Ms, Nullable, strict } from './common.ts';

/** Year-month-day. */
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
/** Counted from 1 in the order printed; a gazette of a year has hundreds. */
export const Position = Type.Integer({ minimum: 1, maximum: 10_000 });
export const Span = Type.Object({ from: Count, to: Count }, strict);

export const StatusKind = Type.Union([
  Type.Literal('draft'),
  Type.Literal('not-yet-in-force'),
  Type.Literal('in-force'),
  Type.Literal('amended'),
  Type.Literal('repealed'),
]);
export type StatusKind = Static<typeof StatusKind>;

const statusFields = {
  kind: StatusKind,
  commentUntil: Nullable(Day),
  inForceFrom: Nullable(Day),
  endedOn: Nullable(Day),
  by: Nullable(Type.String({ maxLength: 100, description: 'number of the document that ends it' })),
};
export const Status = Type.Object(statusFields, strict);
export type Status = Static<typeof Status>;
const Remark = Type.String({ maxLength: 1_000 });
export const StatusWish = Type.Object(
  { ...statusFields, remark: Type.Optional(Nullable(Remark)) },
  strict,
);
export type StatusWish = Static<typeof StatusWish>;
const Confirmed = Type.Object(
  { ...statusFields, confirmedBy: Id, confirmedAtMs: Ms, remark: Nullable(Remark) },
  strict,
);

const Does = Type.Union([
  Type.Literal('repeals'),
  Type.Literal('replaces'),
  Type.Literal('amends'),
]);
const SaidByAnother = Type.Object(
  {
    does: Does,
    number: Nullable(Type.String()),
    title: Nullable(Type.String()),
    documentId: Nullable(Id),
    position: Position,
  },
  {
    ...strict,
    description: 'another document says it does this to this one: for a person to judge',
  },
);
const SaidOfAnother = Type.Object(
  {
    does: Does,
    number: Type.String(),
    from: Count,
    to: Count,
    title: Nullable(Type.String()),
    documentId: Nullable(Id),
    position: Nullable(Position),
  },
  { ...strict, description: 'what this part says it does, and the document found by that number' },
);

const what = {
  position: Position,
  number: Nullable(Type.String()),
  title: Nullable(Type.String()),
};
export const Part = Type.Object(
  {
    ...what,
    issuer: Nullable(Type.String()),
    date: Nullable(Type.String()),
    type: Nullable(Type.String()),
    sourceFrom: Count,
    sourceTo: Count,
    status: Nullable(Confirmed),
    proposed: Nullable(Status),
    evidence: List(Span),
    standing: Nullable(StatusKind),
    lapsed: Type.Boolean({ description: 'the comment deadline, or the last day, is over' }),
    saidByOthers: List(SaidByAnother),
    acts: List(SaidOfAnother),
  },
  strict,
);
export type Part = Static<typeof Part>;
export const PartBrief = Type.Object(
  { ...what, standing: Nullable(StatusKind), confirmed: Type.Boolean() },
  strict,
);
export type PartBrief = Static<typeof PartBrief>;
export const ByPart = Type.Object({ id: Id, position: Position }, strict);

export const Similar = Type.Object(
  {
    position: Position,
    relation: Type.Union([
      Type.Literal('same'),
      Type.Literal('signed-version-of'),
      Type.Literal('draft-of'),
      Type.Literal('similar'),
    ]),
    share: Type.Number({ minimum: 0, maximum: 1 }),
    documentId: Id,
    otherPosition: Position,
    number: Nullable(Type.String()),
    title: Type.String(),
  },
  { ...strict, description: 'part `position` of this document is `relation` the other' },
);
export type Similar = Static<typeof Similar>;

const MadeLine = { id: Id, title: Type.String(), state: Type.String() };
/** What sounded of a part, by village; what was made from it, and what puts it right. */
export const Heard = Type.Object(
  {
    ended: Type.Boolean({ description: 'what is made from it no longer airs' }),
    bulletins: List(Type.Object(MadeLine, strict)),
    villages: List(
      Type.Object(
        {
          ...{ areaId: Id, name: Type.String(), communeName: Type.String() },
          ...{ airings: Count, speakers: Count, lastAtMs: Ms },
        },
        strict,
      ),
    ),
    corrections: List(Type.Object({ ...MadeLine, madeAtMs: Ms, areaIds: List(Id) }, strict)),
    mentioning: List(Type.Object({ id: Id, title: Type.String() }, strict)),
  },
  strict,
);
export type Heard = Static<typeof Heard>;

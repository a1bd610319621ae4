// Rehearsals of days to come: what will fail, with its remedy, and what came of it.
// It must never know how a day is played through.
import { type Static, Type } from 'typebox';
import { Count, Id, List, Ms, Nullable, Sentence, strict } from './common.ts';

export const RehearsalWish = Type.Object({ tenantId: Id, fromMs: Ms, toMs: Ms }, strict);
export type RehearsalWish = Static<typeof RehearsalWish>;
export const RehearsalsQuery = Type.Object({ tenantId: Type.Optional(Id) }, strict);

const Expected = Type.Object(
  {
    ...{ played: Count, 'partly-played': Count, 'pre-empted': Count },
    ...{ 'skipped-by-rule': Count, failed: Count },
  },
  strict,
);
const Title = Type.Object({ bulletinId: Id, title: Type.String(), playAtMs: Ms }, strict);
export const Finding = Type.Object(
  {
    /** grows with what can go wrong: a screen shows its sentence */
    fault: Type.String({ maxLength: 40 }),
    expected: Type.Union([
      Type.Literal('partly-played'),
      Type.Literal('pre-empted'),
      Type.Literal('skipped-by-rule'),
      Type.Literal('failed'),
    ]),
    siteId: Nullable(Id),
    siteName: Nullable(Type.String()),
    scheduleId: Nullable(Id),
    bulletinId: Nullable(Id),
    title: Nullable(Type.String()),
    by: Nullable(Title),
    sinceMs: Nullable(Ms),
    firstAtMs: Ms,
    pairs: Count,
    people: Count,
    occurrenceIds: List(Type.String({ maxLength: 120 })),
    siteIds: List(Id),
    says: Sentence,
    remedy: Sentence,
  },
  strict,
);
export type Finding = Static<typeof Finding>;

const brief = {
  id: Id,
  tenantId: Id,
  tenantName: Type.String(),
  madeAtMs: Ms,
  fromMs: Ms,
  toMs: Ms,
  by: Nullable(Type.String()),
  occurrences: Count,
  speakers: Count,
  pairs: Count,
  expected: Expected,
  found: Count,
};
export const RehearsalBrief = Type.Object(brief, strict);
export type RehearsalBrief = Static<typeof RehearsalBrief>;
export const RehearsalList = Type.Object({ rehearsals: List(RehearsalBrief) }, strict);
export type RehearsalList = Static<typeof RehearsalList>;
const CameTrue = Type.Object(
  { pairs: Count, missed: Count, foreseen: Count, falseAlarms: Count },
  strict,
);
export const Rehearsal = Type.Object(
  { ...brief, findings: List(Finding), left: Count, came: Nullable(CameTrue) },
  strict,
);
export type Rehearsal = Static<typeof Rehearsal>;

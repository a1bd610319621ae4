// Exceptions from a commune's regulation: asked for with a reason, listed, confirmed or refused by a second person.
// It must never know what an exception lifts.
import { type Static, Type } from 'typebox';
import { Id, List, Ms, Nullable, Sentence, strict } from './common.ts';
import { NewSchedule } from './schedule.ts';

const Reason = Type.String({ minLength: 1, maxLength: 600 });

/** Of a schedule to be made, or of one that stands and no longer fits. */
export const OverrideWish = Type.Union([
  Type.Object({ wish: NewSchedule, reason: Reason }, strict),
  Type.Object({ scheduleId: Id, reason: Reason }, strict),
]);
export type OverrideWish = Static<typeof OverrideWish>;

export const Override = Type.Object(
  {
    id: Id,
    tenantId: Id,
    bulletinId: Id,
    title: Type.String(),
    areaIds: List(Id),
    areaNames: List(Type.String()),
    scheduleId: Nullable(Id),
    /** the rule in words */
    when: Sentence,
    /** what is wrong with it, as it was said when it was asked */
    faults: List(Sentence),
    reason: Type.String(),
    askedBy: Id,
    askedByName: Type.String(),
    askedAtMs: Ms,
    state: Type.Union([Type.Literal('open'), Type.Literal('confirmed'), Type.Literal('refused')]),
    decidedBy: Nullable(Id),
    decidedByName: Nullable(Type.String()),
    decidedAtMs: Nullable(Ms),
    remark: Nullable(Type.String()),
    /** until when a confirmed one holds */
    untilMs: Nullable(Ms),
    stale: Type.Boolean({ description: 'the sound has changed since: it has to be asked anew' }),
    mine: Type.Boolean({ description: 'whoever looks may decide it' }),
  },
  strict,
);
export type Override = Static<typeof Override>;

export const OverridesQuery = Type.Object(
  {
    state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('decided')])),
    beforeId: Type.Optional(Id),
  },
  strict,
);

/** Newest first, fifty a page; `more`: ask again with the last id. */
export const OverrideList = Type.Object(
  { overrides: List(Override), more: Type.Boolean() },
  strict,
);
export type OverrideList = Static<typeof OverrideList>;

export const Remark = Type.Object(
  { remark: Type.Optional(Nullable(Type.String({ maxLength: 600 }))) },
  strict,
);

// Schedules (when and where) and the next hours they lead to.
// It must never know how a pattern is expanded (src/domain).
import { type Static, Type } from 'typebox';
import { AirRules, RepeatRule } from './calendar.ts';
import { Count, Id, List, Ms, Nullable, Priority, Sentence, strict } from './common.ts';
import { HushedSite } from './hush.ts';

const Once = Type.Object({ kind: Type.Literal('once'), atMs: Ms }, strict);
// A pattern of six fields with lists and ranges fits in 120 characters.
const Pattern = Type.String({ minLength: 1, maxLength: 120 });

/** absent: silent in mourning, as usual on holidays */
const onSpecialDays = {
  special: Type.Optional(RepeatRule.properties.special),
  replaceWith: Type.Optional(RepeatRule.properties.replaceWith),
};

export const ScheduleRule = Type.Union([
  Once,
  Type.Object(
    {
      ...{ kind: Type.Literal('cron'), pattern: Pattern, fromMs: Ms, untilMs: Nullable(Ms) },
      ...onSpecialDays,
    },
    strict,
  ),
  Type.Object({ kind: Type.Literal('now'), atMs: Nullable(Ms) }, strict),
  RepeatRule,
]);
export type ScheduleRule = Static<typeof ScheduleRule>;

export const Schedule = Type.Object(
  {
    id: Id,
    tenantId: Id,
    bulletinId: Id,
    areaIds: List(Id),
    rule: ScheduleRule,
    air: AirRules,
    version: Count,
    createdBy: Id,
    createdAtMs: Ms,
    sinceMs: Ms,
    endedAtMs: Nullable(Ms),
    /** the rule in words */
    says: Sentence,
  },
  strict,
);
export type Schedule = Static<typeof Schedule>;
export const ScheduleList = Type.Object({ schedules: List(Schedule) }, strict);
export type ScheduleList = Static<typeof ScheduleList>;

export const Hindrance = Type.Union([
  Type.Literal('not-approved'),
  Type.Literal('changed-since-approval'),
  Type.Literal('approval-too-old'),
  Type.Literal('out-of-hours'),
  Type.Literal('no-speakers'),
  Type.Literal('no-clip'),
  Type.Literal('expired'),
  Type.Literal('document-ended'),
  Type.Literal('over-regulation'),
  Type.Literal('original-not-approved'),
  Type.Literal('older-text'),
  Type.Literal('cancelled-once'),
]);
export type Hindrance = Static<typeof Hindrance>;

const OnceChange = Type.Union([
  Type.Literal('moved'),
  Type.Literal('replaced'),
  Type.Literal('cancelled'),
]);
/** of a schedule, its slot and, when it is said again, the how-manieth time */
const OccurrenceId = Type.String({ maxLength: 64, pattern: '^[A-Za-z0-9_@#-]+$' });
const occurrence = {
  id: OccurrenceId,
  scheduleId: Id,
  bulletinId: Id,
  tenantId: Id,
  areaIds: List(Id),
  /** the rule's own time for it */
  slotMs: Ms,
  playAtMs: Ms,
  durationMs: Count,
  priority: Priority,
  air: AirRules,
  change: Nullable(OnceChange),
  special: Nullable(Type.String()),
  hindrance: Nullable(Hindrance),
  /** sites that stay silent then while their neighbours sound */
  hushed: Type.Optional(List(HushedSite)),
};
export const Occurrence = Type.Object(occurrence, strict);
export type Occurrence = Static<typeof Occurrence>;

const Foreseen = Type.Union([Hindrance, Type.Literal('past')]);
export type Foreseen = Static<typeof Foreseen>;
export const ScheduleOutlook = Type.Object(
  {
    scheduleId: Id,
    nextAtMs: Nullable(Ms),
    hindrance: Nullable(Foreseen),
    hushed: List(HushedSite),
  },
  { ...strict, description: 'what approving it now would lead to; past: to nothing any more' },
);
export type ScheduleOutlook = Static<typeof ScheduleOutlook>;

export const AiringState = Type.Union([
  Type.Literal('planned'),
  Type.Literal('sending'),
  Type.Literal('sent'),
  Type.Literal('closed'),
  Type.Literal('cancelled'),
]);
export type AiringState = Static<typeof AiringState>;

export const PlannedOccurrence = Type.Object(
  { ...occurrence, title: Type.String(), airing: Nullable(AiringState), airingId: Nullable(Id) },
  strict,
);
export type PlannedOccurrence = Static<typeof PlannedOccurrence>;
export const PlanAnswer = Type.Object(
  {
    nowMs: Type.Number(),
    occurrences: List(PlannedOccurrence),
    cursor: Nullable(Type.String()),
  },
  { ...strict, description: 'at most 2,000; cursor: ask again with it for those that follow' },
);
export type PlanAnswer = Static<typeof PlanAnswer>;
export const PlanQuery = Type.Object(
  {
    // a month ahead is the furthest a plan is read; expanding further is work for nobody
    hours: Type.Optional(Type.Integer({ minimum: 1, maximum: 744 })),
    fromMs: Type.Optional(Ms),
    toMs: Type.Optional(Ms),
    cursor: Type.Optional(Type.String({ maxLength: 100 })),
  },
  strict,
);

export const ScheduleWish = Type.Union([
  Once,
  Type.Object(
    {
      kind: Type.Literal('cron'),
      pattern: Pattern,
      fromMs: Type.Optional(Nullable(Ms)),
      untilMs: Type.Optional(Nullable(Ms)),
      ...onSpecialDays,
    },
    { ...strict, description: 'of a change: untilMs null is without end, absent as it stands' },
  ),
  Type.Object({ kind: Type.Literal('now') }, strict),
  RepeatRule,
]);
export type ScheduleWish = Static<typeof ScheduleWish>;
export const NewSchedule = Type.Object(
  {
    bulletinId: Id,
    areaIds: Type.Array(Id, { minItems: 1, maxItems: 500 }),
    rule: ScheduleWish,
    /** as usual, where it says nothing */
    air: Type.Optional(AirRules),
  },
  strict,
);
export type NewSchedule = Static<typeof NewSchedule>;
export const ScheduleChange = Type.Object(
  { ...NewSchedule.properties, version: Count },
  { ...strict, description: 'version: the one that was on the screen' },
);
export type ScheduleChange = Static<typeof ScheduleChange>;
export const ScheduleTry = Type.Object(
  { ...NewSchedule.properties, scheduleId: Type.Optional(Id) },
  { ...strict, description: 'scheduleId: as a change of that one' },
);
export type ScheduleTry = Static<typeof ScheduleTry>;
const warnings = List(Sentence);
export const ScheduleMade = Type.Object(
  { schedule: Schedule, next: List(Occurrence), warnings },
  strict,
);
export type ScheduleMade = Static<typeof ScheduleMade>;
export const SchedulePreview = Type.Object(
  { next: List(Occurrence), says: Sentence, warnings },
  strict,
);
export type SchedulePreview = Static<typeof SchedulePreview>;
export const TimesLeft = Type.Object({ next: List(Occurrence) }, strict);
export type TimesLeft = Static<typeof TimesLeft>;

// What is foreseen: conflicts of a wish with its ways out, coming times by village, where things are used.
// It must never know how any of it is found.
import { type Static, Type } from 'typebox';
import { AirRules } from './calendar.ts';
import { Count, Id, List, Ms, Nullable, Sentence, strict } from './common.ts';
import { Hindrance, NewSchedule } from './schedule.ts';

const { bulletinId, areaIds, rule } = NewSchedule.properties;
/** the wish of a schedule, as it stands in a form or under a hand that drags it */
export const ConflictWish = Type.Object(
  {
    ...{ bulletinId, areaIds, rule },
    air: Type.Optional(AirRules),
    exceptScheduleId: Type.Optional(Id),
    version: Type.Optional(Count),
  },
  strict,
);
export type ConflictWish = Static<typeof ConflictWish>;

const DecidingRule = Type.Union([
  Type.Literal('higher-priority'),
  Type.Literal('commune-order'),
  Type.Literal('more-severe'),
  Type.Literal('no-order-chosen'),
  Type.Literal('exact-start'),
  Type.Literal('filler'),
  Type.Literal('already-sounding'),
  Type.Literal('order-of-arrival'),
  Type.Literal('allowed-hours'),
]);
const Outcome = Type.Union([
  Type.Object({ kind: Type.Literal('waits'), fromMs: Ms }, strict),
  Type.Object({ kind: Type.Literal('interrupted'), atMs: Ms, againMs: Nullable(Ms) }, strict),
  Type.Object({ kind: Type.Literal('gives-way') }, strict),
  Type.Object({ kind: Type.Literal('cut'), atMs: Ms }, strict),
]);
/** of an occurrence; a wish has none yet */
const OccurrenceId = Type.String({ maxLength: 120 });
export const Conflict = Type.Object(
  {
    atMs: Ms,
    times: Count,
    with: Type.Object(
      {
        occurrenceId: OccurrenceId,
        scheduleId: Type.String({ maxLength: 64 }),
        bulletinId: Id,
        title: Type.String(),
        playAtMs: Ms,
      },
      strict,
    ),
    whose: Type.Union([Type.Literal('wish'), Type.Literal('other')]),
    outcome: Outcome,
    rule: DecidingRule,
    /** of two priority items: until when their commune may say which is first */
    chooseUntilMs: Nullable(Ms),
    /** all of them; the lists name a hundred at most */
    speakers: Count,
    areaIds: List(Id),
    siteIds: List(Id),
    areaNames: List(Type.String()),
    siteNames: List(Type.String()),
    says: Sentence,
  },
  strict,
);
export type Conflict = Static<typeof Conflict>;
export const WayOut = Type.Union([
  Type.Object({ kind: Type.Literal('move'), atMs: Ms, shiftMs: Type.Integer() }, strict),
  Type.Object({ kind: Type.Literal('shorten'), maxSeconds: Count }, strict),
  Type.Object({ kind: Type.Literal('ask-priority') }, strict),
]);
export type WayOut = Static<typeof WayOut>;
export const ConflictAnswer = Type.Object(
  { conflicts: List(Conflict), ways: List(WayOut) },
  strict,
);
export type ConflictAnswer = Static<typeof ConflictAnswer>;

export const AirtimesQuery = Type.Object(
  {
    cursor: Type.Optional(Type.String({ maxLength: 200, pattern: '^[A-Za-z0-9_@-]+$' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  },
  strict,
);
export const Airtime = Type.Object(
  {
    occurrenceId: OccurrenceId,
    scheduleId: Id,
    areaId: Id,
    areaName: Type.String(),
    playAtMs: Ms,
    hindrance: Nullable(Hindrance),
    speakers: Type.Object(
      {
        ...{ all: Count, ready: Count, hushed: Count, closed: Count },
        ...{ 'no-unit': Count, never: Count, silent: Count, faulty: Count },
      },
      strict,
    ),
  },
  strict,
);
export type Airtime = Static<typeof Airtime>;
export const AirtimeList = Type.Object(
  { airtimes: List(Airtime), next: Nullable(Type.String()) },
  strict,
);
export type AirtimeList = Static<typeof AirtimeList>;

export const UsesQuery = Type.Object(
  {
    kind: Type.Union([
      Type.Literal('clip'),
      Type.Literal('bulletin'),
      Type.Literal('lexicon'),
      Type.Literal('template'),
    ]),
    /** an id, or a word as it is written */
    id: Type.String({ minLength: 1, maxLength: 300 }),
    /** of a template or a word: whose */
    areaId: Type.Optional(Id),
  },
  strict,
);
export const Use = Type.Object(
  {
    what: Type.Union([
      Type.Literal('bulletin'),
      Type.Literal('schedule'),
      Type.Literal('replacement'),
      Type.Literal('exception'),
      Type.Literal('standing'),
      Type.Literal('document'),
      Type.Literal('notice'),
    ]),
    id: Id,
    bulletinId: Nullable(Id),
    title: Type.String(),
    atMs: Nullable(Ms),
    says: Sentence,
  },
  strict,
);
export type Use = Static<typeof Use>;
export const UseList = Type.Object({ uses: List(Use), whole: Type.Boolean() }, strict);
export type UseList = Static<typeof UseList>;

// Rules of the calendar and of the air, as they travel: repetition, special days, starts, misses, layers.
// It must never know when a rule fires.
import { type Static, type TSchema, Type } from 'typebox';
import { Id, List, Ms, Nullable, strict } from './common.ts';

/** Rules are read, never changed in place. */
function frozen<T extends TSchema>(list: T) {
  return Type.Unsafe<Readonly<Static<T>>>(list);
}

export const IsoDay = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const MonthDay = Type.String({ pattern: '^\\d{2}-\\d{2}$' });
const Weekday = Type.Integer({ minimum: 1, maximum: 7 });
/** two dozen airings a day are more than any regulation allows */
const DaySeconds = frozen(
  Type.Array(Type.Integer({ minimum: 0, maximum: 86_399 }), { minItems: 1, maxItems: 24 }),
);
/** of days, weeks or months: a rule rarer than once a year is a date */
const Step = Type.Integer({ minimum: 1, maximum: 366 });

const RepeatDays = Type.Union([
  Type.Object({ every: Type.Literal('day'), step: Step }, strict),
  Type.Object(
    {
      every: Type.Literal('week'),
      step: Step,
      weekdays: frozen(Type.Array(Weekday, { minItems: 1, maxItems: 7 })),
    },
    strict,
  ),
  Type.Object(
    {
      every: Type.Literal('month'),
      step: Step,
      days: frozen(
        Type.Array(Type.Integer({ minimum: -1, maximum: 31 }), { minItems: 1, maxItems: 31 }),
      ),
    },
    strict,
  ),
  Type.Object(
    {
      every: Type.Literal('month-weekday'),
      step: Step,
      nth: Type.Integer({ minimum: -1, maximum: 5 }),
      weekday: Weekday,
    },
    strict,
  ),
]);

const OnSpecialDay = Type.Union([
  Type.Literal('as-usual'),
  Type.Literal('skip'),
  Type.Literal('only'),
  Type.Literal('replace'),
]);

export const RepeatRule = Type.Object(
  {
    kind: Type.Literal('repeat'),
    days: RepeatDays,
    at: DaySeconds,
    seasons: frozen(
      Type.Array(Type.Object({ from: MonthDay, until: MonthDay, at: DaySeconds }, strict), {
        maxItems: 4,
      }),
    ),
    fromDay: IsoDay,
    untilDay: Nullable(IsoDay),
    special: Type.Object({ holiday: OnSpecialDay, mourning: OnSpecialDay }, strict),
    replaceWith: Nullable(Id),
  },
  strict,
);
export type RepeatRule = Static<typeof RepeatRule>;

/** six hours: nothing later is still the same occurrence */
const SpanMs = Type.Integer({ minimum: 1_000, maximum: 21_600_000 });

export const AirRules = Type.Object(
  {
    start: Type.Union([
      Type.Object({ kind: Type.Literal('exact') }, strict),
      Type.Object({ kind: Type.Literal('after') }, strict),
      Type.Object({ kind: Type.Literal('within'), withinMs: SpanMs }, strict),
    ]),
    missed: Type.Union([
      Type.Object({ kind: Type.Literal('join') }, strict),
      Type.Object({ kind: Type.Literal('skip') }, strict),
      Type.Object({ kind: Type.Literal('late'), untilMs: SpanMs }, strict),
      Type.Object({ kind: Type.Literal('escalate') }, strict),
    ]),
    under: Type.Union([Type.Literal('pause'), Type.Literal('silent'), Type.Literal('drop')]),
    times: Type.Integer({ minimum: 1, maximum: 5 }),
    gapMs: Type.Integer({ minimum: 0, maximum: 21_600_000 }),
    filler: Type.Boolean(),
    /** of a filler: what follows the bulletin itself; an hour of three-minute pieces is 20 with it */
    playlist: Type.Optional(frozen(Type.Array(Id, { minItems: 1, maxItems: 19 }))),
  },
  strict,
);
export type AirRules = Static<typeof AirRules>;

/** what is changed for one time alone; the rule stays */
export const OnceWish = Type.Union([
  Type.Object({ kind: Type.Literal('cancel') }, strict),
  Type.Object({ kind: Type.Literal('move'), toMs: Ms }, strict),
  Type.Object({ kind: Type.Literal('replace'), bulletinId: Id }, strict),
]);
export type OnceWish = Static<typeof OnceWish>;
export const NewException = Type.Object(
  { slotMs: Ms, change: OnceWish, reason: Type.String({ maxLength: 300 }) },
  strict,
);
export type NewException = Static<typeof NewException>;
export const BySlot = Type.Object({ id: Id, slotMs: Ms }, strict);

const SpecialKind = Type.Union([Type.Literal('holiday'), Type.Literal('mourning')]);
const day = {
  kind: SpecialKind,
  name: Type.String({ minLength: 1, maxLength: 300 }),
  fromDay: IsoDay,
  untilDay: IsoDay,
};
export const NewSpecialDay = Type.Object({ areaId: Id, ...day }, strict);
export type NewSpecialDay = Static<typeof NewSpecialDay>;
export const SpecialDayChange = Type.Object(day, strict);
export type SpecialDayChange = Static<typeof SpecialDayChange>;
export const SpecialDay = Type.Object(
  {
    id: Id,
    tenantId: Nullable(Id),
    ...day,
    note: Nullable(Type.String()),
    mine: Type.Boolean(),
  },
  { ...strict, description: "tenantId null: the country's; mine: this account may change it" },
);
export type SpecialDay = Static<typeof SpecialDay>;
export const SpecialDayList = Type.Object({ days: List(SpecialDay) }, strict);
export type SpecialDayList = Static<typeof SpecialDayList>;

export const ClockWords = Type.Object({ text: Type.String({ maxLength: 100 }) }, strict);
export type ClockWords = Static<typeof ClockWords>;
export const ClockRead = Type.Object(
  { seconds: Type.Integer({ minimum: 0, maximum: 86_399 }) },
  { ...strict, description: 'seconds after midnight' },
);
export type ClockRead = Static<typeof ClockRead>;

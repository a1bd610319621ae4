// The nouns of the calendar: rules a planner thinks in, days that are not like others, and one time changed alone.
// It must never know rows, screens or a clock; all times are wall-clock in Asia/Ho_Chi_Minh.

/** "2026-11-25" */
export type IsoDay = string;
/** "04-16": a day of every year */
export type MonthDay = string;
/** seconds after midnight, 0–86,399: starts are planned to the second (LibreTime #2951 asks for it) */
export type DaySecond = number;
/** 1 = Monday … 7 = Sunday, as allowed hours count */
export type Weekday = number;

/** `step`: every so many days, weeks or months, counted from the rule's first day. */
export type RepeatDays =
  | { every: 'day'; step: number }
  | { every: 'week'; step: number; weekdays: readonly Weekday[] }
  /** −1: the last of the month; a 31st does not fire in a month of thirty */
  | { every: 'month'; step: number; days: readonly number[] }
  /** the first … fifth of these weekdays in the month; −1: the last */
  | { every: 'month-weekday'; step: number; nth: number; weekday: Weekday };

/** In its part of the year these times hold in place of the rule's own; it may run over New Year. */
export type Season = { from: MonthDay; until: MonthDay; at: readonly DaySecond[] };

export type SpecialKind = 'holiday' | 'mourning';
/** What a rule does on such a day; `replace`: another bulletin in its place, at the same times. */
export type OnSpecialDay = 'as-usual' | 'skip' | 'only' | 'replace';

export type RepeatRule = {
  kind: 'repeat';
  days: RepeatDays;
  at: readonly DaySecond[];
  seasons: readonly Season[];
  fromDay: IsoDay;
  /** the last day on which it fires; null: without end */
  untilDay: IsoDay | null;
  special: Readonly<Record<SpecialKind, OnSpecialDay>>;
  /** the bulletin aired instead where `special` says replace */
  replaceWith: string | null;
};

/** A holiday or a day of mourning: the country's (null), the province's or one commune's; days inclusive. */
export type SpecialDay = {
  id: string;
  tenantId: string | null;
  kind: SpecialKind;
  name: string;
  fromDay: IsoDay;
  untilDay: IsoDay;
};

/** One that comes with the product, and by what it is one. */
export type CountryDay = SpecialDay & { note: string };

/** What a person changed in a schedule: said to whoever edits an older version of it. */
export type ScheduleEdit = {
  scheduleId: string;
  /** the one it led to */
  version: number;
  what: readonly EditedPart[];
  byId: string;
  atMs: number;
};
export type EditedPart = 'bulletin' | 'areas' | 'rule' | 'air';

/** One occurrence changed, its rule untouched; `slotMs` is the rule's own time for it. */
export type ScheduleException = {
  scheduleId: string;
  slotMs: number;
  change:
    | { kind: 'cancel' }
    | { kind: 'move'; toMs: number }
    | { kind: 'replace'; bulletinId: string };
  reason: string;
  byId: string;
  atMs: number;
};

/**
 * exact: takes its turn from an equal that sounds at that moment · after: lets the equal finish ·
 * within: begins when there is room, no later than `withinMs` after its time.
 */
export type StartRule =
  | { kind: 'exact' }
  | { kind: 'after' }
  | { kind: 'within'; withinMs: number };

/**
 * What happens when its beginning was missed. join: comes in where the neighbours are · skip ·
 * late: from the beginning, no later than `untilMs` after its time · escalate: as join, and people are told.
 */
export type MissedRule =
  | { kind: 'join' }
  | { kind: 'skip' }
  | { kind: 'late'; untilMs: number }
  | { kind: 'escalate' };

/** What it does beneath something above it: pause and resume · go on unheard · end there. */
export type UnderRule = 'pause' | 'silent' | 'drop';

export type AirRules = {
  start: StartRule;
  missed: MissedRule;
  under: UnderRule;
  /** how often the occurrence is aired, 1–5, each with a verdict of its own; `gapMs` from one's end to the next's start */
  times: number;
  gapMs: number;
  /** fills what nothing else wants: under everything, resumed wherever there is room */
  filler: boolean;
  /** of a filler: the bulletins that follow the schedule's own, in this order; one after the other, 20 at most */
  playlist?: readonly string[];
};

export const USUAL_RULES: AirRules = {
  start: { kind: 'after' },
  missed: { kind: 'join' },
  under: 'pause',
  times: 1,
  gapMs: 0,
  filler: false,
};

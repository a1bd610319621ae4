// The door of the calendar as types: schedules, single times of them, and days unlike others.
// It must never know routes or rows.
import type {
  AirRules,
  RepeatRule,
  SpecialDay,
  SpecialKind,
} from '../../domain/calendar/calendar-model.ts';
import type { Sentence } from '../../domain/errors.ts';
import type { Actor, Occurrence, Schedule } from '../../domain/model.ts';
import type { HushedSite } from '../poles/pole-door.ts';

export type ScheduleWish =
  | { kind: 'once'; atMs: number }
  | {
      kind: 'cron';
      pattern: string;
      fromMs?: number | null;
      /** null: without end; absent: as it stands */
      untilMs?: number | null;
      special?: RepeatRule['special'];
      replaceWith?: string | null;
    }
  | { kind: 'now' }
  | RepeatRule;
export type ScheduleInput = {
  bulletinId: string;
  areaIds: readonly string[];
  rule: ScheduleWish;
  /** as usual, where it says nothing */
  air?: AirRules;
};
/** `hushed`: sites that stay silent then while their neighbours sound */
export type NextOccurrence = Occurrence & { hushed?: readonly HushedSite[] };
/** The rule in words: whoever shows a schedule needs none of their own. */
export type SpokenSchedule = Schedule & { says: Sentence };
/** `warnings`: what may stand, and its maker may not have thought of */
export type SchedulePreview = {
  next: NextOccurrence[];
  says: Sentence;
  warnings: readonly Sentence[];
};

/** What is changed for one time; `slotMs` is the rule's own time for it. */
export type OnceWish =
  | { kind: 'cancel' }
  | { kind: 'move'; toMs: number }
  | { kind: 'replace'; bulletinId: string };

export type Schedules = {
  create(
    actor: Actor,
    input: ScheduleInput,
  ): { schedule: SpokenSchedule; next: NextOccurrence[]; warnings: readonly Sentence[] };
  /** the same checks and expansion as `create` (or `update`), and nothing written */
  preview(actor: Actor, input: ScheduleInput & { scheduleId?: string }): SchedulePreview;
  list(actor: Actor): SpokenSchedule[];
  get(actor: Actor, input: { scheduleId: string }): SpokenSchedule;
  /**
   * `version`: the one that was on the screen.
   * @throws AppError conflict changed-meanwhile, saying what, by whom and when
   */
  update(
    actor: Actor,
    input: ScheduleInput & { scheduleId: string; version: number },
  ): { schedule: SpokenSchedule; next: NextOccurrence[]; warnings: readonly Sentence[] };
  /** ends the schedule and cancels what is on its way */
  withdraw(actor: Actor, input: { scheduleId: string }): Promise<SpokenSchedule>;
  /** this one time; the rule stays as it is */
  except(
    actor: Actor,
    input: { scheduleId: string; slotMs: number; change: OnceWish; reason: string },
  ): { next: NextOccurrence[] };
  /** that time is as the rule says again */
  unexcept(actor: Actor, input: { scheduleId: string; slotMs: number }): { next: NextOccurrence[] };
};

/** `mine`: this actor may change it; the country's and a tenant's above are there to be seen. */
export type ShownDay = SpecialDay & { note: string | null; mine: boolean };
export type SpecialDayInput = {
  areaId: string;
  kind: SpecialKind;
  name: string;
  fromDay: string;
  untilDay: string;
};
export type SpecialDays = {
  /** those that count for what this actor sees, by day */
  list(actor: Actor): ShownDay[];
  add(actor: Actor, input: SpecialDayInput): ShownDay;
  change(actor: Actor, input: Omit<SpecialDayInput, 'areaId'> & { dayId: string }): ShownDay;
  remove(actor: Actor, input: { dayId: string }): void;
};

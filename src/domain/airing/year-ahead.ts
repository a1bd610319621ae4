// Every time that a repeating rule has within a year, and of those one of each kind that hours can tell apart.
// It must never know hours, bulletins or a clock: rule and days in, instants out.
import type { RepeatRule } from '../calendar/calendar-model.ts';
import { firesOn } from '../calendar/on-special-day.ts';
import { firingsBetween, nextFiring, type SpecialOn } from '../calendar/recurrence.ts';
import type { CronRule } from '../model.ts';
import { DAY_MS, dayNumber } from '../vietnam-time.ts';
import { type CronFields, nextOccurrence, occurrencesBetween } from './cron.ts';

/** Two weeks show every weekday; only a year shows the 1st of a month on each of them, and every season (issue #5, 2). */
const YEAR_MS = 366 * DAY_MS;
const WEEK_MS = 7 * DAY_MS;
/** A hundred a day, which schedule-problems.ts allows, for a year; what fires each second has more on its first day. */
const TIMES_MAX = 101 * 367;

export type Repeating = RepeatRule | CronRule;
type Asked = {
  rule: Repeating;
  /** of a cron pattern; null: it cannot be read, and never fires */
  fields: CronFields | null;
  special: SpecialOn;
  nowMs: number;
};

/** From its first time on, in order: a pattern for New Year's Day is checked on New Year's Day. */
export function yearAhead({ rule, fields, special, nowMs }: Asked): number[] {
  if (rule.kind === 'repeat') return ofRepeat(rule, { special, nowMs });
  if (fields === null) return [];
  const first = nextOccurrence(fields, Math.max(nowMs, rule.fromMs));
  if (first === null) return [];
  const toMs = Math.min(first + YEAR_MS, rule.untilMs ?? Number.POSITIVE_INFINITY);
  const times = occurrencesBetween({ fields, fromMs: first, toMs, limit: TIMES_MAX });
  return times.filter((atMs) => firesOn(rule, special(dayNumber(atMs))?.kind ?? null) !== null);
}

function ofRepeat(rule: RepeatRule, { special, nowMs }: Pick<Asked, 'special' | 'nowMs'>) {
  const first = nextFiring({ rule, special, fromMs: nowMs })?.atMs ?? null;
  if (first === null) return [];
  const span = { fromMs: first, toMs: first + YEAR_MS, limit: TIMES_MAX };
  return firingsBetween({ rule, special, ...span }).map(({ atMs }) => atMs);
}

/** The first at each moment of the week: windows repeat weekly, so the others of it fit or do not as it does. */
export function oneOfEach(times: readonly number[]): number[] {
  const known = new Map<number, number>();
  for (const atMs of times) {
    const moment = atMs % WEEK_MS;
    if (!known.has(moment)) known.set(moment, atMs);
  }
  return [...known.values()];
}

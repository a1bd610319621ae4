// When a cron pattern fires, in Vietnam's time, exactly as node-cron 4.6 would match it.
// It must never know how a pattern is written (src/services/airing/cron-pattern.ts parses it) nor what airs then.
import { DAY_MS, type Day, dayNumber, dayOf, midnightMs } from '../vietnam-time.ts';

/** What node-cron's parse() hands out; days may be numbers or 'L', 'L-3', '15W', 'LW'; '5L', '5#2'. */
export type CronFields = {
  second: readonly number[];
  minute: readonly number[];
  hour: readonly number[];
  dayOfMonth: readonly (number | string)[];
  month: readonly number[];
  dayOfWeek: readonly (number | string)[];
};

/**
 * The calendar repeats after 28 years (until 2100): a pattern silent for so long is silent for good,
 * even one that waits for a fifth Friday in February.
 */
const SILENT_DAYS = 28 * 366;

/** Instants in [fromMs, toMs), in order, at most `limit`. */
export function occurrencesBetween(of: {
  fields: CronFields;
  fromMs: number;
  toMs: number;
  limit: number;
}): number[] {
  const times = timesOfDay(of.fields);
  const found: number[] = [];
  for (let no = dayNumber(of.fromMs); midnightMs(no) < of.toMs; no += 1) {
    if (!firesOn(of.fields, dayOf(no))) continue;
    for (const time of times) {
      const atMs = midnightMs(no) + time;
      if (atMs < of.fromMs || atMs >= of.toMs) continue;
      if (found.length >= of.limit) return found;
      found.push(atMs);
    }
  }
  return found;
}

/** The first instant at or after fromMs; null when the pattern never fires (30 February). */
export function nextOccurrence(fields: CronFields, fromMs: number): number | null {
  const toMs = fromMs + SILENT_DAYS * DAY_MS;
  return occurrencesBetween({ fields, fromMs, toMs, limit: 1 })[0] ?? null;
}

/** Milliseconds after midnight, in order. node-cron keeps doubles ("7,7"): a Set drops them. */
function timesOfDay({ hour, minute, second }: CronFields): number[] {
  const times = new Set<number>();
  for (const h of hour)
    for (const m of minute) for (const s of second) times.add(((h * 60 + m) * 60 + s) * 1_000);
  return [...times].sort((a, b) => a - b);
}

/**
 * Day of month and day of week must both hold, as in node-cron; Vixie cron takes either when both are
 * given. So "0 17 13 * 5" is Friday the 13th, and not every Friday and every 13th.
 */
function firesOn(fields: CronFields, day: Day): boolean {
  return (
    fields.month.includes(day.month) &&
    fields.dayOfMonth.some((token) => isDayOfMonth(token, day)) &&
    fields.dayOfWeek.some((token) => isDayOfWeek(token, day))
  );
}

function isDayOfMonth(token: number | string, day: Day): boolean {
  if (typeof token === 'number') return token === day.day;
  const last = lastDay(day);
  const [, from, back, weekday] = /^(L|\d{1,2})(?:-(\d{1,2}))?(W)?$/.exec(token) ?? [];
  if (from === undefined) return false;
  const target = (from === 'L' ? last : Number(from)) - Number(back ?? 0);
  return day.day === (weekday ? nearestWeekday(day, target) : target);
}

/** The Monday … Friday nearest to that date without leaving its month; 0 when the month lacks the date. */
function nearestWeekday({ day, weekday, ...month }: Day, target: number): number {
  const last = lastDay({ day, weekday, ...month });
  if (target > last) return 0;
  const on = (((weekday + target - day) % 7) + 7) % 7;
  if (on === 6) return target === 1 ? 3 : target - 1;
  if (on === 0) return target === last ? target - 2 : target + 1;
  return target;
}

function isDayOfWeek(token: number | string, { day, weekday, ...month }: Day): boolean {
  if (typeof token === 'number') return token === weekday;
  const [, name, rank] = /^([0-7])(L|#[1-5])$/.exec(token) ?? [];
  if (name === undefined || Number(name) % 7 !== weekday) return false;
  if (rank === 'L') return day + 7 > lastDay({ day, weekday, ...month });
  return rank === `#${Math.ceil(day / 7)}`;
}

function lastDay({ year, month }: Day): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

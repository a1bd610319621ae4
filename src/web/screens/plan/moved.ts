// What stands in the schedule's form, moved to where a way out of a conflict leads.
// It must never know who meets whom; null where the form cannot say it.
import type { ReadClock } from './clock-texts.ts';
import { type ScheduleFields, shifted } from './schedule-fields.ts';

export type Move = { atMs: number; shiftMs: number };

export function moved(
  fields: ScheduleFields,
  { atMs, shiftMs, read }: Move & { read: ReadClock },
): ScheduleFields | null {
  // "now" elsewhere is a time of its own
  if (fields.how === 'now') return { ...fields, how: 'once', atMs };
  if (fields.how !== 'cron') return shifted(fields, { shiftMs, read });
  const pattern = shiftedPattern(fields.pattern, shiftMs);
  return pattern === null ? null : { ...fields, pattern };
}

const DAY_S = 86_400;

/** "0 17 * * *" a quarter later is "15 17 * * *"; one that fires at several hours is for its writer to move. */
export function shiftedPattern(pattern: string, shiftMs: number): string | null {
  const parts = pattern.trim().split(/\s+/);
  const seconds = parts.length === 6 ? (parts.shift() as string) : null;
  const [minute = '', hour = '', ...days] = parts;
  const plain = [seconds ?? '0', minute, hour].every((part) => /^\d{1,2}$/.test(part));
  if (!plain || days.length !== 3) return null;
  const before = Number(hour) * 3_600 + Number(minute) * 60 + Number(seconds ?? 0);
  const after = before + Math.round(shiftMs / 1_000);
  if (after < 0 || after >= DAY_S || (seconds === null && after % 60 !== 0)) return null;
  const clock = [Math.floor(after / 60) % 60, Math.floor(after / 3_600)];
  return [...(seconds === null ? [] : [after % 60]), ...clock, ...days].join(' ');
}

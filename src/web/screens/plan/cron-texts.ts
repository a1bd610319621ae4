// A cron pattern's span and special days as the form's fields, and back, losing nothing that was not touched.
// It must never read a pattern.
import type { Schedule, ScheduleWish } from '../../../http/schemas/schedule.ts';
import { dayNumber, dayStartMs } from '../../format.ts';
import type { ScheduleFields } from './schedule-fields.ts';

type CronRule = Extract<Schedule['rule'], { kind: 'cron' }>;
/** Instants finer than the days that stand for them on the screen. */
export type KeptSpan = { fromMs: number | null; untilMs: number | null };

export function cronWish(fields: ScheduleFields): ScheduleWish | null {
  const pattern = fields.pattern.trim();
  if (pattern === '') return null;
  const { holiday, mourning, span, fromDay, untilDay } = fields;
  const replaces = holiday === 'replace' || mourning === 'replace';
  return {
    ...{ kind: 'cron', pattern },
    ...(fromDay === '' ? {} : { fromMs: instant(fromDay, { kept: span.fromMs, after: 0 }) }),
    untilMs: untilDay === '' ? null : instant(untilDay, { kept: span.untilMs, after: 1 }),
    special: { holiday, mourning },
    replaceWith: replaces ? fields.replaceWith || null : null,
  };
}

export function cronFields(rule: CronRule): Partial<ScheduleFields> {
  const { pattern, fromMs, untilMs, special, replaceWith } = rule;
  return {
    ...{ how: 'cron', pattern, span: { fromMs, untilMs } },
    ...{ fromDay: dayText(fromMs), untilDay: untilMs === null ? '' : dayText(untilMs - 1) },
    ...(special ? { holiday: special.holiday, mourning: special.mourning } : {}),
    replaceWith: replaceWith ?? '',
  };
}

/** The day's midnight, or the one after it; what is kept of that very day stays to the millisecond. */
function instant(day: string, { kept, after }: { kept: number | null; after: 0 | 1 }): number {
  if (kept !== null && dayText(kept - after) === day) return kept;
  return dayStartMs(Date.parse(`${day}T00:00:00Z`) / 86_400_000 + after);
}

function dayText(atMs: number): string {
  return new Date(dayNumber(atMs) * 86_400_000).toISOString().slice(0, 10);
}

// When a schedule airs, as one phrase in Vietnamese for a sheet of paper.
// It must never know which occurrences it leads to.

import { spokenRepeat } from '../calendar/repeat-words.ts';
import type { ScheduleRule } from '../model.ts';
import { spokenTime } from '../vietnam-time.ts';
import type { CronFields } from './cron.ts';

const DAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];
/** More times of a day are a table, not a phrase. */
const TIMES_MAX = 6;

/** @param fields of a cron rule, null where it cannot be read */
export function spokenRule(rule: ScheduleRule, fields: CronFields | null): string {
  if (rule.kind === 'once') return spokenTime(rule.atMs).vi;
  if (rule.kind === 'now')
    return rule.atMs === null ? 'ngay khi được duyệt' : spokenTime(rule.atMs).vi;
  if (rule.kind === 'repeat') return spokenRepeat(rule).vi;
  const until = rule.untilMs === null ? '' : `, đến ${spokenTime(rule.untilMs).vi}`;
  return `${weekly(fields) ?? `theo mẫu giờ "${rule.pattern}"`}${until}`;
}

/** Null when it is not simply some hours on some weekdays. */
function weekly(fields: CronFields | null): string | null {
  if (fields === null) return null;
  const { minute, hour, dayOfMonth, month, dayOfWeek } = fields;
  const times = hour.flatMap((h) => minute.map((m) => `${two(h)}:${two(m)}`));
  const days = [...new Set(dayOfWeek)].filter((day) => typeof day === 'number');
  const plain =
    dayOfMonth.length >= 31 && month.length === 12 && days.length === new Set(dayOfWeek).size;
  if (!plain || times.length > TIMES_MAX) return null;
  const named = days.map((day) => day % 7).sort((a, b) => (a || 7) - (b || 7));
  const when = named.length === 7 ? 'hằng ngày' : named.map((day) => DAYS[day]).join(', ');
  return `${times.join(' và ')}, ${when}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

// When a schedule airs, as one phrase in Vietnamese and in English.
// It must never know which occurrences it leads to.

import type { AirRules } from '../calendar/calendar-model.ts';
import { spokenRepeat, spokenSpecials } from '../calendar/repeat-words.ts';
import type { Sentence } from '../errors.ts';
import type { ScheduleRule } from '../model.ts';
import { spokenTime } from '../vietnam-time.ts';
import type { CronFields } from './cron.ts';

const DAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];
const ENGLISH = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** More times of a day are a table, not a phrase. */
const TIMES_MAX = 6;

/** @param fields of a cron rule, null where it cannot be read */
export function spokenRule(rule: ScheduleRule, fields: CronFields | null): Sentence {
  if (rule.kind === 'once') return spokenTime(rule.atMs);
  if (rule.kind === 'now')
    return rule.atMs === null
      ? { vi: 'ngay khi được duyệt', en: 'as soon as it is approved' }
      : spokenTime(rule.atMs);
  if (rule.kind === 'repeat') return spokenRepeat(rule);
  const said = weekly(fields) ?? {
    vi: `theo mẫu giờ "${rule.pattern}"`,
    en: `by the pattern "${rule.pattern}"`,
  };
  // what is left as usual is not said; a rule of before that said nothing is not said to have said it
  const special = rule.special ? spokenSpecials({ special: rule.special }) : [];
  const parts = [untilSaid(said, rule.untilMs), ...special];
  return {
    vi: parts.map((each) => each.vi).join('; '),
    en: parts.map((each) => each.en).join('; '),
  };
}

function untilSaid(said: Sentence, untilMs: number | null): Sentence {
  if (untilMs === null) return said;
  const until = spokenTime(untilMs);
  return { vi: `${said.vi}, đến ${until.vi}`, en: `${said.en}, until ${until.en}` };
}

/** The rule, and how often each time is said where that is more than once. */
export function spokenSchedule(
  { rule, air }: { rule: ScheduleRule; air: AirRules },
  fields: CronFields | null,
): Sentence {
  const { vi, en } = withPlaylist(spokenRule(rule, fields), air);
  if (air.times === 1) return { vi, en };
  const gap = Math.round(air.gapMs / 60_000);
  return {
    vi: `${vi}; mỗi lần phát ${air.times} lượt${gap > 0 ? `, cách nhau ${gap} phút` : ''}`,
    en: `${en}; ${air.times} times each${gap > 0 ? `, ${gap} min apart` : ''}`,
  };
}

function withPlaylist({ vi, en }: Sentence, { playlist }: AirRules): Sentence {
  if (!playlist) return { vi, en };
  const more = playlist.length;
  return {
    vi: `${vi}; nối tiếp ${more} bản tin nữa`,
    en: `${en}; followed by ${more} more`,
  };
}

/** Null when it is not simply some hours on some weekdays. */
function weekly(fields: CronFields | null): Sentence | null {
  if (fields === null) return null;
  const { second, minute, hour, dayOfMonth, month, dayOfWeek } = fields;
  const times = hour.flatMap((h) => minute.map((m) => `${two(h)}:${two(m)}`));
  const days = [...new Set(dayOfWeek)].filter((day) => typeof day === 'number');
  const plain =
    second.every((each) => each === 0) &&
    dayOfMonth.length >= 31 &&
    month.length === 12 &&
    days.length === new Set(dayOfWeek).size;
  if (!plain || times.length > TIMES_MAX) return null;
  const named = days.map((day) => day % 7).sort((a, b) => (a || 7) - (b || 7));
  const daily = named.length === 7;
  const vi = daily ? 'hằng ngày' : named.map((day) => DAYS[day]).join(', ');
  const en = daily ? 'every day' : named.map((day) => ENGLISH[day]).join(', ');
  return { vi: `${times.join(' và ')}, ${vi}`, en: `${times.join(' and ')}, ${en}` };
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

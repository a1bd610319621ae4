// A rule of the calendar as one phrase, in Vietnamese and English.
// It must never know which occurrences it leads to.
import type { Sentence } from '../errors.ts';
import type { DaySecond, MonthDay, RepeatDays, RepeatRule, SpecialKind } from './calendar-model.ts';

const DAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
const ENGLISH = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "17:30 thứ Hai, thứ Tư, từ 25/11/2026; từ 16/10 đến 15/4 phát 16:30; nghỉ ngày lễ" */
export function spokenRepeat(rule: RepeatRule): Sentence {
  const parts = [base(rule), ...rule.seasons.map(spokenSeason), ...spokenSpecials(rule)];
  return {
    vi: parts.map(({ vi }) => vi).join('; '),
    en: parts.map(({ en }) => en).join('; '),
  };
}

function base({ days, at, fromDay, untilDay }: RepeatRule): Sentence {
  const on = spokenDays(days);
  const until = untilDay === null ? '' : spokenDay(untilDay);
  return {
    vi: `${clocks(at)} ${on.vi}, từ ${spokenDay(fromDay)}${until && ` đến ${until}`}`,
    en: `${clocks(at)} ${on.en}, from ${spokenDay(fromDay)}${until && ` until ${until}`}`,
  };
}

function spokenSeason({ from, until, at }: RepeatRule['seasons'][number]): Sentence {
  const [first, last] = [monthDay(from), monthDay(until)];
  return {
    vi: `từ ${first} đến ${last} phát ${clocks(at)}`,
    en: `from ${first} to ${last} at ${clocks(at)}`,
  };
}

const NAMES: Record<SpecialKind, Sentence> = {
  holiday: { vi: 'ngày lễ', en: 'holidays' },
  mourning: { vi: 'ngày quốc tang', en: 'days of mourning' },
};

export function spokenSpecials({ special }: Pick<RepeatRule, 'special'>): Sentence[] {
  return (['holiday', 'mourning'] as const).flatMap((kind) => spokenSpecial(special, kind));
}

function spokenSpecial(special: RepeatRule['special'], kind: SpecialKind): Sentence[] {
  const wish = special[kind];
  const { vi, en } = NAMES[kind];
  if (wish === 'as-usual') return [];
  if (wish === 'skip') return [{ vi: `không phát ${vi}`, en: `not on ${en}` }];
  if (wish === 'only') return [{ vi: `chỉ phát ${vi}`, en: `only on ${en}` }];
  return [{ vi: `${vi} phát bản tin khác`, en: `another bulletin on ${en}` }];
}

function spokenDays(days: RepeatDays): Sentence {
  if (days.every === 'day')
    return days.step > 1
      ? { vi: `${days.step} ngày một lần`, en: `every ${days.step} days` }
      : { vi: 'hằng ngày', en: 'every day' };
  if (days.every === 'week') return spokenWeek(days);
  const months =
    days.step > 1
      ? { vi: `${days.step} tháng một lần`, en: `every ${days.step} months` }
      : { vi: 'hằng tháng', en: 'every month' };
  const on = days.every === 'month' ? spokenDates(days.days) : spokenNth(days);
  return { vi: `${on.vi} ${months.vi}`, en: `${on.en} ${months.en}` };
}

function spokenWeek({ step, weekdays }: Extract<RepeatDays, { every: 'week' }>): Sentence {
  const sorted = [...new Set(weekdays)].sort();
  const all = sorted.length === 7;
  const vi = all ? 'hằng ngày' : sorted.map((day) => DAYS[day - 1]).join(', ');
  const en = all ? 'every day' : sorted.map((day) => ENGLISH[day - 1]).join(', ');
  return step > 1
    ? { vi: `${vi}, ${step} tuần một lần`, en: `${en}, every ${step} weeks` }
    : { vi, en };
}

function spokenDates(dates: readonly number[]): Sentence {
  return {
    vi: dates.map((day) => (day === -1 ? 'ngày cuối tháng' : `ngày ${day}`)).join(', '),
    en: dates.map((day) => (day === -1 ? 'the last day' : `day ${day}`)).join(', '),
  };
}

type Nth = Extract<RepeatDays, { every: 'month-weekday' }>;
const RANKS = ['first', 'second', 'third', 'fourth', 'fifth'];
const VIETNAMESE_RANKS = ['nhất', 'hai', 'ba', 'tư', 'năm'];

function spokenNth({ nth, weekday }: Nth): Sentence {
  const [day, english] = [DAYS[weekday - 1], ENGLISH[weekday - 1]];
  if (nth === -1) return { vi: `${day} cuối cùng`, en: `the last ${english}` };
  return {
    vi: `${day} lần thứ ${VIETNAMESE_RANKS[nth - 1]}`,
    en: `the ${RANKS[nth - 1]} ${english}`,
  };
}

function spokenDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date}/${month}/${year}`;
}

function monthDay(day: MonthDay): string {
  const [month, date] = day.split('-').map(Number);
  return `${date}/${month}`;
}

const clocks = (at: readonly DaySecond[]) =>
  [...new Set(at)]
    .sort((a, b) => a - b)
    .map(clockOf)
    .join(', ');

export function clockOf(second: DaySecond): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const clock = `${two(Math.floor(second / 3_600))}:${two(Math.floor(second / 60) % 60)}`;
  return second % 60 === 0 ? clock : `${clock}:${two(second % 60)}`;
}

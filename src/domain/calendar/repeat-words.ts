// A rule of the calendar as one phrase, in Vietnamese and English.
// It must never know which occurrences it leads to.
import type { Sentence } from '../errors.ts';
import type { DaySecond, RepeatDays, RepeatRule } from './calendar-model.ts';

const DAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
const ENGLISH = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "17:30 thứ Hai, thứ Tư, từ 25/11/2026" */
export function spokenRepeat({ days, at, fromDay, untilDay }: RepeatRule): Sentence {
  const times = at.map(clockOf).join(', ');
  const on = spokenDays(days);
  const vi = untilDay === null ? '' : ` đến ${spokenDay(untilDay)}`;
  const en = untilDay === null ? '' : ` until ${spokenDay(untilDay)}`;
  return {
    vi: `${times} ${on.vi}, từ ${spokenDay(fromDay)}${vi}`,
    en: `${times} ${on.en}, from ${spokenDay(fromDay)}${en}`,
  };
}

function spokenDays(days: RepeatDays): Sentence {
  const { step } = days;
  const many = step > 1;
  if (days.every === 'day')
    return many
      ? { vi: `${step} ngày một lần`, en: `every ${step} days` }
      : { vi: 'hằng ngày', en: 'every day' };
  if (days.every === 'week') {
    const vi = days.weekdays.map((day) => DAYS[day - 1]).join(', ');
    const en = days.weekdays.map((day) => ENGLISH[day - 1]).join(', ');
    return many
      ? { vi: `${vi}, ${step} tuần một lần`, en: `${en}, every ${step} weeks` }
      : { vi, en };
  }
  const months = many
    ? { vi: `${step} tháng một lần`, en: `every ${step} months` }
    : { vi: 'hằng tháng', en: 'every month' };
  if (days.every === 'month') {
    const vi = days.days.map((day) => (day === -1 ? 'ngày cuối tháng' : `ngày ${day}`)).join(', ');
    const en = days.days.map((day) => (day === -1 ? 'the last day' : `day ${day}`)).join(', ');
    return { vi: `${vi} ${months.vi}`, en: `${en} ${months.en}` };
  }
  const [day, english] = [DAYS[days.weekday - 1], ENGLISH[days.weekday - 1]];
  return days.nth === -1
    ? { vi: `${day} cuối cùng ${months.vi}`, en: `the last ${english} ${months.en}` }
    : {
        vi: `${day} lần thứ ${days.nth} ${months.vi}`,
        en: `${english} no. ${days.nth} ${months.en}`,
      };
}

function spokenDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date}/${month}/${year}`;
}

function clockOf(second: DaySecond): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const clock = `${two(Math.floor(second / 3_600))}:${two(Math.floor(second / 60) % 60)}`;
  return second % 60 === 0 ? clock : `${clock}:${two(second % 60)}`;
}

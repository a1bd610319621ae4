// Whether a holiday or a day of mourning can stand as it is written: the first fault, as a sentence.
// It must never know who enters it, nor what a rule does on it.
import { AppError, type Sentence } from '../errors.ts';
import type { IsoDay, MonthDay, SpecialDay } from './calendar-model.ts';
import { dayNoOf } from './recurrence.ts';

/** Two weeks: Tết with its weekends is nine days; more is a mistake in the year. */
const DAYS_MAX = 14;
const NAME_MAX_CHARS = 120;

export function checkSpecialDay(
  day: Pick<SpecialDay, 'name' | 'fromDay' | 'untilDay'>,
): AppError | null {
  const { name, fromDay, untilDay } = day;
  if (name === '' || name.length > NAME_MAX_CHARS)
    return refused('special-day-name', 'name', {
      vi: `Hãy đặt tên cho ngày này, dài tối đa ${NAME_MAX_CHARS} ký tự.`,
      en: `Give the day a name of at most ${NAME_MAX_CHARS} characters.`,
    });
  const unreal = [fromDay, untilDay].find((each) => !isRealDay(each));
  if (unreal !== undefined) return noSuchDay(unreal, unreal === fromDay ? 'fromDay' : 'untilDay');
  const days = dayNoOf(untilDay) - dayNoOf(fromDay) + 1;
  if (days < 1)
    return refused('ends-before-it-begins', 'untilDay', {
      vi: 'Ngày cuối đứng trước ngày đầu. Hãy đổi lại.',
      en: 'The last day comes before the first. Put them right.',
    });
  if (days > DAYS_MAX)
    return refused('special-day-long', 'untilDay', {
      vi: `Một dịp dài tối đa ${DAYS_MAX} ngày, đang là ${days} ngày. Hãy xem lại năm.`,
      en: `One occasion has at most ${DAYS_MAX} days, this one ${days}. Look at the year again.`,
    });
  return null;
}

/** 31 February is written as a date and is none. */
export function isRealDay(day: IsoDay): boolean {
  const no = Date.parse(`${day}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(no) && isoOf(no) === day;
}

const isoOf = (utcMs: number) => new Date(utcMs).toISOString().slice(0, 10);

export function noSuchDay(day: IsoDay, place: string): AppError {
  return refused('no-such-day', place, {
    vi: `Không có ngày ${asWritten(day)} trong lịch. Hãy chọn ngày khác.`,
    en: `There is no ${asWritten(day)} in the calendar. Choose another day.`,
  });
}

/** Day first, as everybody writes it: "2026-02-31" → "31/02/2026", "04-31" → "31/04" */
export const asWritten = (day: IsoDay | MonthDay) => day.split('-').reverse().join('/');

function refused(code: string, place: string, say: Sentence): AppError {
  return new AppError({ code, fault: 'caller', say, place });
}

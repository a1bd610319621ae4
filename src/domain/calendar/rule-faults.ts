// What is wrong with a repeating rule before any of its times is asked for: days that do not exist, seasons that overlap.
// It must never know bulletins, hours or a clock.
import { AppError, type Sentence } from '../errors.ts';
import type { CronRule } from '../model.ts';
import type { MonthDay, RepeatRule, Season } from './calendar-model.ts';
import { replacementOf, wishesOf } from './on-special-day.ts';
import { dayNoOf, isInSeason, type SpecialOn } from './recurrence.ts';
import { asWritten, isRealDay, noSuchDay } from './special-day.ts';

/** @returns the first fault, or null when the rule can be expanded */
export function faultOfRepeat(rule: RepeatRule): AppError | null {
  return faultOfDays(rule) ?? faultOfSpan(rule) ?? faultOfSeasons(rule) ?? faultOfSpecial(rule);
}

function faultOfDays({ days }: RepeatRule): AppError | null {
  const zero = days.every === 'month' && days.days.includes(0);
  if (zero || (days.every === 'month-weekday' && days.nth === 0))
    return refused('no-such-day', 'rule.days', {
      vi: 'Không có ngày 0 hay tuần thứ 0 trong tháng. Hãy chọn từ 1, hoặc chọn "cuối tháng".',
      en: 'A month has no day 0 and no week 0. Count from 1, or choose "the last".',
    });
  return null;
}

function faultOfSpan({ fromDay, untilDay }: RepeatRule): AppError | null {
  if (!isRealDay(fromDay)) return noSuchDay(fromDay, 'rule.fromDay');
  if (untilDay === null) return null;
  if (!isRealDay(untilDay)) return noSuchDay(untilDay, 'rule.untilDay');
  if (dayNoOf(untilDay) >= dayNoOf(fromDay)) return null;
  return refused('ends-before-it-begins', 'rule.untilDay', {
    vi: `Ngày kết thúc ${asWritten(untilDay)} đứng trước ngày bắt đầu ${asWritten(fromDay)}. Hãy đổi lại.`,
    en: `The last day, ${asWritten(untilDay)}, comes before the first, ${asWritten(fromDay)}. Put them right.`,
  });
}

/** A leap year, so that a season may begin on 29 February. */
const LEAP = 2028;
const DAYS_OF_LEAP = 366;

function faultOfSeasons({ seasons }: RepeatRule): AppError | null {
  for (const [n, season] of seasons.entries())
    for (const end of ['from', 'until'] as const)
      if (!isRealDay(`${LEAP}-${season[end]}`))
        return noSuchDay(season[end], `rule.seasons.${n}.${end}`);
  const twice = allMonthDays().find((day) => inSeasons(seasons, day).length > 1);
  if (twice === undefined) return null;
  // the one added later is the one being written
  const later = Math.max(...inSeasons(seasons, twice));
  const [month, day] = twice.split('-').map(Number);
  return refused('seasons-overlap', `rule.seasons.${later}`, {
    vi: `Hai mùa cùng nhận ngày ${day}/${month}, nên không biết lấy giờ nào. Hãy sửa ngày bắt đầu hoặc kết thúc của một mùa.`,
    en: `Two seasons both claim ${day}/${month}, so its time is not known. Change where one of them begins or ends.`,
  });
}

function allMonthDays(): MonthDay[] {
  const first = dayNoOf(`${LEAP}-01-01`);
  return Array.from({ length: DAYS_OF_LEAP }, (_, n) =>
    new Date((first + n) * 86_400_000).toISOString().slice(5, 10),
  );
}

/** Their places in the rule. */
const inSeasons = (seasons: readonly Season[], day: MonthDay) =>
  [...seasons.keys()].filter((n) => {
    const season = seasons[n];
    return season !== undefined && isInSeason(season, day);
  });

/** Of any rule that says what it does on such days. */
export function faultOfSpecial(rule: RepeatRule | CronRule): AppError | null {
  const { holiday, mourning } = wishesOf(rule);
  const replaces = holiday === 'replace' || mourning === 'replace';
  if (!replaces || replacementOf(rule) !== null) return null;
  return refused('replace-with-what', 'rule.replaceWith', {
    vi: 'Vào ngày nghỉ hoặc quốc tang sẽ phát bản tin khác: hãy chọn bản tin đó.',
    en: 'On a holiday or a day of mourning another bulletin is to air: choose which.',
  });
}

/** True, and still worth saying before it is saved: what its maker may not have thought of. */
export function warningsOfRepeat(
  rule: RepeatRule | CronRule,
  of: { special: SpecialOn; fromDayNo: number },
): Sentence[] {
  if (rule.kind === 'cron') return waitsForSpecial(rule, of) ? [NO_DAY_YET] : [];
  const { days } = rule;
  const warnings: Sentence[] = [];
  const late = days.every === 'month' ? days.days.filter((day) => day > 28) : [];
  if (late.length > 0) warnings.push(shortMonths(late));
  if (days.every === 'month-weekday' && days.nth === 5) warnings.push(FIFTH);
  if (waitsForSpecial(rule, of)) warnings.push(NO_DAY_YET);
  return warnings;
}

const shortMonths = (late: readonly number[]): Sentence => ({
  vi: `Tháng nào không có ngày ${late.join(', ')} thì tháng đó không phát. Muốn phát ngày cuối tháng, hãy chọn "ngày cuối tháng".`,
  en: `It does not air in a month without day ${late.join(', ')}. For the end of each month choose "the last day".`,
});

const FIFTH: Sentence = {
  vi: 'Chỉ khoảng một phần ba số tháng có lần thứ năm của một thứ; các tháng khác không phát.',
  en: 'Only about one month in three has a fifth such weekday; in the others it does not air.',
};

const NO_DAY_YET: Sentence = {
  vi: 'Lịch này chỉ phát vào ngày đặc biệt, mà hiện chưa có ngày nào như vậy trong lịch. Nó sẽ phát khi có người ghi ngày đó vào.',
  en: 'It airs only on special days, and none is known yet. It will air once somebody enters one.',
};

/** Two years: as far as anybody enters a feast before it comes. */
const AHEAD_DAYS = 731;

/** Only on days of which none is known: silent for now, and not for good. */
export function waitsForSpecial(
  rule: RepeatRule | CronRule,
  of: { special: SpecialOn; fromDayNo: number },
): boolean {
  const wishes = wishesOf(rule);
  const kinds = (['holiday', 'mourning'] as const).filter((kind) => wishes[kind] === 'only');
  if (kinds.length === 0) return false;
  for (let no = of.fromDayNo; no < of.fromDayNo + AHEAD_DAYS; no += 1) {
    const kind = of.special(no)?.kind;
    if (kind && kinds.includes(kind)) return false;
  }
  return true;
}

function refused(code: string, place: string, say: Sentence): AppError {
  return new AppError({ code, fault: 'caller', say, place });
}

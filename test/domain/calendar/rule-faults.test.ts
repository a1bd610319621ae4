// What is wrong with a rule before it is expanded, and what is only worth saying.
// It must never know hours or bulletins.
import { expect, test } from 'vitest';
import type { RepeatRule, SpecialDay } from '../../../src/domain/calendar/calendar-model.ts';
import { dayNoOf, NO_SPECIAL_DAYS, specialDays } from '../../../src/domain/calendar/recurrence.ts';
import {
  faultOfRepeat,
  waitsForSpecial,
  warningsOfRepeat,
} from '../../../src/domain/calendar/rule-faults.ts';
import { checkSpecialDay, isRealDay } from '../../../src/domain/calendar/special-day.ts';
import { repeat, special } from './rules.ts';

const SUMMER = { from: '04-16', until: '10-15', at: [63_000] };

test.each<[string, Partial<RepeatRule>]>([
  ['every day', {}],
  ['one day long', { fromDay: '2026-12-05', untilDay: '2026-12-05' }],
  ['summer and winter', { seasons: [SUMMER, { ...SUMMER, from: '10-16', until: '04-15' }] }],
  ['a season that begins on 29 February', { seasons: [{ ...SUMMER, from: '02-29' }] }],
  ['the last of the month', { days: { every: 'month', step: 1, days: [-1] } }],
  [
    'another bulletin in mourning',
    { special: { holiday: 'skip', mourning: 'replace' }, replaceWith: 'bt-2' },
  ],
])('%s may stand', (_, of) => {
  expect(faultOfRepeat(repeat(of))).toBeNull();
});

test.each<[string, Partial<RepeatRule>, string, string]>([
  ['day 0', { days: { every: 'month', step: 1, days: [0] } }, 'no-such-day', 'ngày 0'],
  [
    'week 0',
    { days: { every: 'month-weekday', step: 1, nth: 0, weekday: 1 } },
    'no-such-day',
    'tuần thứ 0',
  ],
  ['from 31 February', { fromDay: '2026-02-31' }, 'no-such-day', '31/02/2026'],
  ['until 31 February', { untilDay: '2027-02-31' }, 'no-such-day', '31/02/2027'],
  ['an end before its start', { untilDay: '2025-12-31' }, 'ends-before-it-begins', '31/12/2025'],
  ['a season from 31 April', { seasons: [{ ...SUMMER, from: '04-31' }] }, 'no-such-day', '31/04'],
  ['a season of month 13', { seasons: [{ ...SUMMER, until: '13-01' }] }, 'no-such-day', '01/13'],
  [
    'two seasons that share a day',
    { seasons: [SUMMER, { ...SUMMER, from: '10-15', until: '04-15' }] },
    'seasons-overlap',
    '15/10',
  ],
  [
    'another bulletin, and none named',
    { special: { holiday: 'replace', mourning: 'skip' } },
    'replace-with-what',
    'bản tin',
  ],
])('%s is refused', (_, of, code, named) => {
  const fault = faultOfRepeat(repeat(of));
  expect(fault).toMatchObject({ code, fault: 'caller' });
  expect(fault?.say.vi).toContain(named);
});

test.each<[string, RepeatRule['seasons'], string]>([
  ['its first day', [SUMMER, { ...SUMMER, from: '11-31', until: '12-31' }], 'rule.seasons.1.from'],
  ['its last day', [{ ...SUMMER, until: '02-30' }], 'rule.seasons.0.until'],
  [
    'the later of two that meet',
    [SUMMER, { ...SUMMER, from: '10-20', until: '11-30' }, { ...SUMMER, from: '05-01' }],
    'rule.seasons.2',
  ],
])('a wrong season is named with its place: %s', (_, seasons, place) => {
  expect(faultOfRepeat(repeat({ seasons }))?.place).toBe(place);
});

const FROM = dayNoOf('2026-11-22');
const known = (of: Partial<SpecialDay>) => specialDays([special(of)]);

test.each<[string, Partial<RepeatRule>, number]>([
  ['nothing of a daily rule', {}, 0],
  [
    'that a 31st is missing in half of the months',
    { days: { every: 'month', step: 1, days: [1, 31] } },
    1,
  ],
  ['nothing of the 28th', { days: { every: 'month', step: 1, days: [28] } }, 0],
  [
    'that a fifth Friday is rare',
    { days: { every: 'month-weekday', step: 1, nth: 5, weekday: 5 } },
    1,
  ],
  ['nothing of the first', { days: { every: 'month-weekday', step: 1, nth: 1, weekday: 5 } }, 0],
  ['that no day of mourning is known', { special: { holiday: 'skip', mourning: 'only' } }, 1],
])('it warns of %s', (_, of, count) => {
  expect(warningsOfRepeat(repeat(of), { special: NO_SPECIAL_DAYS, fromDayNo: FROM })).toHaveLength(
    count,
  );
});

test('it waits for a day of mourning until one is known, and a feast is none', () => {
  const rule = repeat({ special: { holiday: 'skip', mourning: 'only' } });
  const waits = (of: Partial<SpecialDay>) =>
    waitsForSpecial(rule, { special: known(of), fromDayNo: FROM });
  expect(waits({ kind: 'holiday' })).toBe(true);
  expect(waits({ kind: 'mourning' })).toBe(false);
  expect(waits({ kind: 'mourning', fromDay: '2026-11-01', untilDay: '2026-11-02' })).toBe(true);
});

test.each<[string, Partial<SpecialDay>, string | null]>([
  ['nine days of Tết', { fromDay: '2027-02-05', untilDay: '2027-02-13' }, null],
  ['no name', { name: '' }, 'special-day-name'],
  ['a name as long as a speech', { name: 'x'.repeat(121) }, 'special-day-name'],
  ['30 February', { fromDay: '2027-02-30' }, 'no-such-day'],
  ['until 31 April', { untilDay: '2027-04-31' }, 'no-such-day'],
  ['an end before its start', { fromDay: '2026-12-03' }, 'ends-before-it-begins'],
  ['the wrong year', { untilDay: '2027-12-02' }, 'special-day-long'],
])('a special day: %s', (_, of, code) => {
  expect(checkSpecialDay(special(of))?.code ?? null).toBe(code);
});

test.each([
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['2027-2-1', false],
  ['27-02-2027', false],
  ['ngày mai', false],
])('%s is a day: %s', (day, real) => {
  expect(isRealDay(day)).toBe(real);
});

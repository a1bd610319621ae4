// When rules fire: one line for each thing a planner may mean.
// It must never compute a time itself.
import { expect, test } from 'vitest';
import type { RepeatRule, SpecialDay } from '../../../src/domain/calendar/calendar-model.ts';
import {
  dayNoOf,
  firingsBetween,
  NO_SPECIAL_DAYS,
  nextFiring,
  type SpecialOn,
  specialDays,
} from '../../../src/domain/calendar/recurrence.ts';
import { repeat, special } from './rules.ts';

/** "2026-12-05 17:00:00" by Vietnam's clock */
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}+07:00`);
const spoken = (ms: number) =>
  new Date(ms + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
const fired = (rule: RepeatRule, from: string, to: string, on: SpecialOn = NO_SPECIAL_DAYS) =>
  firingsBetween({ rule, special: on, fromMs: at(from), toMs: at(to), limit: 1_000 }).map(
    ({ atMs, replaced }) => `${spoken(atMs)}${replaced ? ' other' : ''}`,
  );

test.each<[string, Partial<RepeatRule>, string, string, string[]]>([
  [
    'every third day counts from its first',
    { days: { every: 'day', step: 3 }, fromDay: '2026-02-27' },
    '2026-02-27 00:00:00',
    '2026-03-08 00:00:00',
    ['2026-02-27 17:30:00', '2026-03-02 17:30:00', '2026-03-05 17:30:00'],
  ],
  [
    'every second week is the same week for Tuesday and Thursday',
    { days: { every: 'week', step: 2, weekdays: [2, 4] }, fromDay: '2026-11-25' },
    '2026-11-22 00:00:00',
    '2026-12-12 00:00:00',
    ['2026-11-26 17:30:00', '2026-12-08 17:30:00', '2026-12-10 17:30:00'],
  ],
  [
    'a 31st stays out of months of thirty',
    { days: { every: 'month', step: 1, days: [31] } },
    '2026-03-01 00:00:00',
    '2026-06-01 00:00:00',
    ['2026-03-31 17:30:00', '2026-05-31 17:30:00'],
  ],
  [
    'the last day of each month, leap day too',
    { days: { every: 'month', step: 1, days: [-1] } },
    '2028-02-01 00:00:00',
    '2028-04-01 00:00:00',
    ['2028-02-29 17:30:00', '2028-03-31 17:30:00'],
  ],
  [
    'the last of a month of thirty-one days is named once',
    { days: { every: 'month', step: 1, days: [31, -1] } },
    '2026-01-01 00:00:00',
    '2026-02-01 00:00:00',
    ['2026-01-31 17:30:00'],
  ],
  [
    'every quarter from November on',
    { days: { every: 'month', step: 3, days: [1] }, fromDay: '2026-11-10' },
    '2026-11-01 00:00:00',
    '2027-06-01 00:00:00',
    ['2027-02-01 17:30:00', '2027-05-01 17:30:00'],
  ],
  [
    'the first Monday',
    { days: { every: 'month-weekday', step: 1, nth: 1, weekday: 1 } },
    '2026-06-01 00:00:00',
    '2026-08-01 00:00:00',
    ['2026-06-01 17:30:00', '2026-07-06 17:30:00'],
  ],
  [
    'the fifth Friday, in the months that have one',
    { days: { every: 'month-weekday', step: 1, nth: 5, weekday: 5 } },
    '2026-01-01 00:00:00',
    '2026-08-01 00:00:00',
    ['2026-01-30 17:30:00', '2026-05-29 17:30:00', '2026-07-31 17:30:00'],
  ],
  [
    'the last Sunday',
    { days: { every: 'month-weekday', step: 1, nth: -1, weekday: 7 } },
    '2026-02-01 00:00:00',
    '2026-04-01 00:00:00',
    ['2026-02-22 17:30:00', '2026-03-29 17:30:00'],
  ],
  [
    'to the second, at midnight and in the last second of the year, each time once',
    { at: [86_399, 0, 0] },
    '2026-12-31 12:00:00',
    '2027-01-01 12:00:00',
    ['2026-12-31 23:59:59', '2027-01-01 00:00:00'],
  ],
  [
    'its last day is one of its days',
    { untilDay: '2026-12-02' },
    '2026-12-01 00:00:00',
    '2026-12-09 00:00:00',
    ['2026-12-01 17:30:00', '2026-12-02 17:30:00'],
  ],
  [
    'winter runs over New Year and has its own hour',
    { seasons: [{ from: '10-16', until: '04-15', at: [59_400] }] },
    '2027-04-15 00:00:00',
    '2027-04-17 00:00:00',
    ['2027-04-15 16:30:00', '2027-04-16 17:30:00'],
  ],
  [
    'a season of summer',
    { seasons: [{ from: '04-16', until: '10-15', at: [63_000, 21_600] }], at: [59_400] },
    '2026-10-15 00:00:00',
    '2026-10-17 00:00:00',
    ['2026-10-15 06:00:00', '2026-10-15 17:30:00', '2026-10-16 16:30:00'],
  ],
])('%s', (_, of, from, to, expected) => {
  expect(fired(repeat(of), from, to)).toEqual(expected);
});

const FEAST: SpecialDay = special({ fromDay: '2026-12-02', untilDay: '2026-12-03' });
const SORROW = special({ kind: 'mourning', fromDay: '2026-12-03', untilDay: '2026-12-03' });
const on = specialDays([FEAST, SORROW]);
const day = (d: number, other = '') => `2026-12-0${d} 17:30:00${other}`;

test.each<[string, RepeatRule['special'], string[]]>([
  ['as usual', { holiday: 'as-usual', mourning: 'as-usual' }, [day(1), day(2), day(3), day(4)]],
  ['not on feasts', { holiday: 'skip', mourning: 'as-usual' }, [day(1), day(3), day(4)]],
  ['not in mourning', { holiday: 'as-usual', mourning: 'skip' }, [day(1), day(2), day(4)]],
  ['only on feasts', { holiday: 'only', mourning: 'skip' }, [day(2)]],
  ['only in mourning says nothing of feasts', { holiday: 'as-usual', mourning: 'only' }, [day(3)]],
  ['on both kinds only', { holiday: 'only', mourning: 'only' }, [day(2), day(3)]],
  [
    'another bulletin in mourning',
    { holiday: 'as-usual', mourning: 'replace' },
    [day(1), day(2), day(3, ' other'), day(4)],
  ],
])('special days: %s', (_, wish, expected) => {
  const rule = repeat({ special: wish, replaceWith: 'bt-2' });
  expect(fired(rule, '2026-12-01 00:00:00', '2026-12-05 00:00:00', on)).toEqual(expected);
});

test('of two on one day the graver counts, in whatever order they were entered', () => {
  for (const days of [
    [FEAST, SORROW],
    [SORROW, FEAST],
  ])
    expect(specialDays(days)(dayNoOf('2026-12-03'))?.kind).toBe('mourning');
  expect(on(dayNoOf('2026-12-02'))).toEqual({ kind: 'holiday', name: FEAST.name });
  expect(on(dayNoOf('2026-12-04'))).toBeNull();
});

test.each<[string, Partial<RepeatRule>, string | null]>([
  [
    '29 February',
    { days: { every: 'month', step: 12, days: [29] }, fromDay: '2028-02-29' },
    '2028-02-29 17:30:00',
  ],
  [
    '30 February never',
    { days: { every: 'month', step: 12, days: [30] }, fromDay: '2027-02-01' },
    null,
  ],
  ['over', { untilDay: '2026-11-21' }, null],
  ['tomorrow', {}, '2026-11-22 17:30:00'],
])('next: %s', (_, of, expected) => {
  const next = nextFiring({
    rule: repeat(of),
    special: NO_SPECIAL_DAYS,
    fromMs: at('2026-11-22 12:00:00'),
  });
  expect(next && spoken(next.atMs)).toBe(expected);
});

test('so many and no more', () => {
  const span = { fromMs: at('2026-01-01 00:00:00'), toMs: at('2027-01-01 00:00:00') };
  expect(
    firingsBetween({ rule: repeat({ fromDay: '2026-01-01' }), special: on, ...span, limit: 7 }),
  ).toHaveLength(7);
});

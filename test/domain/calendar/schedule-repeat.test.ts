// A repeating schedule is refused before it is saved: by what never fires, fires too often, or leaves the hours.
// It must never know rights.
import { expect, test } from 'vitest';
import { checkSchedule, type ScheduleFacts } from '../../../src/domain/airing/schedule-rules.ts';
import { spokenSchedule } from '../../../src/domain/airing/schedule-words.ts';
import { areaTree } from '../../../src/domain/areas.ts';
import {
  type AirRules,
  type RepeatRule,
  USUAL_RULES,
} from '../../../src/domain/calendar/calendar-model.ts';
import { NO_SPECIAL_DAYS, specialDays } from '../../../src/domain/calendar/recurrence.ts';
import { NO_RULES } from '../../../src/domain/regulation/regulation-model.ts';
import { fieldsOf } from '../../../src/services/airing/cron-pattern.ts';
import { AREAS, bulletin, clip, DAYTIME, NOON, SITES } from '../samples.ts';
import { repeat, special } from './rules.ts';

const HOUR = 3_600;
const check = (of: Partial<RepeatRule>, facts: Partial<ScheduleFacts> = {}) =>
  checkSchedule({
    bulletin: bulletin(),
    clip: clip(),
    areaIds: ['ban-1'],
    rule: repeat(of),
    fields: null,
    air: USUAL_RULES,
    special: NO_SPECIAL_DAYS,
    nowMs: NOON,
    tree: areaTree(AREAS),
    sites: SITES,
    regulations: [{ areaId: 'tinh', hours: DAYTIME, rules: NO_RULES, counter: 1 }],
    ...facts,
  });
const again = (times: number, gapMs: number): AirRules => ({ ...USUAL_RULES, times, gapMs });
const everyMinute = Array.from({ length: 24 }, (_, n) => 6 * HOUR + n * 60);
const MOURNING = specialDays([
  special({ kind: 'mourning', fromDay: '2027-03-01', untilDay: '2027-03-01' }),
]);
const ONLY = { holiday: 'skip', mourning: 'only' } as const;

test.each<[string, Partial<RepeatRule>, Partial<ScheduleFacts>]>([
  ['every day', {}, {}],
  ['from next year on', { fromDay: '2027-06-01' }, {}],
  ['24 times in 24 minutes', { at: everyMinute }, {}],
  [
    'three times with a gap, an hour before the next',
    { at: [6 * HOUR, 7 * HOUR] },
    { air: again(3, 60_000) },
  ],
  ['summer and winter', { seasons: [{ from: '04-16', until: '10-15', at: [5 * HOUR] }] }, {}],
  ['only in mourning, while no such day is known', { special: ONLY }, {}],
  ['only in mourning, on the day that is known', { special: ONLY }, { special: MOURNING }],
  ['a drill every Saturday', {}, { bulletin: bulletin({ priority: 'emergency', drill: true }) }],
  [
    'a season that begins on 29 February',
    { seasons: [{ from: '02-29', until: '03-10', at: [HOUR * 6] }] },
    {},
  ],
])('%s may stand', (_, of, facts) => {
  expect(check(of, facts)).toBeNull();
});

test.each<[string, Partial<RepeatRule>, Partial<ScheduleFacts>, string, string]>([
  ['on 31 February', { fromDay: '2026-02-31' }, {}, 'no-such-day', '31/02/2026'],
  [
    'on the 30th of every February',
    { days: { every: 'month', step: 12, days: [30, 31] }, fromDay: '2027-02-01' },
    {},
    'never-fires',
    'ngày 30, ngày 31',
  ],
  ['until yesterday', { untilDay: '2026-12-04' }, {}, 'over-before-it-begins', '5/12/2026'],
  ['until before it begins', { untilDay: '2025-12-04' }, {}, 'ends-before-it-begins', '04/12/2025'],
  [
    'on a Sunday between Monday and Tuesday',
    {
      days: { every: 'week', step: 1, weekdays: [7] },
      fromDay: '2026-12-07',
      untilDay: '2026-12-08',
    },
    {},
    'never-fires',
    'Chủ nhật',
  ],
  ['at night', { at: [3 * HOUR + 900] }, {}, 'out-of-hours', '03:15'],
  [
    'at night in winter only',
    { seasons: [{ from: '12-20', until: '12-31', at: [3 * HOUR] }] },
    {},
    'out-of-hours',
    '03:00 ngày 20/12/2026',
  ],
  [
    'at night in summer, seen in winter',
    { at: [3 * HOUR], seasons: [{ from: '11-01', until: '03-31', at: [6 * HOUR] }] },
    {},
    'out-of-hours',
    '03:00 ngày 1/4/2027',
  ],
  [
    'whose third time runs into the night',
    { at: [19 * HOUR + 3_000] },
    { air: again(3, 300_000) },
    'out-of-hours',
    '20:02',
  ],
  ['again before it ends', { at: [6 * HOUR, 6 * HOUR + 30] }, {}, 'too-often', '06:00'],
  [
    'said three times before the next begins',
    { at: [6 * HOUR, 6 * HOUR + 200] },
    { air: again(3, 60_000) },
    'too-often',
    '3 lượt',
  ],
  [
    '24 times a day, five times each',
    { at: everyMinute.map((s) => 6 * HOUR + (s - 6 * HOUR) * 10) },
    { air: again(5, 0) },
    'too-many-a-day',
    '100 lần',
  ],
  [
    'whose other bulletin is longer than its spacing',
    {
      at: [6 * HOUR, 6 * HOUR + 120],
      special: { holiday: 'replace', mourning: 'skip' },
      replaceWith: 'bt-2',
    },
    { otherDurationMs: 300_000 },
    'too-often',
    '5 phút',
  ],
  [
    'of an emergency',
    {},
    { bulletin: bulletin({ priority: 'emergency' }) },
    'emergency-repeats',
    'khẩn cấp',
  ],
  [
    'with two seasons at once',
    {
      seasons: [
        { from: '01-01', until: '12-31', at: [1] },
        { from: '05-01', until: '05-01', at: [1] },
      ],
    },
    {},
    'seasons-overlap',
    '1/5',
  ],
])('a rule %s is refused', (...[, of, facts, code, named]) => {
  const fault = check(of, facts);
  expect(fault).toMatchObject({ code, fault: 'caller' });
  expect(fault?.say.vi).toContain(named);
  expect(fault?.say.en.length).toBeGreaterThan(20);
});

test('a pattern of every second of a short bulletin is refused by the number of its times', () => {
  const rule = { kind: 'cron' as const, pattern: '*/30 * 6-7 * * *', fromMs: 0, untilMs: null };
  const facts = { rule, fields: fieldsOf(rule.pattern), clip: clip({ durationMs: 20_000 }) };
  expect(check({}, facts)?.code).toBe('too-many-a-day');
});

test('a schedule in words says how often each time is said', () => {
  const rule = repeat();
  expect(spokenSchedule({ rule, air: again(3, 600_000) }, null)).toEqual({
    vi: '17:30 hằng ngày, từ 1/1/2026; mỗi lần phát 3 lượt, cách nhau 10 phút',
    en: '17:30 every day, from 1/1/2026; 3 times each, 10 min apart',
  });
  expect(spokenSchedule({ rule, air: again(2, 0) }, null).vi).toContain('mỗi lần phát 2 lượt');
  expect(spokenSchedule({ rule, air: USUAL_RULES }, null).en).toBe(
    '17:30 every day, from 1/1/2026',
  );
  const cron = { kind: 'cron' as const, pattern: '30 17 * * 1', fromMs: 0, untilMs: null };
  expect(spokenSchedule({ rule: cron, air: USUAL_RULES }, fieldsOf(cron.pattern)).en).toBe(
    '17:30, Monday',
  );
  const toSecond = { ...cron, pattern: '15 30 17 * * *' };
  expect(spokenSchedule({ rule: toSecond, air: USUAL_RULES }, fieldsOf(toSecond.pattern)).en).toBe(
    'by the pattern "15 30 17 * * *"',
  );
});

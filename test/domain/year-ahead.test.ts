// No rule that is saved has a time outside the hours within a year, whatever its days (issue #5, 2).
// It must never take the product's word for what lies within the hours.
import fc from 'fast-check';
import nodeCron from 'node-cron';
import { describe, expect, test } from 'vitest';
import type { HoursWindow } from '../../devices/protocol/index.ts';
import { occurrencesBetween } from '../../src/domain/airing/cron.ts';
import { checkSchedule } from '../../src/domain/airing/schedule-rules.ts';
import { oneOfEach, yearAhead } from '../../src/domain/airing/year-ahead.ts';
import { areaTree } from '../../src/domain/areas.ts';
import { type RepeatRule, USUAL_RULES } from '../../src/domain/calendar/calendar-model.ts';
import { firingsBetween, NO_SPECIAL_DAYS } from '../../src/domain/calendar/recurrence.ts';
import type { ScheduleRule } from '../../src/domain/model.ts';
import { NO_RULES } from '../../src/domain/regulation/regulation-model.ts';
import { repeat } from './calendar/rules.ts';
import { AREAS, bulletin, clip, NOON, SITES } from './samples.ts';

const SEED = Number(process.env.SEED ?? 20_261_122);
const RUNS = Number(process.env.RUNS ?? 60);
console.log(`year-ahead properties: SEED=${SEED} RUNS=${RUNS}`);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WORKDAYS: HoursWindow[] = [{ days: [1, 2, 3, 4, 5], fromMinute: 300, toMinute: 1_140 }];
const LENGTH = clip().durationMs;

const fieldsOf = (rule: ScheduleRule) =>
  rule.kind === 'cron' ? nodeCron.parse(rule.pattern) : null;
const cron = (pattern: string): ScheduleRule => ({
  ...{ kind: 'cron', pattern, fromMs: 0, untilMs: null },
});
const check = (rule: ScheduleRule, of: { windows?: HoursWindow[]; times?: number } = {}) =>
  checkSchedule({
    ...{ bulletin: bulletin(), clip: clip(), areaIds: ['ban-1'], rule, fields: fieldsOf(rule) },
    ...{ air: { ...USUAL_RULES, times: of.times ?? 1, gapMs: HOUR }, special: NO_SPECIAL_DAYS },
    ...{ nowMs: NOON, tree: areaTree(AREAS), sites: SITES },
    regulations: [
      {
        ...{ areaId: 'tinh', rules: NO_RULES, counter: 1 },
        hours: { utcOffsetMin: 420, windows: of.windows ?? WORKDAYS },
      },
    ],
  })?.code ?? null;

describe('where only workdays are allowed', () => {
  test.each<[string, ScheduleRule]>([
    ['every third day', repeat({ days: { every: 'day', step: 3 } })],
    ['every 365th day', repeat({ days: { every: 'day', step: 365 }, fromDay: '2026-12-26' })],
    ['the 1st of each month', repeat({ days: { every: 'month', step: 1, days: [1] } })],
    ['the last of each month', repeat({ days: { every: 'month', step: 1, days: [-1] } })],
    ['the 1st, by a pattern', cron('0 17 1 * *')],
    ['the last, by a pattern', cron('0 17 L * *')],
    [
      'in one month of the year on every day',
      repeat({ seasons: [{ from: '08-01', until: '08-31', at: [20 * 3_600] }] }),
    ],
  ])('%s is refused', (_, rule) => {
    expect(check(rule)).toBe('out-of-hours');
  });

  test.each<[string, ScheduleRule]>([
    ['every workday', repeat({ days: { every: 'week', step: 1, weekdays: [1, 2, 3, 4, 5] } })],
    [
      'every first Monday',
      repeat({ days: { every: 'month-weekday', step: 1, nth: 1, weekday: 1 } }),
    ],
    ['the workday nearest to the 15th', cron('0 17 15W * *')],
    ['every Friday the 13th', cron('0 17 13 * 5')],
    [
      'the 1st until the first Saturday',
      repeat({ days: { every: 'month', step: 1, days: [1] }, untilDay: '2027-04-30' }),
    ],
  ])('%s may stand', (_, rule) => {
    expect(check(rule)).toBeNull();
  });

  test('what is said again an hour later must fit then too', () => {
    const monthly = repeat({ days: { every: 'week', step: 1, weekdays: [5] } });
    expect(check(monthly, { times: 1 })).toBeNull();
    expect(check(monthly, { times: 3 })).toBe('out-of-hours');
  });
});

const minute = fc.integer({ min: 0, max: 1_440 });
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
const anyWindow = fc
  .tuple(weekdays, minute, minute)
  .filter(([, a, b]) => a !== b)
  .map(([days, a, b]): HoursWindow => {
    return { days, fromMinute: Math.min(a, b), toMinute: Math.max(a, b) };
  });
const step = fc.integer({ min: 1, max: 40 });
const anyDays: fc.Arbitrary<RepeatRule['days']> = fc.oneof(
  step.map((n) => ({ every: 'day' as const, step: n })),
  fc.record({ every: fc.constant('week' as const), step, weekdays }),
  fc.record({
    ...{ every: fc.constant('month' as const), step: fc.integer({ min: 1, max: 6 }) },
    days: fc.uniqueArray(fc.constantFrom(-1, 1, 2, 15, 28, 29, 30, 31), { minLength: 1 }),
  }),
);
const times = fc.array(fc.integer({ min: 20, max: 70 }), { minLength: 1, maxLength: 3 });
const seconds = times.map((quarters) => quarters.map((n) => n * 900));
const anyRepeat = fc
  .record({ days: anyDays, at: seconds, summer: fc.option(seconds) })
  .map(({ summer, ...of }) =>
    repeat({ ...of, seasons: summer ? [{ from: '04-16', until: '10-15', at: summer }] : [] }),
  );
const anyCron = fc
  .tuple(
    fc.constantFrom(0, 15, 30, 45),
    fc.integer({ min: 4, max: 20 }),
    fc.constantFrom('*', '1', 'L', '15W', '*/3', '10-12'),
    fc.constantFrom('*', '1', '*/2', '7-9'),
    fc.constantFrom('*', '1-5', '6', '0', '5L', '1#1'),
  )
  .map((parts) => cron(parts.join(' ')));
/** Most hours of most days, so that many rules stand and each has something to be caught by. */
const anyHours = fc
  .array(anyWindow, { maxLength: 2 })
  .map((more): HoursWindow[] => [
    ...[{ days: [1, 2, 3, 4, 5], fromMinute: 240, toMinute: 1_320 }, ...more],
  ]);

/** The wall clock's own answer: the minutes of that weekday that are open, one by one. */
function isOpen(windows: readonly HoursWindow[], atMs: number): boolean {
  for (let ms = atMs; ms < atMs + LENGTH; ms += 60_000) {
    const local = new Date(ms + 7 * HOUR);
    const at = local.getUTCHours() * 60 + local.getUTCMinutes();
    const day = local.getUTCDay() || 7;
    const open = windows.some(
      (one) => one.days.includes(day) && at >= one.fromMinute && at < one.toMinute,
    );
    if (!open) return false;
  }
  return true;
}

test('a rule that may stand has no time outside the hours within 366 days', () => {
  let stood = 0;
  const property = fc.property(fc.oneof(anyRepeat, anyCron), anyHours, (rule, windows) => {
    if (check(rule, { windows }) !== null) return;
    stood += 1;
    const span = { fromMs: NOON, toMs: NOON + 366 * DAY, limit: 100_000 };
    const fields = fieldsOf(rule);
    const found =
      rule.kind === 'repeat'
        ? firingsBetween({ rule, special: NO_SPECIAL_DAYS, ...span }).map(({ atMs }) => atMs)
        : occurrencesBetween({ fields: fields as never, ...span });
    expect(found.filter((atMs) => !isOpen(windows, atMs))).toEqual([]);
  });
  fc.assert(property, { seed: SEED, numRuns: RUNS });
  // a property of rules that are all refused would say nothing
  expect(stood).toBeGreaterThan(RUNS / 10);
});

test('a year of two dozen times a day is one try for each of them on each weekday, in milliseconds', () => {
  const at = Array.from({ length: 24 }, (_, n) => 5 * 3_600 + n * 900);
  const rule = repeat({ at });
  const tried = () => yearAhead({ rule, fields: null, special: NO_SPECIAL_DAYS, nowMs: NOON });
  expect(tried()).toHaveLength(366 * 24);
  expect(oneOfEach(tried())).toHaveLength(7 * 24);
  const windows = [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1_440 }];
  const began = performance.now();
  for (let n = 0; n < 10; n += 1) expect(check(rule, { windows })).toBeNull();
  const tookMs = (performance.now() - began) / 10;
  console.log(`a year of 24 times a day: ${tookMs.toFixed(1)} ms a rule`);
  // 20 ms at most; a machine that does much else is forgiven ten times that
  expect(tookMs).toBeLessThan(200);
});
test('what cannot be read, or is over, has no times', () => {
  const of = { special: NO_SPECIAL_DAYS, nowMs: NOON };
  const never = cron('0 7 30 2 *') as Extract<ScheduleRule, { kind: 'cron' }>;
  expect(yearAhead({ ...of, rule: never, fields: null })).toEqual([]);
  expect(yearAhead({ ...of, rule: never, fields: nodeCron.parse('0 7 L-30 2 *') })).toEqual([]);
  const over = repeat({ untilDay: '2026-01-31' });
  expect(yearAhead({ ...of, rule: over, fields: null })).toEqual([]);
});

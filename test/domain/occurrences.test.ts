// What will air and what will not: each hindrance, each kind of rule, and laws that hold for any plan.
// It must never know rows.
import fc from 'fast-check';
import nodeCron from 'node-cron';
import { expect, test } from 'vitest';
import { LONGEST_MS } from '../../src/domain/airing/airing.ts';
import { HORIZON_MS, occurrencesOf, type PlanFacts } from '../../src/domain/airing/occurrences.ts';
import { hasNoMoreTimes, PER_SCHEDULE_MAX } from '../../src/domain/airing/slots.ts';
import { USUAL_RULES } from '../../src/domain/calendar/calendar-model.ts';
import { NO_SPECIAL_DAYS } from '../../src/domain/calendar/recurrence.ts';
import type { ScheduleRule } from '../../src/domain/model.ts';
import { NO_RULES } from '../../src/domain/regulation/regulation-model.ts';
import { AREAS, approval, at, bulletin, clip, DAYTIME, NOON, SITES, schedule } from './samples.ts';

const SEED = Number(process.env.SEED ?? 20_261_205);
console.log(`occurrence properties: SEED=${SEED}`);

const FIVE = at('2026-12-05', '17:00');
const cron = (pattern: string, of: { fromMs?: number; untilMs?: number } = {}): ScheduleRule => ({
  kind: 'cron',
  pattern,
  fromMs: of.fromMs ?? 0,
  untilMs: of.untilMs ?? null,
});
const plan = (of: Partial<PlanFacts> = {}) =>
  occurrencesOf({
    nowMs: NOON,
    horizonMs: HORIZON_MS,
    schedules: [schedule()],
    special: () => NO_SPECIAL_DAYS,
    exceptions: () => [],
    fieldsOf: (pattern) => (nodeCron.validate(pattern) ? nodeCron.parse(pattern) : null),
    bulletin: () => bulletin(),
    clip: () => clip(),
    approvals: () => [approval()],
    areas: AREAS,
    regulations: [{ areaId: 'xa-a', hours: DAYTIME, rules: NO_RULES, counter: 1 }],
    sites: SITES,
    ...of,
  });
const times = (rule: ScheduleRule, of: Partial<PlanFacts> = {}) =>
  plan({ schedules: [schedule({ rule })], ...of }).map(({ playAtMs }) => playAtMs);

test('an approved bulletin with a time, speakers and hours will air', () => {
  expect(plan()).toEqual([
    {
      id: `lich-1@${FIVE}`,
      scheduleId: 'lich-1',
      bulletinId: 'bt-1',
      tenantId: 'xa-a',
      areaIds: ['xa-a'],
      slotMs: FIVE,
      playAtMs: FIVE,
      durationMs: 60_000,
      priority: 'normal',
      air: USUAL_RULES,
      change: null,
      special: null,
      hindrance: null,
    },
  ]);
});

const night: ScheduleRule = { kind: 'once', atMs: at('2026-12-06', '03:15') };
const lastMinute: ScheduleRule = { kind: 'once', atMs: at('2026-12-05', '19:59') + 1 };
test.each<[string, Partial<PlanFacts>, string | null]>([
  ['nobody approved it', { approvals: () => [] }, 'not-approved'],
  [
    'it was approved after its time',
    { approvals: () => [approval({ atMs: FIVE + 1 })], nowMs: FIVE + 2 },
    'not-approved',
  ],
  [
    'its text changed since',
    { bulletin: () => bulletin({ version: 2, state: 'making', clipId: null }), clip: () => null },
    'changed-since-approval',
  ],
  [
    'its sound changed since',
    { clip: () => clip({ contentHash: 'b'.repeat(64) }) },
    'changed-since-approval',
  ],
  [
    'it has no sound yet',
    { bulletin: () => bulletin({ state: 'making', clipId: null }), approvals: () => [] },
    'no-clip',
  ],
  ['its sound is lost', { clip: () => null, approvals: () => [] }, 'no-clip'],
  ['no unit is installed there', { sites: [] }, 'no-speakers'],
  ['the area has no site', { schedules: [schedule({ areaIds: ['ban-vang'] })] }, 'no-speakers'],
  [
    'it would wake the village at 03:15',
    { schedules: [schedule({ rule: night })] },
    'out-of-hours',
  ],
  [
    'its last second lies outside the hours',
    { schedules: [schedule({ rule: lastMinute })] },
    'out-of-hours',
  ],
  ['the commune has made no hours', { regulations: [] }, 'out-of-hours'],
  [
    'a drill would wake the village too',
    {
      schedules: [schedule({ rule: night })],
      bulletin: () => bulletin({ priority: 'emergency', drill: true }),
    },
    'out-of-hours',
  ],
  [
    'an emergency was approved more than a day before',
    {
      bulletin: () => bulletin({ priority: 'emergency' }),
      approvals: () => [approval({ atMs: FIVE - 24 * 3_600_000 - 1 })],
    },
    'approval-too-old',
  ],
  ['its event is past', { bulletin: () => bulletin({ expiresAtMs: FIVE }) }, 'expired'],
  [
    'its event is past, whoever should have approved it',
    { bulletin: () => bulletin({ expiresAtMs: FIVE }), approvals: () => [] },
    'expired',
  ],
  ['its event is a minute away', { bulletin: () => bulletin({ expiresAtMs: FIVE + 1 }) }, null],
  [
    'but an emergency passes at night',
    {
      schedules: [schedule({ rule: night })],
      bulletin: () => bulletin({ priority: 'emergency' }),
    },
    null,
  ],
])('%s', (_, of, hindrance) => {
  expect(plan(of).map((occurrence) => occurrence.hindrance)).toEqual([hindrance]);
});

test.each<[string, ScheduleRule, number[]]>([
  ['once, at the horizon: not yet', { kind: 'once', atMs: NOON + HORIZON_MS }, []],
  ['once, still sounding', { kind: 'once', atMs: NOON - 59_999 }, [NOON - 59_999]],
  ['once, just over', { kind: 'once', atMs: NOON - 60_000 }, []],
  ['now, not approved yet', { kind: 'now', atMs: null }, []],
  ['now, with its time', { kind: 'now', atMs: NOON + 5_000 }, [NOON + 5_000]],
  ['every day', cron('0 17 * * *'), [FIVE, at('2026-12-06', '17:00'), at('2026-12-07', '17:00')]],
  [
    'from tomorrow',
    cron('0 17 * * *', { fromMs: at('2026-12-07', '00:00') }),
    [at('2026-12-07', '17:00')],
  ],
  ['until tomorrow', cron('0 17 * * *', { untilMs: at('2026-12-06', '17:00') }), [FIVE]],
  [
    'until after the horizon',
    cron('0 17 7 12 *', { untilMs: FIVE * 2 }),
    [at('2026-12-07', '17:00')],
  ],
  ['a pattern that can no longer be read', cron('bốn giờ'), []],
])('%s', (_, rule, expected) => {
  expect(times(rule)).toEqual(expected);
});

test('a pattern made in the middle of one of its times waits for the next', () => {
  const rule = cron('0 12 * * *');
  const late = schedule({ rule, createdAtMs: NOON + 20_000 });
  const found = plan({ schedules: [late], nowMs: NOON + 20_000 });
  expect(found[0]?.playAtMs).toBe(at('2026-12-06', '12:00'));
});

test('a withdrawn schedule and one whose bulletin is gone have no occurrences', () => {
  expect(plan({ schedules: [schedule({ endedAtMs: NOON })] })).toEqual([]);
  expect(plan({ bulletin: () => null })).toEqual([]);
});

test('a pattern of every second is cut off', () => {
  expect(times(cron('* * * * * *'))).toHaveLength(PER_SCHEDULE_MAX);
});

test('two at the same time stand in the order of their ids', () => {
  const schedules = [schedule({ id: 'b' }), schedule({ id: 'a' }), schedule({ id: 'c' })];
  expect(plan({ schedules }).map(({ scheduleId }) => scheduleId)).toEqual(['a', 'b', 'c']);
});

const rule = fc.oneof(
  fc
    .integer({ min: -7_200, max: 300_000 })
    .map((s): ScheduleRule => ({ kind: 'once', atMs: NOON + s * 1_000 })),
  fc
    .tuple(fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 23 }))
    .map(([minute, hour]) => cron(`${minute} ${hour} * * *`)),
);
const anyPlan = fc.record({
  rules: fc.array(rule, { minLength: 1, maxLength: 5 }),
  stepMs: fc.integer({ min: 1, max: HORIZON_MS }),
});
const many = (rules: ScheduleRule[], nowMs: number) =>
  plan({
    nowMs,
    approvals: () => [approval({ atMs: 0 })],
    schedules: rules.map((each, n) => schedule({ id: `l${n}`, rule: each })),
  });

test('in any plan: sorted, unique, inside the horizon, and never a planned sound out of hours', () => {
  const property = fc.property(anyPlan, ({ rules }) => {
    const found = many(rules, NOON);
    const starts = found.map(({ playAtMs }) => playAtMs);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    for (const { playAtMs, hindrance } of found) {
      expect(playAtMs).toBeGreaterThan(NOON - 60_000);
      expect(playAtMs).toBeLessThan(NOON + HORIZON_MS);
      const minute = ((playAtMs + 7 * 3_600_000) % 86_400_000) / 60_000;
      const inside = minute >= 300 && minute + 1 <= 1_200;
      expect([playAtMs, hindrance]).toEqual([playAtMs, inside ? null : 'out-of-hours']);
    }
  });
  fc.assert(property, { seed: SEED, numRuns: 100 });
});

test('asked again later, a plan names the same occurrences: nothing moves, nothing is aired twice', () => {
  const property = fc.property(anyPlan, ({ rules, stepMs }) => {
    const laterMs = NOON + stepMs;
    const still = many(rules, NOON).filter((each) => each.playAtMs + each.durationMs > laterMs);
    const later = many(rules, laterMs).filter((each) => each.playAtMs < NOON + HORIZON_MS);
    expect(later).toEqual(still);
  });
  fc.assert(property, { seed: SEED, numRuns: 100 });
});

test('rows are fetched only for what can still sound or begins before the horizon', () => {
  const fetched: string[] = [];
  const once = (id: string, atMs: number) => schedule({ id, rule: { kind: 'once', atMs } });
  const old = Array.from({ length: 5_000 }, (_, n) => once(`cu-${n}`, NOON - LONGEST_MS - 1 - n));
  const over = schedule({ id: 'het', rule: cron('0 17 * * *', { untilMs: NOON - LONGEST_MS }) });
  const found = plan({
    schedules: [
      ...old,
      over,
      once('xa', NOON + HORIZON_MS),
      schedule({ endedAtMs: 1 }),
      schedule(),
    ],
    bulletin: (id) => {
      fetched.push(id);
      return bulletin();
    },
  });
  expect(found.map(({ scheduleId }) => scheduleId)).toEqual(['lich-1']);
  expect(fetched).toEqual(['bt-1']);
});

test('a plan may show "now" that waits, with what it waits for', () => {
  const schedules = [schedule({ rule: { kind: 'now', atMs: null } })];
  expect(plan({ schedules, approvals: () => [], waiting: true })).toMatchObject([
    { id: 'lich-1@now', playAtMs: NOON, hindrance: 'not-approved' },
  ]);
  expect(plan({ schedules, waiting: false })).toEqual([]);
});

test.each<[string, ScheduleRule, boolean]>([
  ['once, to come', { kind: 'once', atMs: NOON + 1 }, false],
  ['once, its time come', { kind: 'once', atMs: NOON }, true],
  ['now, waiting', { kind: 'now', atMs: null }, false],
  ['now, gone', { kind: 'now', atMs: NOON - 1 }, true],
  ['every day', cron('0 17 * * *'), false],
  ['until just now', cron('0 17 * * *', { untilMs: NOON }), false],
  ['until long ago', cron('0 17 * * *', { untilMs: NOON - LONGEST_MS }), true],
])('a schedule has no more times: %s', (_, rule, none) => {
  expect(hasNoMoreTimes(schedule({ rule }), NOON)).toBe(none);
});

test('what the regulation says of each time stands in the place of it', () => {
  const found = plan({
    *beyond() {
      yield;
      return (one) => ['ban-1', 'ban-2'].map((id) => ({ ...one, id, areaIds: [id] }));
    },
  });
  expect(found.map(({ areaIds }) => areaIds)).toEqual([['ban-1'], ['ban-2']]);
});

// Single times moved, cancelled, replaced and said again: none is lost, none doubled, and its id never changes.
// It must never know rows.
import fc from 'fast-check';
import nodeCron from 'node-cron';
import { expect, test } from 'vitest';
import { LONGEST_MS } from '../../../src/domain/airing/airing.ts';
import {
  HORIZON_MS,
  occurrencesOf,
  type PlanFacts,
} from '../../../src/domain/airing/occurrences.ts';
import { hasNoMoreTimes, slotAt, slotsBetween } from '../../../src/domain/airing/slots.ts';
import {
  type AirRules,
  type ScheduleException,
  USUAL_RULES,
} from '../../../src/domain/calendar/calendar-model.ts';
import { NO_SPECIAL_DAYS, specialDays } from '../../../src/domain/calendar/recurrence.ts';
import type { Schedule } from '../../../src/domain/model.ts';
import { NO_RULES } from '../../../src/domain/regulation/regulation-model.ts';
import { AREAS, approval, at, bulletin, clip, DAYTIME, NOON, SITES, schedule } from '../samples.ts';
import { repeat, special } from './rules.ts';

const SEED = Number(process.env.SEED ?? 20_261_122);
console.log(`slot properties: SEED=${SEED}`);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FIRST = at('2026-12-05', '17:30');
const daily = (of: Partial<Schedule> = {}) => schedule({ rule: repeat(), ...of });
const changed = (slotMs: number, change: ScheduleException['change']): ScheduleException => ({
  scheduleId: 'lich-1',
  slotMs,
  change,
  reason: '',
  byId: 'a',
  atMs: 0,
});
const plan = (exceptions: ScheduleException[], of: Partial<PlanFacts> = {}) =>
  occurrencesOf({
    nowMs: NOON,
    horizonMs: HORIZON_MS,
    schedules: [daily()],
    special: () => NO_SPECIAL_DAYS,
    exceptions: (id) => exceptions.filter(({ scheduleId }) => scheduleId === id),
    fieldsOf: (pattern) => nodeCron.parse(pattern),
    bulletin: (id) => bulletin({ id, clipId: `clip-${id}` }),
    clip: (id) => clip({ id }),
    approvals: (bulletinId) => [approval({ bulletinId })],
    areas: AREAS,
    regulations: [{ areaId: 'xa-a', hours: DAYTIME, rules: NO_RULES, counter: 1 }],
    sites: SITES,
    ...of,
  });
const brief = (found: ReturnType<typeof plan>) =>
  found.map(({ id, playAtMs, change, hindrance }) => [id, playAtMs, change, hindrance]);

test('a moved time keeps its id and is judged where it was moved to', () => {
  const night = at('2026-12-06', '03:15');
  const found = plan([changed(FIRST, { kind: 'move', toMs: night })]);
  expect(brief(found)).toEqual([
    [`lich-1@${FIRST}`, night, 'moved', 'out-of-hours'],
    [`lich-1@${FIRST + DAY}`, FIRST + DAY, null, null],
    [`lich-1@${FIRST + 2 * DAY}`, FIRST + 2 * DAY, null, null],
  ]);
  expect(found[0]?.slotMs).toBe(FIRST);
});

test('a cancelled time stays in the plan and says so', () => {
  expect(brief(plan([changed(FIRST, { kind: 'cancel' })]))[0]).toEqual([
    `lich-1@${FIRST}`,
    FIRST,
    'cancelled',
    'cancelled-once',
  ]);
});

test('another bulletin at one time is judged as itself', () => {
  const facts = { approvals: (id: string) => (id === 'bt-2' ? [] : [approval()]) };
  const [first, second] = plan([changed(FIRST, { kind: 'replace', bulletinId: 'bt-2' })], facts);
  expect(first).toMatchObject({
    bulletinId: 'bt-2',
    change: 'replaced',
    hindrance: 'not-approved',
  });
  expect(second).toMatchObject({ bulletinId: 'bt-1', change: null });
});

test('moved into the hours asked for it is there, moved out of them it is not', () => {
  const far = FIRST + 20 * DAY;
  expect(plan([changed(far, { kind: 'move', toMs: NOON + MINUTE })])[0]).toMatchObject({
    id: `lich-1@${far}`,
    playAtMs: NOON + MINUTE,
  });
  const gone = plan([changed(FIRST, { kind: 'move', toMs: far + MINUTE })]);
  expect(gone.map(({ slotMs }) => slotMs)).toEqual([FIRST + DAY, FIRST + 2 * DAY]);
});

test('two moved to one minute keep the order of their own times', () => {
  const move = { kind: 'move', toMs: NOON + MINUTE } as const;
  const found = plan([changed(FIRST + DAY, move), changed(FIRST, move)]);
  expect(found.map(({ slotMs }) => slotMs)).toEqual([FIRST, FIRST + DAY, FIRST + 2 * DAY]);
});

test('a change of a time that the rule has no longer is no time', () => {
  const stray = FIRST + MINUTE;
  expect(plan([changed(stray, { kind: 'move', toMs: NOON + MINUTE })])).toHaveLength(3);
  const facts = { fieldsOf: () => null, special: () => NO_SPECIAL_DAYS };
  expect(slotAt(daily(), stray, facts)).toBeNull();
  expect(slotAt(daily({ sinceMs: FIRST + DAY }), FIRST, facts)).toEqual({
    slotMs: FIRST,
    bulletinId: 'bt-1',
  });
});

test('a rule changed at 17:31 does not begin in the middle of its 17:30', () => {
  const schedules = [daily({ sinceMs: FIRST + MINUTE })];
  expect(plan([], { schedules, nowMs: FIRST + 30_000 })[0]?.slotMs).toBe(FIRST + DAY);
});

test('said three times with a gap, each has an id, a verdict and an hindrance of its own', () => {
  const air: AirRules = { ...USUAL_RULES, times: 3, gapMs: 4 * MINUTE };
  const late = repeat({ at: [19 * 3_600 + 50 * 60] });
  const found = plan([], { schedules: [daily({ rule: late, air })], horizonMs: DAY });
  const slot = at('2026-12-05', '19:50');
  expect(brief(found)).toEqual([
    [`lich-1@${slot}`, slot, null, null],
    [`lich-1@${slot}#2`, slot + 5 * MINUTE, null, null],
    [`lich-1@${slot}#3`, slot + 10 * MINUTE, null, 'out-of-hours'],
  ]);
});

test('what is left of a run is still planned when its first time is over', () => {
  const air: AirRules = { ...USUAL_RULES, times: 3, gapMs: 4 * MINUTE };
  const found = plan([], {
    schedules: [daily({ air })],
    nowMs: FIRST + 6 * MINUTE,
    horizonMs: 3_600_000,
  });
  expect(found.map(({ id }) => id)).toEqual([`lich-1@${FIRST}#3`]);
});

test('a holiday is named on the times it touches, and another bulletin airs where the rule says so', () => {
  const on = specialDays([special({ fromDay: '2026-12-06', untilDay: '2026-12-06' })]);
  const rule = repeat({ special: { holiday: 'replace', mourning: 'skip' }, replaceWith: 'bt-le' });
  const found = plan([], { schedules: [daily({ rule })], special: () => on });
  expect(found.map(({ bulletinId, special: name, change }) => [bulletinId, name, change])).toEqual([
    ['bt-1', null, null],
    ['bt-le', 'Lễ hội Lồng Tồng', null],
    ['bt-1', null, null],
  ]);
});

test('"now" that waits is shown once at this moment', () => {
  const schedules = [schedule({ rule: { kind: 'now', atMs: null } })];
  expect(plan([], { schedules, waiting: true, clip: () => null })).toMatchObject([
    { id: 'lich-1@now', slotMs: NOON, playAtMs: NOON, special: null },
  ]);
});

test.each<[string, Partial<Schedule>, ScheduleException[], boolean]>([
  ['every day', { rule: repeat() }, [], false],
  ['its last day is today', { rule: repeat({ untilDay: '2026-12-05' }) }, [], false],
  ['its last day is two days past', { rule: repeat({ untilDay: '2026-12-03' }) }, [], true],
  [
    'one of its times was moved beyond its end',
    { rule: repeat({ untilDay: '2026-12-03' }) },
    [changed(FIRST - 3 * DAY, { kind: 'move', toMs: NOON + DAY })],
    false,
  ],
  [
    'what was moved is past as well',
    { rule: repeat({ untilDay: '2026-12-03' }) },
    [changed(FIRST - 3 * DAY, { kind: 'move', toMs: NOON - DAY }), changed(0, { kind: 'cancel' })],
    true,
  ],
  [
    'once, and said again',
    { rule: { kind: 'once', atMs: NOON - 1 }, air: { ...USUAL_RULES, times: 2 } },
    [],
    false,
  ],
])('no more times: %s', (_, of, exceptions, expected) => {
  expect(hasNoMoreTimes(daily(of), NOON, exceptions)).toBe(expected);
});

const anyChange = fc.oneof(
  fc.constant<ScheduleException['change']>({ kind: 'cancel' }),
  fc
    .integer({ min: 0, max: 6 * 24 * 60 })
    .map((n): ScheduleException['change'] => ({ kind: 'move', toMs: NOON + n * MINUTE })),
  fc.constant<ScheduleException['change']>({ kind: 'replace', bulletinId: 'bt-2' }),
);

test('whatever is moved where, every slot is there once and only once, seen whole or in pieces', () => {
  const property = fc.property(
    fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 5 }), anyChange), { selector: ([n]) => n }),
    fc.integer({ min: 1, max: 6 * 24 * 60 }),
    (changes, cut) => {
      const exceptions = changes.map(([n, change]) => changed(FIRST + n * DAY, change));
      const facts = {
        exceptions: () => exceptions,
        special: () => NO_SPECIAL_DAYS,
        fieldsOf: () => null,
      };
      const span = { fromMs: NOON, toMs: NOON + 6 * DAY + MINUTE };
      const whole = slotsBetween(daily(), span, facts);
      expect(new Set(whole.map(({ slotMs }) => slotMs)).size).toBe(whole.length);
      expect(whole).toHaveLength(6);
      const middle = NOON + cut * MINUTE;
      const parts = [
        ...slotsBetween(daily(), { ...span, toMs: middle }, facts),
        ...slotsBetween(daily(), { ...span, fromMs: middle }, facts),
      ];
      expect(parts).toEqual(whole);
    },
  );
  fc.assert(property, { seed: SEED, numRuns: 200 });
});

test('a week of 10,000 schedules is expanded in well under a second', () => {
  const schedules = Array.from({ length: 10_000 }, (_, n) =>
    daily({ id: `l-${n}`, rule: repeat({ at: [21_600 + n] }) }),
  );
  const startedMs = performance.now();
  expect(plan([], { schedules, horizonMs: DAY })).toHaveLength(10_000);
  expect(performance.now() - startedMs).toBeLessThan(5_000); // a busy machine; alone about 150 ms
  const old = plan([], {
    schedules: [schedule({ rule: { kind: 'once', atMs: NOON - LONGEST_MS } })],
  });
  expect(old).toEqual([]);
});

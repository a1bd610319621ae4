// Which schedules may be near the wished times: a no is never wrong, and most are a no.
// It must never expand anything but to check a no.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { USUAL_RULES } from '../../../src/domain/calendar/calendar-model.ts';
import { type MeetFacts, mayMeet } from '../../../src/domain/calendar/may-meet.ts';
import { firingsBetween, NO_SPECIAL_DAYS } from '../../../src/domain/calendar/recurrence.ts';
import type { Schedule } from '../../../src/domain/model.ts';
import { DAY_MS } from '../../../src/domain/vietnam-time.ts';
import { NOON, schedule } from '../samples.ts';
import { clock, minutes } from './plan-samples.ts';
import { repeat } from './rules.ts';

const HOUR = 3_600;
const at = (hour: number, of: Partial<Schedule> = {}) =>
  schedule({ rule: repeat({ at: [hour * HOUR] }), ...of });
const asked = (of: Partial<MeetFacts> = {}) =>
  mayMeet({
    spans: [{ fromMs: clock('16:00'), toMs: clock('18:03') }],
    durationOf: () => minutes(3),
    isChanged: () => false,
    ...of,
  });

test.each<[string, Schedule, boolean]>([
  ['in the morning', at(6), false],
  ['at five in the afternoon', at(17), true],
  ['at six, as the span ends', at(18), true],
  ['at seven', at(19), false],
  ['at three, once', at(15), false],
  ['at three, and again until four', at(15, { air: again(2, minutes(58)) }), true],
  ['at six in the morning and at five in summer', summer(), true],
])('a rule that fires %s', (_, one, may) => {
  expect(asked()(one)).toBe(may);
});

function again(times: number, gapMs: number) {
  return { ...USUAL_RULES, times, gapMs };
}

function summer(): Schedule {
  const seasons = [{ from: '04-16', until: '10-15', at: [17 * HOUR] }];
  return schedule({ rule: repeat({ at: [6 * HOUR], seasons }) });
}

test('what airs in its place counts as well, and what has no sound takes no time', () => {
  const rule = repeat({ at: [15 * HOUR], replaceWith: 'bt-dài' });
  const lengths: Record<string, number> = { 'bt-dài': minutes(70) };
  const may = asked({ durationOf: (id) => lengths[id] ?? null });
  expect(may(schedule({ rule }))).toBe(true);
  expect(may(at(15))).toBe(false);
});

test('a time that was changed may be anywhere, and so may a single time or a pattern', () => {
  expect(asked({ isChanged: () => true })(at(6))).toBe(true);
  expect(asked()(schedule({ rule: { kind: 'once', atMs: NOON } }))).toBe(true);
  expect(asked()(at(6, { air: { ...USUAL_RULES, filler: true } }))).toBe(true);
});

test('near midnight the day before and the day after are near too, and a day’s span is all day', () => {
  const midnight = clock('23:59');
  const may = asked({ spans: [{ fromMs: midnight, toMs: midnight + minutes(5) }] });
  expect([may(at(0)), may(at(23)), may(at(12))]).toEqual([true, false, false]);
  expect(may(at(23, { air: again(2, minutes(57)) }))).toBe(true);
  const all = asked({ spans: [{ fromMs: midnight, toMs: midnight + 3 * DAY_MS }] });
  expect(all(at(12))).toBe(true);
  expect(asked({ durationOf: () => 2 * DAY_MS })(at(20))).toBe(true);
});

test('whatever the rule, a no means that none of its times is near', () => {
  const second = fc.integer({ min: 0, max: 86_399 });
  fc.assert(
    fc.property(second, second, fc.integer({ min: 1, max: 600 }), (fires, wish, takes) => {
      const fromMs = clock('00:00') + wish * 1_000;
      const span = { fromMs, toMs: fromMs + minutes(130) };
      const rule = repeat({ at: [fires], fromDay: '2026-12-01' });
      const may = asked({ spans: [span], durationOf: () => minutes(takes) });
      const times = { rule, special: NO_SPECIAL_DAYS, fromMs: fromMs - DAY_MS, toMs: span.toMs };
      const near = firingsBetween({ ...times, limit: 10 }).some(
        ({ atMs }) => atMs + minutes(takes) > fromMs,
      );
      if (near) expect(may(schedule({ rule }))).toBe(true);
    }),
  );
});

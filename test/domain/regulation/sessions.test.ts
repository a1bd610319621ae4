// Sessions as a village hears them, and what a day has no room for (issue #5, 2).
// It must never know regulations of real communes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beyondLimits,
  type Heard,
  hasLimits,
  type SessionLimits,
  sessionsOf,
} from '../../../src/domain/regulation/sessions.ts';
import { dayNumber } from '../../../src/domain/vietnam-time.ts';
import { at } from '../samples.ts';

const MINUTE = 60_000;
const heard = (id: string, clock: string, minutes: number, day = '2026-12-05'): Heard => ({
  ...{ id, playAtMs: at(day, clock), durationMs: minutes * MINUTE },
});
const limits = (of: Partial<SessionLimits> = {}): SessionLimits => ({
  ...{ sessionsPerDay: null, minutesPerSession: null, sessionGapMinutes: 30 },
  ...of,
});
const ids = (all: readonly Heard[], of: SessionLimits) =>
  sessionsOf(all, of).map((session) => session.heard.map(({ id }) => id).join(''));

describe('a session', () => {
  test.each<[string, Heard[], string[]]>([
    ['nothing is none', [], []],
    [
      'a pause shorter than the gap joins',
      [heard('a', '05:30', 10), heard('b', '06:09', 5)],
      ['ab'],
    ],
    ['the whole gap parts', [heard('a', '05:30', 10), heard('b', '06:10', 5)], ['a', 'b']],
    [
      'a long one bridges what comes under it',
      [heard('a', '05:30', 60), heard('b', '05:40', 1), heard('c', '06:50', 1)],
      ['abc'],
    ],
    [
      'midnight parts, however short the pause',
      [heard('a', '23:55', 3), heard('b', '00:01', 3, '2026-12-06')],
      ['a', 'b'],
    ],
    [
      'what begins together keeps one order',
      [heard('b', '05:30', 1), heard('a', '05:30', 1)],
      ['ab'],
    ],
  ])('%s', (_, all, wanted) => {
    expect(ids(all, limits())).toEqual(wanted);
  });
});

describe('beyond the limits', () => {
  test.each<[string, Heard[], Partial<SessionLimits>, string[]]>([
    ['nothing, where there are none', [heard('a', '05:30', 600)], {}, []],
    [
      'the third session of two',
      [heard('a', '05:30', 1), heard('b', '11:00', 1), heard('c', '17:00', 1)],
      { sessionsPerDay: 2 },
      ['c'],
    ],
    [
      'not what joins one that is there',
      [heard('a', '05:30', 1), heard('b', '05:40', 1), heard('c', '17:00', 1)],
      { sessionsPerDay: 2 },
      [],
    ],
    [
      'every day anew',
      [heard('a', '05:30', 1), heard('b', '05:30', 1, '2026-12-06')],
      { sessionsPerDay: 1 },
      [],
    ],
    ['one that is too long by itself', [heard('a', '05:30', 16)], { minutesPerSession: 15 }, ['a']],
    [
      'what makes a session too long; a shorter one after it still fits',
      [heard('a', '05:30', 10), heard('b', '05:41', 10), heard('c', '05:42', 2)],
      { minutesPerSession: 15 },
      ['b'],
    ],
    [
      'one too long takes no session from those after it',
      [heard('a', '05:30', 60), heard('b', '17:00', 5)],
      { sessionsPerDay: 1, minutesPerSession: 15 },
      ['a'],
    ],
  ])('is %s', (_, all, of, wanted) => {
    expect([...beyondLimits(all, limits(of))]).toEqual(wanted);
  });

  test.each([
    [limits(), false],
    [limits({ sessionsPerDay: 1 }), true],
    [limits({ minutesPerSession: 1 }), true],
  ])('%j has limits: %s', (of, wanted) => {
    expect(hasLimits(of)).toBe(wanted);
  });
});

const anyHeard = fc
  .array(
    fc.record({
      playAtMs: fc.integer({ min: at('2026-12-05', '00:00'), max: at('2026-12-07', '23:59') }),
      durationMs: fc.integer({ min: 0, max: 3 * 3_600_000 }),
    }),
    { maxLength: 30 },
  )
  .map((all) => all.map((one, n) => ({ ...one, id: `lich-${n}` })));
const anyLimits = fc.record({
  sessionsPerDay: fc.option(fc.integer({ min: 1, max: 5 })),
  minutesPerSession: fc.option(fc.integer({ min: 1, max: 120 })),
  sessionGapMinutes: fc.integer({ min: 1, max: 120 }),
});

test('two that begin together stand in the order of their names, whichever is asked about first', () => {
  const [a, b] = [heard('a', '17:00', 10), heard('b', '17:00', 10)];
  expect(ids([a, b], limits())).toEqual(['ab']);
  expect(ids([b, a], limits())).toEqual(['ab']);
});

test('grouping does not depend on the order things come in', () => {
  fc.assert(
    fc.property(anyHeard, anyLimits, fc.func(fc.integer()), (all, of, key) => {
      const mixed = [...all].sort((a, b) => key(a.id) - key(b.id));
      expect(ids(mixed, of)).toEqual(ids(all, of));
      expect([...beyondLimits(mixed, of)].sort()).toEqual([...beyondLimits(all, of)].sort());
    }),
  );
});

test('what is left keeps every limit, on every day', () => {
  fc.assert(
    fc.property(anyHeard, anyLimits, (all, of) => {
      const beyond = beyondLimits(all, of);
      const left = sessionsOf(
        all.filter(({ id }) => !beyond.has(id)),
        of,
      );
      for (const { fromMs, toMs } of left)
        expect(toMs - fromMs).toBeLessThanOrEqual((of.minutesPerSession ?? 1e9) * MINUTE);
      const days = new Set(left.map(({ fromMs }) => dayNumber(fromMs)));
      for (const day of days) {
        const count = left.filter(({ fromMs }) => dayNumber(fromMs) === day).length;
        expect(count).toBeLessThanOrEqual(of.sessionsPerDay ?? 1e9);
      }
    }),
  );
});

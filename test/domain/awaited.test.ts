// Until when a silent speaker may lawfully be waiting: the same arbiter as at the speaker says so.
// It must never know receipts or rows.
import { expect, test } from 'vitest';
import { USUAL_AIR } from '../../devices/rules/index.ts';
import { AWAITED_MAX_MS, fateKnownMs, turnMs } from '../../src/domain/airing/awaited.ts';
import { NOON } from './samples.ts';

const MINUTE = 60_000;
const HOURS = {
  utcOffsetMin: 420,
  windows: [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 300, toMinute: 1_200 }],
};
type Part = Parameters<typeof fateKnownMs>[0]['airing'];
const part = (id: string, of: Partial<Part> = {}): Part => ({
  ...{ id, priority: 'normal', drill: false, playAtMs: NOON, durationMs: 5 * MINUTE },
  ...{ air: USUAL_AIR, ...of },
});
const known = (airing: Part, ...others: Part[]) =>
  (fateKnownMs({ airing, others, hours: HOURS }) - NOON) / MINUTE;

test.each<[string, number, Part, Part[]]>([
  ['alone: its own end', 5, part('b'), []],
  ['beside itself in the list: its own end', 5, part('b'), [part('b')]],
  ['behind another of the same minute: after that', 10, part('b'), [part('a')]],
  [
    'out of patience behind a long one: the moment it gave up',
    10,
    part('b'),
    [part('a', { durationMs: 30 * MINUTE })],
  ],
  [
    'behind two, the first of which began before it',
    11,
    part('b', { playAtMs: NOON + MINUTE }),
    [part('a', { durationMs: 6 * MINUTE })],
  ],
  [
    'paused by an emergency: after what was left',
    15,
    part('b'),
    [part('e', { priority: 'emergency', playAtMs: NOON + MINUTE, durationMs: 10 * MINUTE })],
  ],
  [
    'dropped by an emergency: that very moment',
    1,
    part('b', { air: { ...USUAL_AIR, under: 'drop' } }),
    [part('e', { priority: 'emergency', playAtMs: NOON + MINUTE })],
  ],
  [
    'behind an endless emergency: two hours, no more',
    5 + AWAITED_MAX_MS / MINUTE,
    part('b', { priority: 'emergency', air: { ...USUAL_AIR, order: 2 } }),
    [part('e', { priority: 'emergency', durationMs: 600 * MINUTE })],
  ],
])('%s', (_, minutes, airing, others) => {
  expect(known(airing, ...others)).toBe(minutes);
});

test('the end of the allowed hours ends the waiting', () => {
  const early = { ...HOURS, windows: [{ ...HOURS.windows[0], fromMinute: 300, toMinute: 727 }] };
  const hours = early as typeof HOURS;
  expect(fateKnownMs({ airing: part('b'), others: [part('a')], hours })).toBe(NOON + 7 * MINUTE);
});

test.each<[string, Part[], number | null]>([
  ['alone', [], 0],
  ['behind another of the same minute', [part('a')], 5],
  ['never, out of patience', [part('a', { durationMs: 30 * MINUTE })], null],
])('the turn of what is %s', (_, others, minute) => {
  const found = turnMs({ airing: part('b'), others, hours: HOURS });
  expect(found === null ? null : (found - NOON) / MINUTE).toBe(minute);
});

// Allowed hours: what a commune's regulation lets sound, to the millisecond.
// It must never know the machine's time zone.
import { expect, test } from 'vitest';
import type { AllowedHours } from '../../../devices/protocol/index.ts';
import { allowedAt, allowedUntil, fitsHours, passesHours } from '../../../devices/rules/index.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const vietnam = (windows: AllowedHours['windows']): AllowedHours => ({
  utcOffsetMin: 420,
  windows,
});
const at = (local: string) => Date.parse(`${local}+07:00`);
const MINUTE_MS = 60_000;

const twoSessions = vietnam([
  { days: everyDay, fromMinute: 5 * 60 + 30, toMinute: 6 * 60 + 30 },
  { days: everyDay, fromMinute: 17 * 60, toMinute: 18 * 60 },
]);
const overMidnight = vietnam([
  { days: [1], fromMinute: 22 * 60, toMinute: 1440 },
  { days: [2], fromMinute: 0, toMinute: 60 },
]);

test.each([
  ['03:15, the hour that woke Trung Lộc', twoSessions, '2026-11-02T03:15:00', false],
  ['the last millisecond before a window', twoSessions, '2026-11-02T05:29:59.999', false],
  ['the first millisecond of a window', twoSessions, '2026-11-02T05:30:00', true],
  ['the last millisecond of a window', twoSessions, '2026-11-02T06:29:59.999', true],
  ['the end of a window', twoSessions, '2026-11-02T06:30:00', false],
  ['the second window', twoSessions, '2026-11-02T17:30:00', true],
  ['Monday before midnight', overMidnight, '2026-11-02T23:59:59.999', true],
  ['Tuesday after midnight', overMidnight, '2026-11-03T00:59:00', true],
  ['Tuesday before midnight', overMidnight, '2026-11-03T23:00:00', false],
  ['Sunday', vietnam([{ days: [7], fromMinute: 0, toMinute: 1440 }]), '2026-11-08T12:00:00', true],
  ['no window at all', vietnam([]), '2026-11-02T12:00:00', false],
])('%s: sound allowed is %#', (_name, hours, local, allowed) => {
  expect(allowedAt(hours, at(local))).toBe(allowed);
});

test('days are told right before 1970 as well', () => {
  const utc = { utcOffsetMin: 0, windows: [{ days: [3], fromMinute: 0, toMinute: 1440 }] };
  expect(allowedAt(utc, -1)).toBe(true); // 31 December 1969 was a Wednesday
  expect(allowedAt(utc, -86_400_001)).toBe(false);
  expect(allowedAt(utc, -9 * 86_400_000)).toBe(false);
});

test.each([
  ['outside, until is the instant itself', twoSessions, '2026-11-02T12:00:00', 0],
  ['inside, until is the end', twoSessions, '2026-11-02T17:15:00', 45],
  ['two windows that meet at midnight are one', overMidnight, '2026-11-02T23:00:00', 120],
  [
    'of two windows that overlap the later end counts',
    vietnam([
      { days: [1], fromMinute: 600, toMinute: 660 },
      { days: [1], fromMinute: 600, toMinute: 720 },
      { days: [1], fromMinute: 600, toMinute: 630 },
    ]),
    '2026-11-02T10:00:00',
    120,
  ],
])('%s', (_name, hours, local, minutes) => {
  expect(allowedUntil(hours, at(local))).toBe(at(local) + minutes * MINUTE_MS);
});

test('hours that never close never end', () => {
  const always = vietnam([{ days: everyDay, fromMinute: 0, toMinute: 1440 }]);
  expect(allowedUntil(always, at('2026-11-02T12:00:00'))).toBe(Number.POSITIVE_INFINITY);
});

test.each([
  ['03:15', '2026-11-02T03:15:00', false],
  ['17:10', '2026-11-02T17:10:00', true],
])('a drill keeps the hours like anything planned: at %s %s', (_name, local, fits) => {
  const drill = { priority: 'emergency' as const, drill: true };
  expect(passesHours(drill)).toBe(false);
  expect(fitsHours({ ...drill, playAtMs: at(local), durationMs: MINUTE_MS }, twoSessions)).toBe(
    fits,
  );
});

test.each([
  ['normal', '2026-11-02T17:00:00', 60, true],
  ['normal', '2026-11-02T17:00:01', 60, false],
  ['priority', '2026-11-02T16:59:59', 5, false],
  ['priority', '2026-11-02T17:58:00', 2, true],
  ['emergency', '2026-11-02T03:15:00', 90, true],
] as const)('a %s airing at %s of %i minutes fits: %s', (priority, local, minutes, fits) => {
  const airing = { priority, playAtMs: at(local), durationMs: minutes * MINUTE_MS };
  expect(fitsHours(airing, twoSessions)).toBe(fits);
});

// How loud a pole is by the hour: its own volume or the regulation's ceiling, whichever is lower (issue #5, 2).
// It must never know decibels.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { volumeAt } from '../../../devices/rules/index.ts';

const hours = { utcOffsetMin: 420, windows: [] };
const night = [
  { fromMinute: 0, toMinute: 360, percent: 40 },
  { fromMinute: 1_260, toMinute: 1_440, percent: 40 },
];
const at = (clock: string) => Date.parse(`2026-12-05T${clock}+07:00`);

test.each([
  ['05:59:59', 40],
  ['06:00:00', 80],
  ['20:59:59', 80],
  ['21:00:00', 40],
  ['23:59:59', 40],
  ['00:00:00', 40],
])('at %s of the wall it is %i percent', (clock, percent) => {
  expect(volumeAt({ volumePercent: 80, volumes: night, hours }, at(clock))).toBe(percent);
});

test('a pole that a technician turned down stays down', () => {
  expect(volumeAt({ volumePercent: 20, volumes: night, hours }, at('22:00:00'))).toBe(20);
});

test('of two ceilings the lower holds', () => {
  const volumes = [...night, { fromMinute: 0, toMinute: 1_440, percent: 30 }];
  expect(volumeAt({ volumePercent: 80, volumes, hours }, at('22:00:00'))).toBe(30);
});

test('a policy of before this field was made keeps its one volume', () => {
  expect(volumeAt({ volumePercent: 80, hours }, at('22:00:00'))).toBe(80);
});

test('it is never louder than the pole itself, before 1970 as after', () => {
  const cap = fc.record({
    fromMinute: fc.integer({ min: 0, max: 1_439 }),
    toMinute: fc.integer({ min: 1, max: 1_440 }),
    percent: fc.integer({ min: 0, max: 100 }),
  });
  fc.assert(
    fc.property(
      fc.array(cap, { maxLength: 24 }),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: -(10 ** 12), max: 4 * 10 ** 12 }),
      (volumes, volumePercent, atMs) => {
        const said = volumeAt({ volumePercent, volumes, hours }, atMs);
        return (
          said <= volumePercent &&
          said === volumeAt({ volumePercent, volumes, hours }, atMs + 86_400_000)
        );
      },
    ),
  );
});

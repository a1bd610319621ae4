import { expect, test } from 'vitest';
import { ASSUMED_PACE, paceAt, percentFor } from '../../../audio/voices/azure/pace.ts';

test('a line of the table is found as it stands', () => {
  for (const [percent, pace] of ASSUMED_PACE) {
    expect(percentFor(pace)).toBe(percent);
    expect(paceAt(percent)).toBe(pace);
  }
});

test('between two lines it goes by proportion', () => {
  expect(percentFor(219)).toBe(8);
  expect(paceAt(45)).toBe(287.5);
});

test('faster or slower than the service speaks is as fast or slow as it speaks', () => {
  expect([percentFor(1), percentFor(9_999)]).toEqual([-50, 100]);
  expect([paceAt(-90), paceAt(900)]).toEqual([108, 380]);
  expect(
    percentFor(500, [
      [0, 200],
      [300, 800],
    ]),
  ).toBe(100);
});

test('the faster it is wanted, the faster it is asked for', () => {
  const percents = Array.from({ length: 300 }, (_, at) => percentFor(90 + at));
  expect(percents).toEqual([...percents].sort((a, b) => a - b));
});

test('a measured table goes before the assumed one; an empty one asks for nothing', () => {
  const measured = [
    [-20, 160],
    [0, 190],
    [20, 220],
  ] as const;
  expect(percentFor(190, measured)).toBe(0);
  expect(percentFor(175, measured)).toBe(-10);
  expect(percentFor(100, [[0, 205]])).toBe(0);
});

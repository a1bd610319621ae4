import { expect, test } from 'vitest';
import { joined } from '../../../audio/voices/azure/joined.ts';

const RATE = 1_000; // a sample a millisecond: what is counted can be seen
const silence = (ms: number) => new Array<number>(ms).fill(0);
const sound = (ms: number) => new Array<number>(ms).fill(1_000);
const piece = (samples: number[], restMs = 0) => ({ samples: Int16Array.from(samples), restMs });

test('one piece stays as it came, nothing of nothing is nothing', () => {
  const only = piece([...silence(30), ...sound(5), ...silence(9)], 300);
  expect(joined([only], RATE)).toBe(only.samples);
  expect(joined([], RATE)).toHaveLength(0);
});

test('the silence around the pieces gives way to the rest between them', () => {
  const first = piece([...silence(500), ...sound(40), ...silence(700)], 60);
  const last = piece([...silence(90), ...sound(20)], 60);
  const whole = joined([first, last], RATE);
  // ten milliseconds are kept before and behind a sound
  expect(whole).toHaveLength(10 + 40 + 10 + 60 + 10 + 20);
  expect([...whole.slice(0, 10)]).toEqual(silence(10));
  expect([...whole.slice(10, 50)]).toEqual(sound(40));
  expect([...whole.slice(50, 130)]).toEqual(silence(80));
});

test('a sound that begins at once is led up from zero and down to it', () => {
  const whole = joined([piece(sound(40), 5), piece(sound(40))], RATE);
  expect([...whole.slice(0, 6)]).toEqual([0, 200, 400, 600, 800, 1_000]);
  expect([...whole.slice(34, 40)]).toEqual([1_000, 800, 600, 400, 200, 0]);
  expect([...whole.slice(40, 47)]).toEqual([...silence(5), 0, 200]);
  expect(whole.at(-1)).toBe(0);
});

test('a piece without a sound leaves only its rest, and one of two samples is no trouble', () => {
  expect(joined([piece(silence(50), 7), piece([900, -900])], RATE)).toHaveLength(9);
});

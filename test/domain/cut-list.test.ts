// A list that holds only so many says from when on it is whole.
import { expect, test } from 'vitest';
import { wholeFrom } from '../../src/domain/airing/cut-list.ts';

const list = (...times: number[]) => times.map((playAtMs) => ({ playAtMs }));
const times = (...lists: { playAtMs: number }[][]) => {
  const { rows, cutAtMs } = wholeFrom({ lists, most: 3 });
  return [rows.map(({ playAtMs }) => playAtMs), cutAtMs];
};

test('shorter lists are whole', () => {
  expect(times()).toEqual([[], null]);
  expect(times(list(1, 2), list(4))).toEqual([[1, 2, 4], null]);
});

test('a full one may be cut: what began at its first instant is asked for again', () => {
  expect(times(list(5, 5, 7))).toEqual([[7], 6]);
  expect(times(list(5, 6, 7))).toEqual([[6, 7], 6]);
});

test('beside another one, both are whole only from the later cut on', () => {
  expect(times(list(5, 6, 7), list(1, 6, 9))).toEqual([[6, 7, 6, 9], 6]);
  expect(times(list(5, 6, 7), list(1, 2))).toEqual([[6, 7], 6]);
});

test('of one instant alone nothing is left out', () => {
  expect(times(list(5, 5, 5))).toEqual([[5, 5, 5], 5]);
});

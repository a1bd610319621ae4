// Two rows side by side: what is common is found, in order, and never at more than linear cost.
// It must never know words.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align, type Run } from '../../../audio/reading/compare/align.ts';
import { growth } from '../growth.ts';

const SEED = 20260611;
const row = (items: readonly number[]) => Int32Array.from(items);
const count = (runs: readonly Run[]) => runs.reduce((sum, { length }) => sum + length, 0);

test.each<[string, number[], number[], Run[]]>([
  ['two nothings', [], [], []],
  ['nothing common', [1, 2], [3, 4], []],
  ['the same', [1, 2, 3], [1, 2, 3], [{ here: 0, there: 0, length: 3 }]],
  [
    'one added in the middle',
    [1, 2, 3],
    [1, 9, 2, 3],
    [
      { here: 0, there: 0, length: 1 },
      { here: 1, there: 2, length: 2 },
    ],
  ],
  [
    'repeats',
    [7, 7, 1, 7, 7],
    [7, 1, 7],
    [
      { here: 0, there: 0, length: 1 },
      { here: 2, there: 1, length: 1 },
      { here: 4, there: 2, length: 1 },
    ],
  ],
  [
    'a stretch that moved is found once',
    [1, 2, 3, 4, 5, 6],
    [5, 6, 1, 2, 3, 4],
    [{ here: 0, there: 2, length: 4 }],
  ],
])('%s', (_, here, there, runs) => {
  expect(align(row(here), row(there))).toEqual(runs);
});

test('a small gap is searched item by item, as far as anything is common', () => {
  const here = [1, 5, 1, 5, 2, 6, 2, 6];
  const there = [9, 5, 1, 6, 2, 5, 6, 9];
  expect(count(align(row(here), row(there)))).toBe(5);
});

test('a large gap of nothing but repeats is left as changed', () => {
  const here = Array.from({ length: 600 }, (_, at) => [1, 2, 2][at % 3] as number);
  const there = Array.from({ length: 600 }, (_, at) => [2, 1, 1][at % 3] as number);
  expect(align(row([8, ...here, 9]), row([8, ...there, 9]))).toEqual([
    { here: 0, there: 0, length: 1 },
    { here: 601, there: 601, length: 1 },
  ]);
});

test('stretches whose sums are alike but whose items are not are told apart', () => {
  // With a grain of two, 1·0x01000193 xor b is the same sum for both pairs below.
  const other = Math.imul(1, 0x01000193) ^ Math.imul(2, 0x01000193) ^ 7;
  expect(align(row([3, 1, 7, 4]), row([5, 2, other, 6]), [2])).toEqual([]);
});

test('runs rise on both sides, and their items are the same', () => {
  const items = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 80 });
  fc.assert(
    fc.property(items, items, (one, other) => {
      let [here, there] = [0, 0];
      for (const run of align(row(one), row(other))) {
        expect(run.here).toBeGreaterThanOrEqual(here);
        expect(run.there).toBeGreaterThanOrEqual(there);
        expect(run.here + run.there).toBeGreaterThanOrEqual(here + there);
        const side = (items: number[], from: number) => items.slice(from, from + run.length);
        expect(side(one, run.here)).toEqual(side(other, run.there));
        here = run.here + run.length;
        there = run.there + run.length;
      }
      expect(count(align(row(one), row(one)))).toBe(one.length);
    }),
    { seed: SEED, numRuns: 1_000 },
  );
});

test.each<[string, (at: number) => number, (at: number) => number]>([
  ['one item against one other', () => 1, () => 2],
  ['two items in turn', (at) => at % 2, (at) => (at + 1) % 3],
  ['all different', (at) => at, (at) => -at],
  ['turned round', (at) => at, (at) => 1_000_000 - at],
  ['every second one changed', (at) => at, (at) => (at % 2 === 0 ? at : -at)],
])('%s: twice as much takes about twice as long', (_, one, other) => {
  const rows = (size: number) => {
    const items = (of: (at: number) => number) =>
      Int32Array.from({ length: size }, (_, at) => of(at));
    return { here: items(one), there: items(other) };
  };
  expect(growth(30_000, rows, ({ here, there }) => align(here, there))).toBeLessThan(3);
});

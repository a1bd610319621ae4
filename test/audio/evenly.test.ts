// Runs of a row: all of it, in order, alike.
// It must never know sound.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evenly } from '../../audio/evenly.ts';

test.each([
  [0, 3, []],
  [1, 2, [1]],
  [5, 2, [2, 3]],
  [17, 4, [4, 4, 4, 5]],
])('%d items in %d runs: %j', (items, runs, lengths) => {
  const cut = evenly([...Array(items).keys()], runs);
  expect(cut.map(({ length }) => length)).toEqual(lengths);
});

test('nothing is lost, doubled or moved, and no run is more than one longer than another', () => {
  const row = fc.array(fc.integer(), { maxLength: 200 });
  fc.assert(
    fc.property(row, fc.integer({ min: 1, max: 30 }), (items, runs) => {
      const cut = evenly(items, runs);
      const lengths = cut.map(({ length }) => length);
      expect(cut.flat()).toEqual(items);
      expect(cut).toHaveLength(Math.min(items.length, runs));
      if (items.length > 0) expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(2);
    }),
  );
});

// What goes when too much is kept: the oldest, never what stays, never more than needed.
// It must never know files or clocks.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KeptEntry, whatGoes } from '../../../audio/kept/what-goes.ts';

const NEVER = 1_000_000;
const entry = (name: string, bytes: number, usedAtMs: number): KeptEntry => ({
  ...{ name, bytes, usedAtMs },
});

test.each([
  ['all fits', 30, [], []],
  ['the oldest goes first', 25, [], ['old']],
  ['as many as it takes', 9, [], ['old', 'middle', 'young']],
  ['what is to be kept stays, the next one goes', 25, ['old'], ['middle']],
  ['even where it alone is too much', 5, ['old', 'middle', 'young'], []],
] as const)('%s', (_, maxBytes, keep, going) => {
  const entries = [entry('young', 10, 3), entry('old', 10, 1), entry('middle', 10, 2)];
  const bounds = { keep: new Set(keep), maxBytes, freshAfterMs: NEVER };
  expect(whatGoes(entries, bounds)).toEqual(going);
});

test('what somebody may be at just now stays', () => {
  const bounds = { keep: new Set<string>(), maxBytes: 0, freshAfterMs: 2 };
  expect(whatGoes([entry('a', 1, 1), entry('b', 1, 3)], bounds)).toEqual(['a']);
});

test('whatever there is: within the limit or nothing more to take, oldest first, no more than needed', () => {
  const entries = fc.uniqueArray(
    fc.record({ name: fc.string(), bytes: fc.nat(1_000), usedAtMs: fc.nat(100) }),
    { selector: ({ name }) => name, maxLength: 30 },
  );
  fc.assert(
    fc.property(entries, fc.nat(20_000), fc.nat(100), (all, maxBytes, freshAfterMs) => {
      const keep = new Set(all.filter((_, at) => at % 3 === 0).map(({ name }) => name));
      const going = whatGoes(all, { keep, maxBytes, freshAfterMs });
      const gone = all.filter(({ name }) => going.includes(name));
      const rest = all.filter(({ name }) => !going.includes(name));
      const mayGo = rest.filter((one) => !keep.has(one.name) && one.usedAtMs <= freshAfterMs);
      const bytes = (some: KeptEntry[]) => some.reduce((sum, one) => sum + one.bytes, 0);
      expect(bytes(rest) <= maxBytes || mayGo.length === 0).toBe(true);
      for (const one of gone) {
        expect(keep.has(one.name)).toBe(false);
        expect(one.usedAtMs).toBeLessThanOrEqual(freshAfterMs);
        for (const other of mayGo) expect(one.usedAtMs).toBeLessThanOrEqual(other.usedAtMs);
      }
      const lastGone = all.find(({ name }) => name === going.at(-1));
      if (lastGone) expect(bytes(rest) + lastGone.bytes).toBeGreaterThan(maxBytes);
    }),
  );
});

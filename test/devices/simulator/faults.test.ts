// Seeded faults: the same seed does the same, and every fault happens as often as asked.
import { expect, test } from 'vitest';
import { type FaultShares, makeChance, makeFaults } from '../../../devices/simulator/faults.ts';

const message = (n: number) => Uint8Array.from([n >> 8, n & 255, 7, 7, 7, 7, 7, 7]);
function through(seed: number, shares: FaultShares, count = 2_000) {
  const faults = makeFaults(seed, shares);
  const arrived = Array.from({ length: count }, (_, n) => faults.pass(message(n))).flat();
  return [...arrived, ...faults.rest()];
}
const hex = (all: Uint8Array[]) => all.map((one) => Buffer.from(one).toString('hex'));

test('the same seed does the same again, another does not', () => {
  const shares = { drop: 0.1, corrupt: 0.1, duplicate: 0.1, reorder: 0.1, truncate: 0.1 };
  expect(hex(through(1, shares))).toEqual(hex(through(1, shares)));
  expect(hex(through(1, shares))).not.toEqual(hex(through(2, shares)));
});

test('without faults everything arrives as it was sent', () => {
  expect(hex(through(1, {}))).toEqual(
    Array.from({ length: 2_000 }, (_, n) => Buffer.from(message(n)).toString('hex')),
  );
});

test.each<[keyof FaultShares, (arrived: Uint8Array[]) => number]>([
  ['drop', (arrived) => 2_000 - arrived.length],
  ['duplicate', (arrived) => arrived.length - 2_000],
  ['corrupt', (arrived) => arrived.filter((one, n) => !Buffer.from(one).equals(message(n))).length],
  ['truncate', (arrived) => arrived.filter((one) => one.length < 8).length],
  [
    'reorder',
    (arrived) =>
      arrived.filter((one, n) => n > 0 && Buffer.compare(one, arrived[n - 1] as Uint8Array) < 0)
        .length,
  ],
])('%s happens as often as asked', (fault, count) => {
  const share = count(through(5, { [fault]: 0.2 })) / 2_000;
  expect(share).toBeGreaterThan(0.1);
  expect(share).toBeLessThan(0.25);
});

test('an empty message survives every damage, and what was sent is never changed', () => {
  const faults = makeFaults(3, { corrupt: 1, truncate: 0.5 });
  expect(faults.pass(new Uint8Array())).toEqual([new Uint8Array()]);
  const sent = message(9);
  faults.pass(sent);
  expect([...sent]).toEqual([...message(9)]);
});

test('chance is even', () => {
  const chance = makeChance(11);
  const values = Array.from({ length: 10_000 }, chance);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values)).toBeLessThan(1);
  expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(0.5, 1);
});

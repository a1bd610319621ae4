// Work in pieces comes to the same as all of it at once.
// It must never know what runs it.
import { expect, test } from 'vitest';
import { mapping, type Piecemeal, visiting, whole } from '../../src/domain/piecemeal.ts';

function* counted(to: number): Piecemeal<number> {
  let sum = 0;
  for (let n = 1; n <= to; n += 1) {
    sum += n;
    yield;
  }
  return sum;
}

test('all of it at once is what its pieces come to', () => {
  expect(whole(counted(100))).toBe(5_050);
  expect(whole(counted(0))).toBe(0);
});

test('a piece that fails is a failure of the whole', () => {
  const broken = (function* (): Piecemeal<never> {
    yield;
    throw new Error('hỏng');
  })();
  expect(() => whole(broken)).toThrow('hỏng');
});

test('what is made of a thousand comes in their order, and lets others in on the way', () => {
  const many = Array.from({ length: 1_000 }, (_, n) => n);
  const odd = (n: number) => (n % 2 === 1 ? `${n}` : null);
  expect(whole(mapping(many, odd))).toEqual(many.filter((n) => n % 2 === 1).map(String));
  expect([...mapping(many, odd)]).toHaveLength(3);
  const seen: number[] = [];
  whole(visiting(many, (n) => seen.push(n)));
  expect(seen).toEqual(many);
});

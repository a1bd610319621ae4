// Work in pieces comes to the same as all of it at once.
// It must never know what runs it.
import { expect, test } from 'vitest';
import { type Piecemeal, whole } from '../../src/domain/piecemeal.ts';

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

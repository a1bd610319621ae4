// Sentences in, clauses in one row out, each with its seconds; peaks thinned for a small screen.
// It must never sound.
import { expect, test } from 'vitest';
import { fewer, timedClauses } from '../../../src/domain/sound/timed-clauses.ts';

const one = (words: string, startMs: number, endMs: number) => ({ words, startMs, endMs });

test('a sentence of several clauses is those; where the first begins is known, the others are estimated', () => {
  const sentences = [
    { ...one('Một, hai.', 0, 900), clausesEstimated: [one('Một,', 0, 400), one('hai.', 450, 900)] },
    one('Ba.', 1_000, 1_500),
    { ...one('Bốn.', 2_000, 2_400), clausesEstimated: [one('Bốn.', 2_000, 2_400)] },
  ];
  expect(timedClauses(sentences)).toEqual([
    { ...one('Một,', 0, 400), sentence: 0, estimated: false },
    { ...one('hai.', 450, 900), sentence: 0, estimated: true },
    { ...one('Ba.', 1_000, 1_500), sentence: 1, estimated: false },
    { ...one('Bốn.', 2_000, 2_400), sentence: 2, estimated: false },
  ]);
});

test('of hours of short clauses the sentences are shown', () => {
  const clauses = Array.from({ length: 4 }, (_, n) => one('a,', n, n + 1));
  const many = Array.from({ length: 2_000 }, (_, n) => ({
    ...one('a, a, a, a', n, n + 1),
    clausesEstimated: clauses,
  }));
  expect(timedClauses(many)).toHaveLength(2_000);
  expect(timedClauses(many)[7]).toEqual({
    ...one('a, a, a, a', 7, 8),
    sentence: 7,
    estimated: false,
  });
  expect(timedClauses([])).toEqual([]);
});

test('peaks are as many as a small screen draws, each the loudest of its own', () => {
  expect(fewer([1, 2, 3], 5)).toEqual([1, 2, 3]);
  expect(fewer([1, 9, 3, 4, 127, 0, 2], 3)).toEqual([9, 4, 127]);
});

// Where a script is cut: everything once, nothing too long, and an edit moves only what is beside it.
// It must never know sound.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf } from '../../audio/parts.ts';

const script = fc.array(fc.string({ minLength: 1, maxLength: 40 }), { maxLength: 120 });
const ends = (sentences: readonly string[]) =>
  partsOf(sentences).map(({ first, count }) => first + count);

test('every sentence is in one part, in order', () => {
  fc.assert(
    fc.property(script, (sentences) => {
      let next = 0;
      for (const { first, count } of partsOf(sentences)) {
        expect(first).toBe(next);
        expect(count).toBeGreaterThan(0);
        next = first + count;
      }
      expect(next).toBe(sentences.length);
    }),
  );
});

test('an edited sentence moves no cut further than two sentences away', () => {
  fc.assert(
    fc.property(
      script,
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 40 }),
      (sentences, where, words) => {
        if (sentences.length === 0) return;
        const at = where % sentences.length;
        const far = (end: number) => end !== sentences.length && Math.abs(end - 1 - at) > 2;
        expect(ends(sentences.with(at, words)).filter(far)).toEqual(ends(sentences).filter(far));
      },
    ),
  );
});

test('a sentence put in or taken out moves none after it either', () => {
  const sentences = Array.from({ length: 200 }, (_, at) => `Câu thứ ${at} của bản tin.`);
  const with1 = sentences.toSpliced(90, 0, 'Một câu được thêm vào giữa.');
  const after = (end: number) => end > 95 && end < 200;
  expect(
    ends(with1)
      .map((end) => end - 1)
      .filter(after),
  ).toEqual(ends(sentences).filter(after));
});

test('parts have three sentences on average', () => {
  const sentences = Array.from({ length: 2_000 }, (_, at) => `Câu thứ ${at} của bản tin.`);
  const mean = sentences.length / partsOf(sentences).length;
  expect(mean).toBeGreaterThan(2.5);
  expect(mean).toBeLessThan(3.5);
});

test.each([
  [
    'the same sentence again and again',
    Array.from({ length: 500 }, () => 'Mời bà con đến họp lúc tám giờ.'),
  ],
  ['long sentences', Array.from({ length: 40 }, (_, at) => `${'dài '.repeat(200)}${at}`)],
])('%s: no part is longer than three minutes', (_, sentences) => {
  for (const { first, count } of partsOf(sentences)) {
    const chars = sentences.slice(first, first + count).join('').length;
    expect(chars).toBeLessThanOrEqual(2_500);
  }
});

test('one sentence beyond all bounds is a part of its own', () => {
  const parts = partsOf(['Ngắn.', 'a'.repeat(9_000), 'Ngắn.']);
  expect(parts.some(({ first, count }) => first === 1 && count === 1)).toBe(true);
});

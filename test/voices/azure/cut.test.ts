import { expect, test } from 'vitest';
import { cut, syllablesIn } from '../../../audio/voices/azure/cut.ts';

const roomy = { maxSyllables: 1_000, fits: () => true };
const upTo = (maxSyllables: number) => ({ maxSyllables, fits: () => true });
const letters = (most: number) => ({
  maxSyllables: 1_000,
  fits: (words: string) => words.length <= most,
});

test('a sentence of usual length is one request', () => {
  expect(cut(' Kính thưa bà con, xin mời nghe; hết. ', roomy)).toEqual([
    'Kính thưa bà con, xin mời nghe; hết.',
  ]);
  expect(cut('   ', roomy)).toEqual([]);
});

test('a longer one is cut at the ends of its clauses, as late as possible', () => {
  expect(cut('một hai, ba bốn; năm: sáu bảy, tám', upTo(5))).toEqual([
    'một hai, ba bốn; năm:',
    'sáu bảy, tám',
  ]);
});

test('a clause too long alone is cut between words, its neighbours stay whole', () => {
  expect(cut('một, hai ba bốn năm sáu bảy, tám', upTo(3))).toEqual([
    'một,',
    'hai ba bốn',
    'năm sáu bảy,',
    'tám',
  ]);
});

test('a clause is cut by the size of its letter too', () => {
  expect(cut('aaaa bbbb, cccc dddd', letters(10))).toEqual(['aaaa bbbb,', 'cccc dddd']);
});

test('what has no end stays whole: the service says what it thinks of it', () => {
  expect(cut('x'.repeat(50), letters(10))).toEqual(['x'.repeat(50)]);
});

test.each([1, 2, 3, 7, 20, 99])('no word is lost or moved when %i syllables fit', (most) => {
  const words = Array.from({ length: 100 }, (_, at) => `chữ${at}${',;.: '[at % 5]}`.trim()).join(
    ' ',
  );
  const pieces = cut(words, upTo(most));
  expect(pieces.join(' ')).toBe(words);
  expect(Math.max(...pieces.map(syllablesIn))).toBeLessThanOrEqual(most);
});

test.each([
  ['Kính thưa bà con.', 4],
  ['một , hai ; ...', 2],
  ['; : .', 0],
  ['', 0],
  ['ភាសាខ្មែរនិយាយដោយគ្មានដកឃ្លា', 5],
])('syllables of %j', (words, count) => {
  expect(syllablesIn(words)).toBe(count);
});

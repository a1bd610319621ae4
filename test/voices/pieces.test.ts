// Cutting a sentence for an engine that cannot hold all of it.
// It must never know an engine.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { piecesOf } from '../../audio/voices/pieces.ts';

test.each([
  ['', []],
  ['   ', []],
  ['một hai ba', ['một hai ba']],
  ['một hai ba bốn, năm sáu bảy tám', ['một hai ba bốn,', 'năm sáu bảy tám']],
  ['a, một hai ba bốn năm sáu bảy', ['a, một hai ba bốn', 'năm sáu bảy']], // no crumb
  ['nghiêngnghiêngnghiêngnghiêng một', ['nghiêngnghiêngnghiêngnghiêng', 'một']],
  ['nghiêngnghiêngnghiêngnghiêng', ['nghiêngnghiêngnghiêngnghiêng']],
])('%j in pieces of 20: %j', (words, pieces) => {
  expect(piecesOf(words, 20)).toEqual(pieces);
});

test('together they are always the sentence, and none is longer unless it is one word', () => {
  const word = fc.stringMatching(/^[a-zđăâ]{1,9}[,;.]?$/);
  fc.assert(
    fc.property(fc.array(word, { maxLength: 200 }), (words) => {
      const sentence = words.join(' ');
      const pieces = piecesOf(sentence, 30);
      expect(pieces.join(' ')).toBe(sentence);
      expect(pieces.every((piece) => piece.length <= 30 && piece !== '')).toBe(true);
    }),
  );
});

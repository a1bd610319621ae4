// Texts of other languages cut where they end: nothing spelt out, nothing lost, each place known.
// It must never know a language.
import { expect, test } from 'vitest';
import { plainSentences } from '../../audio/plain-sentences.ts';

test.each([
  ['nothing', '', []],
  ['signs alone', ' … \n --- ', []],
  ['two with a stop between', 'Hmoob nyob. Peb mus.', ['Hmoob nyob.', 'Peb mus.']],
  ['a figure keeps its point', 'Muaj 1.500 tus.', ['Muaj 1.500 tus.']],
  ['lines are ends', 'Txog\r\nPeb\n\nMus', ['Txog', 'Peb', 'Mus']],
  ['quotes stay with their sentence', '"Mus!" Nws hais.', ['"Mus!"', 'Nws hais.']],
  ['Khmer', 'សួស្តី។ អរគុណ។', ['សួស្តី។', 'អរគុណ។']],
  ['Chinese needs no blank', '你好。謝謝。', ['你好。', '謝謝。']],
  ['what nobody hears', 'Mus\u0000 los\u202e.', ['Mus los .']],
])('%s', (_, text, sentences) => {
  expect(plainSentences(text).map(({ words }) => words)).toEqual(sentences);
});

test('the place of each is that of the text, also of two alike', () => {
  expect(plainSentences('Mus. Mus. Los.').map(({ sourceFrom }) => sourceFrom)).toEqual([0, 5, 10]);
});

test('what has no stop is cut at a comma or a blank, and no letter is lost', () => {
  const text = Array.from({ length: 900 }, (_, n) => `lus${n}`).join(', ');
  const found = plainSentences(text).map(({ words }) => words);
  expect(found.every((words) => words.length <= 1_000)).toBe(true);
  expect(found.join(' ')).toBe(text);
});

test('a megabyte of stops and blanks is cut in well under a second', () => {
  const startMs = performance.now();
  expect(
    plainSentences(`${'.'.repeat(250_000)}${' '.repeat(250_000)}${"!'".repeat(250_000)}`),
  ).toEqual([]);
  expect(performance.now() - startMs).toBeLessThan(2_000);
});

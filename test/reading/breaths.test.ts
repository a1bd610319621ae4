// Where a long sentence is cut when no pause is printed.
// It must never part words that are one.
import { expect, test } from 'vitest';
import { sentencesOf } from '../../audio/reading/script/sentences.ts';

/** Every word from a place of its own; eight syllables a breath. */
function cut(text: string): string[] {
  const traces = text
    .split(' ')
    .map((words, at) => ({ words, from: at, to: at + 1, rule: 'word' }));
  const shape = { maxSyllables: 8, clause: null, kind: 'text', bound: new Set<string>() };
  return sentencesOf(traces, shape).map((one) => one.words);
}

test.each([
  ['bà con các bản lấy đó căn cứ vào mà làm', /cứ[,.]?$/],
  ['bà con các bản hãy làm đúng Điều hai mươi mốt', /Điều[,.]?$/],
  ['bà con các bản hãy làm đúng khoản ba mươi', /khoản[,.]?$/],
  ['quy chế chung được xã ban hành kèm theo quyết định', /kèm[,.]?$/],
])('"%s" is not cut inside a phrase', (text, split) => {
  const breaths = cut(text);
  expect(breaths.length).toBeGreaterThan(1);
  for (const words of breaths) expect(words).not.toMatch(split);
});

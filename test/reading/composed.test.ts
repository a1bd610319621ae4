import { expect, test } from 'vitest';
import { composed, decomposed } from '../../audio/reading/words/composed.ts';

const bare = (letter: string, marks: number) => letter + '\u0301'.repeat(marks);

test.each([
  ['Bản Mòng', 'Bản Mòng'.normalize('NFD')],
  ['ệ', 'e\u0323\u0302'],
  ['ệ', 'e\u0302\u0323'],
  ['', ''],
])('%j is one spelling, however it was typed', (whole, apart) => {
  expect(composed(apart)).toBe(whole);
  expect(decomposed(whole)).toBe(whole.normalize('NFD'));
});

test('thirty marks on a letter stay, as of any writing of the world; more are cut', () => {
  expect(decomposed(bare('a', 30))).toHaveLength(31);
  expect(decomposed(bare('a', 31))).toHaveLength(31);
  expect(composed(`${bare('a', 900)}b${bare('c', 900)}`)).toHaveLength(30 + 1 + 30);
});

test('half a million marks on one letter take no time', () => {
  const written = `a${'\u0301'.repeat(250_000)}${'\u0323'.repeat(250_000)}`;
  const startedMs = performance.now();
  for (const form of [composed, decomposed]) form(written);
  // as they were they took minutes; a hundredth of a second is usual
  expect(performance.now() - startedMs).toBeLessThan(1_000);
});

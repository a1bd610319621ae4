import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ACTIONS } from '../../src/domain/rights.ts';
import { en } from '../../src/web/words/en.ts';
import { vi } from '../../src/web/words/vi.ts';

type Leaf = { key: string; value: unknown };

/** Every word with its path; a function is a word with gaps, tried with a figure in each of them. */
function leaves(words: object, above = ''): Leaf[] {
  return Object.entries(words).flatMap(([name, value]): Leaf[] => {
    const key = above === '' ? name : `${above}.${name}`;
    if (typeof value === 'object' && value !== null) return leaves(value, key);
    return [{ key, value }];
  });
}
const said = (value: unknown): string =>
  typeof value === 'function'
    ? String(value(...Array.from({ length: value.length }, (_, at) => at + 2)))
    : String(value);

/** An airing heard whole needs no reason. */
const MAY_BE_EMPTY = ['reason.whole'];

test('both languages have the same words', () => {
  expect(leaves(en).map(({ key }) => key)).toEqual(leaves(vi).map(({ key }) => key));
});

test.each([
  ['Vietnamese', vi],
  ['English', en],
])('no %s word is empty, has a gap left open, or a space at its end', (_name, words) => {
  for (const { key, value } of leaves(words)) {
    const text = said(value);
    if (!MAY_BE_EMPTY.includes(key)) expect(text, key).not.toBe('');
    expect(text, key).toBe(text.trim());
    expect(text, key).not.toMatch(/undefined|\[object|NaN/);
  }
});

test('a word with gaps fills them in both languages alike', () => {
  const gaps = (words: object) =>
    leaves(words)
      .filter(({ value }) => typeof value === 'function')
      .map(({ key, value }) => `${key}/${(value as () => string).length}`);
  expect(gaps(en)).toEqual(gaps(vi));
});

test('numbers of one and of none are said right in English', () => {
  expect(en.speakers.sum(1, 1)).toBe('1 of 1 speaker online');
  expect(en.say.readingFacts(1, '3 s')).toBe('1 sentence, about 3 s');
  expect([en.say.doubts(0), en.say.doubts(1)]).toEqual(['Nothing to check.', '1 place to check']);
  expect(vi.minutes(0, 7)).toBe('7 giây');
  expect(vi.minutes(2, 7)).toBe('2 phút 7 giây');
});

test('every change an audit line can name has a word', () => {
  const changes = ACTIONS.filter((action) => !/\.(view|watch|hear)$/.test(action));
  for (const action of changes) expect(vi.action[action], action).toBeTruthy();
  expect(Object.keys(en.action)).toEqual(Object.keys(vi.action));
});

const VIETNAMESE = /[ăâđêôơưàáạảãèéẹẻẽìíịỉĩòóọỏõùúụủũỳýỵỷỹấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]/i;

test('no Vietnamese word stands outside the language files', () => {
  const root = join(import.meta.dirname, '../../src/web');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.tsx?$/.test(path) && !path.startsWith('words/'),
  );

  expect(files.length).toBeGreaterThan(40);
  for (const path of files) {
    const lines = readFileSync(join(root, path), 'utf8').split('\n');
    const code = lines.filter((line) => !/^\s*(\/\/|\/\*|\*)/.test(line));
    const found = code.filter((line) => VIETNAMESE.test(line.replace(/\/\/.*$/, '')));
    expect(
      found.filter((line) => !line.includes('/**')),
      path,
    ).toEqual([]);
  }
});

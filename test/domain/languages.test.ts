// Lists of languages that are none are refused with what is wrong in them.
import { expect, test } from 'vitest';
import { languagesFault, type SpokenLanguage } from '../../src/domain/languages.ts';

const vie = { code: 'vie', name: 'Tiếng Việt', ownName: 'Tiếng Việt' };
const thai = { code: 'blt', name: 'Tiếng Thái Đen', ownName: 'Tai Dam' };
const many = Array.from({ length: 201 }, () => vie);

test('a list that begins with Vietnamese and has each language once is one', () => {
  expect(languagesFault([vie, thai])).toBeNull();
});

test.each<[string, readonly SpokenLanguage[], RegExp]>([
  ['nothing', [], /first is not vie/],
  ['another first', [thai, vie], /first is not vie/],
  ['too many', many, /201 > 200/],
  ['a code of two letters', [vie, { ...thai, code: 'th' }], /"th"/],
  ['a code in capitals', [vie, { ...thai, code: 'BLT' }], /"BLT"/],
  ['no name', [vie, { ...thai, name: ' ' }], /"name":" "/],
  ['an own name without end', [vie, { ...thai, ownName: 'a'.repeat(61) }], /aaa/],
  ['one twice', [vie, thai, thai], /blt twice/],
])('a list with %s is refused', (_, list, says) => {
  expect(languagesFault(list)).toMatch(says);
});

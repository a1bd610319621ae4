// A drill is known as one by ear, by title and in every sentence.
import { expect, test } from 'vitest';
import { drillTitle, isDrill, ofDrill } from '../../src/domain/airing/drill.ts';

test.each([
  ['emergency', true, true],
  ['emergency', false, false],
  ['priority', true, false],
  ['normal', true, false],
] as const)('%s with the switch %s is a drill: %s', (priority, drill, is) => {
  expect(isDrill({ priority, drill })).toBe(is);
});

test.each([
  ['Lũ quét ở bản Mòng', 'Diễn tập: Lũ quét ở bản Mòng'],
  ['DIỄN TẬP lũ quét', 'DIỄN TẬP lũ quét'],
  ['Cuộc diễn tập phòng thủ'.normalize('NFD'), 'Cuộc diễn tập phòng thủ'.normalize('NFD')],
])('the title “%s” becomes “%s”', (title, said) => {
  expect(drillTitle(title)).toBe(said);
});

test('a title as long as titles may be keeps its beginning', () => {
  const said = drillTitle('a'.repeat(300));
  expect(said).toHaveLength(300);
  expect(said.startsWith('Diễn tập: aaa')).toBe(true);
});

test('a sentence about a drill says so first, one about anything else is left alone', () => {
  const sentence = { vi: 'Đã phát.', en: 'Played.' };
  expect(ofDrill(true, sentence)).toEqual({ vi: 'Diễn tập. Đã phát.', en: 'Drill. Played.' });
  expect(ofDrill(false, sentence)).toEqual(sentence);
});

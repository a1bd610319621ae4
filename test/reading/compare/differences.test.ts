// What differs between two texts: what an officer would mark, and every word of both accounted for.
// It must never know relations.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Difference, differencesOf } from '../../../audio/reading/compare/differences.ts';
import { ANNEX, DRAFT, SIGNED, wrapped } from './texts.ts';

const SEED = 20260611;

/** "kind here → there" of all that is not the same. */
function marked(one: string, other: string): string[] {
  return differencesOf(one, other)
    .filter(({ kind }) => kind !== 'same')
    .map(({ kind, here, there }) => {
      const said = (text: string, span: Difference['here']) =>
        span === null ? '' : text.slice(span.from, span.to).replace(/\s+/gu, ' ');
      return `${kind}: ${said(one, here)} → ${said(other, there)}`;
    });
}

test('a signed decision differs from its draft in number, day, signer, and in what was changed', () => {
  expect(marked(SIGNED, DRAFT)).toEqual([
    'only-here: 77 → ',
    'changed: 09 tháng 3 → tháng',
    'changed: mười hai → sáu',
    'only-here: Sùng A Páo → ',
  ]);
});

test.each<[string, string, string]>([
  ['lines cut by hand and page numbers', SIGNED, wrapped(SIGNED)],
  [
    'spaces and blank lines',
    'Điều 1. Họp bản.\n\nĐiều 2. Dọn chợ.',
    'Điều 1.   Họp  bản.\n\n\n\nĐiều 2. Dọn chợ.\n',
  ],
  ['a heading in capitals', 'I. GIỜ HỌP CHỢ\n\nMở lúc 5 giờ.', 'I. Giờ họp chợ\n\nMở lúc 5 giờ.'],
  ['decomposed letters', SIGNED, SIGNED.normalize('NFD')],
  ['where a tone stands', 'Hòa giải, thủy lợi, ủy ban.', 'Hoà giải, thuỷ lợi, uỷ ban.'],
  ['shapes of quotes, dashes and dots', 'Đề án “Chợ” 2025 - 2030...', 'Đề án "Chợ" 2025 – 2030…'],
  ['zero-width characters and markup', 'Họp **bản** lúc 5 giờ.', 'Họp bản\u200b lúc 5 giờ.'],
])('%s are no difference', (_, one, other) => {
  expect(marked(one, other)).toEqual([]);
});

test.each<[string, string, string, string[]]>([
  ['a word', 'Phạt năm triệu đồng.', 'Phạt ba triệu đồng.', ['changed: năm → ba']],
  ['a number', 'Nộp 20.000 đồng.', 'Nộp 25.000 đồng.', ['changed: 20 → 25']],
  [
    'a paragraph added',
    `${SIGNED}\n\n3. Chợ nghỉ ngày mồng một Tết.`,
    SIGNED,
    ['only-here: 3. Chợ nghỉ ngày mồng một Tết. → '],
  ],
  [
    'a missing annex',
    SIGNED.replace(ANNEX, ''),
    SIGNED,
    [`only-there:  → ${ANNEX.trim().replace(/\s+/gu, ' ')}`],
  ],
  [
    'everything',
    'Chợ họp sáng thứ bảy.',
    'Cấm đốt rẫy',
    ['changed: Chợ họp sáng thứ bảy. → Cấm đốt rẫy'],
  ],
  ['nothing at all beside a text', '', 'Họp bản.', ['only-there:  → Họp bản.']],
  ['a text beside nothing', 'Họp bản.', ' \n ', ['only-here: Họp bản. → ']],
  ['two nothings', '', '', []],
  [
    'an order turned round',
    'Bản Nà Lốc dọn đường. Bản Pá Hu trồng cây.',
    'Bản Pá Hu trồng cây. Bản Nà Lốc dọn đường.',
    ['only-here: Bản Nà Lốc dọn đường. → ', 'only-there:  → Bản Nà Lốc dọn đường.'],
  ],
  [
    'a lone common word does not shred a change',
    'Ngày 24 tháng 4 năm 2026 họp.',
    'Ngày mai tháng sau năm 2026 họp.',
    ['changed: 24 tháng 4 → mai tháng sau'],
  ],
])('what differs: %s', (_, one, other, expected) => {
  expect(marked(one, other)).toEqual(expected);
});

test('spans rise on both sides and hold every letter of both texts', () => {
  const words = fc.constantFrom(
    'bản',
    'họp',
    'chợ',
    '20.000',
    'đồng',
    '.',
    ';',
    '\n\n',
    'Điều 2.',
    'I.',
    '-',
    '“',
    'Ủy',
  );
  const text = fc.array(words, { maxLength: 120 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const found = differencesOf(one, other);
      for (const [source, side] of [
        [one, 'here'],
        [other, 'there'],
      ] as const) {
        let rest = '';
        let done = 0;
        for (const difference of found) {
          const span = difference[side];
          if (span === null) continue;
          expect(span.from).toBeGreaterThanOrEqual(done);
          expect(span.to).toBeGreaterThan(span.from);
          rest += source.slice(done, span.from);
          done = span.to;
        }
        expect(rest + source.slice(done)).not.toMatch(/\p{L}/u);
      }
      const both = found.filter(({ kind }) => kind === 'same');
      for (const { here, there } of both) {
        const plain = (text: string) => text.toLowerCase().replace(/[\s\d]+/gu, '');
        expect(plain(one.slice(here?.from, here?.to))).toBe(
          plain(other.slice(there?.from, there?.to)),
        );
      }
      expect(differencesOf(one, one).every(({ kind }) => kind === 'same')).toBe(true);
    }),
    { seed: SEED, numRuns: 300 },
  );
});

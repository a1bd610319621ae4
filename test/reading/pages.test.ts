// What pages print around a text: columns, headers, footers, numbers, rules.
// It must never drop a line that is anybody's words.
import { expect, test } from 'vitest';
import { blocksOf } from '../../audio/reading/source/blocks.ts';
import { clean } from '../../audio/reading/source/clean.ts';
import { columnsOf } from '../../audio/reading/source/columns.ts';
import { furnitureOf } from '../../audio/reading/source/furniture.ts';
import { lineKind } from '../../audio/reading/source/shapes.ts';
import { read } from './shared.ts';

function columns(text: string, inFoot = false): [string, boolean][] | null {
  const found = columnsOf(clean(text), inFoot);
  return found?.map(({ body, office }) => [body.text, office]) ?? null;
}

const MOTTO = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';

test.each<[string, [string, boolean][] | null]>([
  [
    `UBND XÃ A\t${MOTTO}`,
    [
      ['UBND XÃ A', true],
      [MOTTO, false],
    ],
  ],
  [
    `Trạm Y tế xã    ${MOTTO}`,
    [
      ['Trạm Y tế xã', true],
      [MOTTO, false],
    ],
  ],
  [
    `ỦY BAN NHÂN DÂN ${MOTTO}`,
    [
      ['ỦY BAN NHÂN DÂN', true],
      [MOTTO, false],
    ],
  ],
  [
    'TỈNH A Độc lập - Tự do - Hạnh phúc',
    [
      ['TỈNH A', true],
      ['Độc lập - Tự do - Hạnh phúc', false],
    ],
  ],
  [
    'Số: 5/KH-UBND Nậm Pung, ngày 5 tháng 6 năm 2026',
    [
      ['Số: 5/KH-UBND', false],
      ['Nậm Pung, ngày 5 tháng 6 năm 2026', false],
    ],
  ],
  [
    `XÃ A\u2028Số: 5/KH-UBND\u2028V/v họp\t${MOTTO}\u2028Xã A, ngày 5/6/2026`,
    [
      ['XÃ A', true],
      ['Số: 5/KH-UBND', false],
      ['V/v họp', false],
      [MOTTO, false],
      ['Xã A, ngày 5/6/2026', false],
    ],
  ],
  [
    'Nơi nhận:\tTM. ỦY BAN NHÂN DÂN',
    [
      ['Nơi nhận:', false],
      ['TM. ỦY BAN NHÂN DÂN', false],
    ],
  ],
  ['1\tBản Mòn\t12', null],
  ['Một câu thường.', null],
  ['', null],
  [`${'a\t'.repeat(3000)}${MOTTO}`, null],
])('%j is laid out as %j', (text, expected) => {
  expect(columns(text)).toEqual(expected);
});

test('in a foot two columns stand side by side, three are a table', () => {
  expect(columns('- Lưu: VT.\tLò Văn Ánh', true)).toEqual([
    ['- Lưu: VT.', false],
    ['Lò Văn Ánh', false],
  ]);
  expect(columns('1\tMòn\t12', true)).toBeNull();
});

const BODY = ['Đoạn một có nhiều chữ.', 'Đoạn hai.', 'Đoạn ba.', 'Đoạn bốn.', 'Đoạn năm.'];

/** Pages of five lines with a header each. */
function pages(header: (page: number) => string[], count = 3): string[] {
  return Array.from({ length: count }, (_, page) => [...header(page + 1), ...BODY]).flat();
}

function furniture(lines: readonly string[]): string[] {
  const printed = lines.map((text) => ({ text, kind: lineKind(text) }));
  return [...furnitureOf(printed)].sort((one, two) => one - two).map((at) => lines[at] as string);
}

test.each<[string, string[], number]>([
  ["a gazette's header", ['2\tCÔNG BÁO/Số 30+31/Ngày 15-5-2026'], 1],
  ['a header that counts', pages((page) => [`Kế hoạch phòng dịch   ${page}`]), 3],
  ['a header that counts every second page', pages((page) => [`${page * 2}\tBáo cáo năm`]), 3],
  ['a header that says Trang', pages((page) => [`UBND xã Nậm Pung Trang ${page}`]), 3],
  ['a header beside a page number', pages((page) => [String(page), 'Quy chế phát thanh']), 3],
  ['a header that counts wrongly', pages((page) => [`Nhóm   ${page * 7}`]), 0],
  ['two pages', pages((page) => [`Kế hoạch   ${page}`], 2), 0],
  ['rows of a table', ['Bản\t1', 'Bản\t2', 'Bản\t3'], 0],
  ['headings', pages(() => ['QUYẾT ĐỊNH']), 0],
  ['who answers', pages(() => ['- Cơ quan chủ trì: Sở Tư pháp']), 0],
  ['a refrain', pages(() => ['Bà con chú ý']), 0],
  ['a line too long for a header', pages((page) => [`${'dài '.repeat(30)}   ${page}`]), 0],
])('%s', (_, lines, found) => {
  expect(furniture(lines)).toHaveLength(found);
});

test('a header in the middle of sentences is no part of them', () => {
  const lines = ['Ủy ban nhân dân', 'Dự án đường bản', 'xã phối hợp', ...BODY].concat(
    ['Trạm y tế', 'Dự án đường bản', 'xã trực', ...BODY],
    ['Nhà trường', 'Dự án đường bản', 'của xã mở'],
  );
  expect(furniture(lines)).toHaveLength(3);
  const script = read(lines.join('\n'));
  expect(script.sentences[0]?.words).toBe('Ủy ban nhân dân xã phối hợp.');
  const inside = script.blocks.filter((block) => block.role === 'skipped');
  expect(inside).toHaveLength(3);
  expect(inside[0]?.from).toBe('Ủy ban nhân dân\n'.length);
});

test.each([
  ['giai đoạn 2026 -\n2030', ['giai đoạn 2026 - 2030']],
  ['kể từ năm\n2026', ['kể từ năm 2026']],
  ['hết trang,\n12\ncòn nữa', ['hết trang, còn nữa']],
  ['II. NHIỆM VỤ VÀ\nGIẢI PHÁP', ['II. NHIỆM VỤ VÀ GIẢI PHÁP']],
  ['II. NHIỆM VỤ,\nGIẢI PHÁP', ['II. NHIỆM VỤ, GIẢI PHÁP']],
  ['II. NHIỆM VỤ\nGIẢI PHÁP', ['II. NHIỆM VỤ', 'GIẢI PHÁP']],
  ['II. Nhiệm vụ và\nGIẢI PHÁP', ['II. Nhiệm vụ và', 'GIẢI PHÁP']],
  ['V/v họp và\nGIẢI PHÁP', ['V/v họp và', 'GIẢI PHÁP']],
])('%j is %j', (text, expected) => {
  expect(blocksOf(clean(text)).map((block) => block.body.text)).toEqual(expected);
});

test('beneath a rule a figure begins a footnote, until something else begins', () => {
  const kinds = blocksOf(
    clean('Điều 1. Một.\n_____\n1 Luật A.\n2 Luật B.\nII. HAI BA:\n3 Luật C.'),
  );
  expect(kinds.map((block) => block.kind)).toEqual([
    ...(['dieu', 'rule', 'footnote', 'footnote', 'phan', 'text'] as const),
  ]);
});

test('a page’s number between two joined lines of an item is none of them', () => {
  const text =
    'Điều 1. Việc làm\n\n- Cơ quan chủ trì: Văn phòng xã.\n\n- 2 -\n\n- Thời gian thực hiện: Năm 2026.\n';
  const { sentences } = read(text, { responsibilities: 'joined' });
  expect(sentences.at(-1)).toMatchObject({
    words: expect.not.stringMatching(/hai;|: hai/u),
    sourceTo: text.indexOf('.\n', 60),
  });
});

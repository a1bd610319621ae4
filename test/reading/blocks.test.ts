// Lines to blocks: what goes on, what is a page number, what begins something new.
// It must never know what is spoken.
import { expect, test } from 'vitest';
import { blocksOf } from '../../audio/reading/source/blocks.ts';
import { clean } from '../../audio/reading/source/clean.ts';
import { isCapsHeading, lineKind } from '../../audio/reading/source/shapes.ts';
import type { LineKind } from '../../audio/reading/types.ts';

function blocks(text: string): string[] {
  return blocksOf(clean(text)).map((block) => block.body.text);
}

test('a line goes on in small letters, digits, brackets, or after a comma or hyphen', () => {
  expect(blocks('Một câu dài\nchưa hết\n15 hộ\n(cả bản),\nSơn La')).toEqual([
    'Một câu dài chưa hết 15 hộ (cả bản), Sơn La',
  ]);
  expect(blocks('Theo Quyết định 766/QĐ-\nTTg và kinh tế -\nxã hội')).toEqual([
    'Theo Quyết định 766/QĐ-TTg và kinh tế - xã hội',
  ]);
});

test('a line that has ended, or that begins structure, stands alone', () => {
  const lines = [
    'Hết câu.',
    'đoạn mới:',
    'a) điểm',
    '1. mục',
    '- gạch',
    'Thời gian thực hiện: 2026',
  ];
  expect(blocks(lines.join('\n'))).toEqual(lines);
  expect(blocks('Tên kế hoạch\n(Kèm theo Quyết định số 5)')).toHaveLength(2);
});

test('blank lines end a paragraph, except where every line has one', () => {
  expect(blocks('Một dòng\nhai dòng\nba dòng\n\nbốn dòng')).toHaveLength(2);
  expect(blocks('Một dòng\n\nhai dòng\n\nba dòng')).toEqual(['Một dòng hai dòng ba dòng']);
});

test('a bare number between two halves of a sentence is a page number', () => {
  expect(blocks('Một câu\n12\ncòn dở')).toEqual(['Một câu còn dở']);
  expect(blocks('Một câu.\n12\nCâu hai')).toEqual(['Một câu.', '12', 'Câu hai']);
  expect(blocks('Một câu\n12')).toEqual(['Một câu', '12']);
});

test('in a text cut by hand a full line, or a word that cannot end, goes on with a name', () => {
  const cut = [
    'Ủy ban nhân dân xã phối hợp chặt chẽ với các trường học và với Trạm y tế xã',
    'tổ chức buổi tập huấn cho toàn thể cán bộ, giáo viên đang công tác trong xã',
    'Chiềng Lề và các bản lân cận theo kế hoạch đã được phê duyệt trước đó, gửi',
    'Sở Y tế',
    'Tin cuối',
  ];
  expect(blocks(cut.join('\n'))).toEqual([cut.slice(0, 4).join(' '), 'Tin cuối']);
});

test('a short form alone on the last line of a sentence cut by hand heads nothing', () => {
  const cut = [
    'Sở Tư pháp hướng dẫn các xã xây dựng kế hoạch và',
    'dự toán kinh phí, báo cáo kết quả về công tác',
    'PBGDPL',
    'Phòng Văn hóa của các xã, phường niêm yết đủ mọi',
    'thủ tục và bố trí người trực để hướng dẫn về',
    'TTHC.',
  ];
  const [first, second] = [cut.slice(0, 3).join(' '), cut.slice(3).join(' ')];
  expect(blocks(cut.join('\n'))).toEqual([first, second]);
  // A type of document, a line that has ended, and a text no hand cut keep their own lines.
  expect(blocks([...cut.slice(0, 2), 'LUẬT'].join('\n')).at(-1)).toBe('LUẬT');
  expect(blocks(`${cut[0]}\n${cut[1]} xã.\nPBGDPL`).at(-1)).toBe('PBGDPL');
  expect(blocks('Báo cáo kết quả về công tác\nPBGDPL')).toHaveLength(2);
  expect(blocks([...cut.slice(0, 2), 'Tin ngắn', 'PBGDPL'].join('\n')).at(-1)).toBe('PBGDPL');
});

test.each<[LineKind, string]>([
  ['phan', 'I. MỤC ĐÍCH'],
  ['phan', 'II.\tNỘI DUNG'],
  ['muc', '1. Mục đích'],
  ['muc', '1.\tMục đích'],
  ['subMuc', '2.2.1. Giai đoạn'],
  ['subMuc', '2.1 Mục tiêu'],
  ['diem', 'đ) Điểm'],
  ['diem', '- a) Điểm'],
  ['dieu', 'Điều 2. Hiệu lực'],
  ['chapter', 'CHƯƠNG II'],
  ['chapter', 'Phần thứ nhất'],
  ['bullet', '- Gạch'],
  ['bullet', '-02 mô hình'],
  ['text', '-5 độ C'],
  ['text', '1.005.000 đồng'],
  ['text', '08:00'],
  ['text', '10.05.2000 là ngày'],
  ['table', '1\tXã A\t5'],
  ['table', '| a | b |'],
  ['page', '- 12 -'],
  ['page', 'Trang 3/10'],
  ['url', 'https://sonla.gov.vn/a'],
  ['footnote', '¹ Nghị quyết'],
  ['letterhead', 'Độc lập - Tự do - Hạnh phúc'],
  ['letterhead', 'ỦY BAN NHÂN DÂN TỈNH SƠN LA'],
  ['caps', 'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH'],
  ['number', 'Số: 5/KH-UBND'],
  ['number', 'Số 5/KH-UBND'],
  ['text', 'Số 5 đường Tô Hiệu'],
  ['dateline', 'Sơn La, ngày 24 tháng 4 năm 2026'],
  ['sign', 'KT. CHỦ TỊCH'],
  ['recipients', 'Nơi nhận:'],
  ['contents', 'MỤC LỤC'],
])('%s: %j', (kind, line) => {
  expect(lineKind(line)).toBe(kind);
});

test('a heading of capitals is short and has no small letter outside brackets', () => {
  expect(isCapsHeading('PHÂN CÔNG (có Phụ lục)')).toBe(true);
  expect(isCapsHeading('UBND xã')).toBe(false);
  expect(isCapsHeading('A B '.repeat(100))).toBe(false);
  expect(lineKind(`${'dài '.repeat(80)}`)).toBe('text');
});

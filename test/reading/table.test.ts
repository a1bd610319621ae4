// Tables: row by row, or one sentence for many rows.
// It must never read a serial number or a column that says the same everywhere.
import { expect, test } from 'vitest';
import type { ReadingProfile } from '../../audio/reading/index.ts';
import { TABLE } from './documents.ts';
import { read } from './shared.ts';

function said(text: string, tables: ReadingProfile['tables'] = 'auto'): string[] {
  return read(text, { tables }).sentences.map((sentence) => sentence.words);
}

test('a short table is read row by row with units from its head', () => {
  expect(said(TABLE)).toEqual([
    'Bản Mòn: số hộ một trăm hai mươi hộ; diện tích mười lăm phẩy năm héc ta; đạt: có.',
    'Bản Lụa: số hộ chín mươi tám hộ; diện tích mười hai héc ta; ghi chú: Mới.',
  ]);
});

test('a unit said with every row comes from the head that names it', () => {
  const text = 'Tên bản\tDiện tích (Km²)\nBản Mòn\t12\nBản Lụa\t15';
  const units = read(text, { tables: 'rows' })
    .sentences.flatMap((one) => one.trace)
    .filter((one) => one.rule === 'table-unit');
  expect(units.map(({ words, from, to }) => [words, text.slice(from, to)])).toEqual([
    ['ki lô mét vuông', 'Km²'],
    ['ki lô mét vuông', 'Km²'],
  ]);
});

test('a long table, or any table on request, is one summary', () => {
  expect(said(TABLE, 'summary')).toEqual([
    'Bảng gồm hai dòng về bản, từ Bản Mòn đến Bản Lụa; mỗi dòng ghi: số hộ, diện tích, ghi chú, đạt.',
  ]);
  const long = `${TABLE}\n${Array.from({ length: 8 }, (_, at) => `${at + 3}\tBản ${at}\t5\t6\t\t`).join('\n')}`;
  expect(said(long)).toEqual([
    'Bảng gồm mười dòng về bản, từ Bản Mòn đến Bản bảy; mỗi dòng ghi: số hộ, diện tích, ghi chú, đạt.',
  ]);
  expect(said(long, 'rows')).toHaveLength(10);
});

test.each([
  [
    'markdown',
    '| STT | Tên | Số |\n|---|---|---|\n| 1 | A | 5 |\n| 2 | Ba | 6 |',
    ['A: số năm.', 'Ba: số sáu.'],
  ],
  ['no head', '5\t6\n7\t8', ['Năm, sáu.', 'Bảy, tám.']],
  ['one row', 'Lò Văn A\t0912345678', ['Lò Văn A, không chín một, hai ba bốn, năm sáu bảy tám.']],
  ['serials without a name', 'Số\tTên\tTuổi\n1\tA\t5', ['A: tuổi năm.']],
  [
    'constant column',
    'Tên\tTuổi\tQuê\nA\t5\tSơn La\nB\t6\tSơn La',
    ['A: tuổi năm.', 'Bê: tuổi sáu.'],
  ],
  ['a nameless row', 'STT\tTên\tTuổi\n1\t\t5\n2\tB\t6', ['Tuổi năm.', 'Bê: tuổi sáu.']],
  [
    'days under their head',
    'Tên\tNgày\tThời gian\nHọp\t15/12\t5/10\nNộp\t20/10\t6/10 - 7/10',
    [
      'Họp: ngày: mười lăm tháng mười hai; thời gian: ngày năm tháng mười.',
      'Nộp: ngày: hai mươi tháng mười; thời gian: ngày sáu tháng mười đến ngày bảy tháng mười.',
    ],
  ],
  ['a lone serial', '| STT | Tên |\n|---|---|\n| 5 |', []],
  ['note in the head', 'Tên\tSố (nếu có, ghi rõ)\nA\t5', ['A: số năm.']],
  ['two-word unit', 'Tên\tTiền (Triệu đồng)\nA\t5', ['A: tiền năm triệu đồng.']],
])('%s', (_, text, rows) => {
  expect(said(text)).toEqual(rows);
});

test('a table that goes on over pages is one table', () => {
  const text = [
    'STT\tTên\tViệc',
    'I\tNHÓM MỘT\t',
    '1\tA\tlàm việc',
    '',
    'STT\tTên\tViệc',
    '\t\tđến hết năm',
    '2\tB\tnghỉ',
    '\t\t',
    '3\tC',
  ].join('\n');
  expect(said(text)).toEqual([
    'Một, nhóm một.',
    'A: việc: làm việc đến hết năm.',
    'Bê: việc: nghỉ.',
    'Ba, xê.',
  ]);
});

test('page numbers between rows, repeated heads and numbered columns are no rows', () => {
  const text = [
    'STT\tTên bản\tSố hộ\tGhi chú',
    '(1)\t(2)\t(3)\t(4)',
    '1\tMòn\t12\tmới',
    '7',
    'STT\tTên bản\tSố hộ\tGhi chú',
    '2\tLụa\t13\tcũ',
  ];
  expect(said(text.join('\n'))).toEqual([
    'Mòn: số hộ mười hai; ghi chú: mới.',
    'Lụa: số hộ mười ba; ghi chú: cũ.',
  ]);
});

test('names over names are said together, whichever way the merged cell was written', () => {
  for (const merged of ['', 'Số hộ']) {
    const text = `STT\tTên\tSố hộ\t${merged}\tGhi chú\n\t\tNghèo\tCận nghèo\t\n1\tMòn\t5\t6\tmới\n2\tLụa\t7\t8\tcũ`;
    expect(said(text)).toEqual([
      'Mòn: số hộ Nghèo năm; số hộ Cận nghèo sáu; ghi chú: mới.',
      'Lụa: số hộ Nghèo bảy; số hộ Cận nghèo tám; ghi chú: cũ.',
    ]);
  }
});

test('a summary says how many groups there are, and reads the sum', () => {
  const rows = Array.from({ length: 6 }, (_, at) => `${at + 1}\tCông việc số ${at + 1}\t${at}\t`);
  const text = [
    'TT\tNội dung\tSố hộ (hộ)\tGhi chú',
    'I\tXÃ PHÍA BẮC\t\t',
    ...rows.slice(0, 3),
    'II\tXÃ PHÍA NAM\t\t',
    ...rows.slice(3),
    '\tTổng cộng\t15\t',
  ];
  expect(said(text.join('\n'))).toEqual([
    'Bảng gồm sáu dòng về nội dung, chia thành hai nhóm, từ Công việc số một đến Công việc số sáu; mỗi dòng ghi: số hộ.',
    'Tổng cộng: số hộ mười lăm hộ.',
  ]);
});

test.each([
  [
    'long names are not said',
    'Việc\tHạn\nLàm; xong.\t5\nLàm, nghỉ\t6',
    'Bảng gồm hai dòng về việc; mỗi dòng ghi: hạn.',
  ],
  [
    'one column',
    '| Việc |\n|---|\n| Làm |\n| Nghỉ |',
    'Bảng gồm hai dòng về việc, từ Làm đến Nghỉ.',
  ],
  ['nothing is named', 'STT\t(ha)\n1\t5\n2\t5', 'Bảng gồm hai dòng.'],
  [
    'rows cut short',
    'STT\tTên\tTuổi\n1\tMòn\n2\tLụa',
    'Bảng gồm hai dòng về tên, từ Mòn đến Lụa; mỗi dòng ghi: tuổi.',
  ],
])('a summary where %s', (_, text, sentence) => {
  expect(said(text, 'summary')).toEqual([sentence]);
});

test.each([
  ['a second row of figures is no second head', 'Tên\tNam\t\tNữ\n\t5\t6\t7\nMòn\t1\t2\t3', 2],
  ['a second head longer than the first', 'Tên\tSố hộ\n\tNghèo\tKhá\nMòn\t1\t2\nLụa\t3\t4', 2],
  ['a second head under nothing', '\tSố\t\tTên\n\tA\tB\t\nx\t1\t2\tMòn\ny\t3\t4\tLụa', 2],
  ['names over nothing', '\t\tSố\tTên\n\tA\tB\tC\nx\tMòn\t1\t2\ny\tLụa\t3\t4', 2],
  ['an empty cell beyond the head', 'Tên\tSố hộ\t\n\tNghèo\tKhá\t\nMòn\t1\t2\nLụa\t3\t4', 2],
  ['three lines, one of them the head', 'Tên\tSố\n\tgì đó\nMòn\t1', 2],
])('%s', (_, text, rows) => {
  expect(said(text, 'rows')).toHaveLength(rows);
});

test('the sum stands under the subject, or beside it', () => {
  const rows = 'STT\tTên\tSố\n1\tMòn\t5\n2\tLụa\t6\n';
  expect(said(`${rows}\tTổng số\t11`, 'summary')[1]).toBe('Tổng số: số mười một.');
  expect(said(`${rows}Tổng số\t\t11`, 'summary')[1]).toBe('Tổng số: số mười một.');
});

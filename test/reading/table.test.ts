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

test('a long table, or any table on request, is one summary', () => {
  const summary = 'gồm các cột: tên bản, số hộ, diện tích, ghi chú, đạt.';
  expect(said(TABLE, 'summary')).toEqual([`Bảng có hai dòng, ${summary}`]);
  const long = `${TABLE}\n${Array.from({ length: 8 }, (_, at) => `${at + 3}\tBản ${at}\t5\t6\t\t`).join('\n')}`;
  expect(said(long)).toEqual([`Bảng có mười dòng, ${summary}`]);
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

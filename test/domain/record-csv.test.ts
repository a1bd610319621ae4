// Cells of CSV: quoted as RFC 4180 says, and never run as a formula.
// It must never know what is in a cell.
import { describe, expect, test } from 'vitest';
import { BOM, csvRow } from '../../src/domain/records/record-csv.ts';

describe('A cell of CSV', () => {
  test.each<[string | number | null, string]>([
    ['Tiêm chủng', 'Tiêm chủng'],
    ['a,b', '"a,b"'],
    ['nói "im"', '"nói ""im"""'],
    ['hai\ndòng', '"hai\ndòng"'],
    ['=1+1', "'=1+1"],
    ['+84', "'+84"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', "' =1"],
    ['\u200e=1', "'\u200e=1"],
    ['\uff1d1', "'\uff1d1"],
    ['\tx', "'\tx"],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    [' đầu dòng', '" đầu dòng"'],
    [-1.5, '-1.5'],
    [null, ''],
  ])('%j is written %j', (cell, written) => {
    expect(csvRow([cell])).toBe(`${written}\r\n`);
  });

  test('a file begins with the mark that makes a spreadsheet read Vietnamese', () => {
    expect(BOM).toBe('\ufeff');
  });
});

import { expect, test } from 'vitest';
import { seenText } from '../../../audio/intake/pdf/seen.ts';

const HEAD =
  'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext';
const SHEET = '1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t';

type Seen = { line: number; words: readonly [text: string, left: number][]; page?: number };

/** Words of 60 dots height, 30 dots a letter, lines 75 dots apart. */
function tableOf(lines: readonly Seen[]): string {
  const rows = lines.flatMap(({ line, words, page = 1 }) =>
    words.map(([text, left], at) =>
      [5, page, 1, 1, line, at, left, line * 75, text.length * 30, 45, 90, text].join('\t'),
    ),
  );
  return [HEAD, SHEET, ...rows, ''].join('\n');
}

test('words seen on a line are a line, lines a page', () => {
  const seen = tableOf([
    {
      line: 5,
      words: [
        ['Điều', 300],
        ['1.', 440],
        ['Phạm', 520],
        ['vi', 660],
      ],
    },
    {
      line: 6,
      words: [
        ['áp', 300],
        ['dụng.', 380],
      ],
    },
  ]);
  expect(seenText(seen, 842)).toBe('Điều 1. Phạm vi\náp dụng.');
});

test('a letterhead seen as one line is two columns', () => {
  const seen = tableOf([
    {
      line: 3,
      words: [
        ['ỦY', 300],
        ['BAN', 390],
        ['CỘNG', 1200],
        ['HÒA', 1350],
        ['XÃ', 1470],
        ['HỘI', 1560],
        ['CHỦ', 1680],
        ['NGHĨA', 1800],
      ],
    },
    {
      line: 4,
      words: [
        ['XÃ', 320],
        ['MẪU', 410],
        ['Độc', 1300],
        ['lập', 1420],
        ['-', 1540],
        ['Tự', 1600],
        ['do', 1690],
      ],
    },
  ]);
  expect(seenText(seen, 842)).toBe('ỦY BAN\nXÃ MẪU\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA\nĐộc lập - Tự do');
});

test('a table above the recipients is not taken into their columns', () => {
  const seen = tableOf([
    {
      line: 5,
      words: [
        ['1', 300],
        ['Hội', 400],
        ['nghị', 510],
        ['900', 1700],
      ],
    },
    {
      line: 7,
      words: [
        ['Nơi', 300],
        ['nhận:', 410],
        ['TM.', 1500],
        ['ỦY', 1620],
        ['BAN', 1710],
      ],
    },
    {
      line: 8,
      words: [
        ['-', 300],
        ['Lưu.', 350],
        ['CHỦ', 1550],
        ['TỊCH', 1670],
      ],
    },
  ]);
  expect(seenText(seen, 842).split('\n').filter(Boolean)).toEqual([
    '1 Hội nghị\t900',
    'Nơi nhận:',
    '- Lưu.',
    'TM. ỦY BAN',
    'CHỦ TỊCH',
  ]);
});

test('the borders of a table are no letters', () => {
  const seen = tableOf([
    {
      line: 2,
      words: [
        ['|', 200],
        ['|Nội', 240],
        ['dung|', 370],
        ['[', 900],
        ['——', 950],
      ],
    },
  ]);
  expect(seenText(seen, 842)).toBe('Nội dung');
});

test('pages of one picture follow each other; nothing seen is no text', () => {
  const seen = tableOf([
    { line: 2, words: [['Một', 200]] },
    { line: 2, words: [['Hai', 200]], page: 2 },
  ]);
  expect(seenText(seen, 842)).toBe('Một\nHai');
  expect(seenText(`${HEAD}\n${SHEET}\n`, 842)).toBe('');
  expect(seenText('no table at all', 842)).toBe('');
});

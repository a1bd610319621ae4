import { expect, test } from 'vitest';
import { digitsOf, figuresIn, figuresOf } from '../../../audio/reading/proof/figures.ts';

/** Words as they are said, and what comes back: figures in digits, "#" before digits said one by one. */
const SAID: [string, string][] = [
  ['không', '0'],
  ['mười', '10'],
  ['mười lăm', '15'],
  ['hai mươi mốt', '21'],
  ['hai mươi tư', '24'],
  ['hai mươi bốn', '24'],
  ['chín mươi', '90'],
  ['một trăm linh năm', '105'],
  ['một trăm lẻ năm', '105'],
  ['hai trăm năm mươi', '250'],
  ['hai trăm mười lăm', '215'],
  ['một nghìn không trăm linh chín', '1009'],
  ['một ngàn không trăm lẻ chín', '1009'],
  ['mười hai nghìn không trăm linh năm', '12005'],
  ['một triệu không trăm năm mươi nghìn không trăm linh ba', '1050003'],
  ['năm trăm nghìn', '500000'],
  ['một nghìn tỷ', '1000000000000'],
  ['một tỉ không trăm linh hai triệu', '1002000000'],
  ['hai tỷ tỷ', '2000000000000000000'],
  ['không phẩy không năm', '0,05'],
  ['một trăm hai mươi sáu phẩy một ba ki lô mét', '126,13 ki lô mét'],
  ['một phẩy năm tỷ đồng', '1,5 tỷ đồng'],
  ['không chín một hai , ba bốn năm', '#0912 , #345'],
  ['một hai tám bảy', '#1287'],
  ['ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi lăm', 'ngày 15 tháng 4 năm 2025'],
  ['ngày năm tháng năm năm hai nghìn', 'ngày 5 tháng 5 năm 2000'],
  ['tư năm hai nghìn không trăm hai mươi sáu', '4 năm 2026'],
  ['bảy mươi tám , năm một nghìn chín trăm bốn mươi lăm', '78 , năm 1945'],
  ['mười năm', '10 năm'],
  ['hai mươi năm', '20 năm'],
  ['thứ tư , thứ nhất', 'thứ 4 , thứ 1'],
  ['tư', '4'],
  ['nhất .', '1 .'],
  ['ba phần tư', '3 phần 4'],
  ['thông tư', 'thông tư'],
  ['một trên ba mươi nghìn', '1 trên 30000'],
  ['hai chấm hai chấm một', '2 chấm 2 chấm 1'],
  ['hai ba nghìn', '2 3000'],
  ['năm năm', '#55'],
];

test.each(SAID)('"%s" is %s again', (words, figures) => {
  expect(
    figuresIn(words.split(' '))
      .map((one) => one.text)
      .join(' '),
  ).toBe(figures);
});

test.each([
  ['hai mươi phẩy', '20 phẩy'],
  ['một trăm linh', '1 trăm linh'],
  ['một trăm linh không', '1 trăm linh 0'],
  ['mươi lăm', 'mươi lăm'],
  ['không mươi hai', '0 mươi 2'],
  ['một mươi', '1 mươi'],
  ['năm nghìn sáu nghìn', '5000 6000'],
  ['một nghìn chín', '1000 9'],
])('the broken number "%s" is not put together: %s', (words, figures) => {
  expect(
    figuresIn(words.split(' '))
      .map((one) => one.text)
      .join(' '),
  ).toBe(figures);
});

test('each thing heard knows the words it was made of', () => {
  const heard = figuresIn('phần hai mươi mốt là'.split(' '));
  expect(heard.map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [1, 4],
    [4, 5],
  ]);
  expect(figuresOf(heard)).toEqual(['21']);
});

test.each([
  ['#06', '06'],
  ['5', '5'],
  ['15', null],
  ['1,5', null],
])('the figure %s was said digit by digit as %s', (figure, digits) => {
  expect(digitsOf(figure)).toBe(digits);
});

test('a long row of fives is read in one pass and ends', () => {
  const words = Array.from({ length: 2_000 }, () => 'năm');
  expect(figuresOf(figuresIn(words))).toEqual([`#${'5'.repeat(2_000)}`]);
});

import { expect, test } from 'vitest';
import {
  figureOfRoman,
  figureWays,
  looseFigures,
  printed,
  waysOf,
} from '../../../audio/reading/proof/written.ts';

test.each([
  ['1009', '1009'],
  ['15/4/\n2025', '15/4/ 2025'],
  ['1<b>0</b>09', '1009'],
  ['&#49;&#x32;&#0;3', '12 3'],
  ['5&nbsp;km', '5 km'],
  ['１２', '12'],
  ['**1.0**09', '1.009'],
  ['1\u200b2', '12'],
  ['766/QĐ-\n  12\nUBND', '766/QĐ- UBND'],
  ['766/QĐ-\n- Trang 12/30 -\nUBND', '766/QĐ- UBND'],
  ['e\u0301', 'é'],
])('%j is printed as %j', (source, shown) => {
  expect(printed(source)).toBe(shown);
});

const WAYS: [string, readonly string[] | null][] = [
  ['15/4/2025', ['15 tháng 4 năm 2025']],
  ['05-04-2025', ['5 tháng 4 năm 2025']],
  ['1.1.2025', ['1 tháng 1 năm 2025']],
  ['15/4/25', ['15 tháng 4 năm 2025']],
  ['32/4/2025', null],
  ['32/4/25', null],
  ['5/2026', ['5 trên 2026', '5 phần 2026', '5 năm 2026', '5 đến 2026']],
  ['25/28', ['25 trên 28', '25 phần 28']],
  ['04/12', ['4 trên 12', '4 phần 12', '4 tháng 12', '#04 trên 12', '#04 phần 12', '#04 tháng 12']],
  ['2 1/2', ['2 1 phần 2']],
  ['7h30', ['7 giờ 30 phút']],
  ['7 giờ 05', ['7 giờ 5 phút']],
  ["7h30'20s", ['7 giờ 30 phút 20 giây']],
  ['17h', ['17 giờ']],
  ['08:00', ['8 giờ', '8 trên 0']],
  ['1:500', ['1 trên 500', '1 năm 500']],
  ["15'", ['15 phút']],
  ['3p20s', ['3 phút 20 giây']],
  ['1,5 tỷ', ['1,5 tỷ']],
  ['1,5tr', ['1,5 triệu']],
  ['1,5k', ['1,5 nghìn']],
  ['5 tỷ', ['5000000000']],
  ['3tr5', ['3500000']],
  ['10k', ['10000']],
  ['1.250', ['1250']],
  ['12.500,50', ['12500,50']],
  ['06', ['6', '#06']],
  ['(2) ', ['2']],
  ['1. ', ['1']],
  ['12%', ['12']],
  ['$10', ['10']],
  ['2.2.1', ['2 chấm 2 chấm 1']],
  ['II.1.b', ['2 chấm 1 chấm']],
  ['II.1b', ['2 chấm 1']],
  ['I.2', ['1 chấm 2']],
  ['1,2,3', ['1 2 3', '123']],
  ['PC06', null],
];

test.each(WAYS)('%s may be said as %j', (written, ways) => {
  expect(waysOf(written)).toEqual(ways);
});

test.each([
  ['106', ['106']],
  ['06', ['6', '#06']],
  ['0', ['0']],
])('the figure %s may be said as %j', (digits, ways) => {
  expect(figureWays(digits)).toEqual(ways);
});

test('figures of an unknown writing are found in their order', () => {
  expect(looseFigures('số 1.250 và 12,5 của 06')).toEqual([['1250'], ['12,5'], ['6', '#06']]);
});

test.each([
  ['XIV', 14],
  ['MCMXLV', 1945],
  ['IIII', 4],
])('%s is %i', (numeral, value) => {
  expect(figureOfRoman(numeral)).toBe(value);
});

// Numbers, letters, numerals and syllables, each by itself.
// It must never need a sentence around them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointLetter, spelled } from '../../audio/reading/words/letters.ts';
import { mended } from '../../audio/reading/words/mended.ts';
import {
  cardinal,
  codeNumber,
  decimal,
  digitByDigit,
  month,
  ordinal,
} from '../../audio/reading/words/number.ts';
import { respelled, SPEAKABLE } from '../../audio/reading/words/respell.ts';
import { romanValue } from '../../audio/reading/words/roman.ts';
import { isAccented, isVietnameseSyllable } from '../../audio/reading/words/syllable.ts';

test.each([
  ['0', 'không'],
  ['5', 'năm'],
  ['007', 'bảy'],
  ['14', 'mười bốn'],
  ['15', 'mười lăm'],
  ['21', 'hai mươi mốt'],
  ['24', 'hai mươi tư'],
  ['101', 'một trăm linh một'],
  ['1009', 'một nghìn không trăm linh chín'],
  ['12005', 'mười hai nghìn không trăm linh năm'],
  ['1050003', 'một triệu không trăm năm mươi nghìn không trăm linh ba'],
  ['1000000000001', 'một nghìn tỷ không trăm linh một'],
  ['500000', 'năm trăm nghìn'],
  ['1000000000', 'một tỷ'],
])('%s is counted %s', (digits, words) => {
  expect(cardinal(digits)).toBe(words);
});

test('decimals, codes, ordinals and months have their own forms', () => {
  expect(decimal('126', '13')).toBe('một trăm hai mươi sáu phẩy một ba');
  expect(codeNumber('06')).toBe('không sáu');
  expect(codeNumber('766')).toBe('bảy trăm sáu mươi sáu');
  expect(codeNumber('0')).toBe('không');
  expect([ordinal('1'), ordinal('4'), ordinal('15')]).toEqual(['nhất', 'tư', 'mười lăm']);
  expect([month('04'), month('1'), month('12')]).toEqual(['tư', 'một', 'mười hai']);
  expect(digitByDigit('1287')).toBe('một hai tám bảy');
});

const UNITS: Record<string, number> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
};

/** Words back to a number below a billion billion, by its own small grammar. */
function parsed(words: string): number {
  const billions = words.split(' tỷ');
  if (billions.length > 1) {
    const last = (billions.pop() as string).trim();
    return parsed(billions.join(' tỷ')) * 1e9 + (last === '' ? 0 : parsed(last));
  }
  let [total, group] = [0, 0];
  for (const word of words.split(' ')) {
    if (word === 'triệu' || word === 'nghìn') {
      total += group * (word === 'triệu' ? 1e6 : 1e3);
      group = 0;
    } else if (word === 'trăm') group *= 100;
    else if (word === 'mươi') group = group - (group % 10) + (group % 10) * 10;
    else if (word === 'mười') group += 10;
    else if (word !== 'linh') group += UNITS[word] as number;
  }
  return total + group;
}

test('every cardinal can be parsed back to its number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (value) => {
      expect(parsed(cardinal(String(value)))).toBe(value);
    }),
    { seed: 20260424, numRuns: 2000 },
  );
});

test('Roman numerals are canonical capitals or nothing', () => {
  expect(['IV', 'XVI', 'XCIX', 'MMMCMXCIX'].map(romanValue)).toEqual([4, 16, 99, 3999]);
  expect(['', 'IIII', 'VX', 'iv', 'ABC'].map(romanValue)).toEqual([null, null, null, null, null]);
});

test('letters have short names in acronyms and long ones as points', () => {
  expect(spelled('ASM')).toBe('a ét em');
  expect(spelled('A&B')).toBe('a bê');
  expect(['d', 'Đ', 'l', 'm', 'n', 's'].map(pointLetter)).toEqual([
    'dê',
    'đê',
    'e lờ',
    'em mờ',
    'en nờ',
    'ét sì',
  ]);
  expect(pointLetter('ß')).toBe('ß');
});

test.each(['nghiêng', 'quốc', 'giếng', 'gì', 'Khuỷu', 'đường', 'học', 'tập', 'ngoằn', 'Ủy', 'Uỷ'])(
  '%s can be a Vietnamese syllable',
  (word) => {
    expect(isVietnameseSyllable(word)).toBe(true);
  },
);

test.each(['hoc', 'tập̀', 'bru', 'led', 'strong', 'hocṕ', 'f', 'êa', 'hòc'])(
  '%s cannot be a Vietnamese syllable',
  (word) => {
    expect(isVietnameseSyllable(word)).toBe(false);
  },
);

test('a flood of other words makes no syllable forgotten or invented', () => {
  for (let at = 0; at < 20_100; at += 1) expect(isVietnameseSyllable(`x9${at}`)).toBe(false);
  expect(['đường', 'strong', 'đường'].map(isVietnameseSyllable)).toEqual([true, false, true]);
});

test('accents are marks or the letter đ', () => {
  expect(['đi', 'ơ', 'Á'].map(isAccented)).toEqual([true, true, true]);
  expect(['an', 'Ban'].map(isAccented)).toEqual([false, false]);
});

test.each([
  ['Smart', 'smat'],
  ['wifi', 'ui phi'],
  ['jazz', 'gia'],
  ['Bru', 'bru'],
  ['xyz', 'xy'],
  ['grr', 'grr'],
  ['señor', 'se no'],
  ['ŵ', 'u'],
  ['chươngf', 'chươngph'],
  ['Straße', 'strae'],
])('%s is put into Vietnamese letters as %s', (word, said) => {
  expect(respelled(word)).toBe(said);
  expect(SPEAKABLE.test(said)).toBe(true);
});

test.each([
  ['nguời', 'người'],
  ['trưòng', 'trường'],
  ['biẻn', 'biển'],
  ['quyét', 'quyết'],
  ['ngưòòi', null],
  ['nước', null],
  ['nghiêngg', null],
  ['nưốc', null],
  ['nứóc', null],
])('the marks of %j belong to %j', (damaged, printed) => {
  expect(mended(damaged)).toBe(printed);
});

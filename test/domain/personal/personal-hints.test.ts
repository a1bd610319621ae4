// What looks like a person's own is found, and a legal text is left in peace.
// It must never hold a real person's name or number.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personalHints } from '../../../src/domain/personal/personal-hints.ts';
import { DECISION } from '../../reading/documents.ts';
import { growth } from '../../reading/growth.ts';
import { CORPUS, corpusText, hasShared } from '../../reading/shared.ts';

const found = (text: string) =>
  personalHints(text).map(({ kind, at, length }) => [kind, text.slice(at, at + length)]);

describe('a telephone number is found', () => {
  test.each([
    ['Ai thấy xin gọi 0912345678.', '0912345678'],
    ['Ai thấy xin gọi 0912 345 678 hoặc báo xã.', '0912 345 678'],
    ['ĐT:0912.345.678', '0912.345.678'],
    ['ĐT: 091-234-5678', '091-234-5678'],
    ['số 09 12 34 56 78', '09 12 34 56 78'],
    ['gọi +84 912 345 678', '+84 912 345 678'],
    ['gọi (+84) 912 345 678', '84) 912 345 678'],
    ['gọi 84912345678', '84912345678'],
    ['gọi 0912\u00a0345\u00a0678', '0912\u00a0345\u00a0678'],
    ['gọi 0912\u202f345\u2009678.', '0912\u202f345\u2009678'],
    ['gọi 0912–345–678.', '0912–345–678'],
    ['gọi 0912\u2011345\u2011678.', '0912\u2011345\u2011678'],
    ['gọi 0912_345_678.', '0912_345_678'],
    ['gọi 09\u200b12\u00ad345678\u200b.', '09\u200b12\u00ad345678'],
    ['gọi 0\u034f912345678.', '0\u034f912345678'],
    ['gọi ０９１２３４５６７８.', '０９１２３４５６７８'],
    ['gọi ＋８４ ９１２ ３４５ ６７８.', '＋８４ ９１２ ３４５ ６７８'],
    ['gọi 𝟎𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖 nhé', '𝟎𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖'],
    ['gọi 0912, 345, 678.', '0912, 345, 678'],
    ['\u200bgọi 0912345678\u200b', '0912345678'],
  ])('%s', (text, number) => {
    const kept = text.includes('(+84)') ? [['phone', `+${number}`]] : [['phone', number]];
    expect(found(text)).toEqual(kept);
  });

  test('two in a row are two', () => {
    expect(found('gọi 0912 345 678 0387 654 321')).toEqual([
      ['phone', '0912 345 678'],
      ['phone', '0387 654 321'],
    ]);
  });
});

describe('an identity number is found', () => {
  test.each([
    ['CCCD số 026123456789', '026123456789'],
    ['số căn cước công dân: 026 123 456 789', '026 123 456 789'],
    ['CMND 123456789', '123456789'],
    ['giấy chứng minh nhân dân số: 123 456 789', '123 456 789'],
    ['mã định danh cá nhân 014.200.001.234', '014.200.001.234'],
    ['số 014200001234 (không có chữ nào nói là gì)', '014200001234'],
  ])('%s', (text, number) => {
    expect(found(text)).toEqual([['id-number', number]]);
  });
});

describe('a date of birth beside a name is found', () => {
  test.each([
    ['Cháu Giàng A Páo, sinh năm 2016, mặc áo xanh', 'sinh năm 2016'],
    ['ông Nguyễn Văn Ví, sinh ngày 12/3/1960', 'sinh ngày 12/3/1960'],
    ['Bà Lò Thị Mẫu (SN 1955)', 'SN 1955'],
    ['NGUYỄN THỊ MẪU, SN: 1980', 'SN: 1980'],
    ['Họ và tên: Trần Văn Thử\nNgày sinh: 01/01/1990', 'Ngày sinh: 01/01/1990'],
    ['Quàng Văn Thử, sinh ngày 5 tháng 3 năm 1980', 'sinh ngày 5 tháng 3 năm 1980'],
    ['em Páo sinh 2015', 'sinh 2015'],
    ['nguyễn văn ví, sinh năm 1960', 'sinh năm 1960'],
    ['Nguyễn văn Ví, sinh năm 1960', 'sinh năm 1960'],
    ['Nguyễn Văn ví, sinh năm 1960', 'sinh năm 1960'],
    ['vàng thị mẩy, sinh năm 1960', 'sinh năm 1960'],
    ['ông quàng thử, sinh năm 1960', 'sinh năm 1960'],
    ['Nguyễn\u202fVăn\u2009Ví, sinh năm\u00a01960', 'sinh năm\u00a01960'],
  ])('%s', (text, born) => {
    expect(found(text)).toEqual([['birth-date', born]]);
  });
});

test('letters with loose marks are read as one, and named where they were written', () => {
  const text = 'Ông Lò Văn Thử, sinh năm 1960, gọi 0912 345 678'.normalize('NFD');
  const born = text.slice(text.indexOf('sinh'), text.indexOf(', go'));
  expect(found(text)).toEqual([
    ['birth-date', born],
    ['phone', '0912 345 678'],
  ]);
});

test('a name with where that person lives is found', () => {
  const text = 'Bà Lò Thị Mẫu, thường trú tại bản Mòn; ông Nguyễn Văn Ví hiện trú ở bản Pá.';
  expect(found(text)).toEqual([
    ['name-with-address', 'Lò Thị Mẫu, thường trú tại'],
    ['name-with-address', 'Nguyễn Văn Ví hiện trú ở'],
  ]);
});

describe('what is nobody’s own is left in peace', () => {
  test.each([
    ['a number of a document', 'Quyết định số 0912345678/QĐ-UBND, 12/0912345678'],
    ['money', 'kinh phí 912.345.678 đồng, 0912.345.678 đồng, 100.000.000.000 đồng, 5,0912345678'],
    ['money after a cue', 'lệ phí cấp căn cước 123.456.789 đồng'],
    ['days', 'từ 03 04 2026 15 giờ đến 05/04/2026, 03.04.2026'],
    ['an office', 'Trạm y tế: 0212 3852 047, đường dây nóng 1900 1234'],
    ['a tax number', 'Hợp tác xã, mã số thuế 0312345678, tài khoản 0387654321'],
    ['a year of many', 'Trẻ em sinh năm 2020 tiêm phòng; công dân nam sinh năm 2008 khám tuyển'],
    ['a birthday of all', 'Kỷ niệm 136 năm ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890)'],
    ['a name far off', `Ông Nguyễn Văn Ví ký. ${'Bà con chú ý. '.repeat(9)}sinh năm 2008`],
    [
      'a place of a name',
      'Công dân huyện Mai Sơn sinh năm 2008, phố Trần Phú, địa chỉ: nhà văn hóa',
    ],
    ['a name far from an address', `Ông Ví ký. ${'Bà con chú ý. '.repeat(9)}Địa chỉ: xã`],
    ['a chairman', 'CHỦ TỊCH\nNguyễn Văn Ví'],
    ['a long figure', '1234567890123 và 09123456789 và 2609123456781'],
    ['a bare 84', '84 912 345 678 người'],
    ['one digit at a time', '0912 3 4 5 678'],
    ['a cue of another sentence', 'Cấp căn cước. Có 123456789 lượt'],
    ['a percentage', '0912345678%'],
    ['days in a list', 'các ngày 03, 05, 07, 09, 11 và 0912, 34, 56, 78'],
    ['words that are families too', 'từ văn bản sinh năm 1980; hồ thị trấn, sinh năm 1980'],
    ['a street in small letters', 'đường nguyễn văn cừ, sinh năm 1980'],
    ['a family alone', 'triều nguyễn sinh năm 1802, phạm vi sinh năm 1980'],
    ['a first word that is a name’s', 'Lê. Hoàng hôn buông'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test('a decision', () => {
    expect(found(DECISION)).toEqual([]);
  });

  test.runIf(hasShared).each(CORPUS)('%s, a plan or a gazette of a province', (name) => {
    expect(found(corpusText(name).normalize('NFC'))).toEqual([]);
  });
});

test('no more than 200 are named, in the order of the text', () => {
  const hints = personalHints('gọi 0912345678, '.repeat(300));
  expect(hints).toHaveLength(200);
  expect(hints.map(({ at }) => at)).toEqual(hints.map(({ at }) => at).sort((a, b) => a - b));
});

test('whatever is written, each hint lies inside the text and nothing is thrown', () => {
  const pieces = fc.constantFrom(
    ...['0912 345 678', 'CCCD ', '026123456789', 'sinh năm 1980', 'Nguyễn Văn Ví', ', ', '\n'],
    ...[
      'ông ',
      '+84',
      '\u200b',
      '\u0301',
      '\u034f',
      '𝟎',
      'nguyễn văn ',
      '_',
      ' trú tại ',
      '.',
      ')',
      '(',
      '9',
      '\u202e',
      '😀',
      '\ud83d',
      'đồng',
      '/',
    ],
  );
  const texts = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 40 });
  fc.assert(
    fc.property(texts, (parts) => {
      const text = parts.join('');
      for (const { at, length } of personalHints(text)) {
        expect(at).toBeGreaterThanOrEqual(0);
        expect(length).toBeGreaterThan(0);
        expect(at + length).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});

/** Sizes grow by their squares, so that "twice" is four times: linear is 4, quadratic 16, and noise is neither. */
const CHARS = 40_000;

describe('four times as much costs about four times as much', () => {
  test.each([
    ...['1', '1 ', '0912 ', '0912 345 678 ', '+', ' ', 'sinh ', 'sinh năm 1980 ', 'SN:', '1/'],
    ...['\u200b', 'e\u0301', '\u0301', '0\u2011', '0912, ', 'nguyễn văn ', 'ông nguyễn '],
    ...['Nguyễn ', 'Nguyễn Văn Ví, trú tại ', 'CCCD ', 'a', 'A', '1)', '1. ', 'địa chỉ ', '\n'],
  ])('%j', (piece) => {
    const make = (size: number) => piece.repeat(size ** 2 / CHARS / piece.length);
    expect(growth(CHARS, make, personalHints)).toBeLessThan(9);
  });
});

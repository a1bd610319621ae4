// Markup, invisible characters and scanner's errors go; every character still knows its source.
// It must never judge words.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { theLexicon } from '../../audio/lexicon.ts';
import { clean, SOFT_BREAK } from '../../audio/reading/source/clean.ts';
import { join, replaceAll, slice, startMapped } from '../../audio/reading/source/mapped.ts';
import { repair } from '../../audio/reading/source/repairs.ts';
import { read } from './shared.ts';

const P = SOFT_BREAK;

test.each([
  ['**ỦY BAN** _nhân dân_ `xã`', 'ỦY BAN nhân dân xã'],
  ['snake_case a__b', 'snake case a b'],
  ['* một\n* hai', '* một\n* hai'],
  ['Khách sạn 2-3*; Khách sạn 4*; nhà *đẹp*', 'Khách sạn 2-3*; Khách sạn 4*; nhà đẹp'],
  ['5* và 6*', '5 và 6'],
  ['*x* a_', 'x a'],
  ['Họ tên: ______', 'Họ tên: _'],
  ['# Tiêu đề\nmục #5', ' Tiêu đề\nmục #5'],
  ['x #tag', 'x #tag'],
  ['a&amp;b &lt; &#225; &#xE1; &khong; & c &#9; &#99999999;', 'a&b < á á   & c  '],
  ['m&sup2;', 'm²'],
  ['Sở NN&MT; Sở VHTT&DL; A&AMP;B', 'Sở NN&MT; Sở VHTT&DL; A&B'],
  ['c&ocirc;ng t&aacute;c &Yacute; &zacute;', 'công tác Ý ź'],
  ['<p>một</p> <p>hai</p>', `${P}một${P} ${P}hai${P}`],
  ['<b>đậm</b><br/>sau', `đậm${P}sau`],
  ['5 < 6 <', '5 < 6 <'],
  ['<!-- ẩn -->hiện<!-- mở', 'hiện'],
  ['a<script>alert(1)</script>b<style>x', 'ab'],
  ['dòng\r\nhai\rba\fbốn', 'dòng\nhai\nba\nbốn'],
  ['a\u200bb\u00adc\u202e\u0000d', 'abcd'],
  ['a\u00a0b\u3000c', 'a b c'],
  ['ＡＢ１', 'AB1'],
  ['06/QĐ\u2011UBND, 6\u20107', '06/QĐ-UBND, 6-7'],
  ['Uỷ ban'.normalize('NFD'), 'Uỷ ban'],
  [`a${'\u0301'.repeat(50)}b`, 'ab'],
  ['\u0301x 😀', 'x 😀'],
  ['trái        phải', 'trái    phải'],
  [`${'a'.repeat(398)}          b`, `${'a'.repeat(398)}   b`],
])('%j becomes %j', (source, cleaned) => {
  expect(clean(source).text).toBe(cleaned);
});

test('every clean character points at its source, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (source) => {
      const mapped = clean(source);
      expect(mapped.from.length).toBe(mapped.text.length);
      for (let at = 0; at < mapped.text.length; at += 1) {
        const [from, to] = [mapped.from[at] as number, mapped.to[at] as number];
        expect(from).toBeLessThan(to);
        expect(to).toBeLessThanOrEqual(source.length);
        if (at > 0) expect(from).toBeGreaterThanOrEqual(mapped.from[at - 1] as number);
      }
    }),
    { seed: 3, numRuns: 300 },
  );
});

test('parts join with their gaps and pieces replace with their spans', () => {
  const mapped = clean('một hai ba');
  const joined = join([slice(mapped, 0, 3), slice(mapped, 4, 7)], [' ']);
  expect([joined.text, joined.from[3], joined.to[3]]).toEqual(['một hai', 3, 4]);
  expect(join([slice(mapped, 0, 0), slice(mapped, 0, 3)], ['']).text).toBe('một');
  expect(join([slice(mapped, 0, 3), slice(mapped, 0, 0)], [' ']).text).toBe('một ');
  const replaced = replaceAll(mapped, /hai/gu, () => 'bốn năm');
  expect([replaced.text, replaced.from[5], replaced.to[5]]).toEqual(['một bốn năm ba', 4, 7]);
  expect(replaceAll(mapped, /x/gu, () => 'y')).toBe(mapped);
  expect(replaceAll(mapped, /ba/gu, () => null)).toBe(mapped);
  expect(startMapped(1).last()).toBe('');
  const long = replaceAll(clean('abc '.repeat(300)), /b/gu, () => 'xyz');
  expect([long.text.length, long.from.length, long.from.at(-1)]).toEqual([1800, 1800, 1199]);
});

test('only the reviewed misreadings are put right, in their own case, and logged', () => {
  const log: string[] = [];
  const put = (text: string): string =>
    repair(clean(text), {
      lexicon: theLexicon(),
      onRepair: (one) => log.push(`${one.source}→${one.repaired}@${one.from}`),
    }).text;
  expect(put('Phô biến, TỒ CHỨC, Bru điện, số số 12, số số liệu')).toBe(
    'Phổ biến, TỔ CHỨC, Bưu điện, số 12, số số liệu',
  );
  expect(put('ứng dụng IA, tổ chức')).toBe('ứng dụng AI, tổ chức');
  expect(log).toEqual([
    'Phô biến→Phổ biến@0',
    'TỒ CHỨC→TỔ CHỨC@10',
    'Bru điện→Bưu điện@19',
    'số số→số@29',
    'IA→AI@9',
  ]);
});

test('the Icelandic letter some keyboards put for Đ is Đ, at its own place', () => {
  const text = 'Đường giao thông Ðiện Biên, ðến bản.'.replace('Đ', 'Ð');
  const cleaned = clean(text);
  expect(cleaned.text).toBe('Đường giao thông Điện Biên, đến bản.');
  expect([cleaned.from[17], cleaned.to[17]]).toEqual([17, 18]);
  expect(read('QUYẾT ÐỊNH\n').blocks[0]?.role).toBe('type');
});

test('a misread "năm" is put right before a year only', () => {
  const said = (text: string): string => read(text).sentences[0]?.words ?? '';
  expect(said('Kế hoạch nấm 2025 của xã.')).toBe(said('Kế hoạch năm 2025 của xã.'));
  expect(said('Trồng nấm 2 vụ.')).toBe('Trồng nấm hai vụ.');
});

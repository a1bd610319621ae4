// Telephones, hot lines, plates and identity numbers, digit by digit.
// It must never depend on the tables of the design: these rows are our own.
import { expect, test } from 'vitest';
import { SPEAKABLE } from '../../audio/reading/index.ts';
import { line } from './shared.ts';

test.each([
  ['0212.3852.047', 'Không hai một hai, ba tám năm hai, không bốn bảy.'],
  ['0912345678', 'Không chín một, hai ba bốn, năm sáu bảy tám.'],
  ['0212 3852047', 'Không hai một hai, ba tám năm, hai không bốn bảy.'],
  ['(0212) 3852.047', 'Không hai một hai, ba tám năm hai, không bốn bảy.'],
  ['+84 912 345 678', 'Cộng tám bốn, chín một hai, ba bốn năm, sáu bảy tám.'],
  ['+84 (0212) 3852047', 'Cộng tám bốn, không hai một hai, ba tám năm, hai không bốn bảy.'],
  ['+84912345678', 'Cộng tám bốn, chín một hai, ba bốn năm, sáu bảy tám.'],
  [
    '1900 1234, 18001091',
    'Một chín không không, một hai ba bốn, một tám không không, một không chín một.',
  ],
  ['1900123456', 'Một chín không không, một hai ba, bốn năm sáu.'],
  ['gọi 113, 114 hoặc 115', 'Gọi một một ba, một một bốn hoặc một một năm.'],
  ['tổng đài 1022', 'Tổng đài một không hai hai.'],
  ['đường dây nóng: 1234', 'Đường dây nóng: một hai ba bốn.'],
  ['Quyết định 113', 'Quyết định một trăm mười ba.'],
  ['biển số 26A-123.45', 'Biển số hai sáu a, một hai ba, bốn năm.'],
  ['xe 26A-1234 chạy', 'Xe hai sáu a, một hai ba bốn chạy.'],
  ['xe 26B1-12345', 'Xe hai sáu bê một, một hai ba bốn năm.'],
  [
    'số CCCD 014087001234',
    'Số căn cước công dân không một bốn, không tám bảy, không không một, hai ba bốn.',
  ],
  ['số tài khoản 123456789', 'Số tài khoản một hai ba, bốn năm sáu, bảy tám chín.'],
  ['123456789', 'Một trăm hai mươi ba triệu bốn trăm năm mươi sáu nghìn bảy trăm tám mươi chín.'],
  ['0123456789012345', 'Không một hai, ba bốn năm, sáu bảy tám, chín không một, hai ba bốn năm.'],
  ['26A-1234', 'Hai mươi sáu a đến một nghìn hai trăm ba mươi tư.'],
  [
    '02123.852.047 - 0983 123 456',
    'Không hai một hai ba, tám năm hai, không bốn bảy, không chín tám ba, một hai ba, bốn năm sáu.',
  ],
])('%j is spoken %j', (written, spoken) => {
  const words = line(written);
  expect(words).toBe(spoken);
  expect(SPEAKABLE.test(words)).toBe(true);
});

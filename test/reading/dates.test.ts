// Dates, months, hours: what the words around a number make of it.
// It must never depend on the tables of the design: these rows are our own.
import { expect, test } from 'vitest';
import { SPEAKABLE } from '../../audio/reading/index.ts';
import { line } from './shared.ts';

test.each([
  ['ngày 15/4/2025', 'Ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi lăm.'],
  ['15/4/2025', 'Ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi lăm.'],
  [
    '15-4-2025 và 15.4.2025',
    'Ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi lăm và ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi lăm.',
  ],
  ['15/4/25', 'Ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi lăm.'],
  ['ngày 45/13/2025', 'Ngày bốn mươi lăm tháng mười ba năm hai nghìn không trăm hai mươi lăm.'],
  ['đêm 31/12/2025', 'Đêm ba mươi mốt tháng mười hai năm hai nghìn không trăm hai mươi lăm.'],
  [
    'từ 01/7/2025 đến 30/6/2026',
    'Từ ngày một tháng bảy năm hai nghìn không trăm hai mươi lăm đến ngày ba mươi tháng sáu năm hai nghìn không trăm hai mươi sáu.',
  ],
  [
    'ngày 25-26/12/2025',
    'Ngày hai mươi lăm đến hai mươi sáu tháng mười hai năm hai nghìn không trăm hai mươi lăm.',
  ],
  [
    'ngày 20, 21 và 22/5/2026',
    'Ngày hai mươi, hai mươi mốt và hai mươi hai tháng năm năm hai nghìn không trăm hai mươi sáu.',
  ],
  [
    'các ngày 15/4, 20/5 và 25/6',
    'Các ngày mười lăm tháng tư, ngày hai mươi tháng năm và ngày hai mươi lăm tháng sáu.',
  ],
  [
    '28/4 - 01/5/2026',
    'Ngày hai mươi tám tháng tư đến ngày một tháng năm năm hai nghìn không trăm hai mươi sáu.',
  ],
  [
    'tháng 5/2026, tháng 5-6/2026',
    'Tháng năm năm hai nghìn không trăm hai mươi sáu, tháng năm đến sáu năm hai nghìn không trăm hai mươi sáu.',
  ],
  ['6/2026', 'Tháng sáu năm hai nghìn không trăm hai mươi sáu.'],
  ['13/2026', 'Mười ba trên hai nghìn không trăm hai mươi sáu.'],
  ['kỳ 2/2026', 'Kỳ hai năm hai nghìn không trăm hai mươi sáu.'],
  ['kỳ họp thứ 5/2026', 'Kỳ họp thứ năm năm hai nghìn không trăm hai mươi sáu.'],
  ['bản đồ tỷ lệ 1/2000', 'Bản đồ tỷ lệ một trên hai nghìn.'],
  ['ngày 14/4 hàng năm', 'Ngày mười bốn tháng tư hàng năm.'],
  ['trước 30/6', 'Trước ngày ba mươi tháng sáu.'],
  ['đến 30/6 tổng số', 'Đến ba mươi trên sáu tổng số.'],
  ['đạt 30/6 tổng số', 'Đạt ba mươi trên sáu tổng số.'],
  ['số 03/05', 'Số ba trên năm.'],
  ['ngày 20-11', 'Ngày hai mươi tháng mười một.'],
  ['dịp 2-9', 'Dịp ngày hai tháng chín.'],
  ['ngày 20-22', 'Ngày hai mươi đến hai mươi hai.'],
  ['ngày 10-11', 'Ngày mười đến mười một.'],
  ['ngày .../.../2026', ''],
  ['ngày … tháng … năm 2026', ''],
  ['Hà Tĩnh, ngày      tháng     năm 2025', ''],
  ['ngày, tháng, năm sinh', 'Ngày, tháng, năm sinh.'],
  ['tháng 3, 4 và 5 năm 2025', 'Tháng ba, tư và năm năm hai nghìn không trăm hai mươi lăm.'],
  ['trong tháng 3, 4 hộ', 'Trong tháng ba, bốn hộ.'],
  ['tháng 13', 'Tháng mười ba.'],
  ['Thứ 2, 4, 6 hằng tuần', 'Thứ hai, tư, sáu hằng tuần.'],
  ['thứ 2 - thứ 6', 'Thứ hai đến thứ sáu.'],
  [
    'năm 2025 - năm 2030',
    'Năm hai nghìn không trăm hai mươi lăm đến năm hai nghìn không trăm ba mươi.',
  ],
  ['từ năm 2025 - tháng 5', 'Từ năm hai nghìn không trăm hai mươi lăm đến tháng năm.'],
  [
    'năm học 2024/2025',
    'Năm học hai nghìn không trăm hai mươi tư đến hai nghìn không trăm hai mươi lăm.',
  ],
  ['2024/2026', 'Hai nghìn không trăm hai mươi tư trên hai nghìn không trăm hai mươi sáu.'],
  ['7h30 ngày 20/5', 'Bảy giờ ba mươi phút ngày hai mươi tháng năm.'],
  ['7h, 14g05, 24h', 'Bảy giờ, mười bốn giờ năm phút, hai mươi tư giờ.'],
  ['7h30\'15"', 'Bảy giờ ba mươi phút mười lăm giây.'],
  ['08:00 và 23:59:59', 'Tám giờ và hai mươi ba giờ năm mươi chín phút năm mươi chín giây.'],
  ['14:75', 'Mười bốn: bảy mươi lăm.'],
  ['tỷ số 1:20', 'Tỷ số một: hai mươi.'],
  ["10', 3p20s, 5p", 'Mười phút, ba phút hai mươi giây, năm phút.'],
  ['7 giờ 30 phút', 'Bảy giờ ba mươi phút.'],
  ['từ 7h30 - 11h30', 'Từ bảy giờ ba mươi phút đến mười một giờ ba mươi phút.'],
  ['ngày 15/4/25', 'Ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi lăm.'],
  ['45/13/25', 'Bốn mươi lăm, mười ba trên hai mươi lăm.'],
  ['5-2026', 'Năm đến hai nghìn không trăm hai mươi sáu.'],
])('%j is spoken %j', (written, spoken) => {
  const words = line(written);
  expect(words).toBe(spoken);
  expect(SPEAKABLE.test(words)).toBe(true);
});

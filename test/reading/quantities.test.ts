// Counts, shares, units, money and prices per something.
// It must never depend on the tables of the design: these rows are our own.
import { expect, test } from 'vitest';
import { SPEAKABLE } from '../../audio/reading/index.ts';
import { line } from './shared.ts';

test.each([
  [
    '1.009 hộ, 12.005 người',
    'Một nghìn không trăm linh chín hộ, mười hai nghìn không trăm linh năm người.',
  ],
  ['126,13 và 10.000,50', 'Một trăm hai mươi sáu phẩy một ba và mười nghìn phẩy năm không.'],
  [
    '0,05%, 93,3 %, 5‰',
    'Không phẩy không năm phần trăm, chín mươi ba phẩy ba phần trăm, năm phần nghìn.',
  ],
  ['-5°C; dưới -2°C; (-5)', 'Âm năm độ xê; dưới âm hai độ xê; âm năm.'],
  ['a -5', 'A âm năm.'],
  ['23 1/5 và 5 1/2kg', 'Hai mươi ba và một phần năm và năm và một phần hai ki lô gam.'],
  ['23 7/5', 'Hai mươi ba bảy phần năm.'],
  ['ngày 5 1/2', 'Ngày năm một phần hai.'],
  ['2/3 xã', 'Hai trên ba xã.'],
  ['1/2 số hộ, 3/4 diện tích', 'Một phần hai số hộ, ba phần tư diện tích.'],
  ['3/7', 'Ba phần bảy.'],
  ['11/12', 'Mười một trên mười hai.'],
  ['5/5 nhiệm vụ', 'Năm trên năm nhiệm vụ.'],
  ['25/25 dịch vụ, 24/7', 'Hai mươi lăm trên hai mươi lăm dịch vụ, hai mươi tư trên bảy.'],
  ['tỷ lệ 1/2', 'Tỷ lệ một trên hai.'],
  ['tỷ lệ bản đồ 1:500', 'Tỷ lệ bản đồ một trên năm trăm.'],
  ['½ và ¾', 'Một phần hai và ba phần tư.'],
  [
    '10k, 2tr5, 2tỷ5, 2,5tr',
    'Mười nghìn, hai triệu năm trăm nghìn, hai tỷ năm trăm triệu, hai phẩy năm triệu.',
  ],
  ['10k5', 'Mười ca năm.'],
  ['1,2,3', 'Một, hai, ba.'],
  ['khoản 1,2,3 Điều 5', 'Khoản một, hai, ba Điều năm.'],
  ['1,234,567', 'Một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy.'],
  [
    'dứt điểm 1.234 hộ và mục 2.2.1',
    'Dứt điểm một nghìn hai trăm ba mươi tư hộ và mục hai chấm hai chấm một.',
  ],
  ['công nghiệp 4.0', 'Công nghiệp bốn chấm không.'],
  [
    '1234567890123456789012345678901234567890',
    'Một hai ba bốn năm sáu bảy tám chín không một hai ba bốn năm sáu bảy tám chín không một hai ba bốn năm sáu bảy.',
  ],
  [
    'Ban Chỉ đạo 1287, BCĐ 389, Tổ công tác 06',
    'Ban Chỉ đạo một hai tám bảy, ban chỉ đạo ba tám chín, Tổ công tác sáu.',
  ],
  ['mã vùng 0212', 'Mã vùng không hai một hai.'],
  ['05 (năm) ngày, 24 (hai mươi bốn) giờ', 'Năm ngày, hai mươi tư giờ.'],
  ['10.000.000 đồng (mười triệu đồng)', 'Mười triệu đồng.'],
  [
    '10 xã (năm 2025), 3 xã (mười xã)',
    'Mười xã, năm hai nghìn không trăm hai mươi lăm, ba xã, mười xã.',
  ],
  ['5 ma túy, 5 a, 5 A, 5 V, 5a', 'Năm ma túy, năm a, năm A, năm vôn, năm a.'],
  ['3G, 5g, 220V', 'Ba gờ, năm gam, hai trăm hai mươi vôn.'],
  [
    '10 km² rừng, 10 Km ² rừng, 5 m2',
    'Mười ki lô mét vuông rừng, mười ki lô mét vuông rừng, năm mét vuông.',
  ],
  ['$5,5 và 100 USD, 5€', 'Năm phẩy năm đô la Mỹ và một trăm đô la Mỹ, năm ơ rô.'],
  ['100 USD/người', 'Một trăm đô la Mỹ một người.'],
  [
    '60 km/h, 5 m/s, 60km/giờ',
    'Sáu mươi ki lô mét trên giờ, năm mét trên giây, sáu mươi ki lô mét trên giờ.',
  ],
  ['10 kg/m3, 5 mg/l', 'Mười ki lô gam trên mét khối, năm mi li gam trên lít.'],
  [
    '50.000đ/người/ngày, 1.984 đồng/kWh',
    'Năm mươi nghìn đồng một người một ngày, một nghìn chín trăm tám mươi tư đồng một ki lô oát giờ.',
  ],
  ['10 triệu đồng/ha/vụ', 'Mười triệu đồng một héc ta một vụ.'],
  ['1kg gạo/người/tháng', 'Một ki lô gam gạo một người một tháng.'],
  ['02 hội nghị/năm, 50 lượt/ngày', 'Hai hội nghị một năm, năm mươi lượt một ngày.'],
  ['2 thôn/bản', 'Hai thôn, bản.'],
  ['tháng/quý/năm', 'Tháng, quý, năm.'],
  ['6 tháng/năm', 'Sáu tháng, năm.'],
  ['người/ngày', 'Người, ngày.'],
  ['5 km/abc', 'Năm ki lô mét, ac.'],
  ['100 đồng/', 'Một trăm đồng.'],
  ['2,5%/năm', 'Hai phẩy năm phần trăm một năm.'],
  ['diện tích (km²), (ha), (%), (abc)', 'Diện tích, ki lô mét vuông, héc ta, phần trăm, ac.'],
  ['khách sạn 2-3*, 5*', 'Khách sạn hai đến ba sao, năm sao.'],
  ['512Mb và 512MB', 'Năm trăm mười hai mê ga bít và năm trăm mười hai mê ga bai.'],
  ['5 zm2', 'Năm dm hai.'],
  ['5 L nước', 'Năm e lờ nước.'],
  ['/ngày', 'Ngày.'],
  [
    '80 miligam/100 mililít máu, 0,4 miligam/1 lít khí thở',
    'Tám mươi mi li gam trên một trăm mi li lít máu, không phẩy bốn mi li gam một lít khí thở.',
  ],
  [
    '200mm/24h, 5 triệu đồng/01 hộ',
    'Hai trăm mi li mét trên hai mươi tư giờ, năm triệu đồng một hộ.',
  ],
  ['quý/2 và 5 xã/10 xã', 'Quý, hai và năm xã trên mười xã.'],
  ['Km12+300 QL.6', 'Ki lô mét mười hai cộng ba trăm quốc lộ sáu.'],
])('%j is spoken %j', (written, spoken) => {
  const words = line(written);
  expect(words).toBe(spoken);
  expect(SPEAKABLE.test(words)).toBe(true);
});

// Addresses of the web and mail: the host, in syllables.
// It must never depend on the tables of the design: these rows are our own.
import { expect, test } from 'vitest';
import { SPEAKABLE } from '../../audio/reading/index.ts';
import { line } from './shared.ts';

test.each([
  ['vào https://dichvucong.gov.vn/p/home.html nhé', 'Vào dịch vụ công chấm gốp chấm vi en nhé.'],
  ['tại www.chinhphu.vn.', 'Tại chính phủ chấm vi en.'],
  ['xem sonla.gov.vn, mục 5', 'Xem sơn la chấm gốp chấm vi en, mục năm.'],
  ['vào https://abc123.vn/x?y=1 xem', 'Vào a bê xê một hai ba chấm vi en xem.'],
  ['vào http://192.168.1.1 xem', 'Vào một chín hai chấm một sáu tám chấm một chấm một xem.'],
  ['vào https://xyzt-cong.vn. Hết', 'Vào ích y dét tê gạch cong chấm vi en. Hết.'],
  ['thư về Nguyen_van.a1@gmail.com', 'Thư về nguyen van chấm a một a còng gi meo chấm com.'],
  ['theo facebook.com/ubndxa', 'Theo phây búc chấm com.'],
  [
    'vào https://tinhsonlatinhsonlatinhsonlatinhsonlatinhsonla.vn xem',
    'Vào tê i en hát ét o en e lờ a tê i en hát ét o en e lờ a tê i en hát ét o en e lờ a tê i en hát ét o en e lờ a tê i en hát ét o en e lờ a chấm vi en xem.',
  ],
  ['vào hoidonghatinh.vn xem', 'Vào hoi dong ha tinh chấm vi en xem.'],
  ['https://dichvucong.gov.vn', ''],
  ['vào http://a--b.vn xem', 'Vào a gạch gạch bê chấm vi en xem.'],
])('%j is spoken %j', (written, spoken) => {
  const words = line(written);
  expect(words).toBe(spoken);
  expect(SPEAKABLE.test(words)).toBe(true);
});

// Points, Roman numerals, enumerations and headings.
// It must never depend on the tables of the design: these rows are our own.
import { expect, test } from 'vitest';
import { SPEAKABLE } from '../../audio/reading/index.ts';
import { line } from './shared.ts';

test.each([
  ['điểm a, b và c khoản 2 Điều 8', 'Điểm a, bê và xê khoản hai Điều tám.'],
  ['điểm a-c khoản 1', 'Điểm a đến xê khoản một.'],
  ['điểm a - Điều 5', 'Điểm a Điều năm.'],
  ['điểm đ khoản 2, tiết b', 'Điểm đê khoản hai, tiết bê.'],
  ['khoản 21 Điều 2, Điều 12a', 'Khoản hai mươi mốt Điều hai, Điều mười hai a.'],
  ['quý III, khóa XIII, lần thứ XVI, thứ I', 'Quý ba, khóa mười ba, lần thứ mười sáu, thứ nhất.'],
  ['quý I, II và III', 'Quý một, hai và ba.'],
  [
    'quý I - II, Quý III-IV/2025',
    'Quý một đến hai, Quý ba đến bốn năm hai nghìn không trăm hai mươi lăm.',
  ],
  ['quý I - Sở', 'Quý một, Sở.'],
  ['XII', 'Mười hai.'],
  ['MIX', 'Em i ích.'],
  ['loại C, hạng D', 'Loại xê, hạng đê.'],
  ['VI-ET', 'Vi e tê.'],
  ['(1) Có; (2) Không; nhóm (3) và (4)', 'Một là, Có; hai là, Không; nhóm ba và bốn.'],
  ['(i) một; (iv) bốn; (iiii) năm', 'Một là, một; bốn là, bốn; iiii, năm.'],
  ['I. MỤC ĐÍCH, YÊU CẦU', 'Phần một. Mục đích, yêu cầu.'],
  ['II.\tNỘI DUNG', 'Phần hai. Nội dung.'],
  ['1. Mục đích', 'Mục một. Mục đích.'],
  ['1.Mục đích', 'Mục một. Mục đích.'],
  ['1) Mục đích', 'Mục một. Mục đích.'],
  ['2.1 Mục tiêu', 'Mục hai chấm một. Mục tiêu.'],
  ['2.2.1. Giai đoạn 1', 'Mục hai chấm hai chấm một. Giai đoạn một.'],
  ['đ) Không đội mũ', 'Điểm đê. Không đội mũ.'],
  ['- a) Có', 'Điểm a. Có.'],
  [
    'Điều 2. Hiệu lực\n1. Có hiệu lực./.\n2. Hết',
    'Điều hai. Hiệu lực. Khoản một. Có hiệu lực. Mục hai. Hết.',
  ],
  ['Chương II\nQUY ĐỊNH CHUNG', 'Chương hai. Quy định chung.'],
  ['Phần thứ nhất', 'Phần thứ nhất.'],
  ['+ Một\n* Hai\n• Ba\n-02 xã', 'Một. Hai. Ba. Hai xã.'],
  ['IIII. ABC XYZ', 'Phần i i i i. A bê xê ích y dét.'],
  ['1.\tMục đích', 'Mục một. Mục đích.'],
])('%j is spoken %j', (written, spoken) => {
  const words = line(written);
  expect(words).toBe(spoken);
  expect(SPEAKABLE.test(words)).toBe(true);
});

// Signs: a word, a pause or silence, never themselves.
// It must never depend on the tables of the design: these rows are our own.
import { expect, test } from 'vitest';
import { SPEAKABLE } from '../../audio/reading/index.ts';
import { line } from './shared.ts';

test.each([
  ['kinh tế - xã hội, hỏi-đáp, a – b', 'Kinh tế xã hội, hỏi đáp, a bê.'],
  ['Sở Y tế - Sở Nội vụ', 'Sở Y tế, Sở Nội vụ.'],
  ['tỷ số 2-1', 'Tỷ số hai một.'],
  ['điểm thi 5 - Điều 6', 'Điểm thi năm Điều sáu.'],
  ['ra/vào, Cổng/ Trang, a\\b|c', 'Ra, vào, Cổng, Trang, a, bê, xê.'],
  ['hỏi... đáp…, hết...', 'Hỏi, vân vân, đáp, vân vân, hết, vân vân.'],
  ['... và', 'Và.'],
  ['..', ''],
  ['A..', 'A.'],
  ['Điền: ................ vào', 'Điền: vào.'],
  ['họ tên: ______ x', 'Họ tên: ích.'],
  ['.730 CTS và a.730', 'Bảy trăm ba mươi chứng thư số và a. Bảy trăm ba mươi.'],
  ['[1] ghi chú [2]; (*) chú thích', 'Ghi chú; chú thích.'],
  ["Tên “Đề án” 'x'", 'Tên Đề án ích.'],
  ['a & b @ c + d = e ± f × g', 'A và bê a còng xê cộng đê bằng e cộng trừ ép nhân giê.'],
  ['> 5, < 6, ≥ 7, ≤ 8, >h', 'Trên năm, dưới sáu, từ bảy, không quá tám, hát.'],
  ['a → b ✓ # ~', 'A bê.'],
  ['🙂 ¶ §', ''],
  ['①', ''],
  ['Việc\tGhi chú\n+ Cấp thẻ\t+ Thu phí', 'Cấp thẻ: ghi chú: Thu phí.'],
  ['thu 20 + Chi 30', 'Thu hai mươi cộng Chi ba mươi.'],
  ['lớp A > B', 'Lớp A bê.'],
  ['* sao', 'Sao.'],
  ['- ', ''],
  ['--- abc', 'Ac.'],
  ['xong./.', 'Xong.'],
  ['Hỏi? Đáp! Hết: rồi;', 'Hỏi. Đáp. Hết: rồi;'],
  ['(Mở đầu) và (kết thúc)', 'Mở đầu, và, kết thúc.'],
  ['I/2026', 'I, hai nghìn không trăm hai mươi sáu.'],
  ['<p>một</p><p>* hai</p>', 'Một. Hai.'],
])('%j is spoken %j', (written, spoken) => {
  const words = line(written);
  expect(words).toBe(spoken);
  expect(SPEAKABLE.test(words)).toBe(true);
});

// Abbreviations, acronyms, capitals, foreign words and brackets that repeat.
// It must never depend on the tables of the design: these rows are our own.
import { expect, test } from 'vitest';
import { SPEAKABLE } from '../../audio/reading/index.ts';
import { line, ordered } from './shared.ts';

test.each([
  ['UBND tỉnh và HĐND xã', 'Ủy ban nhân dân tỉnh và hội đồng nhân dân xã.'],
  [
    'PBGDPL, KT-XH, VH-TT&DL, PCCC&CNCH',
    'Phổ biến, giáo dục pháp luật, kinh tế, xã hội, văn hóa, thể thao và du lịch, phòng cháy, chữa cháy và cứu nạn, cứu hộ.',
  ],
  [
    'TT 09, TT.TU, TT HĐND, TT Y tế, TT',
    'Thông tư chín, thường trực tỉnh ủy, thường trực hội đồng nhân dân, trung tâm Y tế, trung tâm.',
  ],
  [
    'CT 16, CT UBND tỉnh, sở CT, CT',
    'Chỉ thị mười sáu, chủ tịch ủy ban nhân dân tỉnh, sở công thương, chủ tịch.',
  ],
  ['KH 15, KH', 'Kế hoạch mười lăm, kế hoạch.'],
  ['BCH Quân sự, BCH Đảng bộ', 'Ban chỉ huy Quân sự, ban chấp hành Đảng bộ.'],
  ['BTC Tỉnh ủy, BTC', 'Ban tổ chức Tỉnh ủy, ban tổ chức.'],
  [
    'TP. Sơn La, TX. Mộc Châu, ThS. Lò Văn A',
    'Thành phố Sơn La, thị xã Mộc Châu, thạc sĩ Lò Văn A.',
  ],
  ['Q.1, P. Chiềng Lề, p. 5, tr. 5', 'Quận một, phường Chiềng Lề, phường năm, trang năm.'],
  ['v/v, b/c, đ/c', 'Về việc, báo cáo, đồng chí.'],
  ['IOC, SSO, USB', 'I o xê, ét ét o, u ét bê.'],
  ['ABCQ', 'A bê xê quy.'],
  ['theo eQWK', 'Theo e quy vê kép ca.'],
  ['AI CŨNG BIẾT AI', 'Trí tuệ nhân tạo cũng biết trí tuệ nhân tạo.'],
  ['QUYẾT ĐỊNH CỦA BAN TU', 'Quyết định của ban tu.'],
  ['CAC VAN DE', 'Xê a xê van de.'],
  ['Đây là điều KHÔNG được làm, ĐI', 'Đây là điều không được làm, đi.'],
  ['QWERTYUIOP', 'Quy vê kép e e rờ tê y u i o pê.'],
  ['YouTube, eXYZ, iFone, facebook', 'Diu túp, e ích y dét, i pho ne, phây búc.'],
  ['Smart Tokan', 'Xờ mát to kan.'],
  ['Starb', 'Sta.'],
  ['Б Привет', ''],
  ['ý à B f', 'Ý à bê ép.'],
  ['N.V.A và D.Thanh', 'En vê A và đê Thanh.'],
  [
    'QL6, ĐT.103, C06, PC06, SLA1',
    'Quốc lộ sáu, đường tỉnh một trăm linh ba, xê không sáu, pê xê không sáu, ét e lờ a một.',
  ],
  ['H5N1, A1B2C3', 'Hát năm en một, a một bê hai xê ba.'],
  ['Covid-19, Abc-19', 'Cô vít mười chín, ac mười chín.'],
  ['hội đồng thi đua (HĐTĐ)', 'Hội đồng thi đua.'],
  ['hợp tác xã (sau đây gọi tắt là "HTX")', 'Hợp tác xã.'],
  ['trí tuệ nhân tạo (AI)', 'Trí tuệ nhân tạo.'],
  ['cơ quan (ABC)', 'Cơ quan, a bê xê.'],
  ['ủy ban nhân dân xã (UBND xã)', 'Ủy ban nhân dân xã.'],
  ['ủy ban nhân dân xã (UBND tỉnh)', 'Ủy ban nhân dân xã, ủy ban nhân dân tỉnh.'],
  ['Quyết định số 5 (sau đây gọi là Đề án)', 'Quyết định số năm, sau đây gọi là Đề án.'],
  ['phòng và chống ma túy (PCMT)', 'Phòng và chống ma túy.'],
  ['phòng, chống (HIV) ma túy', 'Phòng, chống, hát i vê, ma túy.'],
  ['TP. và xã', 'Thành phố. Và xã.'],
  ['ß', ''],
  ['HÀNH VI VI PHẠM', 'Hành vi vi phạm.'],
  ['THEO XII ĐÓ', 'Theo mười hai đó.'],
  ['theo XII đó', 'Theo mười hai đó.'],
  ['III. PHÂN CÔNG (có Phụ lục kèm theo)', 'Phần ba. Phân công, có Phụ lục kèm theo.'],
  ['tổ tự quản bản (TTQB) và TTQB khác', 'Tổ tự quản bản và tổ tự quản bản khác.'],
  ['Zalo Family Group (ZFG) và ZFG', 'Da lô pha mi ly group và da lo pha mi ly group.'],
  ['nhân dân (UBND)', 'Nhân dân, ủy ban nhân dân.'],
  ['kinh tế - bản làng (KTBL), các KTBL', 'Kinh tế bản làng, các kinh tế bản làng.'],
  ['hết.Sau đó', 'Hết. Sau đó.'],
  ['constructor/valueOf, toString', 'Con struc to, va lue op, to string.'],
  ['ôtô, kilôgam, bơrơgxã', 'Ô tô, ki lô gam, bơrơgxã.'],
])('%j is spoken %j', (written, spoken) => {
  const words = line(written);
  expect(words).toBe(spoken);
  expect(SPEAKABLE.test(words)).toBe(true);
});

test('an addition that begins with a digit stands before a hyphen too', () => {
  const additions = [{ written: '4T', spoken: 'bốn tốt', note: 'Phong trào.', example: '4T' }];
  const said = ordered('Phong trào 4T-xã', { additions, profile: { frame: 'none' } });
  expect(said.sentences.map((one) => one.words)).toEqual(['Phong trào bốn tốt xã.']);
});

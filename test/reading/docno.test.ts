// Document numbers in every style officials write, and their blanks.
// It must never depend on the tables of the design: these rows are our own.
import { expect, test } from 'vitest';
import { SPEAKABLE } from '../../audio/reading/index.ts';
import { line, read } from './shared.ts';

test.each([
  [
    'Căn cứ Quyết định số 1009/QĐ-UBND ngày 24/4/2026',
    'Căn cứ Quyết định số một nghìn không trăm linh chín, quyết định ủy ban nhân dân, ngày hai mươi tư tháng tư năm hai nghìn không trăm hai mươi sáu.',
  ],
  [
    'Luật số 31/2024/QH15',
    'Luật số ba mươi mốt, năm hai nghìn không trăm hai mươi tư, quốc hội khóa mười lăm.',
  ],
  [
    'Nghị quyết 326/2016/UBTVQH14',
    'Nghị quyết ba trăm hai mươi sáu, năm hai nghìn không trăm mười sáu, ủy ban thường vụ quốc hội khóa mười bốn.',
  ],
  [
    'Nghị quyết 30a/2008/NQ-CP',
    'Nghị quyết ba mươi a, năm hai nghìn không trăm linh tám, nghị quyết chính phủ.',
  ],
  [
    'Thông tư số 05/2023/TT-BGD&ĐT-BCA',
    'Thông tư số không năm, năm hai nghìn không trăm hai mươi ba, thông tư bộ giáo dục và đào tạo, bộ công an.',
  ],
  [
    'Thông tư 09/2021/TT-BTNMT',
    'Thông tư không chín, năm hai nghìn không trăm hai mươi mốt, thông tư bộ tài nguyên và môi trường.',
  ],
  [
    'Kế hoạch số 515/KH-KH-BCA-BNN&MT',
    'Kế hoạch số năm trăm mười lăm, kế hoạch bộ công an, bộ nông nghiệp và môi trường.',
  ],
  ['Công văn số 12/UBND-NC3', 'Công văn số mười hai, ủy ban nhân dân, nội chính ba.'],
  ['Công văn số 77/SNV', 'Công văn số bảy mươi bảy, sở nội vụ.'],
  [
    'Công văn 1234/UBND-KGVX',
    'Công văn một nghìn hai trăm ba mươi tư, ủy ban nhân dân, khoa giáo, văn xã.',
  ],
  ['Số: 1010 / QĐ-UBND', 'Số: một nghìn không trăm mười, quyết định ủy ban nhân dân.'],
  ['Nghị quyết số 27- NQ/TW', 'Nghị quyết số hai mươi bảy, nghị quyết trung ương.'],
  [
    'Thông báo số 15-TB/TU ngày 3/2/2025',
    'Thông báo số mười lăm, thông báo tỉnh ủy, ngày ba tháng hai năm hai nghìn không trăm hai mươi lăm.',
  ],
  ['Hướng dẫn số 02-HD/BTGTW', 'Hướng dẫn số không hai, hướng dẫn ban tuyên giáo trung ương.'],
  ['Nghị quyết 18-ZZ/TW', 'Nghị quyết mười tám dét dét, trung ương.'],
  ['Quyết định số 15/QĐ', 'Quyết định số mười lăm, quyết định.'],
  ['Quyết định số 15/QĐ-XYZW', 'Quyết định số mười lăm, quyết định ích y dét vê kép.'],
  ['Số 45/ABCQ-TH', 'Số bốn mươi lăm, a bê xê quy, tổng hợp.'],
  ['Kế hoạch 12/KH', 'Kế hoạch mười hai, kế hoạch.'],
  ['Công điện số 05/CĐ-TTg', 'Công điện số không năm, công điện thủ tướng.'],
  ['Chỉ thị 16/CT-TTg', 'Chỉ thị mười sáu, chỉ thị thủ tướng.'],
  ['Nghị định 15/2020', 'Nghị định mười lăm, năm hai nghìn không trăm hai mươi.'],
  ['tổ 5/A', 'Tổ năm, A.'],
  ['số 06/CP', 'Số không sáu, chính phủ.'],
  ['Đề án 06/CP', 'Đề án không sáu của chính phủ.'],
  ['chương trình 135/CP', 'Chương trình một trăm ba mươi lăm của chính phủ.'],
  ['Đề án số 06', 'Đề án số không sáu.'],
  ['Chỉ thị số 05', 'Chỉ thị số không năm.'],
  [
    'QCVN 41:2019/BGTVT',
    'Quy xê vê en bốn mươi mốt, năm hai nghìn không trăm mười chín, bộ giao thông vận tải.',
  ],
  [
    'TCVN 7144-5:2014',
    'Tê xê vê en bảy nghìn một trăm bốn mươi tư, năm, năm hai nghìn không trăm mười bốn.',
  ],
  ['ISO 9001:2015', 'I ét o chín nghìn không trăm linh một, năm hai nghìn không trăm mười lăm.'],
  ['tỷ số 2:2019', 'Tỷ số hai: hai nghìn không trăm mười chín.'],
  ['Quyết định số    /QĐ-UBND ngày    tháng    năm 2026 của Ủy ban', 'Quyết định của Ủy ban.'],
  [
    '(Ban hành kèm theo Quyết định số /QĐ-UBND ngày / /2026 của Chủ tịch)',
    'Ban hành kèm theo Quyết định của Chủ tịch.',
  ],
  ['Số: /QĐ-UBND', ''],
  ['Quyết định số 12/QĐ-BCĐTW', 'Quyết định số mười hai, quyết định ban chỉ đạo trung ương.'],
  ['Kế hoạch số 5/KH-HĐNDX', 'Kế hoạch số năm, kế hoạch hội đồng nhân dân xã.'],
  ['Báo cáo số 6/BC-BCĐTTg', 'Báo cáo số sáu, báo cáo ban chỉ đạo thủ tướng.'],
  ['Báo cáo số 6/BC-VPXD', 'Báo cáo số sáu, báo cáo văn phòng xây dựng.'],
])('%j is spoken %j', (written, spoken) => {
  const words = line(written);
  expect(words).toBe(spoken);
  expect(SPEAKABLE.test(words)).toBe(true);
});

test.each([
  [
    'Theo NĐ 90/2017/NĐ-CP',
    'Theo nghị định chín mươi, năm hai nghìn không trăm mười bảy, chính phủ.',
  ],
  ['Theo QĐ số 12/QĐ-TTg', 'Theo quyết định số mười hai, thủ tướng.'],
  ['Thông báo 45/TB', 'Thông báo bốn mươi lăm.'],
  ['Số 45/TB', 'Số bốn mươi lăm, thông báo.'],
])('in the short form %j names its type once', (written, spoken) => {
  const { sentences, doubts } = read(written, { docno: 'short' });
  expect(sentences.map((sentence) => sentence.words)).toEqual([spoken]);
  expect(doubts).toEqual([]);
});

// What a person is asked: the place, the reason, and what is said meanwhile.
// It must never ask where the conventions or the document itself give the answer.
import { expect, test } from 'vitest';
import { FULL } from '../../audio/reading/index.ts';
import { read } from './shared.ts';

test.each([
  ['gồm: .730 CTS loại mới', 'lost-digits', '.730', 'bảy trăm ba mươi'],
  ['đạt ,5 % kế hoạch', 'lost-digits', ',5', 'phẩy năm'],
  ['năm 202... sẽ xong', 'lost-digits', '202...', ''],
  ['1.2345 hộ', 'lost-digits', '1.2345', 'một chấm hai ba bốn năm'],
  ['1,234.5 triệu', 'lost-digits', '1,234.5', 'một nghìn hai trăm ba mươi tư phẩy năm'],
  [
    'ngày 31/13/2026',
    'lost-digits',
    '31/13/2026',
    'ba mươi mốt tháng mười ba năm hai nghìn không trăm hai mươi sáu',
  ],
  ['thu 1.50.000 đồng', 'lost-digits', '1.50.000', 'một chấm năm mươi chấm không'],
  ['thu 1.000.00 cây', 'lost-digits', '1.000.00', 'một chấm không chấm không'],
  ['trồng 12,5.3 ha', 'lost-digits', '12,5.3', 'mười hai phẩy năm chấm ba'],
  [
    'ngày 29/02/2100',
    'lost-digits',
    '29/02/2100',
    'hai mươi chín tháng hai năm hai nghìn một trăm',
  ],
  [
    'ngày 31/4/2026',
    'lost-digits',
    '31/4/2026',
    'ba mươi mốt tháng tư năm hai nghìn không trăm hai mươi sáu',
  ],
  ['đến ngày 30/2', 'lost-digits', '30/2', 'ba mươi tháng hai'],
  ['làm xong 15/12.', 'ambiguous-number', '15/12', 'mười lăm trên mười hai'],
  ['sửa loa 15/12 tại xã', 'ambiguous-number', '15/12', 'mười lăm trên mười hai'],
  ['lúc 25h70', 'lost-digits', '25h70', 'hai mươi lăm giờ bảy mươi phút'],
  ['có 5,000 người', 'ambiguous-number', '5,000', 'năm phẩy không không không'],
  ['bản Hua Ban 2 500 000 đồng', 'ambiguous-number', '2 500 000', 'hai triệu năm trăm nghìn'],
  ['trước ngày  /5/2026', 'blank', 'ngày  /5/2026', ''],
  ['họp ngày … tháng … năm 2026', 'blank', 'ngày … tháng … năm 2026', ''],
  ['từ tháng   năm 2026', 'blank', 'tháng   ', ''],
  ['tháng ..... năm 2026', 'blank', 'tháng ..... ', ''],
  ['Quyết định số       ngày      của ta', 'blank', 'số       ngày      ', ''],
  ['theo khoản ... của Luật', 'blank', ' ...', ''],
  ['Họ tên: …………', 'blank', '…………', ''],
  ['Luật số    /2026/QH16', 'no-number', 'số    /2026/QH16', ''],
  ['Công văn số   /STP ngày   /6/2026 của Sở', 'no-number', 'số   /STP ngày   /6/2026', ''],
  ['hệ thống XKQT', 'unknown-abbreviation', 'XKQT', 'ích ca quy tê'],
  ['Công văn số 5/XKQT-TH', 'unknown-docno-part', '5/XKQT-TH', 'ích ca quy tê'],
  ['xã giao TT', 'ambiguous-abbreviation', 'TT', 'trung tâm'],
  ['theo XII đó', 'roman-without-cue', 'XII', 'mười hai'],
  ['bản Ивановка', 'foreign-script', 'Ивановка', ''],
  ['giá 5 ¤', 'unknown-symbol', '¤', ''],
  ['qua abcxk.vn', 'web-address', 'abcxk.vn', 'a bê xê ích ca'],
  ['nguời dân', 'unknown-word', 'nguời', 'người'],
  ['một phưong án', 'unknown-word', 'phưong', 'phương'],
  ['cấp nưóc sạch', 'unknown-word', 'nưóc', 'nước'],
  ['đủ mưòi hộ', 'unknown-word', 'mưòi', 'mười'],
  ['theo chuơng này', 'unknown-word', 'chuơng', 'chương'],
  ['bằng tiéng Thái', 'unknown-word', 'tiéng', 'tiếng'],
  ['công tác tuyén sinh', 'unknown-word', 'tuyén', 'tuyến'],
  ['văn hoáẩm thực', 'unknown-word', 'hoáẩm', 'hoá ẩm'],
  ['bản Thưc', 'unknown-word', 'Thưc', 'thưc'],
])('%j asks %s', (text, reason, source, suggestion) => {
  const { doubts } = read(text, FULL);
  expect(doubts.map((doubt) => [doubt.reason, doubt.source, doubt.suggestion])).toEqual([
    [reason, source, suggestion],
  ]);
});

test.each([
  'họp ngày 5 tháng 5 năm 2026',
  'tháng năm, tháng sáu',
  'ngày, tháng, năm sinh',
  'các khoản thu, chi...',
  'Kinh phí: 5 triệu đồng',
  '0,5 % và 1.730 hộ',
  'Quyết định số 5/QĐ-UBND ngày 5/5/2026',
  'UBND xã, HĐND xã, MTTQ xã',
])('%j asks nothing', (text) => {
  expect(read(text, FULL).doubts).toEqual([]);
});

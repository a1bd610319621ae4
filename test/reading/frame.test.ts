// The composed opening and closing: what they say, and where each of their words comes from.
// It must never depend on the corpus.
import { expect, test } from 'vitest';
import { proved } from './proof/plan.ts';
import { read } from './shared.ts';

const HEAD = `ỦY BAN NHÂN DÂN
XÃ CHIỀNG LỀ
-------
Số: 2026/QĐ-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
-------
Chiềng Lề, ngày 05 tháng 4 năm 2026

QUYẾT ĐỊNH
Về việc quy định giờ đốt nương
`;
const BODY = 'Điều 1. Giờ đốt nương do trưởng bản báo.\n';

test.each([
  'Số: /2026/QĐ-UBND',
  'Số:      /2026/NQ-HĐND',
  'Số: .../2026/QĐ-UBND',
  'Số: …… / 2026 / QĐ-UBND',
  'Số: ____/2026/QĐ-UBND',
])('"%s" has a year and no number yet', (line) => {
  const script = read(HEAD.replace('Số: 2026/QĐ-UBND', line) + BODY);
  expect(script.number).toBeNull();
  const opening = script.sentences.filter((one) => one.kind === 'opening').map((one) => one.words);
  expect(opening).toContain('Văn bản này chưa có số.');
  expect(opening.join(' ')).not.toContain('số hai nghìn');
  const source = line.includes('____') ? line.replaceAll('_', '') : line;
  expect(script.doubts.map((one) => one.reason)).toContain('no-number');
  expect(script.doubts.map((one) => one.source.replaceAll('_', ''))).toContain(source);
});

test('the two thousand and twenty-sixth decision of a year is a number', () => {
  expect(read(HEAD + BODY)).toMatchObject({ number: '2026/QĐ-UBND', doubts: [] });
  const twice = HEAD.replace('2026/QĐ', '2026/2026/QĐ') + BODY;
  expect(read(twice)).toMatchObject({ number: '2026/2026/QĐ-UBND', doubts: [] });
});

test('an opening that says the year for the number does not come back', () => {
  const text = HEAD.replace('Số: ', 'Số:  ') + BODY;
  const blank = text.replace('Số:  ', 'Số: /');
  expect(proved(read(text), text)).toEqual([]);
  const wrong = { reason: 'round-trip', suggestion: expect.stringContaining('số hai nghìn') };
  // The closing says it once more.
  expect(proved(read(text), blank)).toMatchObject([wrong, wrong]);
});

test('a form bound in behind begins no document, though its number line has a year', () => {
  const form = `\nPHỤ LỤC I\n\nMẪU ĐƠN\n\n${HEAD.replace('Số: 2026', 'Số: …/2026')}\nKính gửi bản.\n`;
  expect(read(HEAD + BODY + form).documents).toHaveLength(1);
});

const AMENDED = '(Được sửa đổi, bổ sung bởi Quyết định số 12/2027/QĐ-UBND)\n';
const ENDED = '(Hết hiệu lực từ ngày 01/02/2028)\n(Được thay thế bởi Quyết định số 15/QĐ-UBND)\n';
const DRAFT = '(Thời hạn góp ý đến hết ngày 15/12/2026)\n';
const LAW = `QUỐC HỘI
Luật số: 12/2026/QH16
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

LUẬT
PHÁT THANH CƠ SỞ

Điều 1. Phát thanh cơ sở do xã làm.

Luật này được Quốc hội thông qua ngày 27 tháng 11 năm 2026.
`;
const LETTER = `UBND XÃ CHIỀNG LỀ
PHÒNG KINH TẾ
Số: 45/KT-NN
V/v phòng chống rét cho gia súc
Chiềng Lề, ngày 03 tháng 12 năm 2026
Kính gửi: Trưởng các bản.

Nhận được công văn này, các bản thực hiện./.
`;
const OWN = HEAD.replace('2026/QĐ', '41/2026/QĐ');

/** Text, words of its opening or closing, the source they come from. */
const ORIGINS: [string, string, string][] = [
  [OWN + BODY, 'Chiềng', 'ỦY BAN NHÂN DÂN\nXÃ CHIỀNG LỀ'],
  [OWN + BODY, 'Quyết', 'QUYẾT ĐỊNH'],
  [OWN + BODY, 'bốn mươi mốt', '41/2026/QĐ-UBND'],
  [OWN + BODY, 'năm tháng tư', 'Chiềng Lề, ngày 05 tháng 4 năm 2026'],
  [OWN + BODY, 'nương', 'Về việc quy định giờ đốt nương'],
  [OWN + BODY, 'Vừa', OWN.trim()],
  [OWN + AMENDED + BODY, 'sửa', AMENDED.slice(1, 56)],
  [OWN + AMENDED + BODY, 'mười hai năm', AMENDED.slice(1, 56)],
  [OWN + ENDED + BODY, 'một tháng hai', 'Hết hiệu lực từ ngày 01/02/2028'],
  [OWN + ENDED + BODY, 'mười lăm', 'Được thay thế bởi Quyết định số 15/QĐ-UBND'],
  [`DỰ THẢO\n${OWN}${DRAFT}${BODY}`, 'thảo', 'DỰ THẢO'],
  [`DỰ THẢO\n${OWN}${DRAFT}${BODY}`, 'mười lăm tháng', 'góp ý đến hết ngày 15/12/2026'],
  [LAW, 'phát', 'PHÁT THANH CƠ SỞ'],
  [LAW, 'hai mươi bảy tháng', LAW.trim().split('\n').at(-1) as string],
  [LETTER, 'kinh', 'PHÒNG KINH TẾ'],
  [LETTER, 'ba tháng', 'Chiềng Lề, ngày 03 tháng 12 năm 2026'],
  [LETTER, 'gia', 'V/v phòng chống rét cho gia súc'],
  [
    OWN.replace('QUYẾT ĐỊNH\nVề việc quy định giờ đốt nương', 'QUYẾT ĐỊNH VỀ GIỜ ĐỐT NƯƠNG') + BODY,
    'giờ',
    'VỀ GIỜ ĐỐT NƯƠNG',
  ],
];

test.each(ORIGINS)(
  '%#: each word of an opening comes from the fact it says',
  (text, said, source) => {
    const script = read(text);
    const framed = script.sentences.filter((one) => /^(?:opening|closing)$/.test(one.kind));
    const traces = framed.flatMap((one) => one.trace);
    const trace = traces.find((one) => one.words.toLowerCase().startsWith(said.toLowerCase()));
    expect(text.slice(trace?.from, trace?.to)).toBe(source);
    expect(script.doubts).toEqual([]);
  },
);

test('joining words come from the whole head, down to its lowest line', () => {
  for (const text of [OWN + BODY, LETTER]) {
    const { sentences } = read(text);
    const closing = sentences.at(-1);
    const joining = closing?.trace.filter((one) => one.rule === 'composed');
    expect(joining?.map((one) => one.words).slice(0, 4)).toEqual(['Vừa', 'rồi', 'là', 'nội']);
    const head = { from: closing?.sourceFrom, to: closing?.sourceTo };
    for (const one of joining ?? []) expect(one).toMatchObject(head);
    expect(text.slice(head.from, head.to)).toMatch(/^(?:ỦY|UBND)[\s\S]*(?:nương|2026)$/);
  }
});

test('a fact printed in another form than it was found in comes from the whole head', () => {
  const apart = (OWN + AMENDED).normalize('NFD') + BODY;
  const opening = read(apart)
    .sentences.filter((one) => one.kind === 'opening')
    .at(-1);
  expect(opening?.words).toContain('đã được sửa đổi');
  expect(opening?.trace.map((one) => one.rule)).toContain('composed');
});

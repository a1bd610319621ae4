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

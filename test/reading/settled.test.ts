// What a person settled is said in exactly its company, survives edits elsewhere, and is no doubt any more.
// It must never need the corpus.
import { expect, test } from 'vitest';
import { FULL, type Settlement, SPEAKABLE, settlementOf } from '../../audio/reading/index.ts';
import { ordered } from './shared.ts';

const TEXT = 'Theo TT của xã, gửi QWK và TT khác. Số 5/BC-QWK ngày 5/4/2026, còn .730 hộ.';

function place(text: string, written: string, nth = 0): { from: number; to: number } {
  let from = text.indexOf(written);
  for (let at = 0; at < nth; at += 1) from = text.indexOf(written, from + 1);
  return { from, to: from + written.length };
}

function settle(text: string, written: string, words: string, nth = 0): Settlement {
  return settlementOf(text, { ...place(text, written, nth), words });
}

function said(text: string, ...settled: Settlement[]): string {
  const script = ordered(text, { profile: FULL, settled });
  return script.sentences.map((sentence) => sentence.words).join(' ');
}

test('its words are said in its place only, with their trace, and its doubt is gone', () => {
  const settled = [settle(TEXT, 'TT', 'thông tư')];
  const script = ordered(TEXT, { profile: FULL, settled });
  expect(script.sentences[0]?.words).toMatch(/^Theo thông tư của xã, gửi .* và trung tâm khác\.$/u);
  expect(script.sentences[0]?.trace[1]).toEqual({
    ...{ words: 'thông tư', rule: 'settled' },
    ...place(TEXT, 'TT'),
  });
  const open = script.doubts.filter((doubt) => doubt.source === 'TT');
  expect(open).toHaveLength(1);
  expect(open[0]?.from).toBe(TEXT.lastIndexOf('TT'));
});

test('it survives an edit elsewhere, and not one in its company', () => {
  const settled = settle(TEXT, 'TT', 'thông tư');
  expect(said(`Tin mới. ${TEXT} Hết.`, settled)).toContain('Theo thông tư của');
  const second = settle(TEXT, 'TT', 'tổ trưởng', 1);
  expect(said(TEXT.replace('Theo', 'Nay theo'), second)).toContain('và tổ trưởng khác');
  expect(said(TEXT.replace('khác', 'kia'), second)).toContain('và trung tâm kia');
});

test.each([
  ['a document number', '5/BC-QWK', 'năm, báo cáo tổ quản', 'Số năm, báo cáo tổ quản ngày năm'],
  ['part of a document number', 'BC-QWK', 'báo cáo', 'báo cáo ngày năm'],
  ['what stands in a date', '5/4/2026', 'hôm nay', 'ngày hôm nay, còn'],
  ['lost digits', '.730', 'một nghìn bảy trăm ba mươi', 'còn một nghìn bảy trăm ba mươi hộ'],
  ['silence', ' và TT khác', '', 'gửi quy vê kép ca.'],
])('%s can be settled', (_, written, words, heard) => {
  const text = said(TEXT, settle(TEXT, written, words));
  expect(text).toContain(heard);
  expect(text).toMatch(SPEAKABLE);
});

test('of a doubt a longer settlement covers, nothing is left', () => {
  const settled = [settle(TEXT, 'gửi QWK và TT khác', 'gửi các nơi')];
  const { doubts, sentences } = ordered(TEXT, { profile: FULL, settled });
  expect(sentences[0]?.words).toBe('Theo trung tâm của xã, gửi các nơi.');
  const first = doubts.map((doubt) => doubt.source);
  expect(first).not.toContain('QWK');
  expect(first).toContain('TT');
});

test('of two for one place the later wins, and one inside another is left out', () => {
  const early = settle(TEXT, 'TT', 'một');
  expect(said(TEXT, early, settle(TEXT, 'TT', 'hai'))).toContain('Theo hai của');
  const wide = settle(TEXT, 'Theo TT của', 'ba');
  expect(said(TEXT, wide, early)).toMatch(/^Ba xã/u);
  const short = { written: 'xã', before: '', after: '', words: 'bốn' };
  expect(said(TEXT, short, settle(TEXT, 'của', 'năm'))).toContain('trung tâm năm bốn');
});

test.each([
  ['nothing written', { written: '', before: '', after: '', words: 'a' }],
  ['not in the text', { written: 'ZZZ', before: '', after: '', words: 'a' }],
])('%s settles nothing', (_, settlement) => {
  expect(said(TEXT, settlement)).toBe(said(TEXT));
});

test('whatever words a person typed, a voice can say them', () => {
  const words = said(TEXT, settle(TEXT, 'TT', '<b>QĐ</b> số 5; facebook!'));
  expect(words).toMatch(SPEAKABLE);
});

test('what is settled in a table or a wrapped line is said there', () => {
  const table = 'TT\tTên bản\tGhi chú\n1\tBản A\tQWK\n2\tBản B\tkhông';
  expect(said(table, settle(table, 'QWK', 'tổ quản'))).toContain('ghi chú: tổ quản');
  const wrapped = 'Thực hiện kế hoạch của QWK,\nQWZ và các bản.';
  expect(said(wrapped, settle(wrapped, 'QWK,\nQWZ', 'hai tổ'))).toBe(
    'Thực hiện kế hoạch của hai tổ và các bản.',
  );
});

const DECIDED = `ỦY BAN NHÂN DÂN
XÃ SUỐI MÂY

Số: 06/QĐ-UBND

QUYẾT ĐỊNH

Về việc kiện toàn tổ QWK của xã

Điều 1. Kiện toàn tổ.
`;

test('a doubt of a title that only the opening says stands on its own letters, and can be settled', () => {
  const { doubts } = ordered(DECIDED, {});
  const doubt = doubts.find((one) => one.source === 'QWK');
  expect(doubt).toMatchObject({ reason: 'unknown-abbreviation', ...place(DECIDED, 'QWK') });
  const settled = [settle(DECIDED, 'QWK', 'quản khu')];
  const after = ordered(DECIDED, { settled });
  const words = after.sentences.map((one) => one.words).join(' ');
  expect(words).toContain('kiện toàn tổ quản khu của xã');
  expect(after.doubts.filter((one) => one.source === 'QWK')).toEqual([]);
});

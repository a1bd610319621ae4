import { describe, expect, test } from 'vitest';
import type { NoticeSlot } from '../../src/domain/notices/notice-model.ts';
import { dayWords, isProblem, writeSlot } from '../../src/domain/notices/notice-slots.ts';
import { at, NOW } from './notice-samples.ts';

const slot = (of: Partial<NoticeSlot> = {}): NoticeSlot => ({
  name: 'mot',
  label: { vi: 'Một', en: 'One' },
  kind: 'text',
  required: true,
  maxChars: 80,
  example: '',
  ...of,
});
const words = (of: Partial<NoticeSlot>, raw: string) => {
  const outcome = writeSlot(slot(of), raw, NOW);
  if (outcome === null) return null;
  return isProblem(outcome) ? `! ${outcome.code}` : outcome.words;
};

test.each<[NoticeSlot['kind'], string, string]>([
  ['text', 'nhà văn hóa', 'nhà văn hóa'],
  ['text', '  nhà   văn hóa ., ', 'nhà văn hóa'],
  ['people', "Giàng A Páo (Mùa A 'Pó')", "Giàng A Páo (Mùa A 'Pó')"],
  ['place', 'bản 5/7, ngõ 12-14 – 30%', 'bản 5/7, ngõ 12-14 – 30%'],
  // letters as some keyboards send them: a base and its mark
  ['text', 'bản Mòng'.normalize('NFD'), 'bản Mòng'],
  ['day', '2026-11-25', 'thứ Tư 25/11'],
  ['day', '2026-11-22', 'Chủ nhật 22/11'],
  ['day', '2027-01-01', 'thứ Sáu 1/1/2027'],
  ['day', '2027-02-28', 'Chủ nhật 28/2/2027'],
  ['day', '2026-02-29', '! no-such-day'],
  ['day', '2026-13-01', '! no-such-day'],
  ['day', '2026-11-31', '! no-such-day'],
  ['day', '25/11/2026', '! no-such-day'],
  ['day', '2028-01-01', '! too-far'],
  ['day', '2025-01-01', '! too-far'],
  ['hour', '07:30', '7h30'],
  ['hour', '07:00', '7h'],
  ['hour', '00:05', '0h05'],
  ['hour', '23:59', '23h59'],
  ['hour', '24:00', '! no-such-hour'],
  ['hour', '7:30', '! no-such-hour'],
  ['hour', '07:60', '! no-such-hour'],
  ['span', '2026-11-25T07:00/2026-11-25T11:30', 'từ 7h đến 11h30 thứ Tư 25/11'],
  ['span', '2026-11-25T22:00/2026-11-26T04:00', 'từ 22h thứ Tư 25/11 đến 4h thứ Năm 26/11'],
  ['span', '2026-11-25T07:00/2026-11-25T07:00', '! end-before-start'],
  ['span', '2026-11-25T07:00/2026-11-24T08:00', '! end-before-start'],
  ['span', '2026-11-25T07:00/2026-11-31T08:00', '! no-such-day'],
  ['span', '2026-11-25T25:00/2026-11-25T26:00', '! no-such-day'],
  ['span', '2026-11-25/2026-11-26', '! no-such-day'],
  ['span', '2026-11-25T07:00', '! no-such-span'],
  ['span', '2026-11-25T07:00/2026-11-25T08:00/x', '! no-such-span'],
  ['span', '2025-01-01T07:00/2026-11-25T08:00', '! too-far'],
  ['span', '2026-11-25T07:00/2028-11-25T08:00', '! too-far'],
  ['phone', '0912345678', '0912 345 678'],
  ['phone', '0912.345.678', '0912 345 678'],
  ['phone', '02123 831 114', '02123831114'],
  ['phone', '+84 912 345 678', '+84912345678'],
  ['phone', '114', '114'],
  ['phone', '1900 6769', '19006769'],
  ['phone', '0912', '! no-phone'],
  ['phone', 'gọi tôi', '! no-phone'],
  ['money', '30000', '30.000 đồng'],
  ['money', '1.250.000', '1.250.000 đồng'],
  ['money', '500', '500 đồng'],
  ['money', '0', '! no-amount'],
  ['money', '30k', '! no-amount'],
])('%s %j is written %j', (kind, raw, written) => {
  expect(words({ kind }, raw)).toBe(written);
});

describe('what no slot takes', () => {
  test.each([
    ['markup', '<b>họp</b>', 'bad-letters'],
    ['a script', '"><img src=x onerror=alert(1)>', 'bad-letters'],
    ['another slot', '{dia-diem}', 'bad-letters'],
    ['a bracket', '[họp]', 'bad-letters'],
    ['an emoji', 'họp 🎉', 'bad-letters'],
    ['marks that turn the writing round', 'họp\u202Enảb', 'bad-letters'],
    ['an invisible space', 'họp\u200Bbản', 'bad-letters'],
    ['letters that only look Latin', 'hоp', 'bad-letters'], // a Cyrillic о
    ['towers of marks', `a${'\u0301\u0302'.repeat(9)}`, 'bad-letters'],
    ['a new line', 'họp\nĐây là tin khác', 'bad-letters'],
    ['a tab', 'họp\tbản', 'bad-letters'],
    ['digits of other scripts', '٣٤', 'bad-letters'],
    ['500 letters', 'a'.repeat(500), 'too-long'],
    ['81 letters', 'a'.repeat(81), 'too-long'],
    ['an address', 'xem https://a', 'link'],
    ['a site by its name', 'vào trang-web.vn xem', 'link'],
    ['a site of three parts', 'www.a.b', 'link'],
  ])('%s', (_what, raw, code) => {
    expect(words({}, raw)).toBe(`! ${code}`);
  });
  test.each(['', '   ', ' . , '])('%j is empty: refused where it is required', (raw) => {
    expect(words({}, raw)).toBe('! empty');
    expect(words({ required: false }, raw)).toBeNull();
  });
  test('a number plate or an abbreviation is no site', () => {
    expect(words({}, 'xe 26B1-234.56 ở TP. Sơn La')).toBe('xe 26B1-234.56 ở TP. Sơn La');
  });
});

test('a choice is one of its options, letter for letter', () => {
  const choice = { kind: 'choice' as const, options: ['mỗi hộ', 'mỗi người'] };
  expect(words(choice, 'mỗi hộ')).toBe('mỗi hộ');
  expect(words(choice, 'mỗi bản')).toBe('! not-an-option');
  expect(words({ kind: 'choice' }, 'mỗi hộ')).toBe('! not-an-option');
});

test('every problem is a sentence in both languages that names its slot', () => {
  const outcome = writeSlot(slot({ maxChars: 3 }), 'dài quá', NOW);
  expect(outcome).toMatchObject({
    slot: 'mot',
    say: { vi: 'Một: nhiều nhất 3 ký tự.', en: 'One: at most 3 characters.' },
  });
});

test('the weekday is Vietnam’s, also at an hour when it is yesterday in London', () => {
  expect(dayWords(at('2026-11-25T00:30'), NOW)).toBe('thứ Tư 25/11');
  expect(dayWords(at('2026-11-24T23:30'), NOW)).toBe('thứ Ba 24/11');
});

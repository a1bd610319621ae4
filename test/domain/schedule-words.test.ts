import { expect, test } from 'vitest';
import { spokenRule } from '../../src/domain/airing/schedule-words.ts';
import { fieldsOf } from '../../src/services/airing/cron-pattern.ts';
import { NOON } from './samples.ts';

const cron = (pattern: string, untilMs: number | null = null) =>
  spokenRule({ kind: 'cron', pattern, fromMs: 0, untilMs }, fieldsOf(pattern)).vi;

test.each([
  ['30 17 * * *', '17:30, hằng ngày'],
  ['30 5,17 * * 1-3', '05:30 và 17:30, thứ Hai, thứ Ba, thứ Tư'],
  ['0 6 * * 6,0', '06:00, thứ Bảy, Chủ nhật'],
  ['0 6 * * 7', '06:00, Chủ nhật'],
  ['0 6 1 * *', 'theo mẫu giờ "0 6 1 * *"'],
  ['0 6 * 3 *', 'theo mẫu giờ "0 6 * 3 *"'],
  ['0 6 * * 5L', 'theo mẫu giờ "0 6 * * 5L"'],
  ['0 * * * *', 'theo mẫu giờ "0 * * * *"'],
  ['không phải mẫu', 'theo mẫu giờ "không phải mẫu"'],
])('%s is said "%s"', (pattern, words) => {
  expect(cron(pattern)).toBe(words);
});

test('once, now and until are times a person reads', () => {
  expect(spokenRule({ kind: 'once', atMs: NOON }, null).vi).toMatch(/^\d\d:\d\d ngày /u);
  expect(spokenRule({ kind: 'now', atMs: null }, null).vi).toBe('ngay khi được duyệt');
  expect(spokenRule({ kind: 'now', atMs: NOON }, null).vi).toMatch(/ngày/u);
  expect(cron('30 17 * * *', NOON)).toMatch(/^17:30, hằng ngày, đến \d\d:\d\d ngày /u);
});

test('days on which a pattern does not air are said with it', () => {
  const special = { holiday: 'as-usual', mourning: 'skip' } as const;
  const rule = { kind: 'cron', pattern: '0 6 * * *', fromMs: 0, untilMs: null, special } as const;
  expect(spokenRule(rule, fieldsOf(rule.pattern)).vi).toBe(
    '06:00, hằng ngày; không phát ngày quốc tang',
  );
});

import { expect, test } from 'vitest';
import type { RepeatRule } from '../../../src/domain/calendar/calendar-model.ts';
import { spokenRepeat } from '../../../src/domain/calendar/repeat-words.ts';
import { repeat } from './rules.ts';

test.each<[Partial<RepeatRule>, string, string]>([
  [{}, '17:30 hằng ngày, từ 1/1/2026', '17:30 every day, from 1/1/2026'],
  [
    { at: [63_015, 21_600, 21_600], untilDay: '2026-12-31' },
    '06:00, 17:30:15 hằng ngày, từ 1/1/2026 đến 31/12/2026',
    '06:00, 17:30:15 every day, from 1/1/2026 until 31/12/2026',
  ],
  [
    { days: { every: 'day', step: 3 } },
    '17:30 3 ngày một lần, từ 1/1/2026',
    '17:30 every 3 days, from 1/1/2026',
  ],
  [
    { days: { every: 'week', step: 1, weekdays: [4, 1, 7] } },
    '17:30 thứ Hai, thứ Năm, Chủ nhật, từ 1/1/2026',
    '17:30 Monday, Thursday, Sunday, from 1/1/2026',
  ],
  [
    { days: { every: 'week', step: 1, weekdays: [1, 2, 3, 4, 5, 6, 7] } },
    '17:30 hằng ngày, từ 1/1/2026',
    '17:30 every day, from 1/1/2026',
  ],
  [
    { days: { every: 'week', step: 2, weekdays: [2] } },
    '17:30 thứ Ba, 2 tuần một lần, từ 1/1/2026',
    '17:30 Tuesday, every 2 weeks, from 1/1/2026',
  ],
  [
    { days: { every: 'month', step: 1, days: [1, -1] } },
    '17:30 ngày 1, ngày cuối tháng hằng tháng, từ 1/1/2026',
    '17:30 day 1, the last day every month, from 1/1/2026',
  ],
  [
    { days: { every: 'month', step: 3, days: [15] } },
    '17:30 ngày 15 3 tháng một lần, từ 1/1/2026',
    '17:30 day 15 every 3 months, from 1/1/2026',
  ],
  [
    { days: { every: 'month-weekday', step: 1, nth: 1, weekday: 1 } },
    '17:30 thứ Hai lần thứ nhất hằng tháng, từ 1/1/2026',
    '17:30 the first Monday every month, from 1/1/2026',
  ],
  [
    { days: { every: 'month-weekday', step: 1, nth: -1, weekday: 7 } },
    '17:30 Chủ nhật cuối cùng hằng tháng, từ 1/1/2026',
    '17:30 the last Sunday every month, from 1/1/2026',
  ],
  [
    {
      seasons: [{ from: '10-16', until: '04-15', at: [59_400] }],
      special: { holiday: 'skip', mourning: 'replace' },
    },
    '17:30 hằng ngày, từ 1/1/2026; từ 16/10 đến 15/4 phát 16:30; không phát ngày lễ; ngày quốc tang phát bản tin khác',
    '17:30 every day, from 1/1/2026; from 16/10 to 15/4 at 16:30; not on holidays; another bulletin on days of mourning',
  ],
  [
    { special: { holiday: 'as-usual', mourning: 'only' } },
    '17:30 hằng ngày, từ 1/1/2026; chỉ phát ngày quốc tang',
    '17:30 every day, from 1/1/2026; only on days of mourning',
  ],
])('a rule in words: %o', (of, vi, en) => {
  expect(spokenRepeat(repeat(of))).toEqual({ vi, en });
});

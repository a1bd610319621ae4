// Seasons between a rule and the form that holds them as texts.
// It must never know a browser.
import { expect, test } from 'vitest';
import {
  monthDay,
  oneMore,
  type SeasonTexts,
  seasonsOf,
  seasonTexts,
} from '../../src/web/screens/plan/season-texts.ts';

const READ: Record<string, number> = { '17:30': 63_000, '4h30 chiều': 59_400 };
const read = (text: string) => READ[text] ?? null;
const SUMMER: SeasonTexts = { from: '16/4', until: '15/10', times: ['17:30'] };

test('four seasons of a rule come back as they were', () => {
  const rule = [
    { from: '02-01', until: '04-15', at: [59_400] },
    { from: '04-16', until: '07-31', at: [63_000] },
    { from: '08-01', until: '10-15', at: [63_000] },
    { from: '10-16', until: '01-31', at: [59_400, 63_000] },
  ];
  const texts = seasonTexts(rule);
  expect(texts[3]).toEqual({ from: '16/10', until: '31/1', times: ['16:30', '17:30'] });
  const clock = (text: string) => (text === '16:30' ? 59_400 : read(text));
  expect(seasonsOf(texts, clock)).toEqual(rule);
});

test.each<[string, Partial<SeasonTexts>]>([
  ['without an end', { until: '' }],
  ['whose first day is no day', { from: 'đầu hè' }],
  ['without a time', { times: [''] }],
  ['one of whose times is not understood', { times: ['17:30', '25h'] }],
])('a season %s makes no rule yet', (_, part) => {
  expect(seasonsOf([SUMMER, { ...SUMMER, ...part }], read)).toBeNull();
});

test.each([
  ['16/4', '04-16'],
  [' 1 - 12 ', '12-01'],
  ['16.4', '04-16'],
  ['16/4/2026', null],
  ['', null],
])('"%s" is the day %s', (text, day) => {
  expect(monthDay(text)).toBe(day);
});

test.each<[string, SeasonTexts[], Partial<SeasonTexts>]>([
  ['the usual summer', [], SUMMER],
  ['begins where the last ended', [SUMMER], { from: '16/10', until: '', times: ['17:30'] }],
  ['over New Year', [{ ...SUMMER, until: '31/12' }], { from: '1/1' }],
  ['over a leap day', [{ ...SUMMER, until: '28/2' }], { from: '29/2' }],
  ['after an end that is no day', [{ ...SUMMER, until: '31/13' }], { from: '' }],
])('one more season: %s', (_, before, next) => {
  expect(oneMore(before)).toMatchObject(next);
});

// Which bulletins a day's programme takes by its rule, and what never stands in one.
// It must never know rows.
import { expect, test } from 'vitest';
import { type Choosable, chosenBy, neverIn } from '../../../src/domain/programmes/choosing.ts';
import { type Choosing, USUAL_CHOOSING } from '../../../src/domain/programmes/programme-model.ts';
import { DAY_MS } from '../../../src/domain/vietnam-time.ts';

const NOW = 100 * DAY_MS;
const one = (id: string, of: Partial<Choosable> = {}): Choosable => ({
  ...{ id, genre: 'news', createdAtMs: NOW - DAY_MS, level: 'commune', given: false },
  timesAired: 0,
  ...of,
});
const chosen = (choosable: Choosable[], rule: Partial<Choosing> = {}) =>
  chosenBy({ ...USUAL_CHOOSING, ...rule }, { choosable, nowMs: NOW, holds: () => true });

test('national before provincial before the commune’s own, within it the newest first', () => {
  const all = [
    one('xã cũ', { createdAtMs: NOW - 2 * DAY_MS }),
    one('xã mới'),
    one('tỉnh', { level: 'province', given: true }),
    one('trung ương', { level: 'national' }),
    one('xã mới hơn id'),
  ];
  expect(chosen(all)).toEqual(['trung ương', 'tỉnh', 'xã mới hơn id', 'xã mới', 'xã cũ']);
  expect(chosen([...all].reverse())).toEqual(chosen(all));
});

test.each<[string, Partial<Choosing>, string[]]>([
  ['all', {}, ['mới', 'giao', 'thông báo']],
  ['of a genre', { genres: ['notice'] }, ['thông báo']],
  ['own alone', { given: false }, ['mới', 'thông báo']],
  ['given alone', { own: false }, ['giao']],
  ['of these days', { days: 30 }, ['mới', 'giao', 'thông báo', 'cũ']],
  ['aired again', { airedFewerThan: 9 }, ['mới', 'giao', 'thông báo', 'đã phát']],
  ['at most one', { most: 1 }, ['mới']],
])('%s', (_, rule, wanted) => {
  const all = [
    one('mới', { level: 'national' }),
    one('giao', { given: true, level: 'province' }),
    one('thông báo', { genre: 'notice', createdAtMs: NOW - 2 * DAY_MS }),
    one('cũ', { createdAtMs: NOW - 20 * DAY_MS }),
    one('đã phát', { timesAired: 2, createdAtMs: NOW - 3 * DAY_MS }),
  ];
  expect(chosen(all, rule)).toEqual(wanted);
});

test('what may not be said takes no place of the most, and is asked only until there are enough', () => {
  const choosable = ['9', '8', '7', '6', '5'].map((id) => one(id));
  const asked: string[] = [];
  const holds = (id: string) => {
    asked.push(id);
    return id < '8';
  };
  const rule = { ...USUAL_CHOOSING, most: 2 };
  expect(chosenBy(rule, { choosable, nowMs: NOW, holds })).toEqual(['7', '6']);
  expect(asked).toEqual(['9', '8', '7', '6']);
});

test('an emergency and a drill never stand in a programme', () => {
  expect(neverIn({ priority: 'emergency', drill: false })).toBe('emergency');
  expect(neverIn({ priority: 'emergency', drill: true })).toBe('drill');
  expect(neverIn({ priority: 'priority', drill: false })).toBeNull();
});

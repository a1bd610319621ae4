import { expect, test } from 'vitest';
import type { AllowedHours } from '../../devices/protocol/index.ts';
import { repeated } from '../../src/domain/airing/repeats.ts';
import { goodTimes } from '../../src/domain/notices/notice-times.ts';
import { at, NOW } from './notice-samples.ts';

const all = [1, 2, 3, 4, 5, 6, 7];
const hours = (...windows: [number, number, number[]?][]): AllowedHours => ({
  utcOffsetMin: 420,
  windows: windows.map(([from, to, days = all]) => ({
    days,
    fromMinute: from * 60,
    toMinute: to * 60,
  })),
});
const TWICE = hours([5, 6.5], [17, 18.5]);
const wish = { hours: TWICE, durationMs: 60_000, nowMs: NOW, expiresAtMs: NOW * 2, eventMs: null };
const shown = (times: readonly number[]) =>
  times.map((ms) => new Date(ms + 7 * 3_600_000).toISOString().slice(5, 16).replace('T', ' '));

test('the listening hours inside the windows come first, soonest first', () => {
  const { next, twice, now } = goodTimes(wish);
  expect(now).toBe(true);
  expect(shown(next)).toEqual(['11-22 17:30', '11-23 06:00', '11-23 17:30', '11-24 06:00']);
  expect(shown(twice)).toEqual(['11-22 17:30', '11-23 06:00']);
});

test('of an event in the morning it is the evening before and that morning', () => {
  const eventMs = at('2026-11-25T07:30');
  const { twice, next } = goodTimes({ ...wish, eventMs, expiresAtMs: eventMs });
  expect(shown(twice)).toEqual(['11-24 17:30', '11-25 06:00']);
  expect(shown(next)).toHaveLength(4);
});

test('of an event in the evening it is the evening before and the morning of the day, when both lie ahead', () => {
  const eventMs = at('2026-11-25T19:30');
  expect(shown(goodTimes({ ...wish, eventMs }).twice)).toEqual(['11-24 17:30', '11-25 06:00']);
});

test.each([
  ['the evening before is over: what is left', '2026-11-24T20:00', ['11-25 06:00', '11-25 17:30']],
  ['the morning is over: the last hour of the day', '2026-11-25T08:00', ['11-25 17:30']],
])('of an event in the evening, %s', (_what, nowMs, expected) => {
  const eventMs = at('2026-11-25T19:30');
  expect(shown(goodTimes({ ...wish, eventMs, nowMs: at(nowMs) }).twice)).toEqual(expected);
});

test('where nothing is heard after noon, two mornings; of an event at dawn the day before', () => {
  const mornings = { ...wish, hours: hours([5, 6.5]) };
  const noon = goodTimes({ ...mornings, eventMs: at('2026-11-25T12:00') });
  expect(shown(noon.twice)).toEqual(['11-24 06:00', '11-25 06:00']);
  const dawn = goodTimes({ ...wish, eventMs: at('2026-11-25T05:00') });
  expect(shown(dawn.twice)).toEqual(['11-24 06:00', '11-24 17:30']);
});

test('of an event tonight only what comes before it, and nothing of what is over', () => {
  const { twice } = goodTimes({ ...wish, eventMs: at('2026-11-22T19:30') });
  expect(shown(twice)).toEqual(['11-22 17:30']);
  expect(goodTimes({ ...wish, eventMs: at('2026-11-22T17:10') })).toMatchObject({
    next: [],
    twice: [],
  });
});

test('a notice that ends has no time after its end', () => {
  expect(shown(goodTimes({ ...wish, expiresAtMs: at('2026-11-23T07:00') }).next)).toEqual([
    '11-22 17:30',
    '11-23 06:00',
  ]);
});

test.each([
  ['a long window is heard at the listening hours', hours([5, 20]), ['11-23 06:00', '11-23 17:30']],
  ['a window before six is used to its end', hours([4, 5]), ['11-23 04:59', '11-24 04:59']],
  ['a late window from its beginning', hours([19, 20]), ['11-22 19:00', '11-23 19:00']],
  ['the nearer of two', hours([4, 5], [6.5, 7]), ['11-23 06:30', '11-24 06:30']],
  ['Mondays alone', hours([5, 7, [1]]), ['11-23 06:00']],
  ['Sundays alone', hours([5, 7, [7]]), ['11-29 06:00']],
])('%s', (_what, of, expected) => {
  const { next } = goodTimes({ ...wish, hours: of, nowMs: at('2026-11-22T18:00') });
  expect(shown(next).slice(0, 2)).toEqual(expected);
});

test('what is longer than every window has no time at all', () => {
  expect(goodTimes({ ...wish, durationMs: 2 * 3_600_000 })).toEqual({
    now: false,
    next: [],
    twice: [],
  });
});

test('said three times it is announced twice', () => {
  expect(repeated(['A.', 'B.'], 1)).toEqual(['A.', 'B.']);
  expect(repeated(['A.'], 3)).toEqual(['A.', 'Xin nhắc lại.', 'A.', 'Xin nhắc lại.', 'A.']);
});

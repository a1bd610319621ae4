// Instants as Vietnam's wall clock names them, wherever this machine stands.
// It must never know cron.
import { expect, test } from 'vitest';
import {
  dayNumber,
  dayOf,
  midnightMs,
  spokenHours,
  spokenTime,
} from '../../src/domain/vietnam-time.ts';
import { at, daily } from './samples.ts';

test('a day begins at seven in the evening, universal time', () => {
  const atMs = Date.UTC(2026, 11, 4, 17, 0);
  expect(dayNumber(atMs)).toBe(dayNumber(atMs - 1) + 1);
  expect(midnightMs(dayNumber(atMs))).toBe(atMs);
});

test('a day has year, month, day and weekday as cron counts', () => {
  expect(dayOf(dayNumber(at('2026-12-06', '00:00')))).toEqual({
    year: 2026,
    month: 12,
    day: 6,
    weekday: 0,
  });
});

test('a time is named as people say it, with 24 hours', () => {
  expect(spokenTime(at('2026-12-05', '17:05'))).toEqual({
    vi: '17:05 ngày 5/12/2026',
    en: '17:05 on 5/12/2026',
  });
});

test('allowed hours are named in order, each once, for that day', () => {
  const saturday = { days: [6], fromMinute: 300, toMinute: 390 };
  const sunday = { days: [7], fromMinute: 420, toMinute: 1440 };
  const hours = [
    daily(1020, 1110),
    { utcOffsetMin: 420, windows: [saturday, sunday] },
    daily(1020, 1110),
  ];
  expect(spokenHours(hours, at('2026-12-05', '12:00')).vi).toBe('05:00–06:30, 17:00–18:30');
  expect(spokenHours(hours, at('2026-12-06', '12:00')).en).toBe('07:00–24:00, 17:00–18:30');
});

test('a day without allowed hours says so', () => {
  expect(spokenHours([], at('2026-12-05', '12:00'))).toEqual({
    vi: 'không có khung giờ nào',
    en: 'none',
  });
});

// Wall-clock time in Vietnam from an instant and back: UTC+7 since 1975 and no summer time, so plain arithmetic.
// It must never know this machine's zone, nor read a clock.
import type { AllowedHours } from '../../devices/protocol/index.ts';
import type { Sentence } from './errors.ts';

export const VIETNAM_OFFSET_MS = 7 * 3_600_000;
export const DAY_MS = 86_400_000;

/** A day as people name it; weekday 0 = Sunday … 6 = Saturday, as cron counts. */
export type Day = { year: number; month: number; day: number; weekday: number };

/** Days since 1970-01-01 of the Vietnamese calendar day this instant falls on. */
export function dayNumber(atMs: number): number {
  return Math.floor((atMs + VIETNAM_OFFSET_MS) / DAY_MS);
}

/** The instant of that day's midnight in Vietnam. */
export function midnightMs(dayNo: number): number {
  return dayNo * DAY_MS - VIETNAM_OFFSET_MS;
}

export function dayOf(dayNo: number): Day {
  const date = new Date(dayNo * DAY_MS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
}

/** "2026-12-05": the day of that instant in Vietnam, as laws count days. */
export function isoDay(atMs: number): string {
  return new Date(atMs + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}

/** "17:00 ngày 5/12/2026", "17:00 on 5/12/2026": how a sentence names an instant. */
export function spokenTime(atMs: number): Sentence {
  const { year, month, day } = dayOf(dayNumber(atMs));
  const clock = new Date(atMs + VIETNAM_OFFSET_MS).toISOString().slice(11, 16);
  const date = `${day}/${month}/${year}`;
  return { vi: `${clock} ngày ${date}`, en: `${clock} on ${date}` };
}

/** "05:00–06:30, 17:00–18:30" of the day that instant falls on: what a person may choose instead. */
export function spokenHours(hours: readonly AllowedHours[], atMs: number): Sentence {
  const weekday = dayOf(dayNumber(atMs)).weekday || 7; // windows count Sunday as 7
  const windows = hours.flatMap((each) => each.windows).filter((w) => w.days.includes(weekday));
  const spoken = windows
    .map(({ fromMinute, toMinute }) => `${hourMinute(fromMinute)}–${hourMinute(toMinute)}`)
    .sort();
  const all = [...new Set(spoken)].join(', ');
  return all === '' ? { vi: 'không có khung giờ nào', en: 'none' } : { vi: all, en: all };
}

function hourMinute(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

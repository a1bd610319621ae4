// Days, weeks and moments of the calendar, as numbers of days in Vietnam's time.
// It must never read a clock, nor the zone of the machine it runs on.
import { dayNumber, dayStartMs } from '../../format.ts';

export const WEEK_DAYS = 7;
const ZONE_OFFSET_MS = 7 * 3_600_000;
export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** 0 = Monday; day 0 of the epoch was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;
export const mondayOf = (day: number): number => day - weekdayOf(day);

export const weekOf = (day: number): number[] =>
  Array.from({ length: WEEK_DAYS }, (_, n) => mondayOf(day) + n);

export type Span = { fromMs: number; toMs: number };
export function weekSpan(day: number): Span {
  const monday = mondayOf(day);
  return { fromMs: dayStartMs(monday), toMs: dayStartMs(monday + WEEK_DAYS) };
}

/** "2026-11-25", as addresses and special days name a day. */
export const isoOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** null: no such day, 31 February among them */
export function dayOfIso(text: string | null): number | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  const day = Number.isFinite(ms) ? ms / DAY_MS : null;
  return day !== null && isoOf(day) === text ? day : null;
}

/** Vietnam's wall clock without a zone: the grid takes it as it stands, on a machine in any zone. */
export const wallOf = (ms: number): string =>
  new Date(ms + ZONE_OFFSET_MS).toISOString().slice(0, 19);

/** @param wall "2026-11-25T17:30:00" */
export const msOfWall = (wall: string): number => Date.parse(`${wall}Z`) - ZONE_OFFSET_MS;

/** What the grid says by how much something was dragged. */
export type Shift = {
  years?: number;
  months?: number;
  days?: number;
  seconds?: number;
};
export const shifted = (ms: number, by: Shift): number =>
  ms + (by.days ?? 0) * DAY_MS + (by.seconds ?? 0) * 1_000;

export const isOn = (ms: number, day: number): boolean => dayNumber(ms) === day;

// The spans reports are made for, a month or a year of Vietnam, and the days they are due.
// It must never know a clock: instants come in.
import { DAY_MS, dayNumber, dayOf, midnightMs } from '../vietnam-time.ts';
import type { Deadline } from './record-model.ts';

export type Span = { fromMs: number; toMs: number };

const instant = (year: number, month: number) =>
  midnightMs(Math.round(Date.UTC(year, month - 1, 1) / DAY_MS));

/** @param period "2026-12" or "2026"; null when it is neither, or no year of this product */
export function spanOfPeriod(period: string): Span | null {
  const found = /^(20\d\d)(?:-(0[1-9]|1[0-2]))?$/.exec(period);
  if (!found) return null;
  const year = Number(found[1]);
  if (found[2] === undefined) return { fromMs: instant(year, 1), toMs: instant(year + 1, 1) };
  const month = Number(found[2]);
  return { fromMs: instant(year, month), toMs: instant(year, month + 1) };
}

/** "tháng 12 năm 2026", "năm 2026" */
export function spokenPeriod(period: string): string {
  const [year, month] = period.split('-');
  return month === undefined ? `năm ${year}` : `tháng ${Number(month)} năm ${year}`;
}

/** The next day it is due, today included; a 31st is the last day of a shorter month. */
export function nextDue(deadline: Pick<Deadline, 'month' | 'day'>, nowMs: number): string {
  const today = dayOf(dayNumber(nowMs));
  const last = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
  const on = (ahead: number) => {
    const index = today.month - 1 + ahead;
    const [year, month] = [today.year + Math.floor(index / 12), (index % 12) + 1];
    return { year, month, day: Math.min(deadline.day, last(year, month)) };
  };
  const fits = (ahead: number) => {
    const { month, day } = on(ahead);
    const isIts = deadline.month === null || deadline.month === month;
    return isIts && (ahead > 0 || day >= today.day);
  };
  let ahead = 0;
  // twelve months on it is its own month again at the latest
  while (!fits(ahead)) ahead += 1;
  const { year, month, day } = on(ahead);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** Whole days from today until then, by the calendar. */
export function daysUntil(isoDayThen: string, nowMs: number): number {
  return Math.round(Date.parse(`${isoDayThen}T00:00:00Z`) / DAY_MS) - dayNumber(nowMs);
}

/** So long before a report is due its authors are told. */
export const TOLD_DAYS_AHEAD = 7;

export function isToldNow(due: string, nowMs: number): boolean {
  const days = daysUntil(due, nowMs);
  return days >= 0 && days <= TOLD_DAYS_AHEAD;
}

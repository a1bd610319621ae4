// When a rule of the calendar fires: days by its pattern and the special days, hours by its part of the year.
// It must never know bulletins, rows or a clock: rule, days and span in, instants out.
import { DAY_MS, type Day, dayNumber, dayOf, isoDay, midnightMs } from '../vietnam-time.ts';
import type {
  DaySecond,
  IsoDay,
  MonthDay,
  RepeatDays,
  RepeatRule,
  Season,
  SpecialDay,
  Weekday,
} from './calendar-model.ts';
import { firesOn } from './on-special-day.ts';

/** `replaced`: what airs at that time is the rule's other bulletin. */
export type Firing = { atMs: number; replaced: boolean };

/** What day it is; of several the graver: a day of mourning is no feast. */
export type SpecialOn = (dayNo: number) => Special | null;
export type Special = Pick<SpecialDay, 'kind' | 'name'>;

export const NO_SPECIAL_DAYS: SpecialOn = () => null;

export function specialDays(days: readonly SpecialDay[]): SpecialOn {
  const known = new Map<number, Special>();
  for (const { kind, name, fromDay, untilDay } of days)
    for (let no = dayNoOf(fromDay); no <= dayNoOf(untilDay); no += 1)
      if (known.get(no)?.kind !== 'mourning') known.set(no, { kind, name });
  return (dayNo) => known.get(dayNo) ?? null;
}

/** Instants in [fromMs, toMs), in order, at most `limit`. */
export function firingsBetween(of: {
  rule: RepeatRule;
  special: SpecialOn;
  fromMs: number;
  toMs: number;
  limit: number;
}): Firing[] {
  const { rule } = of;
  const found: Firing[] = [];
  const begin = dayNoOf(rule.fromDay);
  const first = Math.max(dayNumber(of.fromMs), begin);
  const last = rule.untilDay === null ? Number.POSITIVE_INFINITY : dayNoOf(rule.untilDay);
  for (let no = first; no <= last && midnightMs(no) < of.toMs; no += 1) {
    if (!isDayOf(rule.days, no, begin)) continue;
    const on = firesOn(rule, of.special(no)?.kind ?? null);
    if (on === null) continue;
    for (const second of timesOn(rule, no)) {
      const atMs = midnightMs(no) + second * 1_000;
      if (atMs < of.fromMs || atMs >= of.toMs) continue;
      if (found.length >= of.limit) return found;
      found.push({ atMs, replaced: on === 'replaced' });
    }
  }
  return found;
}

/** 28 years bring back every weekday and every 29 February (until 2100): silent so long is silent for good. */
const SILENT_MS = 28 * 366 * DAY_MS;

/** The first instant at or after `fromMs`; null when the rule never fires again. */
export function nextFiring(of: {
  rule: RepeatRule;
  special: SpecialOn;
  fromMs: number;
}): Firing | null {
  return firingsBetween({ ...of, toMs: of.fromMs + SILENT_MS, limit: 1 })[0] ?? null;
}

export function dayNoOf(day: IsoDay): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** Weeks begin on Monday, so every second Tuesday and Thursday are of one week. */
function isDayOf(days: RepeatDays, dayNo: number, fromNo: number): boolean {
  const { day, month, year, weekday } = dayFacts(dayNo);
  const { step } = days;
  if (days.every === 'day') return (dayNo - fromNo) % step === 0;
  if (days.every === 'week')
    return (weekNo(dayNo) - weekNo(fromNo)) % step === 0 && days.weekdays.includes(weekday);
  const from = dayFacts(fromNo);
  const months = (year - from.year) * 12 + month - from.month;
  if (months % step !== 0) return false;
  const { last } = dayFacts(dayNo);
  if (days.every === 'month')
    return days.days.includes(day) || (days.days.includes(-1) && day === last);
  if (days.weekday !== weekday) return false;
  return days.nth === -1 ? day + 7 > last : Math.ceil(day / 7) === days.nth;
}

/** Day 0 of the epoch was a Thursday; Mondays begin a week. */
function weekNo(dayNo: number): number {
  return Math.floor((dayNo + 3) / 7);
}

/** In order, each once. */
function timesOn({ at, seasons }: RepeatRule, dayNo: number): DaySecond[] {
  const { monthDay } = dayFacts(dayNo);
  const season = seasons.find((each) => isInSeason(each, monthDay));
  return [...new Set(season ? season.at : at)].sort((a, b) => a - b);
}

type DayFacts = Omit<Day, 'weekday'> & { weekday: Weekday; monthDay: MonthDay; last: number };
const days = new Map<number, DayFacts>();
/** Eleven years of them: whoever asks about more begins anew. */
const DAYS_MAX = 4_000;

/** Worked out once: a plan of ten thousand schedules asks about the same few days ten thousand times. */
function dayFacts(dayNo: number): DayFacts {
  const known = days.get(dayNo);
  if (known) return known;
  if (days.size >= DAYS_MAX) days.clear();
  const { weekday, ...day } = dayOf(dayNo);
  const monthDay = isoDay(midnightMs(dayNo)).slice(5);
  const last = new Date(Date.UTC(day.year, day.month, 0)).getUTCDate();
  const fresh = { ...day, weekday: weekday || 7, monthDay, last };
  days.set(dayNo, fresh);
  return fresh;
}

/** It may run over New Year. */
export function isInSeason(
  { from, until }: Pick<Season, 'from' | 'until'>,
  monthDay: string,
): boolean {
  if (from <= until) return from <= monthDay && monthDay <= until;
  return monthDay >= from || monthDay <= until;
}

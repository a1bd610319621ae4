// When a rule of the calendar fires: days by its pattern and the special days, hours by its part of the year.
// It must never know bulletins, rows or a clock: rule, days and span in, instants out.
import { DAY_MS, dayNumber, dayOf, isoDay, midnightMs } from '../vietnam-time.ts';
import type {
  DaySecond,
  IsoDay,
  RepeatDays,
  RepeatRule,
  Season,
  SpecialDay,
} from './calendar-model.ts';

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
  const first = Math.max(dayNumber(of.fromMs), dayNoOf(rule.fromDay));
  const last = rule.untilDay === null ? Number.POSITIVE_INFINITY : dayNoOf(rule.untilDay);
  for (let no = first; no <= last && midnightMs(no) < of.toMs; no += 1) {
    const on = onDay(rule, no, of.special);
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

function onDay(rule: RepeatRule, dayNo: number, special: SpecialOn): 'fires' | 'replaced' | null {
  if (!isDayOf(rule.days, dayNo, dayNoOf(rule.fromDay))) return null;
  const kind = special(dayNo)?.kind ?? null;
  const only = rule.special.holiday === 'only' || rule.special.mourning === 'only';
  if (kind === null) return only ? null : 'fires';
  const wish = rule.special[kind];
  if (wish === 'skip') return null;
  if (wish === 'replace') return 'replaced';
  // "only on mourning days" says nothing of feasts
  return only && wish !== 'only' ? null : 'fires';
}

/** Weeks begin on Monday, so every second Tuesday and Thursday are of one week. */
function isDayOf(days: RepeatDays, dayNo: number, fromNo: number): boolean {
  const { day, month, year, weekday: sunday0 } = dayOf(dayNo);
  const weekday = sunday0 || 7;
  const { step } = days;
  if (days.every === 'day') return (dayNo - fromNo) % step === 0;
  if (days.every === 'week')
    return (weekNo(dayNo) - weekNo(fromNo)) % step === 0 && days.weekdays.includes(weekday);
  const from = dayOf(fromNo);
  const months = (year - from.year) * 12 + month - from.month;
  if (months % step !== 0) return false;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
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
  const monthDay = isoDay(midnightMs(dayNo)).slice(5);
  const season = seasons.find((each) => isInSeason(each, monthDay));
  return [...new Set(season ? season.at : at)].sort((a, b) => a - b);
}

/** It may run over New Year. */
export function isInSeason(
  { from, until }: Pick<Season, 'from' | 'until'>,
  monthDay: string,
): boolean {
  if (from <= until) return from <= monthDay && monthDay <= until;
  return monthDay >= from || monthDay <= until;
}

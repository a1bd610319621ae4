// When a notice is best heard within the commune's hours: before work and after it, and before its event.
// It must never know schedules: hours and instants in, instants out.
import type { AllowedHours } from '../../../devices/protocol/index.ts';
import { fitsHours } from '../../../devices/rules/index.ts';
import { DAY_MS, dayNumber, dayOf, midnightMs } from '../vietnam-time.ts';

const MINUTE_MS = 60_000;
/** People are at home at 6:00 and again from 17:30; half a day each, so that one of each is found. */
const LISTENING = [
  { minute: 360, fromMinute: 0, toMinute: 720 },
  { minute: 1_050, fromMinute: 720, toMinute: 1_440 },
] as const;
/** A week of hours repeats itself. */
const DAYS_AHEAD = 8;
const OFFERED = 4;

export type Wanted = {
  hours: AllowedHours;
  durationMs: number;
  nowMs: number;
  expiresAtMs: number;
  /** null: nothing of it happens at a time */
  eventMs: number | null;
};
export type GoodTimes = {
  /** it fits the hours at this very moment */
  now: boolean;
  /** the next good times, soonest first */
  next: readonly number[];
  /** the evening before and the day itself, in the morning or at its last listening hour; without an event the next two */
  twice: readonly number[];
};

export function goodTimes(wanted: Wanted): GoodTimes {
  const { hours, durationMs, nowMs, expiresAtMs, eventMs } = wanted;
  const slot = { priority: 'normal', drill: false, playAtMs: nowMs, durationMs } as const;
  const first = dayNumber(nowMs);
  const days = Array.from({ length: DAYS_AHEAD }, (_, ahead) => first + ahead);
  const all = days
    .flatMap((dayNo) => ofDay(dayNo, wanted))
    .filter((atMs) => atMs > nowMs + MINUTE_MS && atMs < expiresAtMs);
  const before = eventMs === null ? all : all.filter((atMs) => atMs < eventMs);
  const twice = eventMs === null ? before.slice(0, 2) : reminders(before, eventMs);
  return { now: fitsHours(slot, hours), next: before.slice(0, OFFERED), twice };
}

/**
 * The evening before (17:30, where the windows allow), when people plan their day, and the day itself:
 * its morning, else what is left of it. Where one of them is behind, or there is none, the nearest before
 * the event takes its place; a reminder a week ahead reminds nobody.
 */
function reminders(before: readonly number[], eventMs: number): number[] {
  const near = before.filter((atMs) => eventMs - atMs <= 2 * DAY_MS);
  const day = dayNumber(eventMs);
  const evening = near.findLast((atMs) => dayNumber(atMs) === day - 1 && isAfterNoon(atMs));
  const onTheDay = near.find((atMs) => dayNumber(atMs) === day);
  const wanted = new Set([evening, onTheDay].filter((atMs) => atMs !== undefined));
  for (const atMs of near.toReversed()) if (wanted.size < 2) wanted.add(atMs);
  return [...wanted].sort((a, b) => a - b);
}

const isAfterNoon = (atMs: number): boolean => atMs - midnightMs(dayNumber(atMs)) >= DAY_MS / 2;

/** At most one in the morning and one after noon: as near to the listening hour as the windows allow. */
function ofDay(dayNo: number, { hours, durationMs }: Wanted): number[] {
  const weekday = dayOf(dayNo).weekday || 7; // windows count Sunday as 7
  const lasts = Math.ceil(durationMs / MINUTE_MS);
  const windows = hours.windows.filter(({ days }) => days.includes(weekday));
  return LISTENING.flatMap(({ minute, fromMinute, toMinute }) => {
    const starts = windows.flatMap((window) => {
      const earliest = Math.max(window.fromMinute, fromMinute);
      const latest = Math.min(window.toMinute - lasts, toMinute - 1);
      return latest < earliest ? [] : [Math.min(Math.max(minute, earliest), latest)];
    });
    const far = (at: number) => Math.abs(at - minute);
    const [best] = starts.sort((a, b) => far(a) - far(b));
    return best === undefined ? [] : [midnightMs(dayNo) + best * MINUTE_MS];
  });
}

// A commune's allowed hours (quy chế hoạt động, Nghị định 49/2024 Art. 7) as questions about instants.
// It must never know the machine's time zone or clock: the offset is data, the instant an argument.
import type { AllowedHours, HoursWindow, Priority } from '../protocol/index.ts';
import { hushedAt, nextHushMs, type SiteHours } from './hush.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Open for this long without a gap means always open: windows repeat every week. */
const ALWAYS_MS = 8 * DAY_MS;

/** Why something that keeps the hours may not sound; outside the windows it could not anyway. */
export type Closed = 'out-of-hours' | 'hushed';

/** May something that keeps the hours sound at this instant? A window's end is outside it. */
export function allowedAt(hours: SiteHours, atMs: number): boolean {
  return closedAt(hours, atMs) === null;
}

export function closedAt(hours: SiteHours, atMs: number): Closed | null {
  if (windowEndMs(hours, atMs) === null) return 'out-of-hours';
  return hushedAt(hours, atMs) ? 'hushed' : null;
}

/**
 * Until when sound may go on without a gap; windows that touch (also at midnight) count as one.
 * `atMs` itself when nothing is allowed then, `Infinity` when hours never close.
 * @param enoughMs who asks no further is told an instant at or after it, should they still be open
 */
export function allowedUntil(
  hours: SiteHours,
  atMs: number,
  enoughMs = Number.POSITIVE_INFINITY,
): number {
  if (hushedAt(hours, atMs)) return atMs;
  return Math.min(windowsUntil(hours, { atMs, enoughMs }), nextHushMs(hours, atMs));
}

function windowsUntil(hours: AllowedHours, of: { atMs: number; enoughMs: number }): number {
  const { atMs, enoughMs } = of;
  let untilMs = atMs;
  while (untilMs - atMs <= ALWAYS_MS) {
    if (untilMs >= enoughMs) return untilMs;
    const endMs = windowEndMs(hours, untilMs);
    if (endMs === null) return untilMs;
    untilMs = endMs;
  }
  return Number.POSITIVE_INFINITY;
}

export type Urgency = { priority: Priority; drill?: boolean };

/** Only a real emergency may wake a village: a drill is planned, so it can be planned for the day. */
export function passesHours({ priority, drill }: Urgency): boolean {
  return priority === 'emergency' && drill !== true;
}

export type Slot = Urgency & { playAtMs: number; durationMs: number };

/** The question service and loudspeaker both ask before an airing: may it be accepted? */
export function fitsHours(airing: Slot, hours: SiteHours): boolean {
  return closedFor(airing, hours) === null;
}

/**
 * And if not, why. All of it must lie inside the windows, which are known to who plans it; of a hush
 * only the beginning counts, for a hush comes later than the plan: what runs into it is cut there.
 */
export function closedFor(airing: Slot, hours: SiteHours): Closed | null {
  const { playAtMs, durationMs } = airing;
  if (passesHours(airing)) return null;
  const endMs = playAtMs + durationMs;
  if (windowsUntil(hours, { atMs: playAtMs, enoughMs: endMs }) < endMs) return 'out-of-hours';
  return hushedAt(hours, playAtMs) ? 'hushed' : null;
}

/** The latest end among the windows open at this instant, or `null` when none is. */
function windowEndMs(hours: AllowedHours, atMs: number): number | null {
  const localMs = atMs + hours.utcOffsetMin * MINUTE_MS;
  const day = Math.floor(localMs / DAY_MS);
  const inDayMs = localMs - day * DAY_MS;
  const weekday = weekdayOf(day);
  let latestMs: number | null = null;
  for (const window of hours.windows)
    if (isOpen(window, weekday, inDayMs))
      latestMs = Math.max(latestMs ?? 0, atMs - inDayMs + window.toMinute * MINUTE_MS);
  return latestMs;
}

function isOpen(window: HoursWindow, weekday: number, inDayMs: number): boolean {
  return (
    window.days.includes(weekday) &&
    inDayMs >= window.fromMinute * MINUTE_MS &&
    inDayMs < window.toMinute * MINUTE_MS
  );
}

/** 1 = Monday … 7 = Sunday; day 0 of the epoch was a Thursday. */
function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

// Until when a site is to be silent: the few hours people mean, from the plan's clock.
// It must never offer an hour that has passed, nor more than the service takes.
import { dayNumber, dayStartMs } from '../../format.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A mourning lasts three days, an exam week five: longer is a site taken down. */
export const HUSH_MAX_MS = 7 * DAY_MS;
/** Today and the days a hush may reach into. */
export const HUSH_DAYS = [0, 1, 2, 3, 4, 5, 6, 7];
/** "Until noon" said at five to twelve is a slip of the thumb. */
const WORTH_MS = 10 * 60_000;

export type Until = { name: 'hour' | 'noon' | 'five' | 'today'; atMs: number };

export function untilsOf(nowMs: number): Until[] {
  const dayMs = dayStartMs(dayNumber(nowMs));
  const all: Until[] = [
    { name: 'hour', atMs: roundUp(nowMs + HOUR_MS) },
    { name: 'noon', atMs: dayMs + 12 * HOUR_MS },
    { name: 'five', atMs: dayMs + 17 * HOUR_MS },
    { name: 'today', atMs: dayMs + DAY_MS },
  ];
  return all.filter(({ atMs }) => atMs - nowMs >= WORTH_MS);
}

/** Whole minutes read better and are what the plan works in. */
const roundUp = (ms: number): number => Math.ceil(ms / 60_000) * 60_000;

export const isHushable = (untilMs: number, nowMs: number): boolean =>
  untilMs > nowMs && untilMs - nowMs <= HUSH_MAX_MS;

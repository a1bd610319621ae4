// When "now" really begins: at once where the hours allow it, else at the first minute that they do.
// It must never know rows or a clock: the earliest possible moment is an argument.
import type { AllowedHours } from '../../../devices/protocol/index.ts';
import type { Slot } from '../../../devices/rules/index.ts';
import { DAY_MS } from '../vietnam-time.ts';
import { fitsSome } from './hours-of-sites.ts';

const MINUTE_MS = 60_000;
/** Windows repeat every week: what begins with none of seven days, today's twice, fits never. */
const DAYS_TRIED = 8;

export type NowFacts = {
  /** `playAtMs`: no earlier than this can it begin */
  slot: Slot;
  hours: readonly AllowedHours[];
  /** when it is no longer worth saying */
  expiresAtMs: number | null;
};

/**
 * Approved at night it is said in the morning, rather than never. Where no time comes before it
 * expires its first moment stays, so that the plan says what stands in the way.
 */
export function timeOfNow({ slot, hours, expiresAtMs }: NowFacts): number {
  const soonest = soonestAllowed(slot, hours);
  if (soonest === null) return slot.playAtMs;
  return expiresAtMs !== null && soonest >= expiresAtMs ? slot.playAtMs : soonest;
}

function soonestAllowed(slot: Slot, hours: readonly AllowedHours[]): number | null {
  const opens = hours.flatMap((each) => openings(each, slot.playAtMs)).sort((a, b) => a - b);
  const tried = [slot.playAtMs, ...opens];
  return tried.find((playAtMs) => fitsSome({ ...slot, playAtMs }, hours)) ?? null;
}

/** Every opening of a window in the week after that moment. */
function openings({ utcOffsetMin, windows }: AllowedHours, fromMs: number): number[] {
  const offsetMs = utcOffsetMin * MINUTE_MS;
  const today = Math.floor((fromMs + offsetMs) / DAY_MS);
  return Array.from({ length: DAYS_TRIED }, (_, ahead) => today + ahead).flatMap((day) =>
    windows
      // day 0 of the epoch was a Thursday; 1 = Monday … 7 = Sunday
      .filter(({ days }) => days.includes(((day + 3) % 7) + 1))
      .map(({ fromMinute }) => day * DAY_MS - offsetMs + fromMinute * MINUTE_MS)
      .filter((atMs) => atMs > fromMs),
  );
}

// Days as a calendar field writes them, to and from the plan's clock.
// It must never know what a day is for.
const OFFSET_MS = 7 * 3_600_000;

/** "2026-11-28"; nothing while no day is known */
export const isoDay = (ms: number | null): string =>
  ms === null ? '' : new Date(ms + OFFSET_MS).toISOString().slice(0, 10);

/** The day's first moment in Vietnam. */
export function dayMs(iso: string): number | null {
  const ms = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(ms) ? null : ms - OFFSET_MS;
}

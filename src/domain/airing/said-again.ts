// Which time of a bulletin in another language belongs to a time of its original that is being ended.
// It must never know rows, tenants or a clock: times in, an answer out.

/** After its end: three times a minute of speech in five languages, with breaths; what comes later a person put there by itself. */
export const CHAIN_MAX_MS = 30 * 60_000;

/** What begins so soon is in the ears of whoever presses the button as much as what sounds (issue #4, 3). */
export const AHEAD_MS = 10 * 60_000;

/** From its first word to its last. */
export type HeardSpan = { fromMs: number; endMs: number };

type Heard = { occurrenceId: string; playAtMs: number; durationMs: number };

/** As it fell; set a little earlier, it counts from then: what says it again was put behind that. */
export function heardSpan({ occurrenceId, playAtMs, durationMs }: Heard): HeardSpan {
  const setMs = setFor(occurrenceId) ?? playAtMs;
  const fromMs = setMs >= playAtMs - CHAIN_MAX_MS ? Math.min(setMs, playAtMs) : playAtMs;
  return { fromMs, endMs: playAtMs + durationMs };
}

/** Of what is aired again after a gap the rule knows no time. */
function setFor(occurrenceId: string): number | null {
  const [, slot] = /@(\d+)(?:-[0-9a-z]+)?$/.exec(occurrenceId) ?? [];
  return slot === undefined ? null : Number(slot);
}

export function isInChain({ endMs }: HeardSpan, atMs: number): boolean {
  return atMs <= endMs + CHAIN_MAX_MS;
}

/**
 * Each time of a variant belongs to the last of its original before it.
 * @param atMs null: "now" that has no time yet
 */
export function isSaidAgain(
  atMs: number | null,
  of: {
    ended: readonly HeardSpan[];
    /** when the original is still heard by itself, or was */
    living: readonly number[];
    nowMs: number;
    /** what waits for its sound or its approval follows whatever begins until then */
    soonMs: number;
  },
): boolean {
  const { nowMs, soonMs } = of;
  const [untilMs, fromMs] = [atMs ?? soonMs, atMs ?? nowMs];
  const before = of.ended.filter((one) => one.fromMs <= untilMs && isInChain(one, fromMs));
  if (before.length === 0) return false;
  // what sounds is heard as the same thing going on, whoever put it there
  if (atMs !== null && atMs <= nowMs) return true;
  const last = Math.max(...before.map((one) => one.fromMs));
  return !of.living.some((time) => time > last && time <= untilMs);
}

// Bytes over the link since the first of the month: a SIM is paid by them (issue #4, 5).
// It must never know sockets, nor the machine's own calendar: months are Vietnam's.
const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** `month`: as 2026-11; `null` while the time was never known. */
export type KeptBytes = { month: string | null; bytes: number };
export type Meter = {
  /** @param planMs `null`: not known, so it is still the same month */
  read(planMs: number | null): KeptBytes;
};

/** @param parts.total bytes since this process began */
export function makeMeter(parts: { total(): number; kept: KeptBytes | null }): Meter {
  let { month, bytes } = parts.kept ?? { month: null, bytes: 0 };
  let counted = 0;
  return {
    read(planMs) {
      const total = parts.total();
      bytes += total - counted;
      counted = total;
      const now = planMs === null ? month : monthOf(planMs);
      if (now !== month && month !== null) bytes = 0;
      month = now;
      return { month, bytes };
    },
  };
}

export function monthOf(planMs: number): string {
  return new Date(planMs + VIETNAM_OFFSET_MS).toISOString().slice(0, 7);
}

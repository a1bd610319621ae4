// Stretches of a text: merged, and found again by place.
// It must never know what stands in them.

export type Range = { readonly from: number; readonly to: number };

/** In order and without overlaps. */
export function merged(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort((one, other) => one.from - other.from);
  const apart: { from: number; to: number }[] = [];
  for (const { from, to } of sorted) {
    const last = apart.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else apart.push({ from, to });
  }
  return apart;
}

/** Index of the last range that begins at or before a place; -1 where none does. */
export function lastBefore(ranges: readonly Range[], at: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as Range).from <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Of ranges without overlaps: does one hold this place? */
export function within(ranges: readonly Range[], at: number): boolean {
  return (ranges[lastBefore(ranges, at)]?.to ?? 0) > at;
}

/** Of ranges without overlaps: does one share a place with [from, to)? */
export function touches(ranges: readonly Range[], from: number, to: number): boolean {
  return within(ranges, from) || (ranges[lastBefore(ranges, from) + 1]?.from ?? to) < to;
}

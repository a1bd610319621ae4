// A row cut into runs as alike in number as can be, in order. Pure.
// It must never know what stands in the row.

/** @returns so many runs, fewer where there are fewer items: none is empty, none is more than one longer than another */
export function evenly<T>(items: readonly T[], runs: number): T[][] {
  const count = Math.min(items.length, runs);
  const from = (run: number) => Math.floor((run * items.length) / count);
  return Array.from({ length: count }, (_, at) => items.slice(from(at), from(at + 1)));
}

// Which part of a long list is drawn: heights known or guessed, their sums, and the rows in sight.
// It must never know what a row shows.
export type Slice = { from: number; to: number };

/** Drawn beyond the edge of the screen: the next row is there when Tab or a thumb comes for it. */
const BEYOND_PX = 600;

/** Where each row begins; the last figure is the whole height. */
export function offsetsOf(count: number, heightAt: (index: number) => number): Float64Array {
  const offsets = new Float64Array(count + 1);
  for (let index = 0; index < count; index++)
    offsets[index + 1] = (offsets[index] ?? 0) + heightAt(index);
  return offsets;
}

/** @param topPx how far the list's beginning has gone above the screen */
export function sliceOf(offsets: Float64Array, of: { topPx: number; heightPx: number }): Slice {
  const count = offsets.length - 1;
  const from = rowAt(offsets, of.topPx - BEYOND_PX);
  const to = Math.min(count, rowAt(offsets, of.topPx + of.heightPx + BEYOND_PX) + 1);
  return { from, to: Math.max(from, to) };
}

/** The last row that begins at or above this height. */
export function rowAt(offsets: Float64Array, px: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets[middle] ?? 0) <= px) low = middle;
    else high = middle - 1;
  }
  return low;
}

export type Group<T> = { key: string; title: string; sum: string; rows: readonly T[] };
export type Entry<T> = { group: Group<T>; row: T | null; place: number };

/** Groups one after another: each one's title, then its rows. */
export const flat = <T>(groups: readonly Group<T>[]): Entry<T>[] =>
  groups.flatMap((group) => [
    { group, row: null, place: 0 },
    ...group.rows.map((row, index) => ({ group, row, place: index + 1 })),
  ]);

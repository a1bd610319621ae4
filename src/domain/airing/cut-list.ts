// Lists of airings that hold only so many: from when on they are whole, so that a cut is never taken for the end.
// It must never know rows, or who asks.

/** The last of each list's span, in the order played; `most`: as many as a list can hold. */
export type Lists<T> = { lists: readonly (readonly T[])[]; most: number };

/**
 * Together they are whole only from where the latest cut was made. What began at that very instant may
 * be cut as well and is left to whoever asks again; where nothing else is there, it stays.
 * @returns cutAtMs null: nothing is missing; else all from then on is here, and what is earlier is not
 */
export function wholeFrom<T extends { playAtMs: number }>({
  lists,
  most,
}: Lists<T>): {
  rows: T[];
  cutAtMs: number | null;
} {
  const cuts = lists.flatMap((list) => {
    const [first, last] = [list[0]?.playAtMs, list.at(-1)?.playAtMs];
    if (list.length < most || first === undefined) return [];
    return [first === last ? first : first + 1];
  });
  if (cuts.length === 0) return { rows: lists.flat(), cutAtMs: null };
  const cutAtMs = Math.max(...cuts);
  return { rows: lists.flat().filter(({ playAtMs }) => playAtMs >= cutAtMs), cutAtMs };
}

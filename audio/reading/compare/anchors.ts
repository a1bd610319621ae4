// Where each stretch stands on either side, and the longest order both sides agree on.
// It must never know what a stretch is made of.
import { mixed } from './hash.ts';

export type Pair = { here: number; there: number };

/** An open hash table: a Map of so many numbers costs five times as much, and more than linear. */
export type Places = {
  keys: Int32Array;
  /** Where it stands, NONE or MANY. */
  left: Int32Array;
  right: Int32Array;
  /** Slots in the order they were first filled. */
  order: number[];
};

const NONE = -1;
const MANY = -2;

export function startPlaces(stretches: number): Places {
  const size = 2 ** (33 - Math.clz32(stretches));
  return {
    keys: new Int32Array(size),
    left: new Int32Array(size).fill(NONE),
    right: new Int32Array(size).fill(NONE),
    order: [],
  };
}

/** Notes one stretch on one side; a stretch only the other side could know is passed over unless `add`. */
export function note(
  places: Places,
  side: Int32Array,
  { key, at, add }: { key: number; at: number; add: boolean },
): void {
  const { keys, left, order } = places;
  let slot = mixed(key) & (keys.length - 1);
  while (left[slot] !== NONE && keys[slot] !== key) slot = (slot + 1) & (keys.length - 1);
  if (left[slot] === NONE) {
    if (!add) return;
    keys[slot] = key;
    order.push(slot);
  }
  side[slot] = side[slot] === NONE ? at : MANY;
}

/** The longest subsequence rising on both sides (patience sorting). `pairs` rise on the first side already. */
export function rising(pairs: readonly Pair[]): Pair[] {
  const tops: number[] = [];
  const before = new Int32Array(pairs.length);
  pairs.forEach((pair, index) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] as number] as Pair).there < pair.there) low = middle + 1;
      else high = middle;
    }
    before[index] = tops[low - 1] ?? -1;
    tops[low] = index;
  });
  const chain: Pair[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] as number) {
    chain.push(pairs[at] as Pair);
  }
  return chain.reverse();
}

// Chance that can be had again: one seed, one week, on every machine.
// It must never ask the machine for anything.

export type Chance = {
  /** 0 ≤ x < 1 */
  next(): number;
  whole(below: number): number;
  is(share: number): boolean;
  of<T>(all: readonly T[]): T;
};

/** Mulberry32: 32 bits of state are plenty for a week's faults. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (below: number) => Math.floor(next() * below);
  return {
    next,
    whole,
    is: (share) => next() < share,
    of: (all) => all[whole(all.length)] as (typeof all)[number],
  };
}

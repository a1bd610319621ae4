// What a bad link does to messages, by a seed: drops, doubles, flips bits, swaps neighbours, cuts.
// It must never know what the messages mean; the same seed does the same again.
export type FaultShares = {
  drop?: number;
  duplicate?: number;
  corrupt?: number;
  truncate?: number;
  reorder?: number;
};
export type Faults = {
  /** @returns what arrives instead, in order: nothing, one or more messages */
  pass(message: Uint8Array): Uint8Array[];
  /** what was held back to arrive later */
  rest(): Uint8Array[];
};

export function makeFaults(seed: number, shares: FaultShares): Faults {
  const chance = makeChance(seed);
  const strikes = (share = 0) => chance() < share;
  let late: Uint8Array[] = [];
  return {
    pass(message) {
      if (strikes(shares.drop)) return [];
      if (strikes(shares.reorder)) {
        late.push(message);
        return [];
      }
      const arrived = [damaged(message, { chance, strikes, shares })];
      if (strikes(shares.duplicate)) arrived.push(message);
      arrived.push(...late);
      late = [];
      return arrived;
    },
    rest() {
      const held = late;
      late = [];
      return held;
    },
  };
}

/** Mulberry32: small, fast, the same on every machine. @returns numbers in [0, 1) */
export function makeChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function damaged(
  message: Uint8Array,
  by: { chance: () => number; strikes: (share?: number) => boolean; shares: FaultShares },
): Uint8Array {
  if (message.length > 0 && by.strikes(by.shares.truncate))
    return message.slice(0, Math.floor(by.chance() * message.length));
  if (message.length === 0 || !by.strikes(by.shares.corrupt)) return message;
  const copy = message.slice();
  const at = Math.floor(by.chance() * copy.length);
  copy[at] = (copy[at] as number) ^ (1 << Math.floor(by.chance() * 8));
  return copy;
}

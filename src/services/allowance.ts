// So many per key in so much time: what one speaker, stream or address may cost the service.
// It must never know what is being counted.

/** true while the key has allowance left; `amount` is taken when it has. 0 asks and takes nothing. */
export type Allowance = (key: string, amount?: number) => boolean;

/** Keys are forgotten when their window ends, all of them when there are more than this. */
const KEYS_MAX = 20_000;

export function makeAllowance(of: {
  max: number | ((key: string) => number);
  windowMs: number;
  monoMs(): number;
}): Allowance {
  const spent = new Map<string, { sinceMs: number; used: number }>();
  return (key, amount = 1) => {
    const max = typeof of.max === 'number' ? of.max : of.max(key);
    const found = spent.get(key);
    const fresh = !found || of.monoMs() - found.sinceMs >= of.windowMs;
    const entry = fresh ? { sinceMs: of.monoMs(), used: 0 } : found;
    if (entry.used + Math.max(amount, 1) > max) return false;
    entry.used += amount;
    if (spent.size >= KEYS_MAX && !spent.has(key)) spent.clear();
    spent.set(key, entry);
    return true;
  };
}

// How long a piece of asynchronous work takes, and the longest it kept everybody else waiting.
// It must never know what the work is.
import type { Deps } from '../../../src/services/deps.ts';

export type Watched<T> = { value: T; ms: number; longestMs: number };

/** A beat of the event loop that comes late was held up: the longest gap between two of them. */
export async function watched<T>(work: () => Promise<T>): Promise<Watched<T>> {
  const fromMs = performance.now();
  let lastMs = fromMs;
  let longestMs = 0;
  let over = false;
  const beat = () => {
    const nowMs = performance.now();
    longestMs = Math.max(longestMs, nowMs - lastMs);
    lastMs = nowMs;
    if (!over) setImmediate(beat);
  };
  setImmediate(beat);
  const value = await work();
  over = true;
  const endMs = performance.now();
  return { value, ms: endMs - fromMs, longestMs: Math.max(longestMs, endMs - lastMs) };
}

/** The desk's clock stands still; what breathes looks at the machine's. */
export function living(deps: Deps): Deps {
  return { ...deps, clock: { ...deps.clock, monoMs: () => performance.now() } };
}

/** Of three, the middle one by time, with the longest wait of them all. */
export async function middle<T>(work: () => Promise<T>): Promise<Watched<T>> {
  const all = [await watched(work), await watched(work), await watched(work)];
  const longestMs = Math.max(...all.map((one) => one.longestMs));
  const [, found] = all.sort((a, b) => a.ms - b.ms);
  return { ...(found as Watched<T>), longestMs };
}

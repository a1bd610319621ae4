// How work grows with size: what twice as much costs over what as much costs, for the quickest of several runs.
// It must never know a limit in milliseconds, so that no machine is too slow for it.

/**
 * 2 is linear, 4 quadratic. Runs of both sizes take turns, so that a busy moment hits neither alone; it ends as soon
 * as the answer is clearly "linear", and takes the quickest of each where it is not.
 */
export function growth<T>(
  size: number,
  make: (size: number) => T,
  work: (made: T) => unknown,
): number {
  const [once, twice] = [make(size), make(size * 2)];
  let [less, more, ratio] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    less = Math.min(
      less,
      timeOf(() => work(once)),
    );
    more = Math.min(
      more,
      timeOf(() => work(twice)),
    );
    ratio = more / Math.max(less, TICK_MS);
    if (round > 0 && ratio < LINEAR) break;
  }
  return ratio;
}

const ROUNDS = 8;
const LINEAR = 2.5;
/** Below this a clock shows noise. */
const TICK_MS = 0.5;

/** The processor's time, not the clock's: others may be busy beside us. */
function timeOf(work: () => unknown): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
}

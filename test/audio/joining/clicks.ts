// What a click is, measured two ways at each join against the pieces themselves: the step of samples, the burst above speech.
// It must never know how a join was made.

/** Within so much of a join a click belongs to it. */
const NEAR_MS = 8;
const WINDOW_MS = 2;

export type Clicks = { step: number; burst: number };

/** Both as shares of the most there is away from the joins: above 1 the join is what one hears. */
export function clicksAt(
  samples: Int16Array,
  { rateHz, joinsMs }: { rateHz: number; joinsMs: readonly number[] },
): Clicks {
  const step = differences(samples, 1).map(Math.abs);
  // four times differed a voice is hardly there any more, and a jump is all there
  const high = differences(samples, 4).map((value) => value * value);
  const window = (WINDOW_MS * rateHz) / 1_000;
  const burst = Array.from({ length: Math.ceil(high.length / window) }, (_, at) =>
    high.slice(at * window, (at + 1) * window).reduce((sum, value) => sum + value, 0),
  );
  return {
    step: share(step, { perMs: rateHz / 1_000, joinsMs }),
    burst: share(burst, { perMs: 1 / WINDOW_MS, joinsMs }),
  };
}

function share(
  values: readonly number[],
  { perMs, joinsMs }: { perMs: number; joinsMs: readonly number[] },
): number {
  let [atJoins, elsewhere] = [0, 0];
  for (const [at, value] of values.entries()) {
    const far = Math.min(...joinsMs.map((ms) => Math.abs(at / perMs - ms)));
    if (far <= NEAR_MS) atJoins = Math.max(atJoins, value);
    else if (far > 3 * NEAR_MS) elsewhere = Math.max(elsewhere, value);
  }
  return atJoins / elsewhere;
}

function differences(samples: Int16Array, times: number): number[] {
  let values = [...samples];
  for (let time = 0; time < times; time += 1)
    values = values.slice(1).map((value, at) => value - (values[at] as number));
  return values;
}

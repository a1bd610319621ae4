// Syllables a minute become the service's own measure of pace, a per cent faster or slower. Pure.
// It must never know sentences, samples or the network.

/** [per cent faster than the voice by itself, syllables a minute, commas included], slowest first */
export type PaceTable = readonly (readonly [percent: number, syllablesPerMinute: number])[];

/**
 * Assumed, not measured: no key of the service was at hand. What is assumed: by itself a Vietnamese neural voice reads
 * about 205 syllables a minute with its commas, and its rests shrink less than its speech when it is hurried. With a
 * key, test/bench/sound/azure-pace.ts measures the table of each voice; it goes into the setting of that voice.
 */
export const ASSUMED_PACE: PaceTable = [
  [-50, 108],
  [-30, 147],
  [-15, 176],
  [0, 205],
  [15, 233],
  [30, 261],
  [60, 314],
  [100, 380],
];

/** What the service takes: half as fast to twice as fast. */
const SLOWEST = -50;
const FASTEST = 100;

export function percentFor(syllablesPerMinute: number, table: PaceTable = ASSUMED_PACE): number {
  const percent = between(table, syllablesPerMinute, { from: 1, to: 0 });
  return Math.round(Math.min(FASTEST, Math.max(SLOWEST, percent)));
}

/** What a wish comes to, once it is held within what the service takes. */
export function paceAt(percent: number, table: PaceTable = ASSUMED_PACE): number {
  return between(table, percent, { from: 0, to: 1 });
}

type Column = 0 | 1;

/** Between two lines of the table by proportion; outside it, the line at its end. */
function between(
  table: PaceTable,
  value: number,
  { from, to }: { from: Column; to: Column },
): number {
  const above = table.findIndex((line) => line[from] >= value);
  const high = table.at(above);
  if (high === undefined) return value;
  if (above <= 0) return high[to];
  const low = table[above - 1] ?? high;
  const share = (value - low[from]) / (high[from] - low[from]);
  return low[to] + share * (high[to] - low[to]);
}

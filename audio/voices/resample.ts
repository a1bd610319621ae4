// Samples at one rate made into samples at another, by a windowed sinc, so that voices of all rates may take turns.
// It must never know voices, files or loudness.

export type Rates = { fromHz: number; toHz: number };

/** What any engine here speaks at, with room; beyond these a rate is a mistake in a model's description. */
const LOWEST_HZ = 4_000;
const HIGHEST_HZ = 192_000;
/**
 * Zero crossings on each side. With the window below: flat within 0.1 dB up to 0.84 of the lower rate's half,
 * and 80 dB down from its half on, so nothing folds back; 16 kHz speech keeps all that a horn carries.
 */
const CROSSINGS = 32;
/** Kaiser's β for 80 dB. */
const BETA = 7.86;
/** The middle of the fall, as a share of half the lower rate. */
const CUTOFF = 0.92;

/** @returns a function without memory between calls: each utterance begins and ends in silence */
export function resampler({ fromHz, toHz }: Rates): (samples: Int16Array) => Int16Array {
  for (const rate of [fromHz, toHz]) {
    if (!Number.isInteger(rate) || rate < LOWEST_HZ || rate > HIGHEST_HZ)
      throw new RangeError(`no sample rate: ${rate}`);
  }
  if (fromHz === toHz) return (samples) => samples;
  const common = gcd(fromHz, toHz);
  const bank = filterBank(toHz / common, fromHz / common);
  return (samples) => convolve(samples, bank);
}

type Bank = { phases: number; step: number; reach: number; taps: readonly Float64Array[] };

/** One filter for each place an output sample can have between two input samples. */
function filterBank(phases: number, step: number): Bank {
  const band = CUTOFF * Math.min(1, phases / step);
  const reach = Math.ceil(CROSSINGS / band);
  const taps = Array.from({ length: phases }, (_, phase) => {
    const filter = new Float64Array(2 * reach);
    for (let tap = 0; tap < filter.length; tap += 1) {
      const distance = tap - reach + 1 - phase / phases;
      filter[tap] = band * sinc(band * distance) * kaiser(distance / reach);
    }
    const sum = filter.reduce((total, tap) => total + tap, 0);
    return filter.map((tap) => tap / sum); // a steady level stays what it is at every phase
  });
  return { phases, step, reach, taps };
}

function convolve(samples: Int16Array, { phases, step, reach, taps }: Bank): Int16Array {
  const made = new Int16Array(Math.round((samples.length * phases) / step));
  for (let out = 0; out < made.length; out += 1) {
    const at = out * step;
    const filter = taps[at % phases] as Float64Array;
    const first = Math.floor(at / phases) - reach + 1;
    const from = Math.max(0, -first);
    const until = Math.min(filter.length, samples.length - first);
    let sum = 0;
    for (let tap = from; tap < until; tap += 1)
      sum += (filter[tap] as number) * (samples[first + tap] as number);
    made[out] = Math.max(-32_768, Math.min(32_767, Math.round(sum)));
  }
  return made;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);
}

/** The modified Bessel function of order 0; 40 terms are exact to the last digit for β below 20. */
function bessel(x: number): number {
  let [sum, term] = [1, 1];
  for (let n = 1; n <= 40; n += 1) {
    term *= (x / (2 * n)) ** 2;
    sum += term;
  }
  return sum;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

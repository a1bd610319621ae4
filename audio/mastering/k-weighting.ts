// The loudness of samples as they come from a voice, by the curve of ITU-R BS.1770-4, at any rate. Pure.
// It must never know ffmpeg: what is set by one meter is measured by another.
import { gatedLufs, lufsOf } from './gating.ts';

const BLOCK_SECONDS = 0.1;
/** A window is four blocks: 400 ms. */
const WINDOW = 4;

/** @returns null where nothing sounds; sound shorter than a window counts as one */
export function loudnessOf(samples: Int16Array, rateHz: number): number | null {
  const powers = blockPowers(samples, rateHz);
  while (powers.length < WINDOW) powers.push(0);
  const windows = powers.slice(WINDOW - 1).map((_, at) => {
    const sum = powers.slice(at, at + WINDOW).reduce((total, power) => total + power, 0);
    return lufsOf(sum / WINDOW);
  });
  return gatedLufs(windows);
}

type Coefficients = { b0: number; b1: number; b2: number; a1: number; a2: number };

/** Both filters in one loop of plain numbers: a part costs a hundredth of its coding. */
function blockPowers(samples: Int16Array, rateHz: number): number[] {
  const shelf = shelving(rateHz);
  const high = highPass(rateHz);
  const block = Math.round(BLOCK_SECONDS * rateHz);
  const powers: number[] = [];
  let [x1, x2, y1, y2, z1, z2, sum] = [0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < samples.length; at += 1) {
    const x = (samples[at] as number) / 32_768;
    const y = shelf.b0 * x + shelf.b1 * x1 + shelf.b2 * x2 - shelf.a1 * y1 - shelf.a2 * y2;
    const z = high.b0 * y + high.b1 * y1 + high.b2 * y2 - high.a1 * z1 - high.a2 * z2;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    z2 = z1;
    z1 = z;
    sum += z * z;
    if ((at + 1) % block === 0 || at === samples.length - 1) {
      powers.push(sum / block);
      sum = 0;
    }
  }
  return powers;
}

/** The standard gives both filters for 48 kHz; these are the analogue ones behind them (libebur128), for any rate. */
function shelving(rateHz: number): Coefficients {
  const k = Math.tan((Math.PI * 1_681.974450955533) / rateHz);
  const [q, high] = [0.7071752369554196, 10 ** (3.999843853973347 / 20)];
  const band = high ** 0.4996667741545416;
  const a0 = 1 + k / q + k * k;
  return {
    b0: (high + (band * k) / q + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (band * k) / q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / q + k * k) / a0,
  };
}

function highPass(rateHz: number): Coefficients {
  const k = Math.tan((Math.PI * 38.13547087602444) / rateHz);
  const q = 0.5003270373238773;
  const a0 = 1 + k / q + k * k;
  return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - k / q + k * k) / a0 };
}

// The last thing sound passes before the sink: ramps against clicks, a limiter against clipping.
// It must never know where samples come from; what it returns may be the very array it was given.
import { RAMP_MS } from './limits.ts';
import { SAMPLES_PER_MS } from './pcm.ts';

export const RAMP_SAMPLES = RAMP_MS * SAMPLES_PER_MS;
/** −0.3 dBFS: mastered sound stays under it, so the limiter moves only when something is wrong. */
export const CEILING = 31_650;
/** Back to full gain within 50 ms, slowly enough not to be heard. */
const RELEASE_PER_SAMPLE = 1 / (50 * SAMPLES_PER_MS);

export type Shape = {
  /** samples since sound began after silence; from RAMP_SAMPLES on it is at full height */
  sinceSilence: number;
  /** samples from the first one here to the silence that is known to follow */
  untilSilence: number;
};

/** Ramps up after silence and down before it. */
export function ramped(samples: Int16Array, shape: Shape): Int16Array {
  const isLevel =
    shape.sinceSilence >= RAMP_SAMPLES && shape.untilSilence - samples.length >= RAMP_SAMPLES;
  if (isLevel) return samples;
  return samples.map((sample, at) => {
    const up = (shape.sinceSilence + at) / RAMP_SAMPLES;
    const down = (shape.untilSilence - at) / RAMP_SAMPLES;
    return Math.round(sample * Math.max(0, Math.min(1, up, down)));
  });
}

export type Limiter = (samples: Int16Array, peak: number) => Int16Array;

/** @returns a limiter with its own gain: one per speaker */
export function makeLimiter(): Limiter {
  let gain = 1;
  return (samples, peak) => {
    if (gain === 1 && peak <= CEILING) return samples;
    return samples.map((sample) => {
      gain = Math.min(1, gain + RELEASE_PER_SAMPLE, CEILING / Math.max(1, Math.abs(sample)));
      return Math.trunc(sample * gain);
    });
  };
}

// How loud: a site's volume in percent, as the factor every sample is multiplied with.
// It must never know what sounds, nor whose volume it is.
import { SAMPLES_PER_MS } from './pcm.ts';

/** From one volume to another in 50 ms: a step would click. */
const GLIDE_PER_SAMPLE = 1 / (50 * SAMPLES_PER_MS);

/**
 * The square of the share: 40·log10(percent / 100) dB. An ear hears −10 dB as about half, so half the
 * percent (−12 dB) is about half as loud, and the steps feel alike down to 10 % (−40 dB); 0 is silence.
 */
export function gainOf(volumePercent: number): number {
  return (volumePercent / 100) ** 2;
}

export type Fader = (samples: Int16Array) => Int16Array;

/**
 * @param wanted the gain as it should be now; it may change while something sounds
 * @returns the very array it was given when nothing is to be done
 */
export function makeFader(wanted: () => number): Fader {
  let gain = wanted();
  return (samples) => {
    const goal = wanted();
    if (gain === 1 && goal === 1) return samples;
    return samples.map((sample) => {
      const step = goal - gain;
      gain += Math.max(-GLIDE_PER_SAMPLE, Math.min(GLIDE_PER_SAMPLE, step));
      return Math.round(sample * gain);
    });
  };
}

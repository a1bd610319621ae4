// How high a voice speaks: the middle of the pitches of its voiced frames.
// It must never know whose voice it is.

const FRAME_S = 0.04;
const LOWEST_HZ = 60;
const HIGHEST_HZ = 350;
/** A frame more unlike itself one period on is no vowel. */
const VOICED = 0.6;
const AUDIBLE = 1_000;

/** By autocorrelation, frame by frame; 0 where nothing is voiced. */
export function pitchHz(samples: Int16Array, rateHz: number): number {
  const size = Math.floor(rateHz * FRAME_S);
  const found: number[] = [];
  for (let at = 0; at + 2 * size < samples.length; at += size) {
    const hz = pitchAt(samples, { at, size, rateHz });
    if (hz > 0) found.push(hz);
  }
  found.sort((one, other) => one - other);
  return found[found.length >> 1] ?? 0;
}

type Frame = { at: number; size: number; rateHz: number };

function pitchAt(samples: Int16Array, { at, size, rateHz }: Frame): number {
  const here = energy(samples, at, size);
  if (here / size < AUDIBLE ** 2) return 0;
  let best = { likeness: 0, lag: 0 };
  for (let lag = Math.floor(rateHz / HIGHEST_HZ); lag < rateHz / LOWEST_HZ; lag += 1) {
    let product = 0;
    for (let n = at; n < at + size; n += 1)
      product += (samples[n] as number) * (samples[n + lag] as number);
    const likeness = product / Math.sqrt(here * energy(samples, at + lag, size) + 1);
    if (likeness > best.likeness) best = { likeness, lag };
  }
  return best.likeness > VOICED ? rateHz / best.lag : 0;
}

function energy(samples: Int16Array, from: number, size: number): number {
  let sum = 0;
  for (let n = from; n < from + size; n += 1) sum += (samples[n] as number) ** 2;
  return sum;
}

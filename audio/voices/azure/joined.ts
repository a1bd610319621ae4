// The sounds of one sentence that was asked for in several letters become one again. Pure.
// It must never know letters, voices or the network.

/** `restMs`: of silence after it; the last one's is left out */
export type Piece = { samples: Int16Array; restMs: number };

/** Quieter than this (−66 dBFS) is the silence the service puts around an answer, half a second and more. */
const SILENT_BELOW = 16;
/** Kept of it, so that a soft consonant is not cut off. */
const KEEP_MS = 10;
/** From and to zero, so that nothing clicks where it is joined. */
const RAMP_MS = 5;

/** One piece stays as it came: whoever joins sentences trims them. */
export function joined(pieces: readonly Piece[], sampleRateHz: number): Int16Array {
  const [first] = pieces;
  if (first !== undefined && pieces.length === 1) return first.samples;
  const perMs = sampleRateHz / 1_000;
  const sounds = pieces.map(({ samples }) => sounding(samples, perMs));
  const rests = pieces.map(({ restMs }, at) =>
    at === pieces.length - 1 ? 0 : Math.round(restMs * perMs),
  );
  const length = [...sounds.map((sound) => sound.length), ...rests].reduce((sum, n) => sum + n, 0);
  const whole = new Int16Array(length);
  let start = 0;
  sounds.forEach((sound, at) => {
    whole.set(sound, start);
    start += sound.length + (rests[at] ?? 0);
  });
  return whole;
}

function sounding(samples: Int16Array, perMs: number): Int16Array {
  const first = samples.findIndex(isSound);
  if (first === -1) return new Int16Array(0);
  const keep = Math.round(KEEP_MS * perMs);
  const part = samples.slice(
    Math.max(0, first - keep),
    Math.min(samples.length, samples.findLastIndex(isSound) + 1 + keep),
  );
  const steps = Math.min(Math.round(RAMP_MS * perMs), part.length >> 1);
  for (let step = 0; step < steps; step += 1) {
    const mirror = part.length - 1 - step;
    part[step] = Math.round(((part[step] ?? 0) * step) / steps);
    part[mirror] = Math.round(((part[mirror] ?? 0) * step) / steps);
  }
  return part;
}

function isSound(sample: number): boolean {
  return Math.abs(sample) >= SILENT_BELOW;
}

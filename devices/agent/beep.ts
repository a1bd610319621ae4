// Three short beeps, made here: so that a technician at the foot of poles knows which one is meant.
// It must never know when they may sound, nor the volume of anything else.
import { SAMPLES_PER_MS } from './pcm.ts';
import type { StreamSound } from './sounds.ts';

/** No stream has this id: ids on the wire have no dot. */
export const BEEP_ID = 'beep.identify';
export const BEEPS = 3;
export const BEEP_MS = 180;
const GAP_MS = 180;
/** Heard through leaves and traffic, and far from a siren's sweep. */
const PITCH_HZ = 1_000;
/** −20 dBFS, whatever the site's volume: to be heard below the pole, not by the village. */
const PEAK = 3_277;
/** Beeps begin and end softly: in 10 ms. */
const EDGE_SAMPLES = 10 * SAMPLES_PER_MS;

export function beepSound(): StreamSound {
  const samples = beeps();
  return {
    endSample: samples.length,
    preload: () => {},
    holeEnd: () => samples.length,
    take(at, count) {
      const piece = samples.subarray(at, at + count);
      return piece.length > 0 ? { samples: piece, peak: PEAK } : null;
    },
  };
}

function beeps(): Int16Array {
  const [on, off] = [BEEP_MS * SAMPLES_PER_MS, GAP_MS * SAMPLES_PER_MS];
  const out = new Int16Array(BEEPS * (on + off));
  for (let at = 0; at < out.length; at++) {
    const inside = at % (on + off);
    if (inside >= on) continue;
    const edge = Math.min(1, inside / EDGE_SAMPLES, (on - inside) / EDGE_SAMPLES);
    const turn = (2 * Math.PI * PITCH_HZ * inside) / (1_000 * SAMPLES_PER_MS);
    out[at] = Math.round(PEAK * edge * Math.sin(turn));
  }
  return out;
}

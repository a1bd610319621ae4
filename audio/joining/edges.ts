// A recorded piece brought to the one form that pieces are joined in: edges of one length, one loudness. Pure.
// It must never know files, words, or what a piece is joined to.
import { decibels } from '../foreign/levels.ts';
import { loudnessOf } from '../mastering/k-weighting.ts';

/** Kept before the first sound and after the last, for a soft consonant and for the crossfade over it. */
export const EDGE_MS = 60;

const WINDOW_MS = 5;
/** Speech is what stands out of its own noise, and the softest consonant is not 35 dB below the loud syllables. */
const SOFT_DB = 35;
const ABOVE_NOISE_DB = 6;
const BELOW_SPEECH_DB = 20;
/** So much in a row: a click of the button is no speech. */
const STEADY_WINDOWS = 3;
/** Nothing is cut off in a step where the recorder had cut already. */
const SOFTENED_MS = 4;

/** Far below full scale: whatever the voice's spikes, none is cut off; mastering brings all of it up together. */
export const PIECE_LUFS = -26;
const GAIN_MOST_DB = 40;
const PEAK_MOST = 29_000;

/** From EDGE_MS before its first sound until EDGE_MS after its last; null: nothing sounds in it. */
export function edged(samples: Int16Array, rateHz: number): Int16Array | null {
  const window = Math.round((WINDOW_MS * rateHz) / 1_000);
  const span = spoken(windowsOf(samples, window));
  if (span === null) return null;
  const edge = edgeSamples(rateHz);
  const [from, until] = [span.from * window - edge, span.until * window + edge];
  const piece = new Int16Array(until - from);
  const [first, last] = [Math.max(0, from), Math.min(samples.length, until)];
  const kept = samples.slice(first, last);
  soften(kept, Math.round((SOFTENED_MS * rateHz) / 1_000));
  piece.set(kept, first - from);
  return piece;
}

export function edgeSamples(rateHz: number): number {
  return Math.round((EDGE_MS * rateHz) / 1_000);
}

/** A new copy; one word of 200 ms as loud as a sentence, which a meter of 400 ms would hear as softer. */
export function levelled(samples: Int16Array, rateHz: number): Int16Array {
  const lufs = loudnessOf(tiled(samples.subarray(...inner(samples, rateHz)), rateHz), rateHz);
  if (lufs === null) return samples.slice();
  const wanted = 10 ** (Math.min(GAIN_MOST_DB, PIECE_LUFS - lufs) / 20);
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1);
  const gain = Math.min(wanted, PEAK_MOST / peak);
  return samples.map((sample) => Math.round(sample * gain));
}

function inner(samples: Int16Array, rateHz: number): [number, number] {
  const edge = edgeSamples(rateHz);
  return [edge, Math.max(edge, samples.length - edge)];
}

/** Said again and again for a second, so that the meter has whole windows of it. */
function tiled(samples: Int16Array, rateHz: number): Int16Array {
  if (samples.length === 0 || samples.length >= rateHz) return samples;
  return Int16Array.from({ length: rateHz }, (_, at) => samples[at % samples.length] as number);
}

function windowsOf(samples: Int16Array, window: number): number[] {
  return Array.from({ length: Math.ceil(samples.length / window) }, (_, at) => {
    const part = samples.subarray(at * window, (at + 1) * window);
    const power = part.reduce((sum, sample) => sum + (sample / 32_768) ** 2, 0);
    return decibels(power / part.length);
  });
}

function spoken(db: readonly number[]): { from: number; until: number } | null {
  const sorted = [...db].sort((a, b) => a - b);
  const share = (part: number) => sorted[Math.floor(part * (sorted.length - 1))] ?? -Infinity;
  const speech = share(0.95);
  if (speech < -60) return null;
  const least = Math.min(
    Math.max(share(0.1) + ABOVE_NOISE_DB, speech - SOFT_DB),
    speech - BELOW_SPEECH_DB,
  );
  const sounds = (at: number) => (db[at] ?? -Infinity) >= least;
  const steady = (at: number, step: 1 | -1) =>
    Array.from({ length: STEADY_WINDOWS }, (_, n) => sounds(at + n * step)).every(Boolean);
  const from = db.findIndex((_, at) => steady(at, 1));
  const until = db.findLastIndex((_, at) => steady(at, -1)) + 1;
  return from < 0 || until <= from ? null : { from, until };
}

function soften(samples: Int16Array, length: number): void {
  const steps = Math.min(length, samples.length >> 1);
  for (let step = 0; step < steps; step += 1) {
    const mirror = samples.length - 1 - step;
    samples[step] = Math.round(((samples[step] as number) * step) / steps);
    samples[mirror] = Math.round(((samples[mirror] as number) * step) / steps);
  }
}

// How sentences are joined into one sound: edges trimmed, short ramps, pauses by how a sentence ends. Pure.
// It must never know engines, files or what the words mean.

/** Quieter than this (−66 dBFS) is an engine's lead-in, not speech. */
const SILENT_BELOW = 16;
/** Kept at both edges, so that a soft consonant is not cut off. */
const KEEP_MS = 10;
const RAMP_MS = 5;

/** The sounding part of one sentence, starting and ending at zero: no click where it is joined. */
export function trimmed(samples: Int16Array, sampleRateHz: number): Int16Array {
  const keep = samplesIn(KEEP_MS, sampleRateHz);
  const first = samples.findIndex(isSound);
  if (first === -1) return new Int16Array(0);
  const part = samples.slice(
    Math.max(0, first - keep),
    Math.min(samples.length, samples.findLastIndex(isSound) + 1 + keep),
  );
  ramp(part, samplesIn(RAMP_MS, sampleRateHz));
  return part;
}

/** Milliseconds of rest after a sentence: a full stop rests longer than a line of a list. */
export function restMs(words: string, fullStopMs: number): number {
  const end = words.trimEnd().at(-1);
  if (end === ',') return Math.round(fullStopMs * 0.4);
  if (end === ';' || end === ':') return Math.round(fullStopMs * 0.7);
  return fullStopMs;
}

/**
 * The pace on air counts the rests; an engine is told the pace of its own speech. A sentence of 24 syllables
 * (a provincial plan's mean) is taken as typical, rather than each one's own length, so that a sentence sounds the same wherever it stands.
 */
export function speakingPace(pace: { syllablesPerMinute: number; fullStopMs: number }): number {
  const spokenMs = (TYPICAL_SYLLABLES * 60_000) / pace.syllablesPerMinute - pace.fullStopMs;
  const fastest = pace.syllablesPerMinute * 1.5; // a rest never makes the speech itself a gabble
  return spokenMs <= 0 ? fastest : Math.min(fastest, (TYPICAL_SYLLABLES * 60_000) / spokenMs);
}
const TYPICAL_SYLLABLES = 24;

export function samplesIn(ms: number, sampleRateHz: number): number {
  return Math.round((ms * sampleRateHz) / 1_000);
}

function isSound(sample: number): boolean {
  return sample >= SILENT_BELOW || sample <= -SILENT_BELOW;
}

function ramp(samples: Int16Array, length: number): void {
  const steps = Math.min(length, samples.length >> 1);
  for (let step = 0; step < steps; step += 1) {
    const mirror = samples.length - 1 - step;
    samples[step] = Math.round(((samples[step] ?? 0) * step) / steps);
    samples[mirror] = Math.round(((samples[mirror] ?? 0) * step) / steps);
  }
}

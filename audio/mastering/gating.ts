// Integrated loudness of blocks kept from elsewhere (EBU R128, ITU-R BS.1770-4 §2): any row of parts, without their sound. Pure.
// It must never know ffmpeg, files or what was said.

/** The absolute gate: what is softer is silence. */
const SILENT_LUFS = -70;
/** The relative gate, below the mean of what is not silent. */
const RELATIVE_LU = 10;

/**
 * @param blocks momentary loudness (400 ms) at each 100 ms, in LUFS, in any order
 * @returns null where every block is silent
 */
export function gatedLufs(blocks: Iterable<number>): number | null {
  const sounding = [...blocks].filter((lufs) => lufs > SILENT_LUFS).map(powerOf);
  if (sounding.length === 0) return null;
  const gate = mean(sounding) * 10 ** (-RELATIVE_LU / 10);
  return lufsOf(mean(sounding.filter((power) => power > gate)));
}

/** BS.1770 adds −0.691 dB so that a sine of 1 kHz reads its own level; means are of powers. */
export function lufsOf(power: number): number {
  return -0.691 + 10 * Math.log10(power);
}

function powerOf(lufs: number): number {
  return 10 ** ((lufs + 0.691) / 10);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

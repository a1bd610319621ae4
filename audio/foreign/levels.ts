// How loud each channel is, a hundredth of a second at a time, and where it hits the ceiling: from left and right in turn.
// It must never know files, formats or what is decided from it.

export const WINDOW_MS = 10;

/** Mean squares of full scale 1, one a window. */
export type Levels = {
  left: number[];
  right: number[];
  /** of both together, as one loudspeaker would give them */
  mid: number[];
  /** windows in which samples lie flat at the ceiling */
  clipped: number[];
};
export type LevelMeter = { take(frames: Int16Array): void; end(): Levels };

/** −0.2 dBFS. A coder or a resampler makes of a flat top one that trembles below full scale. */
const CEILING = 32_000;
/** A peak of honest sound touches it for one; 80 µs at 24 kHz are a plateau. */
const FLAT_LEAST = 2;
const FULL_SCALE = 32_768;
/** ffmpeg puts one channel on two at −3 dB, and what was flat in it stays flat there. */
const OF_ONE = Math.SQRT1_2;
/** A flat top that was resampled rings at its ends: 2 % measured. */
const RINGING = 1.05;

export function createLevelMeter(rateHz: number): LevelMeter {
  const levels: Levels = { left: [], right: [], mid: [], clipped: [] };
  const framesEach = (rateHz * WINDOW_MS) / 1_000;
  const sums = { left: 0, right: 0, mid: 0 };
  let frames = 0;
  let clippedHere = false;
  let clippedOneHere = false;
  // as one channel would have clipped; it is one as long as both are alike and neither is louder than one can be
  const clippedOne: number[] = [];
  let isOne = true;
  const [flat, flatOne] = [plateau(CEILING), plateau(CEILING * OF_ONE)];
  const close = () => {
    const share = 1 / frames / FULL_SCALE ** 2;
    if (clippedHere) levels.clipped.push(levels.mid.length);
    if (clippedOneHere) clippedOne.push(levels.mid.length);
    levels.left.push(sums.left * share);
    levels.right.push(sums.right * share);
    levels.mid.push(sums.mid * share);
    Object.assign(sums, { left: 0, right: 0, mid: 0 });
    frames = 0;
    clippedHere = false;
    clippedOneHere = false;
  };
  return {
    take(pairs) {
      for (let at = 0; at + 1 < pairs.length; at += 2) {
        const [left, right] = [pairs[at] as number, pairs[at + 1] as number];
        sums.left += left * left;
        sums.right += right * right;
        sums.mid += ((left + right) / 2) ** 2;
        const loud = Math.max(Math.abs(left), Math.abs(right));
        isOne &&= left === right && loud <= FULL_SCALE * OF_ONE * RINGING;
        clippedHere = flat(loud) || clippedHere;
        clippedOneHere = flatOne(loud) || clippedOneHere;
        frames += 1;
        if (frames === framesEach) close();
      }
    },
    end() {
      if (frames > 0) close();
      return isOne ? { ...levels, clipped: clippedOne } : levels;
    },
  };
}

/** True where enough samples in a row lie at the ceiling. */
function plateau(ceiling: number): (loud: number) => boolean {
  let run = 0;
  return (loud) => {
    run = loud >= ceiling ? run + 1 : 0;
    return run >= FLAT_LEAST;
  };
}

/** Digital silence has no logarithm. */
const FLOOR_DB = -96;

export function decibels(meanSquare: number): number {
  return Math.max(FLOOR_DB, 10 * Math.log10(meanSquare + 1e-12));
}

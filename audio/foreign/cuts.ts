// Where a recording is cut into parts that are levelled and coded by themselves: where it is quietest, on a whole frame. Pure.
// It must never know files, or how a part is coded.
import { FRAME_MS } from '../packets.ts';
import { WINDOW_MS } from './levels.ts';

/** Long enough that starting ffmpeg thrice is little of it, short enough that a slow coder is told of. */
const LEAST_MS = 20_000;
const MOST_MS = 60_000;
/** A part needs something to measure: of a long rest between two speakers it is given what is after it. */
const HEARD_LEAST_MS = 2_000;
/** −60 dB as a mean square. */
const HEARD_LEAST = 1e-6;
/** A rest between words: cut in its middle nobody hears that a coder began anew. */
const AROUND_WINDOWS = 4;

export type Cut = { atFrame: number; frames: number };

/** @param loud mean squares of windows of the sound that is taken; parts follow each other without a gap */
export function cutsOf(loud: readonly number[]): Cut[] {
  const each = FRAME_MS / WINDOW_MS;
  const total = Math.ceil(loud.length / each);
  const cuts: Cut[] = [];
  for (let at = 0; at < total; ) {
    const until = nextCut(loud, { at, total });
    cuts.push({ atFrame: at, frames: until - at });
    at = until;
  }
  return cuts;
}

function nextCut(loud: readonly number[], { at, total }: { at: number; total: number }): number {
  const [least, most] = [Math.ceil(LEAST_MS / FRAME_MS), Math.ceil(MOST_MS / FRAME_MS)];
  // what would be left is too little for a part of its own
  if (total - at < 2 * least) return total;
  for (let from = at + least; from < total - least; from += most - least) {
    const best = quietest(loud, { from, until: Math.min(from + most - least, total - least) });
    if (isHeard(loud, at, best) && isHeard(loud, best, total)) return best;
  }
  return total;
}

function quietest(loud: readonly number[], { from, until }: { from: number; until: number }) {
  let [best, least] = [from, Infinity];
  for (let frame = from; frame < until; frame += 1) {
    const around = loudAround(loud, frame);
    if (around < least) [best, least] = [frame, around];
  }
  return best;
}

function loudAround(loud: readonly number[], frame: number): number {
  const middle = (frame * FRAME_MS) / WINDOW_MS;
  return Math.max(...loud.slice(middle - AROUND_WINDOWS, middle + AROUND_WINDOWS));
}

function isHeard(loud: readonly number[], fromFrame: number, untilFrame: number): boolean {
  const each = FRAME_MS / WINDOW_MS;
  let windows = 0;
  for (let at = fromFrame * each; at < untilFrame * each; at += 1) {
    if ((loud[at] ?? 0) > HEARD_LEAST) windows += 1;
    if (windows * WINDOW_MS >= HEARD_LEAST_MS) return true;
  }
  return false;
}

// Where the sentences of one part stand: a short lead, speech, rests, and an end on a whole frame. Pure.
// It must never know voices, files, or what comes before and after the part.
import { restMs, samplesIn } from './join.ts';
import { FRAME_MS } from './packets.ts';

export type Placed = { at: number; samples: number };
export type Layout = {
  placed: Placed[];
  /** speech, rests and lead; what fills the last frame is left out */
  samples: number;
  frames: number;
};

/** Within the 200 ms of silence a broadcaster accepts at either end, a filled last frame included. */
export const LEAD_MS = 80;
export const TAIL_MS = 120;

/**
 * A part begins with the lead that a clip begins with, taken off the rest before it, so that it sounds the same
 * wherever it stands. Only the last of a clip ends otherwise.
 */
export function layOut(part: {
  said: readonly { words: string; samples: number }[];
  fullStopMs: number;
  last: boolean;
  rateHz: number;
}): Layout {
  const { said, fullStopMs, last, rateHz } = part;
  let at = samplesIn(LEAD_MS, rateHz);
  const placed = said.map(({ words, samples }, index) => {
    const place = { at, samples };
    const rest = restMs(words, fullStopMs);
    const within = index < said.length - 1;
    const after = within ? rest : last ? TAIL_MS : Math.max(0, rest - LEAD_MS);
    at += samples + samplesIn(after, rateHz);
    return place;
  });
  return { placed, samples: at, frames: Math.ceil((at * 1_000) / (rateHz * FRAME_MS)) };
}

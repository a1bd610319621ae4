// Recorded pieces laid one behind the other: crossfaded inside a sentence, ramped at its ends, a longer rest after it. Pure.
// It must never know files, words or coders.
import { EDGE_MS, edgeSamples } from './edges.ts';

/** From the last sound of a piece to the first of the next: as between two words of one breath. */
const WORD_GAP_MS = 80;
/** An announcer's full stop. */
const SENTENCE_GAP_MS = 450;
/** Before the whole is said again. */
const AGAIN_GAP_MS = 900;

export type Laid = {
  samples: Int16Array;
  /** where each piece sounds, its edges left out; in the order given */
  places: { startMs: number; endMs: number }[];
};

/** @param of.sentences pieces as `edged` made them; one that is said again is laid again */
export function lay(of: {
  sentences: readonly (readonly Int16Array[])[];
  /** how often the whole is said */
  times: number;
  rateHz: number;
}): Laid {
  const { sentences, times, rateHz } = of;
  const edge = edgeSamples(rateHz);
  const overlap = samplesIn(2 * EDGE_MS - WORD_GAP_MS, rateHz);
  const placed: { piece: Int16Array; at: number; into: boolean; outOf: boolean }[] = [];
  let at = 0;
  for (let time = 0; time < times; time += 1) {
    for (const [row, sentence] of sentences.entries()) {
      for (const [column, piece] of sentence.entries()) {
        const [first, last] = [column === 0, column === sentence.length - 1];
        placed.push({ piece, at, into: !first, outOf: !last });
        at += piece.length - (last ? 0 : overlap);
      }
      const isEnd = row === sentences.length - 1;
      const gapMs = isEnd ? (time === times - 1 ? 2 * EDGE_MS : AGAIN_GAP_MS) : SENTENCE_GAP_MS;
      at += samplesIn(gapMs - 2 * EDGE_MS, rateHz);
    }
  }
  const sum = new Float32Array(at);
  for (const { piece, at: from, into, outOf } of placed) {
    const rise = into ? overlap : edge;
    const fall = outOf ? overlap : edge;
    for (let n = 0; n < piece.length; n += 1) {
      const gain = ramp(n / rise) * ramp((piece.length - 1 - n) / fall);
      sum[from + n] = (sum[from + n] as number) + (piece[n] as number) * gain;
    }
  }
  return {
    samples: Int16Array.from(sum, (value) => Math.max(-32_768, Math.min(32_767, value))),
    places: placed.map(({ piece, at: from }) => ({
      startMs: msOf(from + edge, rateHz),
      endMs: msOf(from + piece.length - edge, rateHz),
    })),
  };
}

/** Equal power: the noise of two rooms is as loud in the middle of a crossfade as before it and after. */
function ramp(share: number): number {
  return share >= 1 ? 1 : Math.sin((Math.PI / 2) * Math.max(0, share));
}

const samplesIn = (ms: number, rateHz: number) => Math.round((ms * rateHz) / 1_000);
const msOf = (samples: number, rateHz: number) => Math.round((samples * 1_000) / rateHz);

// How long sounds last when they are joined packet by packet: to the millisecond, before anything is made. Pure.
// It must never know files or codes; audio/joining does what is computed here, and a test holds both against each other.
import type { Clip } from '../model.ts';

/** Of a packet, which is never cut. */
export const FRAME_MS = 60;
const SAMPLES_EACH_MS = 48;
const FRAME_SAMPLES = FRAME_MS * SAMPLES_EACH_MS;

export type Length = {
  frames: number;
  /** silent at its beginning */
  leadMs: number;
  /** silent at its end, what fills the last packet included */
  tailMs: number;
  /** as it ends when nothing follows */
  samples: number;
};

export function lengthOf({ sound, sentences }: Pick<Clip, 'sound' | 'sentences'>): Length {
  const { preSkipSamples, totalSamples: samples } = sound;
  const frames = Math.ceil((samples + preSkipSamples) / FRAME_SAMPLES);
  const endMs = sentences.at(-1)?.endMs ?? Math.round(samples / SAMPLES_EACH_MS);
  return {
    frames,
    leadMs: sentences[0]?.startMs ?? 0,
    tailMs: Math.max(0, frames * FRAME_MS - endMs),
    samples,
  };
}

export type Placed = {
  /** whole packets of silence before it */
  pauseFrames: number;
  startMs: number;
};

/**
 * @param pieces each with the silence wished before it; the first begins at once
 * @returns never more silence between two than was wished, unless their own ends are longer
 */
export function placed(pieces: readonly { length: Length; pauseMs: number }[]): {
  places: Placed[];
  durationMs: number;
} {
  let frames = 0;
  const places = pieces.map(({ length, pauseMs }, at): Placed => {
    const before = pieces[at - 1]?.length;
    const ownMs = (before?.tailMs ?? 0) + length.leadMs;
    const pauseFrames = before ? Math.max(0, Math.floor((pauseMs - ownMs) / FRAME_MS)) : 0;
    const startMs = (frames + pauseFrames) * FRAME_MS;
    frames += pauseFrames + length.frames;
    return { pauseFrames, startMs };
  });
  const last = pieces.at(-1)?.length;
  const samples = last ? (frames - last.frames) * FRAME_SAMPLES + last.samples : 0;
  return { places, durationMs: Math.round(samples / SAMPLES_EACH_MS) };
}

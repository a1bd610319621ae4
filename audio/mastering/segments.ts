// Where a long sound may be cut so that its parts are coded apart: on whole frames, in the rests. Pure.
// It must never know ffmpeg, files or what is said.

/** Counted in frames of 60 ms. */
export type Segment = { first: number; count: number };

/**
 * Segments of at least `wanted` frames, each ending in a rest. A sentence is never cut, so one segment may be as
 * long as the longest sentence.
 */
export function planSegments(sound: {
  frames: number;
  restsAtMs: readonly number[];
  wanted: number;
  frameMs: number;
}): Segment[] {
  const segments: Segment[] = [];
  let first = 0;
  for (const restAtMs of sound.restsAtMs) {
    const cut = Math.round(restAtMs / sound.frameMs);
    if (cut - first < sound.wanted || sound.frames - cut < sound.wanted) continue;
    segments.push({ first, count: cut - first });
    first = cut;
  }
  return [...segments, { first, count: sound.frames - first }];
}

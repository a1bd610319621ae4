// Where a sound may be cut: in its rests, on whole frames, never losing one.
// It must never know ffmpeg.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planSegments } from '../../audio/mastering/segments.ts';

test('a cut falls on the frame nearest to a rest, at least a minute after the last', () => {
  expect(
    planSegments({
      frames: 3_000,
      restsAtMs: [10_000, 59_000, 61_000, 90_000, 125_015],
      wanted: 1_000,
      frameMs: 60,
    }),
  ).toEqual([
    { first: 0, count: 1_017 },
    { first: 1_017, count: 1_983 },
  ]);
});

test.each([
  ['no rest', []],
  ['rests only near the ends', [100, 179_000]],
])('%s: one segment', (_, restsAtMs) => {
  expect(planSegments({ frames: 3_000, restsAtMs, wanted: 1_000, frameMs: 60 })).toEqual([
    { first: 0, count: 3_000 },
  ]);
});

test('whatever the rests, the segments cover every frame once and are long enough', () => {
  fc.assert(
    fc.property(fc.nat(20_000), fc.array(fc.nat(1_300_000)), (frames, rests) => {
      const segments = planSegments({
        frames,
        restsAtMs: rests.sort((a, b) => a - b),
        wanted: 1_000,
        frameMs: 60,
      });
      let next = 0;
      for (const { first, count } of segments) {
        expect(first).toBe(next);
        if (segments.length > 1) expect(count).toBeGreaterThanOrEqual(1_000);
        next = first + count;
      }
      expect(next).toBe(frames);
    }),
  );
});

// Where a recording is cut: on whole frames, where it is quiet, and never so that a part holds nothing to measure.
// It must never need ffmpeg.
import { expect, test } from 'vitest';
import { type Cut, cutsOf } from '../../audio/foreign/cuts.ts';

const LOUD = 0.01;
const QUIET = 1e-6;
const SECOND = 100;
/** Every ten seconds a rest of 400 ms, but for those that are said to be longer. */
const talk = (seconds: number, isRest = (at: number) => at % (10 * SECOND) >= 9.6 * SECOND) =>
  Array.from({ length: seconds * SECOND }, (_, at) => (isRest(at) ? QUIET : LOUD));
const whole = (cuts: Cut[]) => {
  let at = 0;
  for (const cut of cuts) {
    expect(cut.atFrame).toBe(at);
    at += cut.frames;
  }
  return at;
};

test.each([0.5, 5, 39])('%d seconds are one part', (seconds) => {
  const cuts = cutsOf(talk(seconds));
  expect(cuts).toHaveLength(1);
  expect(whole(cuts)).toBe(Math.ceil((seconds * 1_000) / 60));
});

test('half an hour is cut in its rests, into parts of twenty to eighty seconds', () => {
  const loud = talk(1_800);
  const cuts = cutsOf(loud);
  expect(whole(cuts)).toBe(30_000);
  for (const { atFrame, frames } of cuts) {
    expect(frames * 60).toBeGreaterThanOrEqual(20_000);
    expect(frames * 60).toBeLessThanOrEqual(80_000);
    if (atFrame > 0) expect(loud[atFrame * 6]).toBe(QUIET);
  }
});

test('who never draws breath is cut all the same', () => {
  const cuts = cutsOf(talk(300, () => false));
  expect(cuts.length).toBeGreaterThan(4);
  expect(whole(cuts)).toBe(5_000);
});

test('three minutes of nothing between two speakers belong to one of them', () => {
  const gap = (at: number) => at > 30 * SECOND && at < 210 * SECOND;
  const loud = talk(240, gap).map((one) => (one === QUIET ? 1e-9 : one));
  const cuts = cutsOf(loud);
  whole(cuts);
  for (const { atFrame, frames } of cuts)
    expect(loud.slice(atFrame * 6, (atFrame + frames) * 6)).toContain(LOUD);
});

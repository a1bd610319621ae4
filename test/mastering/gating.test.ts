// Loudness from blocks and from samples, by the standard's own examples.
// It must never know ffmpeg.
import { expect, test } from 'vitest';
import { gatedLufs } from '../../audio/mastering/gating.ts';
import { loudnessOf } from '../../audio/mastering/k-weighting.ts';

const blocks = (count: number, lufs: number) => Array<number>(count).fill(lufs);

test.each<[string, number[], number | null]>([
  ['all alike', blocks(10, -23), -23],
  ['silence beside speech', [...blocks(10, -20), ...blocks(90, -120)], -20],
  // EBU Tech 3341, case 4: what is softer by more than 10 LU is not speech
  [
    'soft beside loud',
    [...blocks(100, -72), ...blocks(100, -36), ...blocks(600, -23), ...blocks(100, -36)],
    -23,
  ],
  ['two levels, both speech', [...blocks(50, -20), ...blocks(50, -26)], -22.04],
  ['nothing but silence', blocks(5, -90), null],
  ['nothing', [], null],
])('%s', (_, given, lufs) => {
  if (lufs === null) expect(gatedLufs(given)).toBeNull();
  else expect(gatedLufs(given)).toBeCloseTo(lufs, 1);
});

const tone = (rateHz: number, peakDb: number, seconds = 3) =>
  Int16Array.from(
    { length: rateHz * seconds },
    (_, at) => 32_768 * 10 ** (peakDb / 20) * Math.sin((at * 2 * Math.PI * 997) / rateHz),
  );

test.each([16_000, 22_050, 24_000, 48_000])(
  'at %i Hz a sine of 997 Hz reads 3 dB below its peak (BS.1770)',
  (rateHz) => {
    for (const peakDb of [-6, -20, -40])
      expect(loudnessOf(tone(rateHz, peakDb), rateHz)).toBeCloseTo(peakDb - 3.01, 0);
  },
);

test('a rumble weighs nothing, silence has no loudness, a moment has one', () => {
  const rumble = Int16Array.from(
    { length: 48_000 },
    (_, at) => 10_000 * Math.sin((at * 2 * Math.PI * 15) / 24_000),
  );
  expect(loudnessOf(rumble, 24_000)).toBeLessThan(-25);
  expect(loudnessOf(new Int16Array(24_000), 24_000)).toBeNull();
  expect(loudnessOf(tone(16_000, -6, 0.2), 16_000)).toBeGreaterThan(-20);
  expect(loudnessOf(new Int16Array(0), 16_000)).toBeNull();
});

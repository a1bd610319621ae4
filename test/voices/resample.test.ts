// Changing a rate: what is kept is flat, what does not fit is gone, measured by a single frequency's own level.
// It must never know voices.
import { expect, test } from 'vitest';
import { resampler } from '../../audio/voices/resample.ts';

const PAIRS = [
  [16_000, 22_050],
  [22_050, 16_000],
  [24_000, 22_050],
  [22_050, 24_000],
  [48_000, 16_000],
  [16_000, 48_000],
] as const;

function tone(hz: number, rateHz: number, peak = 16_000): Int16Array {
  return Int16Array.from({ length: rateHz / 2 }, (_, at) =>
    Math.round(peak * Math.sin((2 * Math.PI * hz * at) / rateHz)),
  );
}

/** The level of one frequency, in dB against a full tone of 16,000; the ends left out. */
function levelDb(samples: Int16Array, hz: number, rateHz: number): number {
  const inner = samples.subarray(Math.round(rateHz / 10), samples.length - Math.round(rateHz / 10));
  let [re, im, weight] = [0, 0, 0];
  for (const [at, sample] of inner.entries()) {
    const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / (inner.length - 1));
    re += window * sample * Math.cos((2 * Math.PI * hz * at) / rateHz);
    im += window * sample * Math.sin((2 * Math.PI * hz * at) / rateHz);
    weight += window;
  }
  return 20 * Math.log10(Math.max(1e-9, (2 * Math.hypot(re, im)) / weight / 16_000));
}

test.each(PAIRS)('from %i to %i Hz speech stays within 0.1 dB', (fromHz, toHz) => {
  const change = resampler({ fromHz, toHz });
  const top = 0.83 * (Math.min(fromHz, toHz) / 2);
  for (const hz of [100, 300, 1_000, 3_000, top]) {
    const level = levelDb(change(tone(hz, fromHz)), hz, toHz);
    expect(Math.abs(level), `${hz} Hz`).toBeLessThan(0.1);
  }
});

test.each([
  [22_050, 16_000],
  [48_000, 16_000],
  [24_000, 22_050],
])('from %i to %i Hz what lies above does not fold back', (fromHz, toHz) => {
  const change = resampler({ fromHz, toHz });
  for (const hz of [toHz / 2 + 100, 0.96 * (fromHz / 2)].filter((hz) => hz > toHz / 2)) {
    expect(levelDb(change(tone(hz, fromHz)), toHz - hz, toHz), `${hz} Hz`).toBeLessThan(-72);
  }
});

test('from 16 to 48 kHz no mirror of the sound is made', () => {
  const change = resampler({ fromHz: 16_000, toHz: 48_000 });
  expect(levelDb(change(tone(6_000, 16_000)), 10_000, 48_000)).toBeLessThan(-72);
});

test.each(PAIRS)('from %i to %i Hz the length follows the rate', (fromHz, toHz) => {
  const change = resampler({ fromHz, toHz });
  for (const length of [0, 1, 7, 1_000, 12_345])
    expect(change(new Int16Array(length)).length).toBe(Math.round((length * toHz) / fromHz));
});

test('the same rate hands back the same samples', () => {
  const samples = tone(440, 22_050);
  expect(resampler({ fromHz: 22_050, toHz: 22_050 })(samples)).toBe(samples);
});

test('a full square is held within 16 bit instead of turning over', () => {
  const square = Int16Array.from({ length: 2_000 }, (_, at) => (at % 40 < 20 ? 32_767 : -32_768));
  const changed = resampler({ fromHz: 16_000, toHz: 22_050 })(square);
  const wrongSide = changed.filter((sample, at) => {
    const phase = ((at * 16_000) / 22_050) % 40;
    return (phase > 3 && phase < 16 && sample < 0) || (phase > 23 && phase < 36 && sample > 0);
  });
  expect(wrongSide).toHaveLength(0);
  expect(Math.max(...changed)).toBe(32_767);
});

test('a steady level stays exactly what it is', () => {
  const changed = resampler({ fromHz: 22_050, toHz: 24_000 })(new Int16Array(4_000).fill(1_000));
  expect(new Set(changed.subarray(200, -200))).toEqual(new Set([1_000]));
});

test.each([0, -1, 22_050.5, Number.NaN, 3_999, 192_001])('%s is no sample rate', (rate) => {
  expect(() => resampler({ fromHz: rate, toHz: 22_050 })).toThrow(RangeError);
  expect(() => resampler({ fromHz: 22_050, toHz: rate })).toThrow(RangeError);
});

// Ramps and the limiter: nothing clicks, nothing clips, and what needs neither is not touched.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CEILING, makeLimiter, RAMP_SAMPLES, ramped } from '../../../devices/agent/shape.ts';

const level = new Int16Array(1_000).fill(10_000);
const far = { sinceSilence: RAMP_SAMPLES, untilSilence: Number.POSITIVE_INFINITY };

test('sound far from silence is the very same array', () => {
  expect(ramped(level, far)).toBe(level);
  expect(makeLimiter()(level, 10_000)).toBe(level);
});

test('after silence it rises, before silence it falls, sample by sample', () => {
  const up = ramped(level, { ...far, sinceSilence: 0 });
  const down = ramped(level, { ...far, untilSilence: level.length });
  expect(up[0]).toBe(0);
  expect(up[RAMP_SAMPLES]).toBe(10_000);
  expect(down[0]).toBe(10_000);
  expect(down.at(-1)).toBeLessThan(50);
  for (let at = 1; at < level.length; at++) {
    expect((up[at] as number) - (up[at - 1] as number)).toBeLessThan(50);
    expect((down[at - 1] as number) - (down[at] as number)).toBeLessThan(50);
  }
});

test('the limiter lets nothing above its ceiling and lets go slowly', () => {
  const limiter = makeLimiter();
  const loud = new Int16Array(100).fill(32_767);
  expect(Math.max(...limiter(loud, 32_767))).toBeLessThanOrEqual(CEILING);
  const after = limiter(new Int16Array(2_400).fill(1_000), 1_000);
  expect(after[0]).toBeLessThan(1_000);
  expect(after.at(-1)).toBe(1_000);
});

test('whatever comes, the ceiling holds', () => {
  fc.assert(
    fc.property(fc.int16Array({ maxLength: 300 }), (samples) => {
      const limited = makeLimiter()(samples, 32_768);
      for (const sample of limited) expect(Math.abs(sample)).toBeLessThanOrEqual(CEILING);
    }),
    { seed: 16, numRuns: 200 },
  );
});

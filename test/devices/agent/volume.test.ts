// Volume: percent to gain, without a step that clicks; and the beeps, which have their own.
import { expect, test } from 'vitest';
import { BEEP_MS, BEEPS, beepSound } from '../../../devices/agent/beep.ts';
import { gainOf, makeFader } from '../../../devices/agent/volume.ts';

const decibels = (gain: number) => 20 * Math.log10(gain);

test.each([
  [100, 0],
  [75, -5],
  [50, -12.04],
  [25, -24.08],
  [10, -40],
])('%i percent are %f dB', (percent, db) => {
  expect(decibels(gainOf(percent))).toBeCloseTo(db, 1);
});

test('nought is silence, and every percent more is louder', () => {
  expect(gainOf(0)).toBe(0);
  for (let percent = 1; percent <= 100; percent++)
    expect(gainOf(percent)).toBeGreaterThan(gainOf(percent - 1));
});

test('at full volume the samples are the very ones that came', () => {
  const samples = new Int16Array([1, -2, 32_767, -32_768]);
  expect(makeFader(() => 1)(samples)).toBe(samples);
});

test('it is right from the first sample, and glides to another volume in fifty milliseconds', () => {
  let wanted = 0.25;
  const fade = makeFader(() => wanted);
  expect([...fade(new Int16Array(3).fill(10_000))]).toEqual([2_500, 2_500, 2_500]);
  wanted = 1;
  const rising = fade(new Int16Array(1_200).fill(10_000));
  const steps = rising.map((sample, at) => sample - (rising[at - 1] ?? 2_500));
  expect(Math.max(...steps)).toBeLessThan(10);
  expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
  expect(rising.at(-1)).toBe(10_000);
  const loud = new Int16Array(4).fill(10_000);
  expect(fade(loud)).toBe(loud);
  wanted = 0;
  expect(fade(new Int16Array(1_300).fill(10_000)).at(-1)).toBe(0);
});

test('the beeps are three, of a kilohertz, soft at their edges, twenty decibels under full', () => {
  const sound = beepSound();
  const all = sound.take(0, sound.endSample)?.samples as Int16Array;
  expect(all.length).toBe(sound.endSample);
  expect(all.length / 24).toBeLessThanOrEqual(2_000);
  let bursts = 0;
  let crossings = 0;
  let quietFor = 9_000;
  for (let at = 1; at < all.length; at++) {
    const [before, now] = [all[at - 1] as number, all[at] as number];
    if (now !== 0 && quietFor > 1_000) bursts++;
    quietFor = now === 0 ? quietFor + 1 : 0;
    if (before < 0 && now >= 0) crossings++;
  }
  expect(bursts).toBe(BEEPS);
  expect(crossings / BEEPS / (BEEP_MS / 1_000)).toBeCloseTo(1_000, -2);
  expect(decibels(Math.max(...all) / 32_768)).toBeCloseTo(-20, 0);
  expect(Math.abs(all[1] as number)).toBeLessThan(20);
  expect(sound.take(sound.endSample, 10)).toBeNull();
  expect(sound.holeEnd(0)).toBe(sound.endSample);
});

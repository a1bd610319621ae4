// How sentences are joined: edges, ramps, rests and pace.
// It must never know engines or files.
import { expect, test } from 'vitest';
import { restMs, speakingPace, trimmed } from '../../audio/join.ts';

const RATE = 1_000; // one sample a millisecond keeps the arithmetic readable

function speech(lead: number, sound: number, trail: number): Int16Array {
  return Int16Array.from([
    ...Array<number>(lead).fill(3),
    ...Array<number>(sound).fill(10_000),
    ...Array<number>(trail).fill(-4),
  ]);
}

test('the silence around speech is cut to ten milliseconds on either side', () => {
  expect(trimmed(speech(300, 100, 400), RATE)).toHaveLength(120);
  expect(trimmed(speech(4, 100, 0), RATE)).toHaveLength(104);
});

test('speech starts and ends at zero, in ramps and not in steps', () => {
  const part = trimmed(speech(0, 100, 0), RATE);
  expect([...part.slice(0, 6)]).toEqual([0, 2_000, 4_000, 6_000, 8_000, 10_000]);
  expect([...part.slice(-6)]).toEqual([10_000, 8_000, 6_000, 4_000, 2_000, 0]);
});

test('a single sample, silence and nothing at all are survived', () => {
  expect(trimmed(Int16Array.of(9_000), RATE)).toHaveLength(1);
  expect(trimmed(speech(50, 0, 50), RATE)).toHaveLength(0);
  expect(trimmed(new Int16Array(0), RATE)).toHaveLength(0);
});

test('what the engine made is not changed in place', () => {
  const samples = speech(0, 20, 0);
  trimmed(samples, RATE);
  expect(samples[0]).toBe(10_000);
});

test.each([
  ['Điều một.', 400],
  ['các cơ quan sau:', 280],
  ['sở tư pháp; ', 280],
  ['căn cứ luật,', 160],
  ['không có dấu', 400],
  ['', 400],
])('after "%s" the rest is %i ms', (words, rest) => {
  expect(restMs(words, 400)).toBe(rest);
});

test('on air the pace counts the rests: a typical sentence of 24 syllables comes out exact', () => {
  for (const syllablesPerMinute of [150, 170, 190, 220]) {
    const speaking = speakingPace({ syllablesPerMinute, fullStopMs: 400 });
    const airMs = (24 * 60_000) / speaking + 400;
    expect((24 * 60_000) / airMs).toBeCloseTo(syllablesPerMinute, 6);
  }
});

test('a rest of any length never makes the speech a gabble', () => {
  expect(speakingPace({ syllablesPerMinute: 200, fullStopMs: 9_000 })).toBe(300);
  expect(speakingPace({ syllablesPerMinute: 200, fullStopMs: 7_100 })).toBe(300);
});

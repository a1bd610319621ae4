// How long joined sounds last: whole packets, and never more silence than was wished.
// It must never touch real sound.
import { expect, test } from 'vitest';
import type { Clip } from '../../../src/domain/model.ts';
import { lengthOf, placed } from '../../../src/domain/programmes/lengths.ts';
import { TEN } from './sample.ts';

type Sound = Pick<Clip, 'sound' | 'sentences'>;
const sound = (totalSamples: number, sentences: Clip['sentences'] = []): Sound =>
  ({ sound: { preSkipSamples: 312, totalSamples }, sentences }) as unknown as Sound;

test('a clip fills whole packets, its decoder’s head start included', () => {
  expect(lengthOf(sound(2_880 - 312))).toMatchObject({ frames: 1 });
  expect(lengthOf(sound(2_880))).toMatchObject({ frames: 2 });
});

test('silence at its ends is known from its sentences, or of a recording from its length', () => {
  const said = [
    { words: 'a', startMs: 80, endMs: 500 },
    { words: 'b', startMs: 900, endMs: 1_400 },
  ];
  expect(lengthOf(sound(48 * 1_500, said))).toMatchObject({ leadMs: 80, tailMs: 160 });
  expect(lengthOf(sound(48 * 1_500))).toMatchObject({ leadMs: 0, tailMs: 60 });
  const beyond = [{ words: 'a', startMs: 0, endMs: 9_999 }];
  expect(lengthOf(sound(48 * 1_500, beyond))).toMatchObject({ tailMs: 0 });
});

test('what the ends bring is taken off the pause; a shorter pause than they are is none', () => {
  const row = (pauseMs: number) =>
    placed([
      { length: TEN, pauseMs: 9_999 },
      { length: TEN, pauseMs },
    ]).places;
  // 800 − 120 − 80 are ten packets
  expect(row(800)).toEqual([
    { pauseFrames: 0, startMs: 0 },
    { pauseFrames: 10, startMs: 177 * 60 },
  ]);
  expect(row(859)[1]).toMatchObject({ pauseFrames: 10 });
  expect(row(100)[1]).toMatchObject({ pauseFrames: 0, startMs: 167 * 60 });
});

test('the whole ends as its last does, and nothing lasts nothing', () => {
  const { durationMs } = placed([
    { length: TEN, pauseMs: 0 },
    { length: { ...TEN, samples: 480_000 }, pauseMs: 0 },
  ]);
  expect(durationMs).toBe(167 * 60 + 10_000);
  expect(placed([])).toEqual({ places: [], durationMs: 0 });
});

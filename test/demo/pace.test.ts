import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PaceFacts, paceOf, patienceSeconds } from '../../src/demo/pace.ts';

const usual: PaceFacts = {
  clipSeconds: 300,
  clipBytes: 900_000,
  speakers: 12,
  decodeRate: 250,
  gatheringSeconds: 12,
  minutesLeft: 268,
  askedSpeed: null,
};

describe('how fast the plan runs', () => {
  test.each<[string, Partial<PaceFacts>, number, string | null]>([
    ['half a minute of hearing', {}, 10, null],
    ['a short text in real time', { clipSeconds: 20 }, 1, null],
    ['a little more than half a minute', { clipSeconds: 31 }, 2, null],
    ['what was asked for', { askedSpeed: 3 }, 3, null],
    ['a part of a speed that was asked for', { askedSpeed: 1.5 }, 1.5, null],
    ['no faster than this machine decodes', { askedSpeed: 500, decodeRate: 90.7 }, 90, 'decoding'],
    ['never slower than life', { decodeRate: 0.4 }, 1, 'decoding'],
    [
      'no faster than the evening is long',
      { clipSeconds: 9_000, clipBytes: 27_000_000, speakers: 1, decodeRate: 300 },
      80,
      'hours',
    ],
    ['real time when the hours are over', { minutesLeft: 0, askedSpeed: 40 }, 1, 'hours'],
  ])('%s', (_what, facts, speed, cappedBy) => {
    expect(paceOf({ ...usual, ...facts })).toMatchObject({ speed, cappedBy });
  });

  test('whatever is asked, the clip ends before the hours do, or the clock does not run', () => {
    const facts = fc.record({
      clipSeconds: fc.integer({ min: 1, max: 12_000 }),
      clipBytes: fc.integer({ min: 1_000, max: 40_000_000 }),
      speakers: fc.integer({ min: 1, max: 200 }),
      decodeRate: fc.integer({ min: 1, max: 500 }),
      gatheringSeconds: fc.constantFrom(0, 12),
      minutesLeft: fc.integer({ min: 0, max: 990 }),
      askedSpeed: fc.option(fc.integer({ min: 1, max: 1_000 })),
    });
    fc.assert(
      fc.property(facts, (given) => {
        const { speed, leadSeconds } = paceOf(given);
        const used = (given.gatheringSeconds + leadSeconds) * speed + given.clipSeconds;
        expect(speed === 1 || used <= given.minutesLeft * 60).toBe(true);
        expect(speed).toBeLessThanOrEqual(Math.max(1, given.decodeRate));
      }),
    );
  });
});

describe('how far ahead it plans', () => {
  test('a long clip gets the time to be decoded and delivered', () => {
    const short = paceOf(usual).leadSeconds;
    const long = paceOf({ ...usual, clipSeconds: 9_000, clipBytes: 27_000_000 }).leadSeconds;
    expect(short).toBeGreaterThan(6);
    expect(long - short).toBeGreaterThan(9_000 / usual.decodeRate);
  });
  test('patience ends after lead, clip and grace', () => {
    const pace = { speed: 10, leadSeconds: 8, cappedBy: null };
    expect(patienceSeconds(pace, 300, 20)).toBe(8 + 30 + 20 + 60);
  });
});

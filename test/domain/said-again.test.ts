// Which times of another language are ended with a time of the original: the last before them, for half an hour.
// It must never need a row or a clock.
import { describe, expect, test } from 'vitest';
import {
  type HeardSpan,
  heardSpan,
  isInChain,
  isSaidAgain,
} from '../../src/domain/airing/said-again.ts';

const MINUTE = 60_000;
const at = (minutes: number) => 1_000_000_000 + minutes * MINUTE;
const span = (fromMinute: number, minutes = 1): HeardSpan => ({
  fromMs: at(fromMinute),
  endMs: at(fromMinute + minutes),
});
const meant = (
  minute: number | null,
  of: { ended?: HeardSpan[]; living?: number[]; now?: number } = {},
) =>
  isSaidAgain(minute === null ? null : at(minute), {
    ended: of.ended ?? [span(0)],
    living: (of.living ?? []).map(at),
    nowMs: at(of.now ?? 2),
    soonMs: at((of.now ?? 2) + 10),
  });

describe('what belongs to a time that is ended', () => {
  test.each([
    ['before it', -1, false],
    ['with it', 0, true],
    ['half an hour after its end', 31, true],
    ['later: put there by itself', 31.1, false],
  ])('%s', (_, minute, expected) => {
    expect(meant(minute)).toBe(expected);
  });

  test('counts from its end, however long it was', () => {
    expect([meant(80, { ended: [span(0, 50)] }), meant(81, { ended: [span(0, 50)] })]).toEqual([
      true,
      false,
    ]);
  });

  test.each([
    ['one in between is the one it belongs to', 20, [10], false],
    ['one of the same minute is', 20, [20], false],
    ['a later one is not', 20, [21], true],
    ['one before the ended is not', 20, [-5], true],
    ['one together with the ended is not', 20, [0], true],
  ])('where the original lives on: %s', (_, minute, living, expected) => {
    expect(meant(minute, { living })).toBe(expected);
  });

  test('the last of those ended counts', () => {
    const ended = [span(0), span(10)];
    expect(meant(20, { ended, living: [5] })).toBe(true);
    expect(meant(20, { ended, living: [15] })).toBe(false);
  });

  test('what sounds is the same thing going on, unless the ended is long over', () => {
    expect(meant(20, { living: [10], now: 21 })).toBe(true);
    expect(meant(40, { now: 41 })).toBe(false);
  });

  test.each([
    ['sounds', 1, true],
    ['begins soon', -9, true],
    ['begins later', -11, false],
    ['was over a while ago', 31, true],
    ['was over long ago', 32, false],
  ])('"now" that waits follows what %s', (_, now, expected) => {
    expect(meant(null, { now })).toBe(expected);
  });

  test('"now" that waits belongs to a newer one', () => {
    expect(meant(null, { now: 20, living: [19] })).toBe(false);
  });
});

describe('from when until when it is heard', () => {
  const heard = (occurrenceId: string) =>
    heardSpan({ occurrenceId, playAtMs: at(10), durationMs: MINUTE });
  test.each([
    ['as set', `s@${at(10)}`, 10],
    ['a little later than it was set', `s@${at(0)}`, 0],
    ['the same, given back', `s@${at(0)}-lx9k`, 0],
    ['earlier than it was set', `s@${at(15)}`, 10],
    ['far from where it was set', `s@${at(-60)}`, 10],
    ['said again after a gap', `s@${at(0)}#2`, 10],
  ])('%s', (_, id, fromMinute) => {
    expect(heard(id)).toEqual({ fromMs: at(fromMinute), endMs: at(11) });
  });

  test('and what is behind it', () => {
    expect([isInChain(span(0), at(31)), isInChain(span(0), at(32))]).toEqual([true, false]);
  });
});

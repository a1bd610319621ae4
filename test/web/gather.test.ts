// Many changes are one question, and a stream of them does not starve a screen.
// It must never need a browser.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GATHER_MS, GATHERED_MS, gather } from '../../src/web/gather.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a hundred changes at once are asked about once, a moment later', () => {
  const call = vi.fn();
  const { add } = gather(call);
  for (let n = 0; n < 100; n += 1) add();
  vi.advanceTimersByTime(GATHER_MS - 1);
  expect(call).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(call).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(10_000);
  expect(call).toHaveBeenCalledTimes(1);
});

test('a change every 100 ms for a minute is asked about every two seconds, no later', () => {
  const asked: number[] = [];
  const began = performance.now();
  const { add } = gather(() => asked.push(performance.now() - began));
  for (let n = 0; n < 600; n += 1) {
    add();
    vi.advanceTimersByTime(100);
  }
  expect(asked[0]).toBeLessThanOrEqual(GATHERED_MS);
  const pauses = asked.slice(1).map((at, n) => at - (asked[n] ?? 0));
  expect(Math.max(...pauses)).toBeLessThanOrEqual(GATHERED_MS + 100);
  expect(asked.length).toBeLessThanOrEqual(31);
});

test('a screen that is left asks nothing more', () => {
  const call = vi.fn();
  const { add, stop } = gather(call);
  add();
  stop();
  vi.advanceTimersByTime(10_000);
  expect(call).not.toHaveBeenCalled();
});

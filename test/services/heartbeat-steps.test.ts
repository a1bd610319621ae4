import { afterEach, expect, test, vi } from 'vitest';
import { makeHeartbeat } from '../../src/services/heartbeat.ts';
import { keptLog } from './fakes.ts';

afterEach(() => void vi.useRealTimers());

const HOUR_MS = 3_600_000;

/** Real node-cron over hands of a clock that tests move; the monotonic one never jumps. */
function beating() {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    now: Date.parse('2026-12-31T23:59:30+07:00'),
  });
  let monoMs = 0;
  let beats = 0;
  const heartbeat = makeHeartbeat({
    async beat() {
      beats += 1;
    },
    clock: { monoMs: () => monoMs },
    log: keptLog(),
  });
  heartbeat.start();
  return {
    heartbeat,
    async pass(seconds: number) {
      const before = beats;
      for (let n = 0; n < seconds * 10; n += 1) {
        monoMs += 100;
        await vi.advanceTimersByTimeAsync(100);
      }
      return beats - before;
    },
    step: (ms: number) => void vi.setSystemTime(Date.now() + ms),
  };
}

test.each([
  ['stays where it is', 0],
  ['is put an hour forward', HOUR_MS],
  ['is put an hour back', -HOUR_MS],
  ['is put a day back', -24 * HOUR_MS],
  ['is put three seconds back', -3_000],
  ['is put over New Year', 60_000],
])('the heart beats every second when the wall clock %s', async (_, ms) => {
  const { heartbeat, pass, step } = beating();
  expect(await pass(10)).toBeGreaterThanOrEqual(9);
  step(ms);
  // whatever node-cron makes of it, the watch on the monotonic clock lets three seconds pass at most
  expect(await pass(20)).toBeGreaterThanOrEqual(14);
  await heartbeat.stop();
});

test('a stalled event loop costs the beats of its stall, and not one more', async () => {
  const { heartbeat, pass } = beating();
  await pass(2);
  vi.setSystemTime(Date.now() + 60_000);
  expect(await pass(10)).toBeGreaterThanOrEqual(6);
  await heartbeat.stop();
});

import { afterEach, describe, expect, test, vi } from 'vitest';
import { makeHeartbeat } from '../../src/services/heartbeat.ts';
import { handClock, keptLog } from './fakes.ts';
import { until } from './world.ts';

afterEach(() => void vi.useRealTimers());

describe('the heartbeat', () => {
  test('beats at once and then by node-cron', async () => {
    let beats = 0;
    const heartbeat = makeHeartbeat({
      async beat() {
        beats += 1;
      },
      clock: { monoMs: () => performance.now() },
      log: keptLog(),
    });
    heartbeat.start();
    await until(() => beats >= 2, 'two beats');
    await heartbeat.stop();
  });

  test('never beats twice at once', async () => {
    let running = 0;
    let most = 0;
    let fire = async () => {};
    const heartbeat = makeHeartbeat({
      async beat() {
        running += 1;
        most = Math.max(most, running);
        await new Promise(setImmediate);
        running -= 1;
      },
      clock: handClock(0),
      log: keptLog(),
      schedule(beat) {
        fire = beat;
        return { start: () => undefined, destroy: () => undefined };
      },
    });
    heartbeat.start();
    await Promise.all([fire(), fire(), fire()]);
    await heartbeat.stop();
    expect(most).toBe(1);
  });

  test('notices that node-cron has fallen silent, says so and beats itself', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const clock = handClock(0);
    const log = keptLog();
    let beats = 0;
    let schedules = 0;
    const heartbeat = makeHeartbeat({
      async beat() {
        beats += 1;
      },
      clock,
      log,
      schedule() {
        schedules += 1;
        return { start: () => undefined, destroy: () => undefined };
      },
    });
    heartbeat.start();
    await Promise.resolve();
    for (let second = 0; second < 8; second += 1) {
      clock.move(1_000);
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(beats).toBe(3);
    expect(schedules).toBe(3);
    expect(log.lines.map(({ line }) => line)).toEqual([
      'node-cron has fallen silent: started again',
      'node-cron has fallen silent: started again',
    ]);
    await heartbeat.stop();
  });

  test('goes on after a beat that failed', async () => {
    const log = keptLog();
    let fire = async () => {};
    let beats = 0;
    const heartbeat = makeHeartbeat({
      async beat() {
        beats += 1;
        throw new Error('disk full');
      },
      clock: handClock(0),
      log,
      schedule(beat) {
        fire = beat;
        return { start: () => undefined, destroy: () => undefined };
      },
    });
    heartbeat.start();
    await fire();
    await fire();
    await heartbeat.stop();
    expect(beats).toBe(2);
    expect(log.lines.every(({ line }) => line === 'a beat failed')).toBe(true);
  });
});

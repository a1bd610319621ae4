// The wheel: alarms to the millisecond, many in one go, and none that was taken back.
import { afterEach, expect, test } from 'vitest';
import { makeWheel, type Wheel } from '../../../devices/agent/wheel.ts';
import { until } from './speaker.ts';

const wheels: Wheel[] = [];
const newWheel = () => {
  const wheel = makeWheel();
  wheels.push(wheel);
  return wheel;
};
afterEach(() => {
  for (const wheel of wheels.splice(0)) wheel.stop();
});

test('a hundred alarms fire in their order, none before its time', async () => {
  const wheel = newWheel();
  const startMs = wheel.nowMs();
  const fired: { dueMs: number; atMs: number }[] = [];
  for (let n = 99; n >= 0; n--) {
    const dueMs = startMs + 60 + n / 10;
    wheel.at(dueMs, () => fired.push({ dueMs, atMs: wheel.nowMs() }));
  }
  await until('all alarms', () => fired.length === 100);
  const dues = fired.map(({ dueMs }) => dueMs);
  expect(dues).toEqual([...dues].sort((a, b) => a - b));
  for (const { dueMs, atMs } of fired) expect(atMs).toBeGreaterThanOrEqual(dueMs);
  const late = fired.map(({ dueMs, atMs }) => atMs - dueMs).sort((a, b) => a - b);
  console.log(`alarms late by p50 ${late[50]?.toFixed(2)} p95 ${late[95]?.toFixed(2)} ms`);
});

test('an alarm taken back does not fire, one set from within another does', async () => {
  const wheel = newWheel();
  const fired: string[] = [];
  const cancel = wheel.at(wheel.nowMs() + 20, () => fired.push('taken back'));
  wheel.at(wheel.nowMs() + 5, () => {
    fired.push('first');
    cancel();
    wheel.at(wheel.nowMs() - 1, () => fired.push('at once'));
    wheel.at(wheel.nowMs() + 40, () => fired.push('last'));
  });
  wheel.at(wheel.nowMs() + 100_000_000, () => fired.push('tomorrow'));
  await until('the last', () => fired.includes('last'));
  expect(fired).toEqual(['first', 'at once', 'last']);
});

test('a pulse beats for all who listen, until they stop', async () => {
  const wheel = newWheel();
  const beats = { a: 0, b: 0 };
  const stopA = wheel.pulse(() => {
    beats.a += 1;
  });
  const stopB = wheel.pulse(() => {
    beats.b += 1;
  });
  await until('beats', () => beats.a >= 2 && beats.b >= 2);
  stopA();
  const { a } = beats;
  await until('more beats of b', () => beats.b >= 5);
  expect(beats.a).toBe(a);
  stopB();
  stopB();
});

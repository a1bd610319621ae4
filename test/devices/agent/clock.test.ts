// The clock: from exchanges over a bad path to starts within milliseconds, by a seed.
import { expect, test } from 'vitest';
import { makeClock } from '../../../devices/agent/clock.ts';
import {
  type Estimate,
  learn,
  localTime,
  serviceTime,
} from '../../../devices/agent/clock-estimate.ts';
import { makeChance } from '../../../devices/simulator/faults.ts';

const seed = Number(process.env.SEED ?? 20_261_103);
console.log(`clock: SEED=${seed}`);

/** A burst, one exchange in 30 s, and one in 2 s before the start, over 50 ± 30 ms each way. */
function speakerAfter(minutes: number, chance: () => number, speed = 1) {
  const offsetMs = 1e12 + (chance() - 0.5) * 4_000;
  const drift = (chance() - 0.5) * 100e-6;
  const truth = (localMs: number) => localMs * (1 + drift) + offsetMs;
  const path = () => (20 + chance() * 60) * speed;
  let estimate: Estimate | null = null;
  const askAt = (realMs: number) => {
    const t0Ms = realMs * speed;
    const arrivedMs = t0Ms + path();
    const t1Ms = truth(arrivedMs);
    const t3Ms = arrivedMs + 0.2 * speed + path();
    estimate = learn(estimate, { t0Ms, t1Ms, t2Ms: truth(arrivedMs + 0.2 * speed), t3Ms }, speed);
  };
  for (let n = 0; n < 5; n++) askAt(n * 200);
  for (let realMs = 30_000; realMs <= minutes * 60_000; realMs += 30_000) askAt(realMs);
  const startMs = minutes * 60_000 + 30_000;
  for (let realMs = startMs - 20_000; realMs < startMs - 1_500; realMs += 2_000) askAt(realMs);
  const atMs = startMs * speed;
  const known = estimate as unknown as Estimate;
  return { errorMs: Math.abs(serviceTime(known, atMs) - truth(atMs)) / speed, estimate: known };
}

test.each([
  [0, 1, 10, 15],
  [5, 1, 10, 15],
  [20, 1, 5, 10],
  [60, 1, 5, 10],
  [20, 20, 5, 10],
])(
  'after %i minutes at speed %i, 500 speakers: p95 within %i ms, p99 within %i ms',
  (minutes, speed, p95, p99) => {
    const chance = makeChance(seed);
    const errors = Array.from(
      { length: 500 },
      () => speakerAfter(minutes, chance, speed).errorMs,
    ).sort((a, b) => a - b);
    const at = (share: number) => errors[Math.floor(errors.length * share)] as number;
    console.log(
      `${minutes} min, ×${speed}: p50 ${at(0.5).toFixed(2)} p95 ${at(0.95).toFixed(2)} p99 ${at(0.99).toFixed(2)} ms`,
    );
    expect(at(0.95)).toBeLessThan(p95);
    expect(at(0.99)).toBeLessThan(p99);
  },
);

test('there and back is where it began', () => {
  const { estimate } = speakerAfter(20, makeChance(seed));
  expect(estimate.drift).not.toBe(0);
  expect(localTime(estimate, serviceTime(estimate, 123_456))).toBeCloseTo(123_456, 3);
});

test('a clock that was set is believed at once', () => {
  const exchange = (atMs: number, offsetMs: number) => ({
    t0Ms: atMs,
    t1Ms: atMs + 5 + offsetMs,
    t2Ms: atMs + 5 + offsetMs,
    t3Ms: atMs + 10,
  });
  let estimate = learn(null, exchange(0, 1_000), 1);
  estimate = learn(estimate, exchange(1_000, 1_000), 1);
  expect(estimate?.offsetMs).toBeCloseTo(1_000, 6);
  estimate = learn(estimate, exchange(2_000, 91_000), 1);
  expect(estimate?.offsetMs).toBeCloseTo(91_000, 6);
  expect(estimate?.bounds).toHaveLength(1);
});

test.each([
  ['an answer before its question', { t0Ms: 100, t1Ms: 5, t2Ms: 5, t3Ms: 90 }],
  ['a service that answers before it hears', { t0Ms: 0, t1Ms: 9, t2Ms: 5, t3Ms: 10 }],
  ['an answer after ages', { t0Ms: 0, t1Ms: 5, t2Ms: 5, t3Ms: 20_000 }],
  ['no number', { t0Ms: 0, t1Ms: Number.NaN, t2Ms: Number.NaN, t3Ms: 1 }],
])('%s teaches nothing', (_name, exchange) => {
  expect(learn(null, exchange, 1)).toBeNull();
});

function testClock(kept: { wallMs: number; planMs: number } | null = null, speed = 1) {
  const at = { nowMs: 1_000, wallMs: 50_000 };
  const asked: { n: number; t0Ms: number }[] = [];
  let learnt = 0;
  const clock = makeClock({
    speed,
    nowMs: () => at.nowMs,
    wallMs: () => at.wallMs,
    kept,
    ask: (question) => asked.push(question),
    learnt: () => {
      learnt += 1;
    },
  });
  return { at, asked, clock, learnt: () => learnt };
}

test('the time is not known until it is asked, and then it runs on', () => {
  const { at, asked, clock, learnt } = testClock();
  expect(clock.planMs()).toBeNull();
  expect(clock.realAt(5)).toBeNaN();
  expect(clock.errorMs()).toBeNull();
  clock.burst(1);
  const question = asked[0] ?? { n: 0, t0Ms: 0 };
  at.nowMs += 10;
  expect(clock.answered({ kind: 'time', ...question, t1Ms: 9_005, t2Ms: 9_005 })).toBe(true);
  expect(clock.planMs()).toBe(9_010);
  expect(clock.errorMs()).toBe(5);
  expect(clock.ageMs()).toBe(0);
  at.nowMs += 100;
  expect(clock.planMs()).toBe(9_110);
  expect(clock.realAt(9_200)).toBe(1_200);
  expect(learnt()).toBe(1);
});

test('a refresh asks once, unless it was just asked or answered', () => {
  const { at, asked, clock } = testClock();
  clock.refresh(2_000);
  clock.refresh(2_000);
  expect(asked).toHaveLength(1);
  at.nowMs += 2_000;
  clock.refresh(2_000);
  expect(asked).toHaveLength(2);
});

test('an answer that was not asked for, or asked for before, is not taken', () => {
  const { asked, clock } = testClock();
  clock.burst(1);
  const answer = { kind: 'time' as const, ...(asked[0] ?? { n: 0, t0Ms: 0 }), t1Ms: 1, t2Ms: 1 };
  expect(clock.answered({ ...answer, n: 7 })).toBe(false);
  expect(clock.answered({ ...answer, t0Ms: answer.t0Ms + 1 })).toBe(false);
  expect(clock.answered(answer)).toBe(true);
  expect(clock.answered(answer)).toBe(false);
});

test('over a restart the wall carries the time, at any speed, unless it went back', () => {
  expect(testClock({ wallMs: 40_000, planMs: 7_000 }, 8).clock.planMs()).toBe(7_000 + 10_000 * 8);
  expect(testClock({ wallMs: 60_000, planMs: 7_000 }).clock.planMs()).toBeNull();
  const { asked, clock, at } = testClock({ wallMs: 40_000, planMs: 7_000 });
  expect(clock.errorMs()).toBeNull();
  clock.burst(1);
  at.nowMs += 2;
  clock.answered({ kind: 'time', ...(asked[0] ?? { n: 0, t0Ms: 0 }), t1Ms: 99_001, t2Ms: 99_001 });
  expect(clock.planMs()).toBe(99_002);
});

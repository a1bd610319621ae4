import { describe, expect, test } from 'vitest';
import { type Anchor, makeSimulatedClock, realClock } from '../../src/clock.ts';
import { handClock } from '../services/fakes.ts';

const START = 1_796_446_800_000;

function simulated(kept: Anchor | null = null, source = handClock(5_000_000)) {
  const anchors: Anchor[] = [];
  const clock = makeSimulatedClock({
    startMs: START,
    kept,
    keep: (anchor) => anchors.push(anchor),
    source,
  });
  return { clock, source, anchors };
}

describe('the simulated clock', () => {
  test('starts where it is told and runs like the real one', () => {
    const { clock, source } = simulated();
    expect(clock.planMs()).toBe(START);
    source.move(1_500);
    expect(clock.planMs()).toBe(START + 1_500);
    expect(clock.wallMs()).toBe(5_001_500);
    expect(clock.monoMs()).toBe(1_500);
  });

  test('runs faster from the moment it is told, without a jump', () => {
    const { clock, source } = simulated();
    source.move(1_000);
    clock.setSpeed(20);
    expect(clock.planMs()).toBe(START + 1_000);
    source.move(1_000);
    expect(clock.planMs()).toBe(START + 21_000);
    clock.setSpeed(1);
    source.move(1_000);
    expect(clock.planMs()).toBe(START + 22_000);
    expect(clock.speed()).toBe(1);
  });

  test('goes on after a restart as if it had never stopped', () => {
    const { clock, source, anchors } = simulated();
    clock.setSpeed(10);
    source.move(2_000);
    const before = clock.planMs();
    source.move(3_000);
    const again = simulated(anchors.at(-1), source);
    expect(again.clock.planMs()).toBe(before + 30_000);
    expect(again.clock.speed()).toBe(10);
  });

  test('never goes back because the wall did', () => {
    const kept = { planMs: START + 1_000, wallMs: 9_000_000, speed: 1 };
    expect(simulated(kept).clock.planMs()).toBe(START + 1_000);
  });

  test('says whole milliseconds: rows and wires carry nothing finer', () => {
    const { clock, source } = simulated();
    clock.setSpeed(0.3);
    source.move(1);
    expect(Number.isInteger(clock.planMs())).toBe(true);
  });
});

test('the real clock is the machine’s, at its own speed', () => {
  expect(Math.abs(realClock.planMs() - Date.now())).toBeLessThan(1_000);
  expect(realClock.wallMs()).toBeGreaterThan(0);
  expect(realClock.monoMs()).toBeGreaterThan(0);
  expect(realClock.speed()).toBe(1);
});

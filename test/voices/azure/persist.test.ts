import { expect, test } from 'vitest';
import type { Fault } from '../../../audio/voices/azure/faults.ts';
import {
  type Gate,
  nextWaitMs,
  type Outcome,
  persist,
  USUAL_PATIENCE,
} from '../../../audio/voices/azure/persist.ts';

const fault = (more: Partial<Fault> = {}): Fault => ({
  code: 'voice-unreachable',
  again: true,
  retryAfterMs: null,
  said: 'gone',
  ...more,
});
const tried = { patience: USUAL_PATIENCE, spentMs: 0, tries: 1, chance: 0.5, fault: fault() };
const throttled = fault({ code: 'voice-throttled' });

test('each wait is twice the one before, and no two lanes wait alike', () => {
  const waits = [1, 2, 3, 4].map((tries) => nextWaitMs({ ...tried, tries }));
  expect(waits).toEqual([250, 500, 1_000, 2_000]);
  expect(nextWaitMs({ ...tried, chance: 0 })).toBe(125);
  expect(nextWaitMs({ ...tried, chance: 1 })).toBe(375);
});

test.each<[string, Partial<typeof tried>]>([
  ['asking again cannot help', { fault: fault({ again: false }) }],
  ['it was asked five times', { tries: 5 }],
  ['it was slow twice', { tries: 2, fault: fault({ code: 'voice-slow' }) }],
  ['it was throttled eight times', { tries: 8, fault: throttled }],
  ['the minute is over', { spentMs: 59_900 }],
  ['it is to come back in an hour', { fault: { ...throttled, retryAfterMs: 3_600_000 } }],
])('no more when %s', (_why, more) => {
  expect(nextWaitMs({ ...tried, ...more })).toBeNull();
});

test('a time to come back is kept, never shortened', () => {
  const waitMs = nextWaitMs({ ...tried, fault: { ...throttled, retryAfterMs: 5_000 } });
  expect(waitMs).toBe(5_125);
});

test('one wait has an end', () => {
  expect(nextWaitMs({ ...tried, tries: 7, fault: throttled, chance: 1 })).toBe(8_000);
});

/** Answers in order; asked once more it would hear nothing. */
function asked(outcomes: Outcome<string>[], more: { gate?: Gate; signal?: AbortSignal } = {}) {
  let count = 0;
  const heard = persist({
    ask: async () => {
      count += 1;
      return outcomes.shift() ?? { fault: fault({ again: false }) };
    },
    gate: more.gate ?? { heldUntilMs: 0 },
    patience: { ...USUAL_PATIENCE, firstWaitMs: 4 },
    signal: more.signal ?? new AbortController().signal,
    told: (said) => said.toUpperCase(),
  });
  return { heard, count: () => count };
}

test('it is asked until it is heard', async () => {
  const { heard, count } = asked([{ fault: fault() }, { fault: throttled }, { heard: 'sound' }]);
  expect(await heard).toBe('sound');
  expect(count()).toBe(3);
});

test('the last fault is the one that is told, in words that may be shown', async () => {
  const { heard } = asked([
    { fault: fault() },
    { fault: fault({ code: 'voice-key', again: false }) },
  ]);
  await expect(heard).rejects.toMatchObject({ code: 'voice-key', cause: { message: 'GONE' } });
});

test('whoever is throttled holds the gate for everyone', async () => {
  const gate: Gate = { heldUntilMs: 0 };
  const first = asked([{ fault: { ...throttled, retryAfterMs: 60 } }, { heard: 'first' }], {
    gate,
  });
  await expect.poll(() => gate.heldUntilMs, { interval: 2 }).toBeGreaterThan(0);
  const second = asked([{ heard: 'second' }], { gate });
  await Promise.resolve();
  expect(second.count()).toBe(0);
  expect(await Promise.all([first.heard, second.heard])).toEqual(['first', 'second']);
  expect(performance.now()).toBeGreaterThanOrEqual(gate.heldUntilMs);
});

test('an abort ends the waiting at once', async () => {
  const stop = new AbortController();
  const gate: Gate = { heldUntilMs: performance.now() + 30_000 };
  const { heard, count } = asked([], { gate, signal: stop.signal });
  stop.abort();
  await expect(heard).rejects.toMatchObject({ code: 'stopped' });
  expect(count()).toBe(0);
  await expect(asked([], { signal: stop.signal }).heard).rejects.toMatchObject({ code: 'stopped' });
});

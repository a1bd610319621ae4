// So many at a time: the row, its order, its end, and those who leave it.
// It must never know voices.
import { expect, test } from 'vitest';
import { createTurns } from '../../audio/voices/turns.ts';

const SETTLED = () => new Promise((resolve) => setImmediate(resolve));

test('two places serve five, first come first served', async () => {
  const turns = createTurns({ places: 2, maxWaiting: 9, crowded: 'voice-slow' });
  const served: number[] = [];
  const leaves: (() => void)[] = [];
  for (const who of [1, 2, 3, 4, 5])
    void turns.take(undefined).then((leave) => {
      served.push(who);
      leaves.push(leave);
    });
  await SETTLED();
  expect(served).toEqual([1, 2]);
  for (const expected of [3, 4, 5]) {
    leaves.shift()?.();
    await SETTLED();
    expect(served.at(-1)).toBe(expected);
  }
});

test('a place given back twice is one place', async () => {
  const turns = createTurns({ places: 1, maxWaiting: 9, crowded: 'voice-slow' });
  const leave = await turns.take(undefined);
  leave();
  leave();
  await turns.take(undefined);
  let third = false;
  void turns.take(undefined).then(() => {
    third = true;
  });
  await SETTLED();
  expect(third).toBe(false);
});

test('a row that is full refuses by the word it was given', async () => {
  const turns = createTurns({ places: 1, maxWaiting: 1, crowded: 'voice-slow' });
  await turns.take(undefined);
  void turns.take(undefined);
  await expect(turns.take(undefined)).rejects.toMatchObject({ code: 'voice-slow' });
});

test('whoever gives up leaves the row, and the next is served in his place', async () => {
  const turns = createTurns({ places: 1, maxWaiting: 9, crowded: 'voice-slow' });
  const leave = await turns.take(undefined);
  const impatient = new AbortController();
  const gone = turns.take(impatient.signal);
  const patient = turns.take(undefined);
  impatient.abort();
  await expect(gone).rejects.toMatchObject({ code: 'stopped' });
  leave();
  (await patient)();
  await turns.take(undefined);
});

test('an abort before or after its turn changes nothing for others', async () => {
  const turns = createTurns({ places: 1, maxWaiting: 9, crowded: 'voice-slow' });
  await expect(turns.take(AbortSignal.abort())).rejects.toMatchObject({ code: 'stopped' });
  const served = new AbortController();
  const leave = await turns.take(undefined);
  const waiting = turns.take(served.signal);
  leave();
  const leaveToo = await waiting;
  served.abort();
  leaveToo();
  await turns.take(undefined);
});

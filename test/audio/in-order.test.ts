// Several at a time, in order, never more than a few ahead.
// It must never know what is worked on.
import { expect, test } from 'vitest';
import { inOrder } from '../../audio/in-order.ts';

function door() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test('results come in order although later ones are ready first', async () => {
  const doors = Array.from({ length: 6 }, door);
  const taken: number[] = [];
  const all = (async () => {
    for await (const result of inOrder({
      count: 6,
      ahead: 3,
      work: (at) => (doors[at] ?? door()).opened.then(() => at),
    }))
      taken.push(result);
  })();
  for (const at of [2, 1, 0, 5, 4, 3]) doors[at]?.open();
  await all;
  expect(taken).toEqual([0, 1, 2, 3, 4, 5]);
});

test('no more is started than may be ahead', async () => {
  let started = 0;
  let most = 0;
  let taken = 0;
  const work = async (at: number) => {
    started += 1;
    most = Math.max(most, started - taken);
    return at;
  };
  for await (const _ of inOrder({ count: 50, ahead: 4, work })) taken += 1;
  expect([started, taken]).toEqual([50, 50]);
  expect(most).toBeLessThanOrEqual(5); // four ahead and the one just handed over
});

test('a failure is thrown at its turn, and those behind it fail silently', async () => {
  const taken: number[] = [];
  const work = async (at: number) => {
    if (at >= 2) throw new Error(`number ${at}`);
    return at;
  };
  const all = async () => {
    for await (const result of inOrder({ count: 6, ahead: 4, work })) taken.push(result);
  };
  await expect(all()).rejects.toThrow('number 2');
  expect(taken).toEqual([0, 1]);
});

test.each(['fails', 'is left'])('when it %s, what it had begun is over first', async (how) => {
  const slow = door();
  let over = 0;
  const work = async (at: number) => {
    if (at === 0 && how === 'fails') throw new Error('the first');
    if (at > 0) await slow.opened;
    over += 1;
  };
  const all = (async () => {
    for await (const _ of inOrder({ count: 3, ahead: 3, work })) break;
  })().catch(() => {});
  slow.open();
  await all;
  expect(over).toBe(how === 'fails' ? 2 : 3);
});

test('nothing to do is done at once', async () => {
  for await (const _ of inOrder({ count: 0, ahead: 3, work: async () => 1 })) expect.unreachable();
});

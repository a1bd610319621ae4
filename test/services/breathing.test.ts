// Long work lets others have their turn whenever it has run for some milliseconds.
// It must never wait for a fixed time.
import { expect, test } from 'vitest';
import type { Piecemeal } from '../../src/domain/piecemeal.ts';
import { breathing } from '../../src/services/breathing.ts';

/** Each piece takes so many milliseconds of a clock that moves with it. */
function long(pieces: number, takesMs: number) {
  let nowMs = 0;
  function* work(): Piecemeal<string> {
    for (let n = 0; n < pieces; n += 1) {
      nowMs += takesMs;
      yield;
    }
    return 'xong';
  }
  return { work: work(), clock: { monoMs: () => nowMs } };
}

/** How often others had their turn while it ran. */
async function turnsDuring({ work, clock }: ReturnType<typeof long>): Promise<number> {
  let turns = 0;
  let over = false;
  const other = () => {
    turns += 1;
    if (!over) setImmediate(other);
  };
  setImmediate(other);
  expect(await breathing({ clock }, work)).toBe('xong');
  over = true;
  return turns;
}

test('others have their turn at every tenth millisecond, and not at every piece', async () => {
  const turns = await turnsDuring(long(1_000, 1));
  expect(turns).toBeGreaterThanOrEqual(90);
  expect(turns).toBeLessThanOrEqual(110);
});

test('what is short is done at once', async () => {
  expect(await turnsDuring(long(5, 1))).toBe(0);
});

test('what fails is told to whoever waits for it', async () => {
  const broken = (function* (): Piecemeal<never> {
    yield;
    throw new Error('hỏng');
  })();
  await expect(breathing({ clock: { monoMs: () => 0 } }, broken)).rejects.toThrow('hỏng');
});

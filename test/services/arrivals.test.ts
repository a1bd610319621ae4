// Recordings on their way in: a slow one shuts no door, and the decoder's turn is for what is all there.
// It must never decode sound.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Arrivals, makeArrivals } from '../../src/services/sound/arrivals.ts';

let arrivals: Arrivals;
beforeEach(() => {
  vi.useFakeTimers();
  arrivals = makeArrivals();
});
afterEach(() => void vi.useRealTimers());

const full = expect.objectContaining({ code: 'limit-reached' });
const { signal } = new AbortController();
async function* whole(size = 10) {
  yield new Uint8Array(size);
}
/** Comes as it is pushed. */
function slow() {
  let tell: (size: number | null) => void = () => undefined;
  async function* bytes() {
    for (;;) {
      const size = await new Promise<number | null>((resolve) => {
        tell = resolve;
      });
      if (size === null) return;
      yield new Uint8Array(size);
    }
  }
  return { bytes: bytes(), push: (size: number | null) => tell(size) };
}
async function read(bytes: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0;
  for await (const piece of bytes) size += piece.length;
  return size;
}
const by = (sender: string, tenantId = sender) => ({ sender, tenantId, signal });

describe('a recording on its way', () => {
  test('holds no turn while it comes: two that stand still keep nobody out', async () => {
    const still = [slow(), slow(), slow()];
    still.forEach(({ bytes }, n) => void arrivals({ ...by(`s${n}`), bytes }, read).catch(() => 0));
    expect(await arrivals({ ...by('d'), bytes: whole() }, read)).toBe(10);
  });

  test('that stands still is given up, and its place is free', async () => {
    const [one, two] = [slow(), slow()];
    const first = arrivals({ ...by('a'), bytes: one.bytes }, read);
    const second = arrivals({ ...by('a'), bytes: two.bytes }, read);
    const ends = Promise.allSettled([first, second]);
    await expect(arrivals({ ...by('a'), bytes: whole() }, read)).rejects.toEqual(full);
    await vi.advanceTimersByTimeAsync(29_000);
    two.push(64 * 1024);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await arrivals({ ...by('a'), bytes: whole() }, read)).toBe(10);
    two.push(null);
    expect(await ends).toMatchObject([
      { status: 'rejected', reason: { code: 'upload-stalled' } },
      { status: 'fulfilled', value: 64 * 1024 },
    ]);
  });

  test('of one tenant are four, of all are twenty-four', async () => {
    const begin = (sender: string, tenantId: string) =>
      void arrivals({ ...by(sender, tenantId), bytes: slow().bytes }, read).catch(() => 0);
    for (let n = 0; n < 4; n += 1) begin(`a${n}`, 'xa-a');
    const more = { ...by('a9', 'xa-a'), bytes: whole() };
    await expect(arrivals(more, read)).rejects.toEqual(full);
    expect(await arrivals({ ...by('b', 'xa-b'), bytes: whole() }, read)).toBe(10);
    for (let n = 0; n < 20; n += 1) begin(`x${n}`, `xa-${n}`);
    await expect(arrivals({ ...by('b', 'xa-b'), bytes: whole() }, read)).rejects.toEqual(full);
  });
});

describe('when all of it is there', () => {
  /** Comes at once and is worked on until it is let go. */
  function working(sender: string, of: { signal?: AbortSignal } = {}) {
    const seen = { arrived: false, letGo: () => {} };
    const gate = new Promise<void>((resolve) => {
      seen.letGo = resolve;
    });
    const done = arrivals({ ...by(sender), bytes: whole(), ...of }, async (bytes) => {
      await read(bytes);
      seen.arrived = true;
      await gate;
    });
    return { seen, done };
  }
  const settle = () => vi.advanceTimersByTimeAsync(0);

  test('two are worked on, the third waits for its turn and is not refused', async () => {
    const all = ['a', 'b', 'c', 'd'].map((sender) => working(sender));
    await settle();
    expect(all.map(({ seen }) => seen.arrived)).toEqual([true, true, false, false]);
    all[0]?.seen.letGo();
    await settle();
    expect(all.map(({ seen }) => seen.arrived)).toEqual([true, true, true, false]);
    for (const { seen } of all) seen.letGo();
    await Promise.all(all.map(({ done }) => done));
  });

  test('whoever goes away leaves the row, and a failure gives its turn back', async () => {
    const gone = new AbortController();
    const [one, two] = [working('a'), working('b')];
    const left = working('c', { signal: gone.signal });
    const last = working('d');
    const refused = expect(left.done).rejects.toThrow('gone');
    await settle();
    gone.abort(new Error('gone'));
    await refused;
    one.seen.letGo();
    await settle();
    expect([left.seen.arrived, last.seen.arrived]).toEqual([false, true]);
    for (const { seen } of [two, last]) seen.letGo();
    await Promise.all([one.done, two.done, last.done]);
    for (let n = 0; n < 3; n += 1)
      await expect(
        arrivals({ ...by('a'), bytes: whole() }, async (bytes) => {
          await read(bytes);
          throw new Error('no sound');
        }),
      ).rejects.toThrow('no sound');
    expect(await arrivals({ ...by('a'), bytes: whole() }, read)).toBe(10);
  });
});

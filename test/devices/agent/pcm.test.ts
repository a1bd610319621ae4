// Blocks of decoded sound in memory: enough of them at every speed, none dropped before it is heard.
import type { FileHandle } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { READ_AHEAD_MS } from '../../../devices/agent/limits.ts';
import { BLOCK_SAMPLES, blocksMax, makeBlocks } from '../../../devices/agent/pcm.ts';
import { advance, isOver, makeRun } from '../../../devices/agent/run.ts';
import { makeLimiter } from '../../../devices/agent/shape.ts';
import { makeSounds } from '../../../devices/agent/sounds.ts';

const outlet = {
  begin: () => {},
  write: () => {},
  close: async () => {},
  failure: () => null,
  path: null,
};

/** A disk that counts how often it is asked. */
function testDisk() {
  const disk = { reads: 0, open: async () => file };
  const file = {
    async read() {
      disk.reads += 1;
    },
  } as unknown as Pick<FileHandle, 'read'>;
  return disk;
}

test.each([1, 20, 84, 300])(
  'at %i times real time all of it is heard, by all who play it',
  async (speed) => {
    const seconds = speed * 4;
    const packets = 100;
    const sound = {
      ...{ codec: 'opus' as const, channels: 1 as const, bitrateBps: 24_000, frameMs: 60 },
      ...{ preSkipSamples: 0, totalSamples: seconds * 48_000, chunkCount: Math.ceil(seconds / 6) },
      ...{ bytes: 1, contentHash: 'a'.repeat(64), chunkDigests: '' },
    };
    const disk = testDisk();
    const totalSamples = seconds * BLOCK_SAMPLES;
    const blocks = makeBlocks({ open: disk.open, totalSamples, max: blocksMax(speed) });
    const layout = { totalSamples, preSkipSamples: 0, chunkSamples: 6 * BLOCK_SAMPLES };
    const decoded = {
      ...{ layout, blocks, isReady: () => true },
      ...{ offer: () => {}, nearing: () => {}, release: () => {} },
    };
    const sounds = makeSounds({
      decoding: {
        ...{ awake: () => true, sound: () => decoded },
        ...{ test: async () => true, stop: async () => {} },
      },
      chunk: () => ({ path: '', at: 0, bytes: 0, packets }),
      readAheadSamples: READ_AHEAD_MS * speed * 24,
    });
    const order = { streamId: 's1', sound } as Parameters<typeof sounds.get>[0];
    sounds.open(order, 0);
    const runs = [0, 0, 1_000, 2_000].map((offsetMs) => {
      const facts = {
        ...{ streamId: 's1', sound: sounds.get(order), outlet, limiter: makeLimiter() },
        fader: (samples: Int16Array) => samples,
      };
      const run = makeRun({ ...facts, speed, startedMs: offsetMs / speed, from: 0 });
      return Object.assign(run, { limit: totalSamples, ends: true });
    });
    for (const run of runs) run.sound.preload(0);
    await new Promise(setImmediate);
    for (let nowMs = 0; !runs.every((run) => isOver(run, nowMs)); nowMs += 50) {
      for (const run of runs) if (nowMs >= run.startedMs) advance(run, nowMs);
      await new Promise(setImmediate);
    }
    expect(runs.map(({ mutedSamples }) => mutedSamples)).toEqual([0, 0, 0, 0]);
    expect(disk.reads).toBe(seconds);
  },
);

test('what was wanted last is dropped last', async () => {
  const disk = testDisk();
  const blocks = makeBlocks({ open: disk.open, totalSamples: 9 * BLOCK_SAMPLES, max: 3 });
  for (const n of [0, 1, 2]) await blocks.fetch(n);
  expect(blocks.have(0)).toBeDefined();
  await blocks.fetch(3);
  expect([0, 1, 2, 3].map((n) => blocks.have(n) !== undefined)).toEqual([true, false, true, true]);
});

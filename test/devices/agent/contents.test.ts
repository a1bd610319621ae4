// Sounds kept by what they are: whole, proved again, and never more than a box can spare.
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SILENT } from '../../../devices/agent/brain/start.ts';
import { makeContents } from '../../../devices/agent/contents.ts';
import { CONTENTS_MAX } from '../../../devices/agent/limits.ts';
import { openStore } from '../../../devices/agent/store.ts';
import { type PlayOrder, seal } from '../../../devices/protocol/index.ts';
import { bodies, testSigner } from '../protocol/bodies.ts';
import { manifest, payloads, trusted } from './brain/brain.ts';
import { newFolder } from './speaker.ts';

const { streamId } = bodies.play;
const { contentHash } = manifest().sound;
const other = (of: Partial<PlayOrder> = {}) => manifest({ streamId: 's2', orderId: 'o2', ...of });

/** A store that holds one whole sound, kept for later. */
async function holding(folder = newFolder()) {
  const store = openStore(folder, trusted);
  await store.saveStream(streamId, seal(manifest(), testSigner));
  for (const [seq, payload] of payloads.entries())
    await store.saveChunk(streamId, { seq, repair: false, payload });
  await store.keepSound(streamId, contentHash);
  const chunks = (id: string) => join(folder, 'streams', id, 'chunks.bin');
  const kept = join(folder, 'contents', `${contentHash}.bin`);
  return { folder, store, chunks, kept };
}

test('the next stream of the same sound has it, also when the first is long forgotten', async () => {
  const { store, chunks } = await holding();
  const sound = readFileSync(chunks(streamId));
  await store.forgetStream(streamId);
  await store.saveStream('s2', seal(other(), testSigner));
  expect(await store.adopt(other())).toBe(true);
  expect(readFileSync(chunks('s2'))).toEqual(sound);
  expect(store.chunk('s2', 3)).toMatchObject({ packets: 2 });
});

test('and after a restart, without any goodbye', async () => {
  const { folder, store } = await holding();
  await store.forgetStream(streamId);
  const again = openStore(folder, trusted);
  await again.saveStream('s2', seal(other(), testSigner));
  expect(await again.adopt(other())).toBe(true);
  const facts = { arrivedAtMs: 5, cancelledAtMs: null, closedAtMs: null, account: SILENT };
  await again.saveFacts('s2', facts);
  const third = openStore(folder, trusted);
  expect(third.chunk('s2', 0)).toMatchObject({ packets: 2 });
});

test('what is not here, or begun already, is received like anything else', async () => {
  const { store } = await holding();
  const sound = { ...manifest().sound, contentHash: 'b'.repeat(64) };
  await store.saveStream('s2', seal(other({ sound }), testSigner));
  expect(await store.adopt(other({ sound }))).toBe(false);
  expect(await store.adopt(manifest())).toBe(false);
  expect(await store.adopt(other({ streamId: 'nowhere' }))).toBe(false);
});

test('a sound that has gone bad on the card is not taken, not kept, and harms no other stream', async () => {
  const { store, chunks, kept } = await holding();
  const good = readFileSync(chunks(streamId));
  const bad = Buffer.from(good);
  bad[12] = (bad[12] ?? 0) ^ 0xff;
  await store.forgetStream(streamId);
  writeFileSync(kept, bad);
  await store.saveStream('s2', seal(other(), testSigner));
  expect(await store.adopt(other())).toBe(false);
  expect([existsSync(kept), existsSync(chunks('s2'))]).toEqual([false, false]);
  for (const [seq, payload] of payloads.entries())
    await store.saveChunk('s2', { seq, repair: false, payload });
  expect(readFileSync(chunks('s2'))).toEqual(good);
});

test('the least recently said goes first', async () => {
  const folder = newFolder();
  const contents = makeContents(join(folder, 'contents'));
  const from = join(folder, 'sound.bin');
  const hash = (n: number) => n.toString(16).padStart(64, '0');
  for (let n = 0; n < CONTENTS_MAX; n++) {
    writeFileSync(from, `${n}`, { flag: 'w' });
    const own = join(folder, `${n}.bin`);
    writeFileSync(own, `${n}`);
    await contents.keep(hash(n), own);
    utimesSync(join(folder, 'contents', `${hash(n)}.bin`), 1_000 + n, 1_000 + n);
  }
  expect(await contents.take(hash(0), join(folder, 'taken.bin'))).toBe(true);
  await contents.keep(hash(999), from);
  const names = readdirSync(join(folder, 'contents'));
  expect(names).toHaveLength(CONTENTS_MAX);
  expect(names).not.toContain(`${hash(1)}.bin`);
  expect(names).toContain(`${hash(0)}.bin`);
});

test('kept twice is kept once', async () => {
  const { store, kept } = await holding();
  await store.keepSound(streamId, contentHash);
  await store.keepSound('nowhere', contentHash);
  expect(existsSync(kept)).toBe(true);
});

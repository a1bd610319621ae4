// The state folder: what a killed process leaves is whole, and is checked again before it is believed.
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SILENT } from '../../../devices/agent/brain/start.ts';
import { SpeakerError } from '../../../devices/agent/errors.ts';
import { openStore } from '../../../devices/agent/store.ts';
import { type Receipt, seal } from '../../../devices/protocol/index.ts';
import { bodies, testSigner } from '../protocol/bodies.ts';
import { manifest, payloads, policy, trusted } from './brain/brain.ts';
import { newFolder } from './speaker.ts';

const { streamId } = bodies.play;
const facts = { arrivedAtMs: 5, cancelledAtMs: null, closedAtMs: null, account: SILENT };
const chunk = (seq: number, repair = false) => ({ seq, repair, payload: payloads[seq] as Buffer });

async function filled(folder = newFolder()) {
  const store = openStore(folder, trusted);
  await store.savePolicy(seal(policy(), testSigner));
  await store.saveStream(streamId, seal(manifest(), testSigner));
  await store.saveFacts(streamId, facts);
  await store.saveChunk(streamId, chunk(2));
  await store.saveChunk(streamId, chunk(0, true));
  await store.saveSeen({
    seen: new Map([['o1', 9]]),
    cancelled: new Map([['s9', 10]]),
    stops: new Map([['xa-na-co', { counter: 3, atMs: 4 }]]),
  });
  await store.saveReceipt(bodies.finished as Receipt);
  await store.saveClock({ wallMs: 1, planMs: 2 });
  return { folder, store, chunks: join(folder, 'streams', streamId, 'chunks.bin') };
}

test('everything that was written is found again, without any goodbye', async () => {
  const { folder, store } = await filled();
  const again = openStore(folder, trusted);
  expect(again.key.keyId).toBe(store.key.keyId);
  expect(again.found).toMatchObject({
    policy: { counter: 7 },
    seen: [['o1', 9]],
    cancelled: [['s9', 10]],
    stops: [['xa-na-co', { counter: 3, atMs: 4 }]],
    receipts: [bodies.finished],
    clock: { wallMs: 1, planMs: 2 },
  });
  expect(again.found.streams).toMatchObject([
    {
      facts,
      chunks: [
        { seq: 2, repair: false },
        { seq: 0, repair: true },
      ],
    },
  ]);
  expect(again.chunk(streamId, 0)).toMatchObject({ packets: 2 });
  expect(again.chunk(streamId, 1)).toBeUndefined();
});

test('a chunk torn by the end of the process is cut off, and the next is written after what is whole', async () => {
  const { folder, chunks } = await filled();
  truncateSync(chunks, statSync(chunks).size - 3);
  const again = openStore(folder, trusted);
  expect(again.found.streams[0]?.chunks.map(({ seq }) => seq)).toEqual([2]);
  await again.saveChunk(streamId, chunk(1));
  appendFileSync(chunks, Buffer.alloc(5));
  const third = openStore(folder, trusted);
  expect(third.found.streams[0]?.chunks.map(({ seq }) => seq)).toEqual([2, 1]);
});

test('a chunk that rotted on the disk is not believed', async () => {
  const { folder, chunks } = await filled();
  const record = 8 + (payloads[0] as Buffer).length;
  const bytes = Buffer.alloc(1, 0xff);
  const { open } = await import('node:fs/promises');
  const file = await open(chunks, 'r+');
  await file.write(bytes, 0, 1, record - 1);
  await file.close();
  expect(openStore(folder, trusted).found.streams[0]?.chunks.map(({ seq }) => seq)).toEqual([0]);
});

test('the hash over all payloads tells whether the content is the promised one', async () => {
  const { store } = await filled();
  for (const seq of [1, 3]) await store.saveChunk(streamId, chunk(seq));
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256').update(Buffer.concat(payloads)).digest('hex');
  expect(await store.prove(streamId, hash)).toBe(true);
  expect(await store.prove(streamId, 'ab'.repeat(32))).toBe(false);
  expect(await store.prove('unknown', hash)).toBe(false);
});

test.each([
  ['policy.bin', 'policy'],
  ['seen.json', 'seen'],
  ['clock.json', 'clock'],
] as const)('a damaged %s is as good as none', async (name, what) => {
  const { folder } = await filled();
  writeFileSync(join(folder, name), '{"half');
  const value = openStore(folder, trusted).found[what];
  expect(Array.isArray(value) ? value.length : value).toBeFalsy();
});

test('manifests signed by a key that is trusted no more are not found again', async () => {
  const { folder } = await filled();
  const { found } = openStore(folder, () => null);
  expect(found.streams).toEqual([]);
  expect(found.policy).toBeNull();
});

test('the time is not carried over a reboot, whose boot id is another, nor from where none is told', async () => {
  const { folder } = await filled();
  const path = join(folder, 'clock.json');
  const kept = JSON.parse(readFileSync(path, 'utf8'));
  for (const bootId of ['8d1a7c52-another-boot', null, undefined]) {
    writeFileSync(path, JSON.stringify({ ...kept, bootId }));
    expect(openStore(folder, trusted).found.clock).toBeNull();
  }
  writeFileSync(path, JSON.stringify(kept));
  expect(openStore(folder, trusted).found.clock).toEqual({ wallMs: 1, planMs: 2 });
});

test('half a stream, a foreign receipt and a file left over are not found, and swept', async () => {
  const { folder } = await filled();
  mkdirSync(join(folder, 'streams', 'half'));
  writeFileSync(join(folder, 'outbox', 'x.json'), '{}');
  writeFileSync(join(folder, 'outbox', 'y.json.new'), '{');
  const { found } = openStore(folder, trusted);
  expect(found.streams).toHaveLength(1);
  expect(found.receipts).toHaveLength(1);
  expect(readdirSync(join(folder, 'streams'))).toEqual([streamId]);
  expect(readdirSync(join(folder, 'outbox'))).not.toContain('y.json.new');
});

test('a stream that cannot be read just now is not swept', async () => {
  const { folder } = await filled();
  const manifestPath = join(folder, 'streams', streamId, 'manifest.bin');
  rmSync(manifestPath);
  mkdirSync(manifestPath); // reading it fails, whoever reads
  expect(openStore(folder, trusted).found.streams).toEqual([]);
  expect(readdirSync(join(folder, 'streams'))).toEqual([streamId]);
});

test('what is dropped and forgotten is gone', async () => {
  const { folder, store, chunks } = await filled();
  await store.dropSound(streamId);
  expect(existsSync(chunks)).toBe(false);
  await store.saveChunk(streamId, chunk(1));
  expect(existsSync(chunks)).toBe(false);
  await store.forgetStream(streamId);
  await store.forgetReceipts(['k3Jd-0', 'unknown']);
  expect(readdirSync(join(folder, 'streams'))).toEqual([]);
  expect(readdirSync(join(folder, 'outbox'))).toEqual([]);
  expect(await store.freeBytes()).toBeGreaterThan(0);
  await store.close();
});

test('the unit key is for its owner alone, and damage is said', () => {
  const folder = newFolder();
  openStore(folder, trusted);
  const path = join(folder, 'unit.key');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  writeFileSync(path, 'no key');
  expect(() => openStore(folder, trusted)).toThrow(SpeakerError);
});

test('a folder that cannot be one is said by name', () => {
  const file = join(newFolder(), 'file');
  writeFileSync(file, '');
  expect(() => openStore(file, trusted)).toThrow(/state folder/);
});

// The state folder: manifests, chunks, policy, outbox, key — written so that kill −9 tears nothing.
// It must never know why anything is kept, nor the network.
import { type KeyObject, randomBytes } from 'node:crypto';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { mkdir, readFile, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlayOrder, Receipt } from '../protocol/index.ts';
import { bootId } from './boot-id.ts';
import type { State, StreamFacts } from './brain/state.ts';
import { type ChunkFile, type ChunkPlace, makeChunkFile, readChunks } from './chunk-file.ts';
import type { Kept } from './clock.ts';
import { type Contents, makeContents } from './contents.ts';
import { messageOf, SpeakerError } from './errors.ts';
import type { KeptBytes } from './meter.ts';
import { replaceFile } from './safe-file.ts';
import { type Found, isOf, readStore } from './store-read.ts';
import { type UnitKey, unitKey } from './unit-key.ts';

export type Store = {
  key: UnitKey;
  found: Found;
  savePolicy(bytes: Uint8Array): Promise<void>;
  saveStream(streamId: string, bytes: Uint8Array): Promise<void>;
  /** another one for the same sound */
  saveManifest(streamId: string, bytes: Uint8Array): Promise<void>;
  saveFacts(streamId: string, facts: StreamFacts): Promise<void>;
  saveChunk(streamId: string, chunk: NewChunk): Promise<void>;
  /** does the sound on disk have this hash? */
  prove(streamId: string, contentHash: string): Promise<boolean>;
  /** lays a sound that is here already into this stream's folder; false: it is not, or not whole */
  adopt(order: PlayOrder): Promise<boolean>;
  keepSound(streamId: string, contentHash: string): Promise<void>;
  /** where a chunk lies, or `undefined` when it is not held */
  chunk(streamId: string, seq: number): ChunkPlace | undefined;
  dropSound(streamId: string): Promise<void>;
  forgetStream(streamId: string): Promise<void>;
  saveSeen(seen: Pick<State, 'seen' | 'cancelled' | 'stops'>): Promise<void>;
  saveReceipt(receipt: Receipt): Promise<void>;
  forgetReceipts(receiptIds: readonly string[]): Promise<void>;
  saveClock(kept: Kept): Promise<void>;
  saveBytes(kept: KeptBytes): Promise<void>;
  /** can it still be written to, and read? */
  takesBytes(): Promise<boolean>;
  freeBytes(): Promise<number | null>;
  close(): Promise<void>;
};
export type NewChunk = { seq: number; repair: boolean; payload: Uint8Array };
type Sound = { file: ChunkFile; places: Map<number, ChunkPlace> };

/** @throws SpeakerError when the folder cannot be used */
export function openStore(folder: string, trusted: (keyId: string) => KeyObject | null): Store {
  makeStateFolder(folder);
  const found = readStore(folder, trusted);
  const sounds = new Map(found.streams.map((one) => [one.order.streamId, soundOf(folder, one)]));
  const contents = makeContents(join(folder, 'contents'));
  const streamFolder = (streamId: string) => join(folder, 'streams', streamId);
  const inStream = (streamId: string, name: string) => join(streamFolder(streamId), name);
  const dropSound = async (streamId: string) => {
    const sound = sounds.get(streamId);
    sounds.delete(streamId);
    await sound?.file.close();
    await rm(inStream(streamId, 'chunks.bin'), { force: true });
  };
  return {
    key: unitKey(folder),
    found,
    chunk: (streamId, seq) => sounds.get(streamId)?.places.get(seq),
    dropSound,
    savePolicy: (bytes) => replaceFile(join(folder, 'policy.bin'), bytes),
    async saveStream(streamId, bytes) {
      await mkdir(streamFolder(streamId), { recursive: true });
      await replaceFile(inStream(streamId, 'manifest.bin'), bytes);
      sounds.set(streamId, emptySound(folder, streamId));
    },
    saveManifest: (streamId, bytes) => replaceFile(inStream(streamId, 'manifest.bin'), bytes),
    // Progress is written often and a second of it is worth no flush of the disk.
    saveFacts: (streamId, facts) =>
      replaceFile(inStream(streamId, 'facts.json'), JSON.stringify(facts), { lasting: false }),
    async saveChunk(streamId, chunk) {
      const sound = sounds.get(streamId);
      if (sound) sound.places.set(chunk.seq, await sound.file.append(chunk));
    },
    async prove(streamId, contentHash) {
      const sound = sounds.get(streamId);
      if (!sound) return false;
      const inOrder = [...sound.places].sort(([a], [b]) => a - b).map(([, place]) => place);
      return (await sound.file.prove(inOrder)) === contentHash;
    },
    async adopt(order) {
      const { streamId } = order;
      if (sounds.get(streamId)?.places.size !== 0) return false;
      const path = inStream(streamId, 'chunks.bin');
      const found = await adoptSound(contents, { order, path });
      if (found) sounds.set(streamId, found);
      return found !== null;
    },
    async keepSound(streamId, contentHash) {
      if (sounds.has(streamId)) await contents.keep(contentHash, inStream(streamId, 'chunks.bin'));
    },
    async forgetStream(streamId) {
      await dropSound(streamId);
      await rm(streamFolder(streamId), { recursive: true, force: true });
    },
    ...smallFiles(folder),
    takesBytes: () => takesBytes(join(folder, 'probe')),
    freeBytes: () => freeBytes(folder),
    async close() {
      for (const sound of sounds.values()) await sound.file.close();
    },
  };
}

type Small = 'saveSeen' | 'saveReceipt' | 'forgetReceipts' | 'saveClock' | 'saveBytes';

/** What belongs to no stream. */
function smallFiles(folder: string): Pick<Store, Small> {
  return {
    saveSeen: ({ seen, cancelled, stops }) =>
      replaceFile(
        join(folder, 'seen.json'),
        JSON.stringify({ orders: [...seen], cancelled: [...cancelled], stops: [...stops] }),
      ),
    saveReceipt: (receipt) =>
      replaceFile(join(folder, 'outbox', `${receipt.receiptId}.json`), JSON.stringify(receipt)),
    async forgetReceipts(receiptIds) {
      for (const receiptId of receiptIds)
        await rm(join(folder, 'outbox', `${receiptId}.json`), { force: true });
    },
    saveClock: (kept) =>
      replaceFile(join(folder, 'clock.json'), JSON.stringify({ ...kept, bootId: bootId() }), {
        lasting: false,
      }),
    saveBytes: (kept) =>
      replaceFile(join(folder, 'bytes.json'), JSON.stringify(kept), { lasting: false }),
  };
}

function soundOf(folder: string, one: Found['streams'][number]): Sound {
  const path = join(folder, 'streams', one.order.streamId, 'chunks.bin');
  const places = new Map(one.chunks.map(({ seq, place }) => [seq, place]));
  return { file: makeChunkFile(path, one.endAt), places };
}

/** Nothing is left of it where it is not all there: a file of two names must never be begun anew. */
async function adoptSound(
  contents: Contents,
  { order, path }: { order: PlayOrder; path: string },
): Promise<Sound | null> {
  const { contentHash, chunkCount } = order.sound;
  if (!(await contents.take(contentHash, path))) return null;
  const { chunks, endAt } = readChunks(path, isOf(order));
  if (chunks.length === chunkCount)
    return {
      file: makeChunkFile(path, endAt),
      places: new Map(chunks.map(({ seq, place }) => [seq, place])),
    };
  await rm(path, { force: true });
  await contents.drop(contentHash);
  return null;
}

function emptySound(folder: string, streamId: string): Sound {
  const path = join(folder, 'streams', streamId, 'chunks.bin');
  return { file: makeChunkFile(path, 0), places: new Map() };
}

/** @throws SpeakerError when the folder cannot be made or written to */
export function makeStateFolder(folder: string): void {
  try {
    mkdirSync(join(folder, 'streams'), { recursive: true });
    mkdirSync(join(folder, 'outbox'), { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new SpeakerError({
      code: 'state-folder',
      fault: 'world',
      say: {
        vi: `Không ghi được vào thư mục trạng thái ${folder}. Chọn thư mục khác bằng --state.`,
        en: `The state folder ${folder} cannot be used (${messageOf(cause)}). Choose another with --state.`,
      },
      cause,
    });
  }
}

async function takesBytes(path: string): Promise<boolean> {
  const words = randomBytes(32).toString('hex');
  try {
    await replaceFile(path, words);
    return (await readFile(path, 'utf8')) === words;
  } catch {
    return false;
  } finally {
    await rm(path, { force: true }).catch(() => {});
  }
}

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const disk = await statfs(folder);
    return disk.bavail * disk.bsize;
  } catch {
    return null;
  }
}

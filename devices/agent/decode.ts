// Sound decoded ahead of its time, once per process however many speakers play it.
// It must never know when anything plays; it never decodes on the thread that starts sound.
import { mkdirSync, rmSync } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SoundFacts } from '../protocol/index.ts';
import type { ChunkPlace } from './chunk-file.ts';
import type { DecodeAnswer, DecodeOrder } from './decode-worker.ts';
import { PCM_MAX_BYTES } from './limits.ts';
import type { Log } from './log.ts';
import {
  type Blocks,
  chunkSpan,
  type Layout,
  layoutOf,
  makeBlocks,
  SAMPLES_PER_MS,
} from './pcm.ts';

export type Offer = { seq: number; place: ChunkPlace; before: ChunkPlace | null };

/** One content, as far as it is decoded. */
export type Decoded = {
  layout: Layout;
  blocks: Blocks;
  isReady(seq: number): boolean;
  /** a chunk is on disk somewhere: decoded unless it was already */
  offer(offer: Offer): void;
  /** resolves when every chunk offered so far was dealt with */
  settled(): Promise<void>;
  release(): void;
};

export type Decoding = {
  /** the worker is awake: what is offered now is decoded now */
  awake(): boolean;
  /**
   * @param packetsPerChunk of any chunk but the last (of the only one, when there is one)
   * @returns `null` while there is no room for more decoded sound
   */
  sound(sound: SoundFacts, packetsPerChunk: number): Decoded | null;
  stop(): Promise<void>;
};

type Entry = Decoded & { users: number; path: string; close(): Promise<void> };

/** @param folder for decoded sound: emptied, for it is made again faster than it is proven */
export function makeDecoding(folder: string, log: Log): Decoding {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const worker = makeDecodeWorker(log);
  const entries = new Map<string, Entry>();
  let awake = false;
  // Started now: an emergency must not wait for a thread and a compiler.
  worker.wake().then(
    () => {
      awake = true;
    },
    () => {},
  );
  return {
    awake: () => awake,
    sound(sound, packetsPerChunk) {
      const known = entries.get(sound.contentHash);
      if (!known && !hasRoom(entries, sound)) return null;
      const entry = known ?? makeEntry({ folder, worker, sound, packetsPerChunk });
      entry.users += 1;
      entries.set(sound.contentHash, entry);
      let held = true;
      const release = () => {
        if (!held) return;
        held = false;
        entry.users -= 1;
        if (entry.users > 0) return;
        entries.delete(sound.contentHash);
        entry.close().catch((error) => log.warn({ err: error }, 'decoded sound not removed'));
      };
      return { ...entry, release };
    },
    async stop() {
      await worker.stop();
      for (const entry of entries.values()) await entry.close();
      entries.clear();
    },
  };
}

function hasRoom(entries: ReadonlyMap<string, Entry>, sound: SoundFacts): boolean {
  let bytes = sound.totalSamples; // at 48 kHz: half the samples, two bytes each
  for (const entry of entries.values()) bytes += entry.layout.totalSamples * 2;
  return entries.size === 0 || bytes <= PCM_MAX_BYTES;
}

/** A file of its own each time: the worker may still have the last one of the same content open. */
let files = 0;

function makeEntry(parts: {
  folder: string;
  worker: DecodeWorker;
  sound: SoundFacts;
  packetsPerChunk: number;
}): Entry {
  const { worker, sound } = parts;
  const layout = layoutOf(sound, parts.packetsPerChunk);
  const path = join(parts.folder, `${sound.contentHash}-${files++}.pcm`);
  const states = new Uint8Array(sound.chunkCount); // 0 unknown, 1 offered, 2 ready, 3 bad
  let file: Promise<FileHandle> | null = null;
  const blocks = makeBlocks(() => {
    file ??= open(path, 'r').catch((error) => {
      file = null;
      throw error;
    });
    return file;
  }, layout.totalSamples);
  let last: Promise<void> = Promise.resolve();
  const decodeOne = async ({ seq, place, before }: Offer) => {
    const from = seq * layout.chunkSamples - layout.preSkipSamples;
    const frameSamples = sound.frameMs * SAMPLES_PER_MS;
    const { totalSamples } = layout;
    const good = await worker.decode({
      path,
      totalSamples,
      seq,
      place,
      before,
      from,
      frameSamples,
    });
    states[seq] = good ? 2 : 3;
    const span = chunkSpan(layout, seq, seq === sound.chunkCount - 1);
    blocks.changed(span.from, span.to);
  };
  return {
    layout,
    blocks,
    path,
    users: 0,
    isReady: (seq) => states[seq] === 2,
    offer(offer) {
      if (states[offer.seq] !== 0) return;
      states[offer.seq] = 1;
      last = decodeOne(offer);
    },
    settled: () => last,
    release: () => {},
    async close() {
      await (await file?.catch(() => null))?.close();
      await rm(path, { force: true });
    },
  };
}

export type DecodeWorker = {
  wake(): Promise<void>;
  decode(order: Omit<DecodeOrder, 'id'>): Promise<boolean>;
  stop(): Promise<void>;
};

/** A worker that cannot live is not tried for ever: what is not decoded stays silent and is told. */
const DEATHS_MAX = 5;

/** One worker for the process: a second would only take a core from who starts sound. */
export function makeDecodeWorker(log: Log): DecodeWorker {
  let worker: Worker | null = null;
  let next = 0;
  let deaths = 0;
  const waiting = new Map<number, (good: boolean) => void>();
  const fail = () => {
    for (const settle of waiting.values()) settle(false);
    waiting.clear();
    worker = null;
  };
  const begin = () => {
    const fresh = startWorker();
    fresh.on('message', ({ id, good }: DecodeAnswer) => {
      deaths = 0;
      waiting.get(id)?.(good);
      waiting.delete(id);
    });
    fresh.on('error', (error) => {
      log.error({ err: error }, 'the decoder ended by itself');
      deaths += 1;
      fail();
    });
    return fresh;
  };
  const decode: DecodeWorker['decode'] = (order) => {
    if (deaths >= DEATHS_MAX) return Promise.resolve(false);
    worker ??= begin();
    const id = next++;
    worker.postMessage({ ...order, id } satisfies DecodeOrder);
    return new Promise((resolve) => waiting.set(id, resolve));
  };
  return {
    decode,
    async wake() {
      await decode(NOTHING);
    },
    async stop() {
      const stopped = worker?.terminate();
      fail();
      await stopped;
    },
  };
}

/** An order that cannot be met: its answer says that the worker is awake. */
const NOTHING: Omit<DecodeOrder, 'id'> = {
  path: '',
  totalSamples: 0,
  seq: 0,
  place: { path: '', at: 0, bytes: 0, packets: 0 },
  before: null,
  from: 0,
  frameSamples: 0,
};

function startWorker(): Worker {
  const compiled = !import.meta.url.endsWith('.ts');
  const file = new URL(`./decode-worker.${compiled ? 'js' : 'ts'}`, import.meta.url);
  // No options of ours are its own: a debugger's or a test's would stop it.
  return new Worker(compiled ? file : fromSource(file), { execArgv: [] });
}

/** In development: Node 20 does not hand tsx on to worker threads, so the thread registers it by itself. */
function fromSource(file: URL): URL {
  const tsx = import.meta.resolve('tsx/esm/api');
  const boot = `import{register}from${JSON.stringify(tsx)};register();await import(${JSON.stringify(file.href)})`;
  return new URL(`data:text/javascript,${encodeURIComponent(boot)}`);
}

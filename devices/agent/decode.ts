// Sound decoded ahead of its time, once per process however many speakers play it.
// It must never know when anything plays; it never decodes on the thread that starts sound.
import { mkdirSync, rmSync } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlayOrder } from '../protocol/index.ts';
import type { ChunkPlace } from './chunk-file.ts';
import { type DecodeQueue, makeDecodeQueue } from './decode-queue.ts';
import { type DecodeWorker, makeDecodeWorker } from './decoder.ts';
import { PCM_MAX_BYTES } from './limits.ts';
import type { Log } from './log.ts';
import {
  type Blocks,
  blocksMax,
  chunkSpan,
  type Layout,
  layoutOf,
  makeBlocks,
  SAMPLES_PER_MS,
} from './pcm.ts';
import { decodesSample } from './sample-sound.ts';

export type Offer = { seq: number; place: ChunkPlace; before: ChunkPlace | null };

/** One content, as far as it is decoded. */
export type Decoded = {
  layout: Layout;
  blocks: Blocks;
  isReady(seq: number): boolean;
  /** a chunk is on disk somewhere: decoded unless it was already */
  offer(offer: Offer): void;
  /** somebody plays, or will begin, at this sample: what lies behind it can wait */
  nearing(at: number): void;
  release(): void;
};

/** What of an order says how soon its sound is needed. */
export type SoundOrder = Pick<PlayOrder, 'sound' | 'playAtMs' | 'priority'>;

export type Decoding = {
  /** the worker is awake: what is offered now is decoded now */
  awake(): boolean;
  /**
   * @param packetsPerChunk of any chunk but the last (of the only one, when there is one)
   * @returns `null` while there is no room for more decoded sound
   */
  sound(order: SoundOrder, packetsPerChunk: number): Decoded | null;
  /** does this machine make sound of a built-in bit of Opus? */
  test(): Promise<boolean>;
  stop(): Promise<void>;
};

type Need = { playAtMs: number; emergency: boolean };
type Entry = Decoded & { users: number; need: Need; close(): Promise<void> };

/** @param parts.folder for decoded sound: emptied, for it is made again faster than it is proven */
export function makeDecoding(parts: {
  folder: string;
  log: Log;
  speed: number;
  worker?: DecodeWorker;
}): Decoding {
  const { folder, log, speed } = parts;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const worker = parts.worker ?? makeDecodeWorker(log);
  const queue = makeDecodeQueue();
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
    sound(order, packetsPerChunk) {
      const { sound } = order;
      const known = entries.get(sound.contentHash);
      if (!known && !hasRoom(entries, order)) return null;
      const entry = known ?? makeEntry({ folder, worker, queue, speed, order, packetsPerChunk });
      entry.users += 1;
      entry.need.playAtMs = Math.min(entry.need.playAtMs, order.playAtMs);
      entry.need.emergency ||= order.priority === 'emergency';
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
    test: () => decodesSample(worker, folder),
    async stop() {
      queue.stop();
      await worker.stop();
      for (const entry of entries.values()) await entry.close();
      entries.clear();
    },
  };
}

/** An emergency always has room, and takes none from the others. */
function hasRoom(entries: ReadonlyMap<string, Entry>, { sound, priority }: SoundOrder): boolean {
  if (priority === 'emergency') return true;
  const others = [...entries.values()].filter(({ need }) => !need.emergency);
  let bytes = sound.totalSamples; // at 48 kHz: half the samples, two bytes each
  for (const { layout } of others) bytes += layout.totalSamples * 2;
  return others.length === 0 || bytes <= PCM_MAX_BYTES;
}

/** A file of its own each time: the worker may still have the last one of the same content open. */
let files = 0;

function makeEntry(parts: {
  folder: string;
  worker: DecodeWorker;
  queue: DecodeQueue;
  speed: number;
  order: SoundOrder;
  packetsPerChunk: number;
}): Entry {
  const { worker, queue } = parts;
  const { sound, playAtMs, priority } = parts.order;
  const layout = layoutOf(sound, parts.packetsPerChunk);
  const path = join(parts.folder, `${sound.contentHash}-${files++}.pcm`);
  const states = new Uint8Array(sound.chunkCount); // 0 unknown, 1 offered, 2 ready, 3 bad
  const need: Need = { playAtMs, emergency: priority === 'emergency' };
  const { open: openOnce, close: closeFile } = onceOpen(path);
  const { totalSamples, chunkSamples } = layout;
  const blocks = makeBlocks({ open: openOnce, totalSamples, max: blocksMax(parts.speed) });
  const frameSamples = sound.frameMs * SAMPLES_PER_MS;
  let playhead = 0;
  let closed = false;
  return {
    layout,
    blocks,
    need,
    users: 0,
    isReady: (seq) => states[seq] === 2,
    nearing(at) {
      playhead = at;
    },
    offer({ seq, place, before }) {
      if (states[seq] !== 0) return;
      states[seq] = 1;
      const from = seq * chunkSamples - layout.preSkipSamples;
      const span = chunkSpan(layout, seq, seq === sound.chunkCount - 1);
      queue.add({
        given: () => closed,
        urgent: () => need.emergency,
        // What was passed already only serves who comes later: behind all that is still to come.
        dueMs: () =>
          need.playAtMs + (span.from + (span.to > playhead ? 0 : totalSamples)) / SAMPLES_PER_MS,
        decode: () => worker.decode({ path, totalSamples, seq, place, before, from, frameSamples }),
        done(good) {
          states[seq] = good ? 2 : 3;
          blocks.changed(span.from, span.to);
        },
      });
    },
    release: () => {},
    async close() {
      closed = true;
      await closeFile();
      await rm(path, { force: true });
    },
  };
}

/** One handle for all who read; a failed try is no answer for the next. */
function onceOpen(path: string) {
  let file: Promise<FileHandle> | null = null;
  return {
    open() {
      file ??= open(path, 'r').catch((error) => {
        file = null;
        throw error;
      });
      return file;
    },
    async close() {
      await (await file?.catch(() => null))?.close();
    },
  };
}

// The decoded sound of one content, on disk and in blocks: 24 kHz, mono, 16 bit.
// It must never know speakers or times; it says which samples it has and never invents any.
import type { FileHandle } from 'node:fs/promises';
import type { SoundFacts } from '../protocol/index.ts';
import { AHEAD_MS, READ_AHEAD_MS } from './limits.ts';

export const SAMPLE_RATE = 24_000;
export const SAMPLES_PER_MS = SAMPLE_RATE / 1_000;
/** A second: large enough to be read seldom, small enough to be read in time. */
export const BLOCK_SAMPLES = SAMPLE_RATE;
/** For those who play the same up to two seconds later (their start offsets), and for parts of blocks. */
const BLOCKS_SPARE = 16;
/** A pulse may be late by as much as it is long (wheel.ts). */
const PULSE_LATE_MS = 100;

/**
 * Blocks kept in memory of one sound: all that is read ahead, handed ahead and due in a late pulse.
 * 48 kB each: 0.9 MB at real speed, 112 MB at the highest (a thousand times).
 */
export function blocksMax(speed: number): number {
  return Math.ceil(((READ_AHEAD_MS + AHEAD_MS + PULSE_LATE_MS) * speed) / 1_000) + BLOCKS_SPARE;
}

/** How chunks lie on the line of samples. Every chunk but the last holds the same number of packets. */
export type Layout = {
  totalSamples: number;
  preSkipSamples: number;
  /** samples in a chunk that is not the last */
  chunkSamples: number;
};

export function layoutOf(sound: SoundFacts, packetsPerChunk: number): Layout {
  return {
    totalSamples: Math.floor(sound.totalSamples / 2), // Opus counts at 48 kHz (RFC 7845 §4)
    preSkipSamples: Math.round(sound.preSkipSamples / 2),
    chunkSamples: packetsPerChunk * sound.frameMs * SAMPLES_PER_MS,
  };
}

/** The samples of one chunk, [from, to), within the sound. */
export function chunkSpan(
  layout: Layout,
  seq: number,
  last: boolean,
): { from: number; to: number } {
  const start = seq * layout.chunkSamples - layout.preSkipSamples;
  const end = last ? layout.totalSamples : start + layout.chunkSamples;
  return { from: Math.max(0, start), to: Math.min(layout.totalSamples, end) };
}

export type Block = { samples: Int16Array; peak: number };

/** Blocks read from the file of decoded sound, shared by all who play it. */
export type Blocks = {
  /** the block, when it is in memory */
  have(n: number): Block | undefined;
  /** reads it, once for all who ask */
  fetch(n: number): Promise<void>;
  /** these samples were written anew: what was read of them before is stale */
  changed(from: number, to: number): void;
};

export function makeBlocks(parts: {
  open(): Promise<Pick<FileHandle, 'read'>>;
  totalSamples: number;
  /** see `blocksMax` */
  max: number;
}): Blocks {
  const { open, totalSamples, max } = parts;
  const blocks = new Map<number, Block>();
  const reading = new Map<number, Promise<void>>();
  /** What was wanted last goes last: the playhead and what is ahead of it stay. */
  const touch = (n: number) => {
    const block = blocks.get(n);
    if (block && blocks.delete(n)) blocks.set(n, block);
    return block;
  };
  const read = async (n: number, isStale: () => boolean) => {
    const length = Math.min(BLOCK_SAMPLES, totalSamples - n * BLOCK_SAMPLES);
    const bytes = Buffer.alloc(length * 2);
    await (await open()).read(bytes, 0, bytes.length, n * BLOCK_SAMPLES * 2);
    if (isStale()) return;
    const samples = new Int16Array(bytes.buffer, bytes.byteOffset, length);
    blocks.set(n, { samples, peak: peakOf(samples) });
    for (const old of blocks.keys()) if (blocks.size > max) blocks.delete(old);
  };
  return {
    have: touch,
    fetch(n) {
      if (n < 0 || touch(n) || n * BLOCK_SAMPLES >= totalSamples) return Promise.resolve();
      const underWay = reading.get(n);
      if (underWay) return underWay;
      const fresh: Promise<void> = read(n, () => reading.get(n) !== fresh).finally(() => {
        if (reading.get(n) === fresh) reading.delete(n);
      });
      reading.set(n, fresh);
      return fresh;
    },
    changed(from, to) {
      for (let n = Math.floor(from / BLOCK_SAMPLES); n * BLOCK_SAMPLES < to; n++) {
        blocks.delete(n);
        reading.delete(n);
      }
    },
  };
}

export function peakOf(samples: Int16Array): number {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  return peak;
}

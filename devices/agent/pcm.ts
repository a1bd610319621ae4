// The decoded sound of one content, on disk and in blocks: 24 kHz, mono, 16 bit.
// It must never know speakers or times; it says which samples it has and never invents any.
import type { FileHandle } from 'node:fs/promises';
import type { SoundFacts } from '../protocol/index.ts';

export const SAMPLE_RATE = 24_000;
export const SAMPLES_PER_MS = SAMPLE_RATE / 1_000;
/** A second: large enough to be read seldom, small enough to be read in time. */
export const BLOCK_SAMPLES = SAMPLE_RATE;
/** What players read ahead at twenty times real time, with some left behind for late ones. */
const BLOCKS_MAX = 64;

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

export function makeBlocks(open: () => Promise<FileHandle>, totalSamples: number): Blocks {
  const blocks = new Map<number, Block>();
  const reading = new Map<number, Promise<void>>();
  const read = async (n: number, isStale: () => boolean) => {
    const length = Math.min(BLOCK_SAMPLES, totalSamples - n * BLOCK_SAMPLES);
    const bytes = Buffer.alloc(length * 2);
    await (await open()).read(bytes, 0, bytes.length, n * BLOCK_SAMPLES * 2);
    if (isStale()) return;
    const samples = new Int16Array(bytes.buffer, bytes.byteOffset, length);
    blocks.set(n, { samples, peak: peakOf(samples) });
    for (const old of blocks.keys()) if (blocks.size > BLOCKS_MAX) blocks.delete(old);
  };
  return {
    have: (n) => blocks.get(n),
    fetch(n) {
      if (n < 0 || blocks.has(n) || n * BLOCK_SAMPLES >= totalSamples) return Promise.resolve();
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

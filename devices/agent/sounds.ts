// The sound of each stream one speaker holds: only chunks it received itself, only when decoded.
// It must never know when anything plays, nor make up a sample that is not there.
import type { PlayOrder } from '../protocol/index.ts';
import type { ChunkPlace } from './chunk-file.ts';
import type { Decoded, Decoding } from './decode.ts';
import { BLOCK_SAMPLES, chunkSpan, type Layout, SAMPLES_PER_MS } from './pcm.ts';

export type Piece = { samples: Int16Array; peak: number };
export type StreamSound = {
  /** where the sound ends, in samples */
  endSample: number;
  /** reads ahead from here */
  preload(at: number): void;
  /** samples from `at` on, at most `count`, of one block and one chunk; `null`: not there */
  take(at: number, count: number): Piece | null;
  /** what is not there at `at` is not there up to here */
  holeEnd(at: number): number;
};

export type Sounds = {
  /** decodes what is held of a stream, from the chunk at this offset on; to be called again until true */
  open(order: PlayOrder, offsetMs: number): boolean;
  /** a chunk more is on disk */
  held(order: PlayOrder, seq: number): void;
  get(order: PlayOrder): StreamSound;
  close(streamId: string): void;
};

/** @param readAheadSamples what a player may want before the disk answers */
export function makeSounds(parts: {
  decoding: Decoding;
  chunk(streamId: string, seq: number): ChunkPlace | undefined;
  readAheadSamples: number;
}): Sounds {
  const decoded = new Map<string, Decoded>();
  const offer = ({ streamId, sound }: PlayOrder, seq: number) => {
    const place = parts.chunk(streamId, seq);
    const known = decoded.get(streamId);
    if (!place || !known) return;
    // A shorter chunk in the middle would shift everything after it: mute on doubt.
    const { chunkSamples } = known.layout;
    const isOdd = place.packets * sound.frameMs * SAMPLES_PER_MS !== chunkSamples;
    if (isOdd && seq < sound.chunkCount - 1) return;
    known.offer({ seq, place, before: parts.chunk(streamId, seq - 1) ?? null });
  };
  return {
    open(order, offsetMs) {
      const { streamId, sound } = order;
      if (decoded.has(streamId)) return true;
      const packets = packetsPerChunk(order, parts.chunk);
      const fresh = packets === 0 ? null : parts.decoding.sound(order, packets);
      if (!fresh) return false;
      decoded.set(streamId, fresh);
      const from = Math.max(0, offsetMs) * SAMPLES_PER_MS;
      fresh.nearing(from);
      const at = from + fresh.layout.preSkipSamples;
      const first = Math.min(sound.chunkCount - 1, Math.floor(at / fresh.layout.chunkSamples));
      for (let n = 0; n < sound.chunkCount; n++) offer(order, (first + n) % sound.chunkCount);
      return true;
    },
    held: offer,
    get: (order) => streamSound(order, { ...parts, decoded }),
    close(streamId) {
      decoded.get(streamId)?.release();
      decoded.delete(streamId);
    },
  };
}

function streamSound(
  order: PlayOrder,
  parts: {
    decoded: ReadonlyMap<string, Decoded>;
    chunk(streamId: string, seq: number): ChunkPlace | undefined;
    readAheadSamples: number;
  },
): StreamSound {
  const { streamId, sound } = order;
  const last = sound.chunkCount - 1;
  const there = (seq: number) =>
    parts.decoded.get(streamId)?.isReady(seq) && parts.chunk(streamId, seq) !== undefined;
  const fetch = (n: number) => {
    // A failed read is silence now and another try at the next look.
    parts.decoded
      .get(streamId)
      ?.blocks.fetch(n)
      .catch(() => {});
  };
  return {
    endSample: Math.floor(sound.totalSamples / 2),
    preload(at) {
      const known = parts.decoded.get(streamId);
      if (!known) return;
      known.nearing(at);
      const to = Math.min(at + parts.readAheadSamples, known.layout.totalSamples);
      for (let n = Math.floor(at / BLOCK_SAMPLES); n * BLOCK_SAMPLES < to; n++) fetch(n);
    },
    holeEnd(at) {
      const known = parts.decoded.get(streamId);
      return known ? spanAt(known.layout, at, last).to : Number.POSITIVE_INFINITY;
    },
    take(at, count) {
      const known = parts.decoded.get(streamId);
      if (!known) return null;
      const { seq, to } = spanAt(known.layout, at, last);
      if (!there(seq)) return null;
      const n = Math.floor(at / BLOCK_SAMPLES);
      const block = known.blocks.have(n);
      if (!block) {
        fetch(n);
        return null;
      }
      const from = at - n * BLOCK_SAMPLES;
      const samples = block.samples.subarray(from, Math.min(from + count, to - n * BLOCK_SAMPLES));
      return samples.length > 0 ? { samples, peak: block.peak } : null;
    },
  };
}

/** The chunk in which a sample lies, and where that chunk ends. */
function spanAt(layout: Layout, at: number, last: number): { seq: number; to: number } {
  const seq = Math.min(last, Math.floor((at + layout.preSkipSamples) / layout.chunkSamples));
  return { seq, to: chunkSpan(layout, seq, seq === last).to };
}

/** Told by any chunk that is not the last; a sound of one chunk tells itself. */
function packetsPerChunk(
  { streamId, sound }: PlayOrder,
  chunk: (streamId: string, seq: number) => ChunkPlace | undefined,
): number {
  const certain = Math.max(1, sound.chunkCount - 1);
  for (let seq = 0; seq < certain; seq++) {
    const place = chunk(streamId, seq);
    if (place) return place.packets;
  }
  return 0;
}

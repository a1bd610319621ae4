// One file per stream: its chunks one after another, as they came, each with number and length.
// It must never know manifests or networks; what it reads back is proven again by who asks.
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, truncateSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { FRAME_MAX_PAYLOAD_BYTES, unpackPackets } from '../protocol/index.ts';
import { writeWhole } from './safe-file.ts';

/** Where a chunk's payload lies and how many packets it has, for whoever decodes it. */
export type ChunkPlace = { path: string; at: number; bytes: number; packets: number };
export type StoredChunk = { seq: number; repair: boolean; place: ChunkPlace };

// Record: chunk number (32 bits, the highest says "by repair") | length (32 bits) | payload.
const HEAD_BYTES = 8;
const REPAIR_BIT = 0x8000_0000;

export type ChunkFile = {
  append(chunk: { seq: number; repair: boolean; payload: Uint8Array }): Promise<ChunkPlace>;
  /** flushes, and says the SHA-256 over these payloads in this order */
  prove(places: readonly ChunkPlace[]): Promise<string>;
  close(): Promise<void>;
};

/** @param endAt where the last whole record ends (see `readChunks`) */
export function makeChunkFile(path: string, endAt: number): ChunkFile {
  let opened: Promise<FileHandle> | null = null;
  let end = endAt;
  const file = () => {
    opened ??= open(path, end === 0 ? 'w+' : 'r+').catch((error) => {
      opened = null; // the next chunk tries again
      throw error;
    });
    return opened;
  };
  return {
    async append({ seq, repair, payload }) {
      const record = Buffer.allocUnsafe(HEAD_BYTES + payload.length);
      record.writeUInt32BE((repair ? REPAIR_BIT + seq : seq) >>> 0, 0);
      record.writeUInt32BE(payload.length, 4);
      record.set(payload, HEAD_BYTES);
      const at = end;
      await writeWhole(await file(), record, at);
      end = at + record.length;
      return placeOf({ path, at: at + HEAD_BYTES, payload });
    },
    async prove(places) {
      const handle = await file();
      await handle.sync();
      const hash = createHash('sha256');
      for (const place of places) {
        const payload = Buffer.allocUnsafe(place.bytes);
        await handle.read(payload, 0, place.bytes, place.at);
        hash.update(payload);
      }
      return hash.digest('hex');
    },
    async close() {
      await (await opened)?.close();
      opened = null;
    },
  };
}

/** Reads what a process before us wrote; a record torn by its end is cut off. */
export function readChunks(
  path: string,
  isGood: (seq: number, payload: Buffer) => boolean,
): { chunks: StoredChunk[]; endAt: number } {
  const chunks = new Map<number, StoredChunk>();
  let endAt = 0;
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return { chunks: [], endAt: 0 };
  }
  try {
    const size = fstatSync(file).size;
    const head = Buffer.allocUnsafe(HEAD_BYTES);
    while (endAt + HEAD_BYTES <= size) {
      readSync(file, head, 0, HEAD_BYTES, endAt);
      const bytes = head.readUInt32BE(4);
      const at = endAt + HEAD_BYTES;
      if (bytes > FRAME_MAX_PAYLOAD_BYTES || at + bytes > size) break;
      const payload = Buffer.allocUnsafe(bytes);
      readSync(file, payload, 0, bytes, at);
      const tagged = head.readUInt32BE(0);
      const seq = tagged % REPAIR_BIT;
      const place = placeOf({ path, at, payload });
      if (isGood(seq, payload)) chunks.set(seq, { seq, repair: tagged >= REPAIR_BIT, place });
      endAt = at + bytes;
    }
    if (endAt < size) truncateSync(path, endAt);
  } finally {
    closeSync(file);
  }
  return { chunks: [...chunks.values()], endAt };
}

function placeOf({
  path,
  at,
  payload,
}: {
  path: string;
  at: number;
  payload: Uint8Array;
}): ChunkPlace {
  return { path, at, bytes: payload.length, packets: unpackPackets(payload)?.length ?? 0 };
}

// Opus packets cut into the chunks that travel: packing, digests and the hash of all that will be heard.
// It must never know Ogg, files, or who carries the chunks (devices/PROTOCOL.md §6 describes the same bytes).
import { createHash } from 'node:crypto';

export const FRAME_MS = 60;
/** 133 packets of 60 ms are 7.98 s: at 24 kbit/s one chunk is 24 KB, far below the wire's 64 KB. */
export const PACKETS_PER_CHUNK = 133;
const DIGEST_BYTES = 16;

/** Each packet as a 16-bit big-endian length and its bytes. */
export function packChunk(packets: readonly Uint8Array[]): Buffer {
  const out = Buffer.allocUnsafe(packets.reduce((sum, packet) => sum + 2 + packet.length, 0));
  let at = 0;
  for (const packet of packets) {
    at = out.writeUInt16BE(packet.length, at);
    out.set(packet, at);
    at += packet.length;
  }
  return out;
}

export type ChunkSums = {
  chunkCount: number;
  bytes: number;
  contentHash: string;
  /** base64 of the first 16 bytes of the SHA-256 of every payload, in order */
  chunkDigests: string;
};
export type ChunkSummer = { add(packet: Uint8Array): void; finish(): ChunkSums };

/** Sums a clip packet by packet: never holds more than one chunk. */
export function createChunkSummer(): ChunkSummer {
  const whole = createHash('sha256');
  const digests: Buffer[] = [];
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  function close(): void {
    const payload = packChunk(waiting);
    waiting = [];
    bytes += payload.length;
    whole.update(payload);
    digests.push(createHash('sha256').update(payload).digest().subarray(0, DIGEST_BYTES));
  }
  return {
    add(packet) {
      waiting.push(packet);
      if (waiting.length === PACKETS_PER_CHUNK) close();
    },
    finish() {
      if (waiting.length > 0) close();
      return {
        chunkCount: digests.length,
        bytes,
        contentHash: whole.digest('hex'),
        chunkDigests: Buffer.concat(digests).toString('base64'),
      };
    },
  };
}

/** What packChunk packed, without a copy. */
export function unpackChunk(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const packets: Uint8Array[] = [];
  for (let at = 0; at + 2 <= bytes.length; ) {
    const end = at + 2 + view.getUint16(at);
    packets.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return packets;
}

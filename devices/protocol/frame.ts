// The binary chunk: a 20-byte header and Opus packets (devices/PROTOCOL.md §6).
// It must never know who sends, stores or plays it, nor decode any sound.
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

export const FRAME_HEADER_BYTES = 20;
/** WIRE: blocks of seconds, or up to 64 KB. */
export const FRAME_MAX_PAYLOAD_BYTES = 64 * 1024;
export const FLAG_LAST = 1;
export const FLAG_REPAIR = 2;
const MAGIC = 0x5658; // 'VX'
const VERSION = 1;

export type Chunk = {
  seq: number;
  startMs: number;
  last: boolean;
  repair: boolean;
  payload: Uint8Array;
};

/** First four bytes of the SHA-256 of the stream id: a chunk on a wrong topic is noticed. */
export function streamTag(streamId: string): number {
  return createHash('sha256').update(streamId).digest().readUInt32BE(0);
}

export function encodeFrame(streamId: string, chunk: Chunk): Buffer {
  const out = Buffer.allocUnsafe(FRAME_HEADER_BYTES + chunk.payload.length);
  out.writeUInt16BE(MAGIC, 0);
  out.writeUInt8(VERSION, 2);
  out.writeUInt8((chunk.last ? FLAG_LAST : 0) | (chunk.repair ? FLAG_REPAIR : 0), 3);
  out.writeUInt32BE(streamTag(streamId), 4);
  out.writeUInt32BE(chunk.seq, 8);
  out.writeUInt32BE(chunk.startMs, 12);
  out.set(chunk.payload, FRAME_HEADER_BYTES);
  out.writeUInt32BE(frameCrc(out), 16);
  return out;
}

export type DecodedFrame =
  | { ok: true; chunk: Chunk }
  | { ok: false; reason: 'short' | 'magic' | 'version' | 'too-long' | 'crc' | 'stream' };

/** Never throws: foreign bytes are a counted refusal. */
export function decodeFrame(streamId: string, bytes: Uint8Array): DecodedFrame {
  if (bytes.length < FRAME_HEADER_BYTES) return { ok: false, reason: 'short' };
  if (bytes.length > FRAME_HEADER_BYTES + FRAME_MAX_PAYLOAD_BYTES)
    return { ok: false, reason: 'too-long' };
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (all.readUInt16BE(0) !== MAGIC) return { ok: false, reason: 'magic' };
  if (all.readUInt8(2) !== VERSION) return { ok: false, reason: 'version' };
  if (all.readUInt32BE(16) !== frameCrc(all)) return { ok: false, reason: 'crc' };
  if (all.readUInt32BE(4) !== streamTag(streamId)) return { ok: false, reason: 'stream' };
  const flags = all.readUInt8(3);
  return {
    ok: true,
    chunk: {
      seq: all.readUInt32BE(8),
      startMs: all.readUInt32BE(12),
      last: (flags & FLAG_LAST) !== 0,
      repair: (flags & FLAG_REPAIR) !== 0,
      payload: all.subarray(FRAME_HEADER_BYTES),
    },
  };
}

/** CRC-32 (IEEE 802.3) over the header's first 16 bytes and the payload. */
function frameCrc(frame: Buffer): number {
  return crc32(frame.subarray(FRAME_HEADER_BYTES), crc32(frame.subarray(0, 16)));
}

/** Packets in a payload: each a 16-bit big-endian length and its bytes. */
export function packPackets(packets: readonly Uint8Array[]): Buffer {
  const parts: Uint8Array[] = [];
  for (const packet of packets) {
    const length = Buffer.allocUnsafe(2);
    length.writeUInt16BE(packet.length, 0);
    parts.push(length, packet);
  }
  return Buffer.concat(parts);
}

/** @returns the packets, or `null` when lengths do not fit the payload */
export function unpackPackets(payload: Uint8Array): Uint8Array[] | null {
  const view = Buffer.from(payload.buffer, payload.byteOffset, payload.length);
  const packets: Uint8Array[] = [];
  let at = 0;
  while (at < view.length) {
    if (at + 2 > view.length) return null;
    const end = at + 2 + view.readUInt16BE(at);
    if (end > view.length) return null;
    packets.push(view.subarray(at + 2, end));
    at = end;
  }
  return packets;
}

export const DIGEST_BYTES = 16;
export function chunkDigest(payload: Uint8Array): Buffer {
  return createHash('sha256').update(payload).digest().subarray(0, DIGEST_BYTES);
}

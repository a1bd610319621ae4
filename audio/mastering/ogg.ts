// Ogg pages and the Opus packets in them (RFC 3533, RFC 7845), from bytes in pieces of any size. Pure.
// It must never know files, ffmpeg or chunks, nor decode sound.
import { SoundError } from '../errors.ts';
import { oggCrc } from './ogg-crc.ts';

export type OggPage = {
  /** where its first byte stands in the stream */
  offset: number;
  bytes: number;
  /** samples at 48 kHz up to the end of the last packet that ends here, pre-skip included */
  granule: number;
  /** its first packet began on an earlier page */
  continued: boolean;
  last: boolean;
  /** the packets that end on this page */
  packets: Uint8Array[];
};
export type OggDemuxer = { push(bytes: Uint8Array): OggPage[]; end(): void };

const HEADER_BYTES = 27;
/** An Opus packet of 60 ms has at most 3,828 bytes; tags may be longer, but never this long for us. */
const MAX_PACKET_BYTES = 65_536;

/** @throws SoundError sound-broken, with the place, at the first byte that is not as the RFC wants it */
export function createOggDemuxer(start: { offset: number } = { offset: 0 }): OggDemuxer {
  let held = Buffer.alloc(0);
  let offset = start.offset;
  let unfinished: Buffer | null = null;

  function take(page: RawPage): OggPage {
    const packets: Uint8Array[] = [];
    // A demuxer started in mid-stream has no beginning for a packet that is continued: it is skipped.
    let skipping = page.continued && unfinished === null;
    let packet = page.continued ? (unfinished ?? Buffer.alloc(0)) : Buffer.alloc(0);
    let at = 0;
    for (const length of page.lacing) {
      packet =
        packet.length === 0
          ? page.body.subarray(at, at + length)
          : Buffer.concat([packet, page.body.subarray(at, at + length)]);
      at += length;
      if (packet.length > MAX_PACKET_BYTES) throw broken(offset, 'packet too long');
      if (length === 255) continue;
      if (!skipping) packets.push(packet);
      skipping = false;
      packet = Buffer.alloc(0);
    }
    unfinished = page.lacing.at(-1) === 255 && !skipping ? packet : null;
    return {
      offset,
      bytes: page.bytes,
      granule: page.granule,
      continued: page.continued,
      last: page.last,
      packets,
    };
  }
  return {
    push(bytes) {
      held = held.length === 0 ? Buffer.from(bytes) : Buffer.concat([held, bytes]);
      const pages: OggPage[] = [];
      for (let raw = readPage(held, offset); raw !== null; raw = readPage(held, offset)) {
        pages.push(take(raw));
        held = held.subarray(raw.bytes);
        offset += raw.bytes;
      }
      return pages;
    },
    end() {
      if (held.length > 0) throw broken(offset, 'cut off');
      if (unfinished !== null) throw broken(offset, 'ends inside a packet');
    },
  };
}

type RawPage = {
  bytes: number;
  granule: number;
  continued: boolean;
  last: boolean;
  lacing: Uint8Array;
  body: Buffer;
};

/** @returns null when the page is not all there yet */
function readPage(held: Buffer, offset: number): RawPage | null {
  if (held.length < HEADER_BYTES) return null;
  if (held.readUInt32BE(0) !== 0x4f676753) throw broken(offset, 'no OggS');
  if (held.readUInt8(4) !== 0) throw broken(offset, 'version');
  const bodyAt = HEADER_BYTES + held.readUInt8(26);
  if (held.length < bodyAt) return null;
  const lacing = held.subarray(HEADER_BYTES, bodyAt);
  const bytes = bodyAt + lacing.reduce((sum, length) => sum + length, 0);
  if (held.length < bytes) return null;
  if (oggCrc(held.subarray(0, bytes)) !== held.readUInt32LE(22)) throw broken(offset, 'checksum');
  const flags = held.readUInt8(5);
  return {
    bytes,
    granule: Number(held.readBigInt64LE(6)),
    continued: (flags & 1) !== 0,
    last: (flags & 4) !== 0,
    lacing,
    body: held.subarray(bodyAt, bytes),
  };
}

export type OpusHead = { channels: number; preSkipSamples: number };

export function readOpusHead(packet: Uint8Array): OpusHead {
  const head = view(packet);
  if (head.length < 19 || head.toString('latin1', 0, 8) !== 'OpusHead') throw broken(0, 'OpusHead');
  return { channels: head.readUInt8(9), preSkipSamples: head.readUInt16LE(10) };
}

/** The comments as written, by name in capitals (RFC 7845 §5.2). */
export function readOpusTags(packet: Uint8Array): Map<string, string> {
  const all = view(packet);
  if (all.toString('latin1', 0, 8) !== 'OpusTags') throw broken(0, 'OpusTags');
  let at = 8;
  const text = () => {
    if (at + 4 > all.length) throw broken(at, 'OpusTags');
    const from = at + 4;
    at = from + all.readUInt32LE(at);
    if (at > all.length) throw broken(from, 'OpusTags');
    return all.toString('utf8', from, at);
  };
  text(); // who wrote the file
  if (at + 4 > all.length) throw broken(at, 'OpusTags');
  const count = all.readUInt32LE(at);
  at += 4;
  const tags = new Map<string, string>();
  for (let each = 0; each < count; each += 1) {
    const comment = text();
    const equals = comment.indexOf('=');
    if (equals > 0) tags.set(comment.slice(0, equals).toUpperCase(), comment.slice(equals + 1));
  }
  return tags;
}

/** Samples at 48 kHz in one packet (RFC 6716 §3.1); 0 when it is not a packet. */
export function opusPacketSamples(packet: Uint8Array): number {
  const toc = packet[0];
  if (toc === undefined) return 0;
  const config = toc >> 3;
  const frameSamples =
    config < 12
      ? ([480, 960, 1_920, 2_880][config & 3] ?? 0)
      : config < 16
        ? ([480, 960][config & 1] ?? 0)
        : ([120, 240, 480, 960][config & 3] ?? 0);
  const code = toc & 3;
  return frameSamples * (code === 0 ? 1 : code < 3 ? 2 : (packet[1] ?? 0) & 63);
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

function broken(offset: number, what: string): SoundError {
  return new SoundError('sound-broken', new Error(`${what} at byte ${offset}`));
}

// Opus packets become an Ogg file (RFC 3533, RFC 7845), page by page. Pure.
// It must never know ffmpeg, files or what the tags mean.
import { oggCrc } from './ogg-crc.ts';

export type OggWriter = {
  /** the two header pages */
  head(): Buffer;
  /** pages of about a second; packets left over wait for the next call or the end */
  add(packets: readonly Uint8Array[]): Buffer;
  /** the last page, its granule at the true end of the sound */
  end(): Buffer;
};
export type OggFile = {
  serial: number;
  preSkipSamples: number;
  inputRateHz: number;
  samplesPerPacket: number;
  /** at 48 kHz, without the pre-skip */
  totalSamples: number;
  tags: Readonly<Record<string, string>>;
};

/** 0.96 s of 60 ms packets: RFC 7845 asks for pages of about a second. */
const PACKETS_PER_PAGE = 16;
const VENDOR = 'vang-xa';

export function createOggWriter(file: OggFile): OggWriter {
  let sequence = 0;
  let packetsWritten = 0;
  let waiting: Uint8Array[] = [];

  function page(packets: readonly Uint8Array[], kind: { granule: number; flags: number }): Buffer {
    const lacing = packets.flatMap((packet) => [
      ...Array.from({ length: Math.floor(packet.length / 255) }, () => 255),
      packet.length % 255,
    ]);
    const header = Buffer.alloc(27 + lacing.length);
    header.write('OggS', 'latin1');
    header.writeUInt8(kind.flags, 5);
    header.writeBigInt64LE(BigInt(kind.granule), 6);
    header.writeUInt32LE(file.serial >>> 0, 14);
    header.writeUInt32LE(sequence, 18);
    header.writeUInt8(lacing.length, 26);
    header.set(lacing, 27);
    sequence += 1;
    const whole = Buffer.concat([header, ...packets]);
    whole.writeUInt32LE(oggCrc(whole), 22);
    return whole;
  }
  function soundPage(packets: readonly Uint8Array[], last: boolean): Buffer {
    packetsWritten += packets.length;
    const all = file.preSkipSamples + file.totalSamples;
    const granule = packetsWritten * file.samplesPerPacket;
    return page(packets, { granule: last ? Math.min(granule, all) : granule, flags: last ? 4 : 0 });
  }
  return {
    head: () =>
      Buffer.concat([
        page([opusHead(file)], { granule: 0, flags: 2 }),
        page([opusTags(file.tags)], { granule: 0, flags: 0 }),
      ]),
    add(packets) {
      waiting = [...waiting, ...packets];
      const pages: Buffer[] = [];
      // One packet always stays for the last page, which must carry the end.
      while (waiting.length > PACKETS_PER_PAGE) {
        pages.push(soundPage(waiting.slice(0, PACKETS_PER_PAGE), false));
        waiting = waiting.slice(PACKETS_PER_PAGE);
      }
      return Buffer.concat(pages);
    },
    end: () => soundPage(waiting, true),
  };
}

function opusHead(file: OggFile): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 'latin1');
  head.writeUInt8(1, 8);
  head.writeUInt8(1, 9); // mono
  head.writeUInt16LE(file.preSkipSamples, 10);
  head.writeUInt32LE(file.inputRateHz, 12);
  return head;
}

function opusTags(tags: OggFile['tags']): Buffer {
  const comments = Object.entries(tags).map(([name, text]) => counted(`${name}=${text}`));
  const count = Buffer.alloc(4);
  count.writeUInt32LE(comments.length, 0);
  return Buffer.concat([Buffer.from('OpusTags', 'latin1'), counted(VENDOR), count, ...comments]);
}

function counted(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length, 0);
  return Buffer.concat([length, bytes]);
}

// A clip on disk: what its Ogg file holds, proven by reading it, and its chunks read a few kilobytes at a time.
// It must never know how the sound was made, nor who the chunks are for.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { diskError, SoundError } from './errors.ts';
import {
  createOggDemuxer,
  type OggPage,
  type OpusHead,
  opusPacketSamples,
  readOpusHead,
  readOpusTags,
} from './mastering/ogg.ts';
import { createChunkSummer, FRAME_MS, PACKETS_PER_CHUNK, packChunk } from './packets.ts';

export type SoundFacts = {
  codec: 'opus';
  channels: 1;
  bitrateBps: number;
  frameMs: 60;
  preSkipSamples: number;
  totalSamples: number;
  chunkCount: number;
  bytes: number;
  contentHash: string;
  chunkDigests: string;
};
export type SoundChunk = { seq: number; startMs: number; last: boolean; payload: Uint8Array };
export type OpenClip = {
  readonly sound: SoundFacts;
  readonly tags: ReadonlyMap<string, string>;
  /** @throws SoundError no-such-chunk */
  chunk(seq: number): Promise<SoundChunk>;
  chunks(): AsyncGenerator<SoundChunk>;
};

const SAMPLES_PER_FRAME = 48 * FRAME_MS;
const BITRATE_BPS = 24_000;
const READ_BYTES = 64 * 1024;
/** Six hours (the longest clip) are 22,500 pages of a second. */
const MAX_PAGES = 50_000;

/** Reads the file once, checks every page, and keeps only an index of 16 bytes a page. */
export async function openClip(path: string): Promise<OpenClip> {
  const scan = await scanClip(path);
  const { sound } = scan;
  async function chunk(seq: number): Promise<SoundChunk> {
    if (!Number.isInteger(seq) || seq < 0 || seq >= sound.chunkCount) {
      throw new SoundError('no-such-chunk');
    }
    const first = seq * PACKETS_PER_CHUNK;
    const packets = await readPackets({ path, scan, first, end: first + PACKETS_PER_CHUNK });
    return {
      seq,
      startMs: first * FRAME_MS,
      last: seq === sound.chunkCount - 1,
      payload: packChunk(packets),
    };
  }
  return {
    sound,
    tags: scan.tags,
    chunk,
    async *chunks() {
      for (let seq = 0; seq < sound.chunkCount; seq += 1) yield await chunk(seq);
    },
  };
}

type Scan = {
  sound: SoundFacts;
  tags: ReadonlyMap<string, string>;
  packetCount: number;
  /** pages at which reading can start: where, and which packet comes first */
  starts: { offset: number; packet: number }[];
};

async function scanClip(path: string): Promise<Scan> {
  const summer = createChunkSummer();
  const starts: Scan['starts'] = [];
  const headers: Uint8Array[] = [];
  let packetCount = 0;
  let granule = 0;
  for await (const page of readPages({ path, offset: 0 })) {
    if (headers.length === 2 && !page.continued) {
      starts.push({ offset: page.offset, packet: packetCount });
      if (starts.length > MAX_PAGES) throw new SoundError('sound-broken');
    }
    for (const packet of page.packets) {
      if (headers.length < 2) headers.push(Buffer.from(packet));
      else {
        if (opusPacketSamples(packet) !== SAMPLES_PER_FRAME) throw new SoundError('sound-broken');
        summer.add(packet);
        packetCount += 1;
      }
    }
    granule = Math.max(granule, page.granule);
  }
  const [head, tags] = headers;
  if (head === undefined || tags === undefined || packetCount === 0)
    throw new SoundError('sound-broken');
  const opus: OpusHead = readOpusHead(head);
  if (opus.channels !== 1) throw new SoundError('sound-broken');
  const all = Math.min(granule, packetCount * SAMPLES_PER_FRAME);
  return {
    tags: readOpusTags(tags),
    packetCount,
    starts,
    sound: {
      codec: 'opus',
      channels: 1,
      bitrateBps: BITRATE_BPS,
      frameMs: FRAME_MS,
      preSkipSamples: opus.preSkipSamples,
      totalSamples: Math.max(1, all - opus.preSkipSamples),
      ...summer.finish(),
    },
  };
}

type PacketRange = { path: string; scan: Scan; first: number; end: number };

async function readPackets({ path, scan, first, end }: PacketRange): Promise<Uint8Array[]> {
  const start = scan.starts.findLast((candidate) => candidate.packet <= first);
  if (start === undefined) throw new SoundError('sound-broken');
  const until = Math.min(end, scan.packetCount);
  const packets: Uint8Array[] = [];
  let at = start.packet;
  for await (const page of readPages({ path, offset: start.offset })) {
    for (const packet of page.packets) {
      if (at >= first && at < until) packets.push(Buffer.from(packet));
      at += 1;
    }
    if (at >= until) return packets;
  }
  throw new SoundError('sound-broken'); // shorter than when it was opened
}

async function* readPages(from: { path: string; offset: number }): AsyncGenerator<OggPage> {
  const demuxer = createOggDemuxer({ offset: from.offset });
  const file = await open(from.path, 'r').catch((cause: unknown) => {
    throw diskError(cause);
  });
  const stream = createReadStream(from.path, {
    fd: file,
    start: from.offset,
    highWaterMark: READ_BYTES,
  });
  try {
    for await (const bytes of stream) yield* demuxer.push(bytes as Buffer);
    demuxer.end();
  } catch (failure) {
    throw diskError(failure);
  } finally {
    stream.destroy();
  }
}

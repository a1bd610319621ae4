// Real Opus speech for the agent's tests, cut into chunks, and the samples a perfect speaker would play.
// It must never know the agent's own decoding path.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { OpusDecoder } from 'opus-decoder';
import { chunkDigest, packPackets, type SoundFacts } from '../../../devices/protocol/index.ts';

type Speech = { preSkipSamples: number; totalSamples: number; packets: string[] };
const speech = JSON.parse(
  readFileSync(new URL('./speech.json', import.meta.url), 'utf8'),
) as Speech;
const packets = speech.packets.map((packet) => Buffer.from(packet, 'base64'));
export const FRAME_MS = 60;

export type TestSound = {
  facts: SoundFacts;
  payloads: Buffer[];
  durationMs: number;
  /** 24 kHz samples of the whole */
  samples: Int16Array;
};

/** Fourteen seconds of speech, `times` over, in chunks of `packetsPerChunk`. */
export async function makeSound({
  times = 1,
  packetsPerChunk = 16,
  packetCount = 0,
} = {}): Promise<TestSound> {
  const row = Array.from({ length: times }, () => packets).flat();
  const all = packetCount > 0 ? row.slice(0, packetCount) : row;
  const payloads: Buffer[] = [];
  for (let at = 0; at < all.length; at += packetsPerChunk)
    payloads.push(packPackets(all.slice(at, at + packetsPerChunk)));
  const { preSkipSamples } = speech;
  const totalSamples = all.length * FRAME_MS * 48 - preSkipSamples - 480;
  const contentHash = createHash('sha256').update(Buffer.concat(payloads)).digest('hex');
  const facts: SoundFacts = {
    codec: 'opus',
    channels: 1,
    bitrateBps: 24_000,
    frameMs: FRAME_MS,
    preSkipSamples,
    totalSamples,
    chunkCount: payloads.length,
    bytes: payloads.reduce((sum, payload) => sum + payload.length, 0),
    contentHash,
    chunkDigests: Buffer.concat(payloads.map(chunkDigest)).toString('base64'),
  };
  const samples = (await decode(all)).subarray(preSkipSamples / 2).subarray(0, totalSamples / 2);
  return { facts, payloads, durationMs: Math.round(totalSamples / 48), samples };
}

async function decode(all: readonly Uint8Array[]): Promise<Int16Array> {
  const decoder = new OpusDecoder({ channels: 1, sampleRate: 24_000 });
  await decoder.ready;
  const { channelData } = decoder.decodeFrames([...all]);
  const floats = channelData[0] as Float32Array;
  const samples = Int16Array.from(floats, (value) =>
    Math.max(-32_768, Math.min(32_767, Math.round(value * 32_768))),
  );
  decoder.free();
  return samples;
}

export type Wav = { sampleRate: number; channels: number; samples: Int16Array };
export function readWav(path: string): Wav {
  const bytes = readFileSync(path);
  const size = bytes.readUInt32LE(40);
  const body = bytes.subarray(44, 44 + size);
  return {
    sampleRate: bytes.readUInt32LE(24),
    channels: bytes.readUInt16LE(22),
    samples: new Int16Array(body.buffer.slice(body.byteOffset, body.byteOffset + body.length)),
  };
}

/** The first sample that is not silent, from `from` on; −1 when there is none. */
export function onset(samples: Int16Array, from = 0): number {
  return samples.findIndex((sample, at) => at >= from && Math.abs(sample) > 8);
}

/** The difference where both fit best, within a millisecond. */
export function nearDifference(heard: Int16Array, wanted: Int16Array): number {
  const room = 24;
  const inner = wanted.subarray(room, wanted.length - room);
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at <= 2 * room; at++)
    least = Math.min(least, difference(heard.subarray(at, at + inner.length), inner));
  return least;
}

/** Root mean square of the difference, of the smaller length, relative to the louder one's. */
export function difference(heard: Int16Array, wanted: Int16Array): number {
  const length = Math.min(heard.length, wanted.length);
  let wrong = 0;
  let power = 1;
  for (let at = 0; at < length; at++) {
    wrong += ((heard[at] as number) - (wanted[at] as number)) ** 2;
    power += (wanted[at] as number) ** 2;
  }
  return Math.sqrt(wrong / power);
}

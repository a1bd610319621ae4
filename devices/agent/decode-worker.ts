// Decodes Opus chunks into a file of samples, off the main thread, one order after another.
// It must never know speakers, times or signatures: places of bytes in, samples in a file out.
import { closeSync, constants, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { OpusDecoder } from 'opus-decoder';
import { unpackPackets } from '../protocol/index.ts';
import type { ChunkPlace } from './chunk-file.ts';
import { SAMPLE_RATE } from './pcm.ts';

/** One chunk to decode into `path` from sample `from` on, of which [keepFrom, keepTo) are kept. */
export type DecodeOrder = {
  id: number;
  path: string;
  totalSamples: number;
  seq: number;
  place: ChunkPlace;
  /**
   * The chunk before, when it is held: it settles the decoder after a jump. The 80 ms of RFC 7845
   * §4.6 are audible; energies are predicted from frame to frame for much longer.
   */
  before: ChunkPlace | null;
  from: number;
  frameSamples: number;
};
/** `bad`: no sound of ours, for ever; `not-now`: the disk did not take or give it. */
export type Outcome = 'good' | 'bad' | 'not-now';
export type DecodeAnswer = { id: number; outcome: Outcome };

type Decoder = OpusDecoder<typeof SAMPLE_RATE>;
type Line = { path: string; file: number; decoder: Decoder; nextSeq: number };

/** Two sounds decoded in turns; a third closes the one that waited longest. */
const LINES_MAX = 2;
/** What the decoder takes in one packet; longer is no speech of ours. */
const PACKET_MAX_BYTES = 3_800;

const lines: Line[] = [];
let turn: Promise<void> = Promise.resolve();

parentPort?.on('message', (order: DecodeOrder) => {
  turn = turn.then(async () => {
    const outcome = await decode(order).then((good) => (good ? 'good' : 'bad'), outcomeOf);
    parentPort?.postMessage({ id: order.id, outcome } satisfies DecodeAnswer);
  });
});

/** What the system refuses it may grant later (a full disk); what the decoder refuses it always will. */
function outcomeOf(error: unknown): Outcome {
  return error instanceof Error && 'syscall' in error ? 'not-now' : 'bad';
}

async function decode(order: DecodeOrder): Promise<boolean> {
  const packets = unpackPackets(read(order.place));
  if (!packets || packets.some((packet) => packet.length > PACKET_MAX_BYTES)) return false;
  const line = await lineOf(order);
  if (line.nextSeq !== order.seq) await settle(line, order);
  line.nextSeq = -1; // unless all of it succeeds
  const { channelData, samplesDecoded, errors } = line.decoder.decodeFrames(packets);
  const samples = channelData[0];
  const wanted = packets.length * order.frameSamples;
  if (!samples || errors.length > 0 || samplesDecoded !== wanted) return false;
  write(line, order, samples.subarray(0, samplesDecoded));
  line.nextSeq = order.seq + 1;
  return true;
}

async function lineOf(order: DecodeOrder): Promise<Line> {
  const at = lines.findIndex((line) => line.path === order.path);
  const known = at >= 0 ? lines.splice(at, 1)[0] : undefined;
  const line = known ?? (await newLine(order));
  lines.push(line);
  return line;
}

async function newLine({ path, totalSamples }: DecodeOrder): Promise<Line> {
  const oldest = lines.length >= LINES_MAX ? lines.shift() : undefined;
  if (oldest) {
    closeSync(oldest.file);
    oldest.decoder.free();
  }
  const writable = openSync(path, constants.O_RDWR | constants.O_CREAT);
  ftruncateSync(writable, totalSamples * 2);
  const decoder = new OpusDecoder({ channels: 1, sampleRate: SAMPLE_RATE });
  await decoder.ready;
  return { path, file: writable, decoder, nextSeq: 0 };
}

/** After a jump the decoder starts anew and hears the whole chunk before, if there is one. */
async function settle(line: Line, order: DecodeOrder): Promise<void> {
  await line.decoder.reset();
  const before = order.before ? unpackPackets(read(order.before)) : null;
  if (before) line.decoder.decodeFrames(before);
}

function write(line: Line, order: DecodeOrder, samples: Float32Array): void {
  const skip = Math.max(0, -order.from);
  const room = order.totalSamples - Math.max(0, order.from);
  const kept = samples.subarray(skip, Math.min(samples.length, skip + room));
  const out = new Int16Array(kept.length);
  for (let at = 0; at < kept.length; at++) {
    const value = Math.round((kept[at] as number) * 32_768);
    out[at] = Math.max(-32_768, Math.min(32_767, value));
  }
  const bytes = Buffer.from(out.buffer, 0, out.byteLength);
  const at = Math.max(0, order.from) * 2;
  // A disk that fills up takes a part, and only then says so.
  for (let done = 0; done < bytes.length; )
    done += writeSync(line.file, bytes, done, bytes.length - done, at + done);
}

function read(place: ChunkPlace): Buffer {
  const file = openSync(place.path, 'r');
  try {
    const bytes = Buffer.allocUnsafe(place.bytes);
    readSync(file, bytes, 0, place.bytes, place.at);
    return bytes;
  } finally {
    closeSync(file);
  }
}

// A person's recorded piece of a sentence, through the one safe door: trimmed, levelled, kept as plain samples named by their hash.
// It must never know what is said in it, nor keep the file it came in.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openDiskFile, putInPlace, removeQuietly, sweepParts } from '../disk.ts';
import { diskError, SoundError } from '../errors.ts';
import type { SourceFault } from '../foreign/judge-source.ts';
import { settleSource } from '../foreign/settle.ts';
import { FOREIGN_RATE_HZ } from '../mastering/foreign.ts';
import { takeIn } from '../recorded.ts';
import { readWav } from '../voices/wav.ts';
import { edged, levelled } from './edges.ts';

/** What stands between two gaps of a sentence is said in one breath. */
export const PIECE_MAX_SECONDS = 30;
/** Thirty seconds of stereo WAV at 48 kHz are 5.8 MB. */
export const PIECE_MAX_BYTES = 8 * 1024 * 1024;
export const PIECE_RATE_HZ = FOREIGN_RATE_HZ;

export type TakenPiece = {
  /** of the samples: the same file twice is one piece */
  hash: string;
  durationMs: number;
  bytes: number;
  faults: readonly SourceFault[];
};

/** @throws SoundError foreign-…, ffmpeg-…, stopped, or of the disk; the folder then holds what it held before */
export async function takePiece(of: {
  bytes: Uint8Array | AsyncIterable<Uint8Array>;
  folder: string;
  signal: AbortSignal;
}): Promise<TakenPiece> {
  const { bytes, folder, signal } = of;
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw diskError(cause);
  });
  await sweepParts(folder);
  const part = (kind: string) => join(folder, `.${randomUUID()}.${kind}.part`);
  const [path, scratch, made] = [part('foreign'), part('decoded'), part('piece')];
  const limits = { maxBytes: PIECE_MAX_BYTES, maxSeconds: PIECE_MAX_SECONDS };
  try {
    await takeIn({ bytes, limits, signal }, path);
    const source = await settleSource({ path, scratch, limits, signal });
    const whole = await Promise.all(source.parts.map((one) => source.samplesOf(one)));
    const piece = edged(concatenated(whole), PIECE_RATE_HZ);
    if (piece === null) throw new SoundError('foreign-silent');
    const file = await kept(levelled(piece, PIECE_RATE_HZ), { folder, made });
    return { ...file, faults: source.faults };
  } finally {
    await Promise.all([path, scratch, made].map(removeQuietly));
  }
}

export function piecePath(folder: string, hash: string): string {
  return join(folder, `${hash}.wav`);
}

/** @throws SoundError piece-missing when it is not there, or not what it was */
export async function readPiece(folder: string, hash: string): Promise<Int16Array> {
  const { samples } = await readFile(piecePath(folder, hash))
    .then(readWav)
    .catch((cause: unknown) => {
      throw new SoundError('piece-missing', cause);
    });
  if (hashOf(samples) !== hash) throw new SoundError('piece-missing');
  return samples;
}

/** An hour: what was taken a moment ago may not stand in a row yet. */
const YOUNG_MS = 3_600_000;

/** Files that nobody names any more go. @returns how many went */
export async function sweepPieces(folder: string, named: ReadonlySet<string>): Promise<number> {
  const names = await readdir(folder).catch((): string[] => []);
  const lost = names.filter((name) => name.endsWith('.wav') && !named.has(name.slice(0, -4)));
  let gone = 0;
  for (const path of lost.map((name) => join(folder, name))) {
    const touchedMs = await stat(path).then(
      (facts) => facts.mtimeMs,
      () => Infinity,
    );
    if (touchedMs > Date.now() - YOUNG_MS) continue;
    await removeQuietly(path);
    gone += 1;
  }
  return gone;
}

async function kept(
  samples: Int16Array,
  { folder, made }: { folder: string; made: string },
): Promise<Pick<TakenPiece, 'hash' | 'durationMs' | 'bytes'>> {
  const hash = hashOf(samples);
  const file = await openDiskFile(made);
  try {
    await file.write(wavHead(samples.length));
    await file.write(bytesOf(samples));
    await file.sync();
  } finally {
    await file.close();
  }
  await putInPlace(made, piecePath(folder, hash));
  const durationMs = Math.round((samples.length * 1_000) / PIECE_RATE_HZ);
  return { hash, durationMs, bytes: file.written() };
}

/** What any browser plays and any program reads: RIFF, one channel of 16 bit. */
function wavHead(samples: number): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + 2 * samples, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(PIECE_RATE_HZ, 24);
  head.writeUInt32LE(2 * PIECE_RATE_HZ, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(2 * samples, 40);
  return head;
}

function concatenated(parts: readonly Int16Array[]): Int16Array {
  const whole = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const bytesOf = (samples: Int16Array) =>
  new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
const hashOf = (samples: Int16Array) => createHash('sha256').update(bytesOf(samples)).digest('hex');

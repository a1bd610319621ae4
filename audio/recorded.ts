// A recording of people becomes a clip: decoded through the one safe door, levelled exactly as our own speech is.
// It must never know whose recording it is, nor keep the file it came in.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openClip } from './clip-file.ts';
import { openDiskFile, removeQuietly } from './disk.ts';
import { diskError, SoundError } from './errors.ts';
import type { SourceFault } from './foreign/judge-source.ts';
import { type SettledSource, settleSource } from './foreign/settle.ts';
import {
  type ClipFacts,
  type KeptClip,
  keptOrMade,
  type PartPaths,
  plainTitle,
} from './kept-clip.ts';
import { FOREIGN_RATE_HZ, type ForeignLimits } from './mastering/foreign.ts';
import { MASTERING_VERSION } from './mastering/horn.ts';
import { master } from './mastering/master.ts';
import { DEFAULT_PROFILE } from './mastering/profiles.ts';

export type RecordedOrder = {
  /** as it came, of whatever format the door takes; or as it comes */
  bytes: Uint8Array | AsyncIterable<Uint8Array>;
  title: string;
  clipsDir: string;
  limits: ForeignLimits;
  onProgress(progress: { step: 'mastering'; done: number; total: number }): void;
  signal: AbortSignal;
  nowMs?: () => number;
};
type Order = RecordedOrder & { id: string };

/** Between pauses the coders cut where nobody speaks; of a recording nobody knows, so it is cut anywhere. */
const NO_RESTS = (): readonly number[] => [];

type RecordedFacts = ClipFacts & {
  /** what was wrong with the file and could be mended or borne: told to whoever listens */
  source: readonly SourceFault[];
};
export type RecordedClip = KeptClip & RecordedFacts;

/** Grows with whatever is done to a recording before it is levelled. */
const INTAKE_VERSION = 'recorded-2';

/** @throws SoundError; the clips folder then holds what it held before */
export async function produceRecorded(order: RecordedOrder): Promise<RecordedClip> {
  const { title, clipsDir, limits } = order;
  await mkdir(clipsDir, { recursive: true }).catch((cause: unknown) => {
    throw diskError(cause);
  });
  // beside the clips, so that what a killed process left is swept with them
  const foreign = join(clipsDir, `.${randomUUID()}.foreign.part`);
  try {
    const file = await takeIn(order, foreign);
    const made = [MASTERING_VERSION, INTAKE_VERSION, plainTitle(title), limits.maxSeconds, file];
    const id = createHash('sha256').update(JSON.stringify(made)).digest('hex');
    const make = (paths: PartPaths) => render({ ...order, id }, { ...paths, foreign });
    return await keptOrMade({ clipsDir, id, make });
  } finally {
    await removeQuietly(foreign);
  }
}

async function render(order: Order, paths: PartPaths & { foreign: string }) {
  const scratch = paths.scratch.replace(/\.pcm\.part$/u, '.decoded.part');
  try {
    const { limits, signal } = order;
    const settled = await settleSource({ path: paths.foreign, scratch, limits, signal });
    return await masterForeign(order, { ...paths, settled });
  } finally {
    await removeQuietly(scratch);
  }
}

async function masterForeign(order: Order, of: PartPaths & { settled: SettledSource }) {
  const { id, title, signal, onProgress } = order;
  const { settled } = of;
  const madeAtMs = (order.nowMs ?? Date.now)();
  const { lufs, truePeakDb } = await master({
    speech: settled.samples(),
    sampleRateHz: FOREIGN_RATE_HZ,
    scratchPath: of.scratch,
    clipPath: of.clip,
    restsAtMs: NO_RESTS,
    // a recording of people: nothing says SYNTHETIC
    tags: { title: plainTitle(title), MADE_AT: new Date(madeAtMs).toISOString() },
    onProgress: (done, of) =>
      onProgress({ step: 'mastering', done: Math.min(done, of), total: of }),
    signal,
  });
  const { sound } = await openClip(of.clip);
  const facts: RecordedFacts = {
    ...{ id, contentHash: sound.contentHash, durationMs: Math.round(sound.totalSamples / 48) },
    ...{ lufs, truePeakDb, sentences: [], synthetic: null, madeAtMs },
    ...{ language: null, profile: DEFAULT_PROFILE, spokenBy: [], falls: [], parts: [] },
    source: settled.faults,
  };
  return { facts, sound };
}

/** To the disk as it comes, never more than is allowed. @returns the hash that names it */
async function takeIn(order: RecordedOrder, path: string): Promise<string> {
  const { bytes, limits, signal } = order;
  const hash = createHash('sha256');
  const file = await openDiskFile(path);
  try {
    for await (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) {
      if (signal.aborted) throw new SoundError('stopped', signal.reason);
      if (file.written() + piece.length > limits.maxBytes)
        throw new SoundError('foreign-too-large');
      hash.update(piece);
      await file.write(piece);
    }
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

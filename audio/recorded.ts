// A recording of people becomes a clip: decoded through the one safe door, levelled exactly as our own speech is.
// It must never know whose recording it is, nor keep the file it came in.
import { createHash } from 'node:crypto';
import { openClip } from './clip-file.ts';
import { openDiskFile, removeQuietly } from './disk.ts';
import {
  type ClipFacts,
  type KeptClip,
  keptOrMade,
  type PartPaths,
  plainTitle,
} from './kept-clip.ts';
import { decodeForeign, FOREIGN_RATE_HZ, type ForeignLimits } from './mastering/foreign.ts';
import { MASTERING_VERSION } from './mastering/horn.ts';
import { master } from './mastering/master.ts';
import { DEFAULT_PROFILE } from './mastering/profiles.ts';

export type RecordedOrder = {
  /** as it came, of whatever format the door takes */
  bytes: Uint8Array;
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

/** @throws SoundError; the clips folder then holds what it held before */
export async function produceRecorded(order: RecordedOrder): Promise<KeptClip> {
  const { bytes, title, clipsDir, limits } = order;
  const file = createHash('sha256').update(bytes).digest('hex');
  const made = [MASTERING_VERSION, 'recorded', plainTitle(title), limits.maxSeconds, file];
  const id = createHash('sha256').update(JSON.stringify(made)).digest('hex');
  return keptOrMade({ clipsDir, id, make: (paths) => render({ ...order, id }, paths) });
}

async function render(order: Order, paths: PartPaths) {
  // beside the others, so that what a killed process left is swept with them
  const foreign = paths.scratch.replace(/\.pcm\.part$/u, '.foreign.part');
  try {
    await write(foreign, order.bytes);
    return await masterForeign(order, { ...paths, foreign });
  } finally {
    await removeQuietly(foreign);
  }
}

async function masterForeign(order: Order, paths: PartPaths & { foreign: string }) {
  const { id, title, limits, signal, onProgress } = order;
  const madeAtMs = (order.nowMs ?? Date.now)();
  const { lufs, truePeakDb } = await master({
    speech: decodeForeign({ path: paths.foreign, limits, signal }),
    sampleRateHz: FOREIGN_RATE_HZ,
    scratchPath: paths.scratch,
    clipPath: paths.clip,
    restsAtMs: NO_RESTS,
    // a recording of people: nothing says SYNTHETIC
    tags: { title: plainTitle(title), MADE_AT: new Date(madeAtMs).toISOString() },
    onProgress: (done, of) =>
      onProgress({ step: 'mastering', done: Math.min(done, of), total: of }),
    signal,
  });
  const { sound } = await openClip(paths.clip);
  const facts: ClipFacts = {
    ...{ id, contentHash: sound.contentHash, durationMs: Math.round(sound.totalSamples / 48) },
    ...{ lufs, truePeakDb, sentences: [], synthetic: null, madeAtMs },
    ...{ language: null, profile: DEFAULT_PROFILE, spokenBy: [], falls: [], parts: [] },
  };
  return { facts, sound };
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const file = await openDiskFile(path);
  try {
    await file.write(bytes);
  } finally {
    await file.close();
  }
}

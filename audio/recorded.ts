// A recording of people becomes a clip: decoded through the one safe door, levelled exactly as our own speech is.
// It must never know whose recording it is, nor keep the file it came in.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openClip } from './clip-file.ts';
import { openDiskFile, removeQuietly } from './disk.ts';
import { diskError, SoundError } from './errors.ts';
import { codeSource } from './foreign/code.ts';
import type { SourceFault } from './foreign/judge-source.ts';
import { type SettledSource, settleSource } from './foreign/settle.ts';
import {
  type ClipFacts,
  type KeptClip,
  keptOrMade,
  type PartPaths,
  plainTitle,
} from './kept-clip.ts';
import type { ForeignLimits } from './mastering/foreign.ts';
import { PART_VERSION } from './mastering/part.ts';
import { DEFAULT_PROFILE, PROFILES, type ProfileId, profileMark } from './mastering/profiles.ts';

export type RecordedOrder = {
  /** as it came, of whatever format the door takes; or as it comes */
  bytes: Uint8Array | AsyncIterable<Uint8Array>;
  title: string;
  clipsDir: string;
  limits: ForeignLimits;
  /** ISO 639-3; left out: nobody said */
  language?: string;
  /** left out: for a horn */
  profile?: ProfileId;
  onProgress(progress: { step: 'mastering'; done: number; total: number }): void;
  signal: AbortSignal;
  nowMs?: () => number;
};
type Order = RecordedOrder & { id: string };

type RecordedFacts = ClipFacts & {
  /** what was wrong with the file and could be mended or borne: told to whoever listens */
  source: readonly SourceFault[];
};
export type RecordedClip = KeptClip & RecordedFacts;

/** Grows with whatever is done to a recording before it is levelled. */
const INTAKE_VERSION = 'recorded-2';

/** @throws SoundError; the clips folder then holds what it held before */
export async function produceRecorded(order: RecordedOrder): Promise<RecordedClip> {
  const { title, clipsDir, limits, profile = DEFAULT_PROFILE } = order;
  await mkdir(clipsDir, { recursive: true }).catch((cause: unknown) => {
    throw diskError(cause);
  });
  // beside the clips, so that what a killed process left is swept with them
  const foreign = join(clipsDir, `.${randomUUID()}.foreign.part`);
  try {
    const file = await takeIn(order, foreign);
    const how = [INTAKE_VERSION, PART_VERSION, profileMark(PROFILES[profile]), limits.maxSeconds];
    const made = [...how, plainTitle(title), order.language ?? null, file];
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
    const source = await settleSource({ path: paths.foreign, scratch, limits, signal });
    return await coded(order, { ...paths, source });
  } finally {
    await removeQuietly(scratch);
  }
}

async function coded(order: Order, of: PartPaths & { source: SettledSource }) {
  const { id, title, signal, onProgress, profile = DEFAULT_PROFILE } = order;
  const madeAtMs = (order.nowMs ?? Date.now)();
  const { lufs, truePeakDb } = await codeSource({
    ...{ source: of.source, profile: PROFILES[profile], signal },
    clipPath: of.clip,
    // a recording of people: nothing says SYNTHETIC
    tags: {
      ...{ title: plainTitle(title), PROFILE: profile },
      ...(order.language === undefined ? {} : { language: order.language }),
      MADE_AT: new Date(madeAtMs).toISOString(),
    },
    onProgress: (done, total) =>
      onProgress({ step: 'mastering', done: Math.min(done, total), total }),
  });
  const { sound } = await openClip(of.clip);
  const facts: RecordedFacts = {
    ...{ id, contentHash: sound.contentHash, durationMs: Math.round(sound.totalSamples / 48) },
    ...{ lufs, truePeakDb, sentences: [], synthetic: null, madeAtMs },
    ...{ language: order.language ?? null, profile, spokenBy: [], falls: [], parts: [] },
    source: of.source.faults,
  };
  return { facts, sound };
}

/** To the disk as it comes, never more than is allowed. @returns the hash that names it */
export async function takeIn(
  order: Pick<RecordedOrder, 'bytes' | 'limits' | 'signal'>,
  path: string,
): Promise<string> {
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

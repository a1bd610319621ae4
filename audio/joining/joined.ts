// Recorded pieces become a clip like any other: laid, levelled and coded as our own speech is, with the second of each piece.
// It must never know a frame, nor put anything between pieces that nobody recorded.
import { createHash } from 'node:crypto';
import { openClip } from '../clip-file.ts';
import { SoundError } from '../errors.ts';
import { codeSource } from '../foreign/code.ts';
import { cutsOf } from '../foreign/cuts.ts';
import { WINDOW_MS } from '../foreign/levels.ts';
import type { SettledSource } from '../foreign/settle.ts';
import {
  type ClipFacts,
  type KeptClip,
  keptOrMade,
  type PartPaths,
  plainTitle,
} from '../kept-clip.ts';
import { PART_VERSION } from '../mastering/part.ts';
import { DEFAULT_PROFILE, PROFILES, type ProfileId, profileMark } from '../mastering/profiles.ts';
import { FRAME_MS } from '../packets.ts';
import { type Laid, lay } from './lay.ts';
import { PIECE_RATE_HZ, readPiece } from './pieces.ts';

export type PieceToSay = { hash: string; words: string };
export type JoinOrder = {
  /** where the pieces are kept */
  folder: string;
  clipsDir: string;
  /** in the order they are said */
  sentences: readonly (readonly PieceToSay[])[];
  /** how often the whole is said */
  times: number;
  title: string;
  /** ISO 639-3 */
  language: string;
  profile?: ProfileId;
  onProgress(progress: { step: 'mastering'; done: number; total: number }): void;
  signal: AbortSignal;
  nowMs?: () => number;
};

/** Grows with whatever is done to pieces before they are levelled together. */
const JOIN_VERSION = 'joined-1';
/** A frame is an urgent notice: longer, it is a bulletin that somebody records as a whole. 29 MB of samples. */
const JOINED_MAX_SECONDS = 600;

/** @throws SoundError piece-missing, nothing-to-say, too-much-sound …; the clips folder then is as it was */
export async function joinPieces(order: JoinOrder): Promise<KeptClip> {
  const { clipsDir, sentences, times, title, language, profile = DEFAULT_PROFILE } = order;
  const how = [JOIN_VERSION, PART_VERSION, profileMark(PROFILES[profile]), times];
  const made = [...how, plainTitle(title), language, sentences.map((one) => one.map(nameOf))];
  const id = createHash('sha256').update(JSON.stringify(made)).digest('hex');
  return keptOrMade({ clipsDir, id, make: (paths) => render({ ...order, id }, paths) });
}

const nameOf = ({ hash, words }: PieceToSay) => [hash, words];

async function render(order: JoinOrder & { id: string }, paths: PartPaths) {
  const { id, title, language, signal, profile = DEFAULT_PROFILE } = order;
  const laid = await laidOut(order);
  const madeAtMs = (order.nowMs ?? Date.now)();
  const { lufs, truePeakDb } = await codeSource({
    ...{ source: sourceOf(laid), profile: PROFILES[profile], signal },
    clipPath: paths.clip,
    // people spoke every piece of it: nothing says SYNTHETIC
    tags: {
      ...{ title: plainTitle(title), PROFILE: profile },
      language,
      MADE_AT: new Date(madeAtMs).toISOString(),
    },
    onProgress: (done, total) =>
      order.onProgress({ step: 'mastering', done: Math.min(done, total), total }),
  });
  const { sound } = await openClip(paths.clip);
  const words = Array.from({ length: order.times }, () => order.sentences.flat()).flat();
  const facts: ClipFacts = {
    ...{ id, contentHash: sound.contentHash, durationMs: Math.round(sound.totalSamples / 48) },
    ...{ lufs, truePeakDb, synthetic: null, madeAtMs, language, profile },
    sentences: laid.places.map((place, at) => ({ words: words[at]?.words ?? '', ...place })),
    ...{ spokenBy: [], falls: [], parts: [] },
  };
  return { facts, sound };
}

async function laidOut({ folder, sentences, times, signal }: JoinOrder): Promise<Laid> {
  const known = new Map<string, Int16Array>();
  let heard = 0;
  for (const { hash } of sentences.flat()) {
    if (signal.aborted) throw new SoundError('stopped', signal.reason);
    const samples = known.get(hash) ?? (await readPiece(folder, hash));
    known.set(hash, samples);
    heard += samples.length * times;
    if (heard > JOINED_MAX_SECONDS * PIECE_RATE_HZ) throw new SoundError('too-much-sound');
  }
  if (heard === 0) throw new SoundError('nothing-to-say');
  const rows = sentences
    .map((one) => one.flatMap(({ hash }) => known.get(hash) ?? []))
    .filter((row) => row.length > 0);
  return lay({ sentences: rows, times, rateHz: PIECE_RATE_HZ });
}

/** As a settled recording is: by parts, each cut where it is quietest. */
function sourceOf({ samples }: Laid): SettledSource {
  const each = (WINDOW_MS * PIECE_RATE_HZ) / 1_000;
  const windows = Math.ceil(samples.length / each);
  const loud = Array.from({ length: windows }, (_, at) => {
    const part = samples.subarray(at * each, (at + 1) * each);
    return part.reduce((sum, sample) => sum + (sample / 32_768) ** 2, 0) / part.length;
  });
  const frame = (FRAME_MS * PIECE_RATE_HZ) / 1_000;
  return {
    ...{ durationMs: windows * WINDOW_MS, parts: cutsOf(loud), faults: [] },
    samplesOf: async ({ atFrame, frames }) =>
      samples.slice(atFrame * frame, (atFrame + frames) * frame),
  };
}

// Clips that are finished, joined packet by packet with pauses between: nothing is coded again, nothing is louder than it was.
// It must never know programmes, languages of villages, or who approved what.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type OpenClip, openClip } from '../clip-file.ts';
import { type DiskFile, openDiskFile } from '../disk.ts';
import { SoundError } from '../errors.ts';
import { type ClipFacts, type KeptClip, keptOrMade, plainTitle } from '../kept-clip.ts';
import { measureFile } from '../mastering/measure.ts';
import { createOggWriter } from '../mastering/ogg-writer.ts';
import { PROFILES, type ProfileId, profileMark } from '../mastering/profiles.ts';
import { FRAME_MS, unpackChunk } from '../packets.ts';
import { joinedFacts, type PieceFacts } from './joined-facts.ts';
import { type PausePart, pauseOf, pausePart } from './pause-part.ts';

export type JoinPiece = {
  /** the file of a clip of ours */
  path: string;
  facts: PieceFacts;
  /** packets of silence before it */
  pauseFrames: number;
};
export type JoinOrder = {
  pieces: readonly JoinPiece[];
  title: string;
  /** ISO 639-3; `mul` where there are several */
  language: string | null;
  profile: ProfileId;
  clipsDir: string;
  keptDir?: string;
  onProgress(progress: { step: 'mastering'; done: number; total: number }): void;
  signal: AbortSignal;
  nowMs?: () => number;
};

/** Grows with whatever is done to packets between the clips and the whole. */
const JOIN_VERSION = 1;
/** One stream a file: nothing to tell apart, and the same file every time. */
const SERIAL = 0x56580001;
/** Thirty bulletins in four languages, thrice, and what stands around them. */
const MAX_PIECES = 500;
const MAX_SECONDS = 6 * 3_600;

/** @throws SoundError; sound-broken where a clip is not there, or not of this profile */
export async function joinClips(order: JoinOrder): Promise<KeptClip> {
  const { pieces, clipsDir } = order;
  if (pieces.length === 0) throw new SoundError('nothing-to-say');
  if (pieces.length > MAX_PIECES) throw new SoundError('too-many-sentences');
  const id = idOf(order);
  return keptOrMade({
    ...{ clipsDir, id },
    async make({ clip: clipPath }) {
      const madeAtMs = (order.nowMs ?? Date.now)();
      const opened = await openAll(order);
      const pause = await pauseFor(order, opened);
      await write(order, { clipPath, opened, pause, madeAtMs });
      const { sound } = await openClip(clipPath);
      const { lufs, truePeakDb } = await measureFile(clipPath, order.signal);
      const facts: ClipFacts = {
        ...joinedFacts(order.pieces, startsOf(order.pieces, opened)),
        ...{ id, contentHash: sound.contentHash, lufs, truePeakDb, madeAtMs },
        ...{ language: order.language, profile: order.profile },
        durationMs: Math.round(sound.totalSamples / SAMPLES_EACH_MS),
      };
      return { facts, sound };
    },
  });
}

const SAMPLES_EACH_MS = 48;
const FRAME_SAMPLES = FRAME_MS * SAMPLES_EACH_MS;

function idOf({ pieces, title, language, profile }: JoinOrder): string {
  const made = [
    ...['joined', JOIN_VERSION, profileMark(PROFILES[profile]), plainTitle(title), language],
    ...pieces.map(({ facts, pauseFrames }) => [facts.contentHash, pauseFrames]),
  ];
  return createHash('sha256').update(JSON.stringify(made)).digest('hex');
}

type Opened = OpenClip & { frames: number };

/** All are looked at before the first byte is written: one that is gone spoils nothing. */
async function openAll({ pieces, profile, signal }: JoinOrder): Promise<Opened[]> {
  const known = new Map<string, Opened>();
  const opened: Opened[] = [];
  for (const { path, facts } of pieces) {
    if (signal.aborted) throw new SoundError('stopped', signal.reason);
    const clip = known.get(path) ?? (await openOne(path));
    known.set(path, clip);
    if (clip.sound.contentHash !== facts.contentHash || facts.profile !== profile)
      throw new SoundError('sound-broken');
    opened.push(clip);
  }
  const [first] = opened;
  const alike = opened.every(({ sound }) => sound.preSkipSamples === first?.sound.preSkipSamples);
  if (!alike) throw new SoundError('sound-broken');
  return opened;
}

async function openOne(path: string): Promise<Opened> {
  const clip = await openClip(path).catch((cause: unknown) => {
    throw new SoundError('sound-broken', cause);
  });
  const { totalSamples, preSkipSamples } = clip.sound;
  return { ...clip, frames: Math.ceil((totalSamples + preSkipSamples) / FRAME_SAMPLES) };
}

async function pauseFor(order: JoinOrder, opened: readonly Opened[]): Promise<PausePart> {
  const { profile, clipsDir, signal, pieces } = order;
  if (pieces.every(({ pauseFrames }) => pauseFrames === 0))
    return { packets: [], preSkipSamples: 0 };
  const keptDir = order.keptDir ?? join(clipsDir, 'kept');
  const pause = await pausePart({ profile: PROFILES[profile], keptDir, signal });
  // every encoder of one build looks ahead as far as every other
  if (pause.preSkipSamples !== opened[0]?.sound.preSkipSamples)
    throw new SoundError('sound-broken');
  return pause;
}

/** In packets: where each piece begins. */
function startsOf(pieces: readonly JoinPiece[], opened: readonly Opened[]): number[] {
  let at = 0;
  return pieces.map(({ pauseFrames }, index) => {
    const start = at + pauseFrames;
    at = start + (opened[index]?.frames ?? 0);
    return start;
  });
}

type Writing = {
  clipPath: string;
  opened: readonly Opened[];
  pause: PausePart;
  madeAtMs: number;
};

async function write(order: JoinOrder, of: Writing): Promise<void> {
  const file = await openDiskFile(of.clipPath);
  try {
    await writeTo(file, order, of);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writeTo(file: DiskFile, order: JoinOrder, of: Writing): Promise<void> {
  const { opened, pause } = of;
  const { pieces, onProgress, signal } = order;
  const total = totalSamplesOf(pieces, opened);
  if (total > MAX_SECONDS * 1_000 * SAMPLES_EACH_MS) throw new SoundError('too-much-sound');
  const writer = createOggWriter({
    ...{ serial: SERIAL, samplesPerPacket: FRAME_SAMPLES, totalSamples: total },
    preSkipSamples: opened[0]?.sound.preSkipSamples ?? 0,
    inputRateHz: PROFILES[order.profile].rateHz,
    tags: tagsOf(order, of.madeAtMs),
  });
  await file.write(writer.head());
  for (const [at, { pauseFrames }] of pieces.entries()) {
    const clip = opened[at] as Opened;
    await file.write(writer.add(pauseOf(pause, pauseFrames)));
    let packets = 0;
    for await (const { payload } of clip.chunks()) {
      if (signal.aborted) throw new SoundError('stopped', signal.reason);
      const some = unpackChunk(payload);
      packets += some.length;
      await file.write(writer.add(some));
    }
    if (packets !== clip.frames) throw new SoundError('sound-broken');
    onProgress({ step: 'mastering', done: at + 1, total: pieces.length });
  }
  await file.write(writer.end());
}

/** Whole packets up to the last clip, and of that as much as it is long. */
function totalSamplesOf(pieces: readonly JoinPiece[], opened: readonly Opened[]): number {
  const lastStart = startsOf(pieces, opened).at(-1) ?? 0;
  return lastStart * FRAME_SAMPLES + (opened.at(-1)?.sound.totalSamples ?? 0);
}

/** Luật Trí tuệ nhân tạo 134/2025/QH15 Art. 11: the mark of the parts is the mark of the whole. */
function tagsOf(order: JoinOrder, madeAtMs: number): Record<string, string> {
  const { synthetic } = joinedFacts(order.pieces, []);
  return {
    title: plainTitle(order.title),
    ...(order.language === null ? {} : { language: order.language }),
    ...(synthetic && { SYNTHETIC: '1', ENGINE: synthetic.engine, VOICE: synthetic.voice }),
    PROFILE: order.profile,
    MADE_AT: new Date(madeAtMs).toISOString(),
  };
}

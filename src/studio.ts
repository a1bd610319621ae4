// The room of sound behind the services' ports: its clips as rows know them, its errors as AppError.
// It must never decide what is made: only join what is asked to what audio/ offers.
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, statfs } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { checkClip } from '../audio/check/check-clip.ts';
import type { Ear } from '../audio/check/ear.ts';
import { sweepSound, usedSound } from '../audio/keeping.ts';
import type { KeptClip } from '../audio/kept-clip.ts';
import { produceEndingWith } from '../audio/last-words.ts';
import { sweepLost } from '../audio/lost-clips.ts';
import { peaksOf } from '../audio/peaks.ts';
import { type OpenClip, openClip, produceClip } from '../audio/produce.ts';
import { produceRecorded } from '../audio/recorded.ts';
import { foundRendition, renditionOf } from '../audio/renditions.ts';
import type { Voice } from '../audio/voices/port.ts';
import type { Clip } from './domain/model.ts';
import type { Chosen } from './domain/voices/choose.ts';
import { adaptedLater } from './room-errors.ts';
import type { ClipExpected, ClipWanted, Studio } from './services/ports.ts';
import type { Reader } from './services/reading/reader-port.ts';
import type { SpokenWish } from './services/voices/choosing.ts';
import type { Listened, Listening, Trying } from './services/voices/voices-port.ts';
import { joiningIn } from './studio-joining.ts';
import { type ToSay, toSay } from './voice-script.ts';

export type ClosableStudio = Studio & { close(): Promise<void> };
/** Whoever opened the engines closes them. */
export type StudioVoices = {
  chosen(of: SpokenWish): Chosen;
  /** @throws SoundError voice-missing when none of them is there */
  ladder(ids: readonly string[]): Voice;
};

/** An opened clip is an index of some kilobytes; a beat sends four, repairs ask for a few more. */
const OPEN_MAX = 16;
/** Below half a second nothing can be measured: the floor of ebur128. */
const SILENCE_LUFS = -70;

/** Clips are the proof of what was heard: none goes because there are many, only what no row names. */
const ALL_CLIPS = Number.MAX_SAFE_INTEGER;

/** `folder` is the data folder: clips stand in it under `clips/`, rows hold paths relative to it. */
export function makeStudio({
  folder,
  reader,
  voices,
  ear = null,
}: {
  folder: string;
  reader: Pick<Reader, 'script'>;
  voices: StudioVoices;
  /** null: nobody listens for words */
  ear?: Ear | null;
}): ClosableStudio {
  const clipsDir = join(folder, 'clips');
  const triedDir = join(folder, 'tried');
  // what a kill left in the middle of a test listening
  rmSync(triedDir, { recursive: true, force: true });
  const opened = new Map<string, Promise<OpenClip>>();
  const openOnce = (clip: Clip) => {
    const known = opened.get(clip.id) ?? openClip(join(folder, clip.path));
    opened.delete(clip.id);
    opened.set(clip.id, known);
    known.catch(() => opened.delete(clip.id));
    const oldest = opened.keys().next().value;
    if (opened.size > OPEN_MAX && oldest !== undefined) opened.delete(oldest);
    return known;
  };
  const measuring = new Map<string, Promise<number[]>>();
  // a page opened twice is measured once; behind it the disk answers
  const peaksOnce = (clip: Clip) => {
    const under = measuring.get(clip.id) ?? peaksOf(join(folder, clip.path));
    measuring.set(clip.id, under);
    return under.finally(() => measuring.delete(clip.id));
  };
  return {
    make: (wanted) => make(wanted, { voices, clipsDir, folder, reader }),
    ...joiningIn({ folder, asClip: (made) => asClip(made, { folder, doubts: 0 }) }),
    listen: (wish) => listened(wish, { voices, triedDir, reader }),
    async record(recording) {
      const made = await adaptedLater(() => produceRecorded({ ...recording, clipsDir }));
      return asClip(made, { folder, doubts: 0 });
    },
    check: (clip, expected) =>
      adaptedLater(() => checkClip(join(folder, clip.path), heardWith(expected, ear))),
    async *chunks(clip) {
      yield* (await adaptedLater(() => openOnce(clip))).chunks();
    },
    async chunk(clip, seq) {
      const found = await adaptedLater(() => openOnce(clip));
      return seq < found.sound.chunkCount ? found.chunk(seq) : null;
    },
    soundPath: (clip) => join(folder, clip.path),
    rendition: ({ clip, as, signal }) =>
      adaptedLater(() => renditionOf({ path: join(folder, clip.path), kind: as, signal })),
    found: ({ clip, as, heard }) =>
      foundRendition({ path: join(folder, clip.path), kind: as, heard }),
    peaks: (clip) => adaptedLater(() => peaksOnce(clip)),
    async sweep({ will, has, ...asked }) {
      const folders = { clipsDir, keptDir: join(clipsDir, 'kept') };
      await usedSound({ ...folders, clipIds: has });
      const lost = await sweepLost({ ...asked, clipsDir, keep: new Set([...will, ...has]) });
      const swept = await sweepSound({ ...folders, scheduled: will, maxClipBytes: ALL_CLIPS });
      const [removed, bytes] = [lost.removed + swept.removed, lost.bytes + swept.bytes];
      return { removed, bytes };
    },
    freeShare: () => freeShare(folder),
    close: async () => void (await ear?.close()),
  };
}

/** Of the disk it lies on, what may still be written; 1 where nobody can say. */
async function freeShare(folder: string): Promise<number> {
  const disk = await statfs(folder).catch(() => null);
  return disk === null || disk.blocks === 0 ? 1 : disk.bavail / disk.blocks;
}

const heardWith = (expected: ClipExpected, ear: Ear | null) => ({
  ...expected,
  ear: expected.listens === false ? null : ear,
});

async function make(
  wanted: ClipWanted,
  of: { voices: StudioVoices; clipsDir: string; folder: string; reader: Pick<Reader, 'script'> },
): Promise<Omit<Clip, 'bulletinId'>> {
  wanted.onProgress({ step: 'script', done: 0, total: 1 });
  const { doubts, ...said } = await toSay(of.reader, wanted);
  wanted.onProgress({ step: 'script', done: 1, total: 1 });
  const made = await produced({ wanted, said, voices: of.voices, clipsDir: of.clipsDir });
  return asClip(made, { folder: of.folder, doubts });
}

function produced(of: {
  wanted: Omit<ClipWanted, 'text' | 'repeats'> & { trying?: Trying };
  said: Pick<ToSay, 'sentences' | 'speakers'>;
  voices: StudioVoices;
  clipsDir: string;
}): Promise<KeptClip> {
  const { wanted, voices, clipsDir } = of;
  const { syllablesPerMinute, fullStopMs } = wanted.order.profile;
  return adaptedLater(async () => {
    const { steps, pace, profile } = voices.chosen(wanted);
    // the mark of a machine voice is never what is cut off
    const produce = wanted.afterword ? produceEndingWith : produceClip;
    return produce({
      ...{ ...of.said, title: wanted.title, clipsDir, keptDir: join(clipsDir, 'kept') },
      voice: voices.ladder(steps.map(({ id }) => id)),
      settings: { syllablesPerMinute: pace ?? syllablesPerMinute, fullStopMs },
      profile: wanted.profile ?? profile,
      ...{ maxSeconds: wanted.maxSeconds, retake: wanted.retake ?? 0 },
      ...{ onProgress: wanted.onProgress, signal: wanted.signal },
    });
  });
}

/** Through everything a bulletin goes through, in a folder of its own that is gone with the answer. */
async function listened(
  wish: Listening,
  of: { voices: StudioVoices; triedDir: string; reader: Pick<Reader, 'script'> },
): Promise<Listened> {
  const { doubts: _, ...said } = await toSay(of.reader, { ...wish, repeats: 1 });
  await mkdir(of.triedDir, { recursive: true });
  const clipsDir = await mkdtemp(join(of.triedDir, 'one-'));
  try {
    const wanted = { ...wish, title: 'Nghe thử', maxSeconds: null, onProgress: () => undefined };
    const made = await produced({ wanted, said, voices: of.voices, clipsDir });
    const { durationMs, lufs, truePeakDb, spokenBy, falls } = made;
    const measured = { lufs: lufs ?? SILENCE_LUFS, truePeakDb: truePeakDb ?? SILENCE_LUFS };
    return { bytes: await readFile(made.path), durationMs, ...measured, spokenBy, falls };
  } finally {
    await rm(clipsDir, { recursive: true, force: true });
  }
}

export function asClip(
  made: KeptClip,
  of: { folder: string; doubts: number },
): Omit<Clip, 'bulletinId'> {
  return {
    id: made.id,
    path: relative(of.folder, made.path),
    contentHash: made.contentHash,
    durationMs: made.durationMs,
    lufs: made.lufs ?? SILENCE_LUFS,
    truePeakDb: made.truePeakDb ?? SILENCE_LUFS,
    bytes: made.bytes,
    sentences: made.sentences,
    doubts: of.doubts,
    sound: made.sound,
    synthetic: made.synthetic,
    language: made.language,
    profile: made.profile,
    spokenBy: made.spokenBy,
    falls: made.falls,
    madeAtMs: made.madeAtMs,
  };
}

// The room of sound behind the services' ports: its clips as rows know them, its errors as AppError.
// It must never decide what is made: only join what is asked to what audio/ offers.
import { join, relative } from 'node:path';
import { checkClip } from '../audio/check/check-clip.ts';
import type { Ear } from '../audio/check/ear.ts';
import { sweepSound, usedSound } from '../audio/keeping.ts';
import type { KeptClip } from '../audio/kept-clip.ts';
import { peaksOf } from '../audio/peaks.ts';
import { type OpenClip, openClip, produceClip } from '../audio/produce.ts';
import { produceRecorded } from '../audio/recorded.ts';
import { renditionOf } from '../audio/renditions.ts';
import { createEspeakVoice } from '../audio/voices/espeak.ts';
import type { Speaker, Voice } from '../audio/voices/port.ts';
import { repeated } from './domain/airing/repeats.ts';
import type { Clip } from './domain/model.ts';
import { adaptedLater } from './room-errors.ts';
import { speakerAt } from './services/bulletins/compose-port.ts';
import type { ClipWanted, Studio } from './services/ports.ts';
import type { Reader, ReadScript } from './services/reading/reader-port.ts';

export type ClosableStudio = Studio & { close(): Promise<void> };

/** An opened clip is an index of some kilobytes; a beat sends four, repairs ask for a few more. */
const OPEN_MAX = 16;
/** Below half a second nothing can be measured: the floor of ebur128. */
const SILENCE_LUFS = -70;

/** `folder` is the data folder: clips stand in it under `clips/`, rows hold paths relative to it. */
/** Clips themselves are the proof of what was heard: rows and pages point at them, so none goes by itself. */
const ALL_CLIPS = Number.MAX_SAFE_INTEGER;

export function makeStudio({
  folder,
  reader,
  ear = null,
}: {
  folder: string;
  reader: Pick<Reader, 'script'>;
  /** null: nobody listens for words */
  ear?: Ear | null;
}): ClosableStudio {
  const clipsDir = join(folder, 'clips');
  let voice: Voice | null = null; // two workers of 100 MB: started with the first bulletin
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
    async make(wanted) {
      voice ??= createEspeakVoice();
      return make(wanted, { voice, clipsDir, folder, reader });
    },
    async record(recording) {
      const made = await adaptedLater(() => produceRecorded({ ...recording, clipsDir }));
      return asClip(made, { folder, doubts: 0 });
    },
    check: (clip, expected) =>
      adaptedLater(() => checkClip(join(folder, clip.path), { ...expected, ear })),
    async *chunks(clip) {
      yield* (await adaptedLater(() => openOnce(clip))).chunks();
    },
    async chunk(clip, seq) {
      const found = await adaptedLater(() => openOnce(clip));
      return seq < found.sound.chunkCount ? found.chunk(seq) : null;
    },
    soundPath: (clip) => join(folder, clip.path),
    rendition: (clip, as) => adaptedLater(() => renditionOf({ path: join(folder, clip.path) }, as)),
    peaks: (clip) => adaptedLater(() => peaksOnce(clip)),
    async sweep({ will, has }) {
      const folders = { clipsDir, keptDir: join(clipsDir, 'kept') };
      await usedSound({ ...folders, clipIds: has });
      return sweepSound({ ...folders, scheduled: will, maxClipBytes: ALL_CLIPS });
    },
    close: async () => void (await Promise.all([voice?.close(), ear?.close()])),
  };
}

async function make(
  wanted: ClipWanted,
  of: { voice: Voice; clipsDir: string; folder: string; reader: Pick<Reader, 'script'> },
): Promise<Omit<Clip, 'bulletinId'>> {
  wanted.onProgress({ step: 'script', done: 0, total: 1 });
  const script = await of.reader.script(wanted.text, wanted.order, { forSound: true });
  const { syllablesPerMinute, fullStopMs } = wanted.order.profile;
  wanted.onProgress({ step: 'script', done: 1, total: 1 });
  const made = await adaptedLater(() =>
    produceClip({
      sentences: repeated(script.sentences, wanted.repeats),
      speakers: speakersOf(script, wanted),
      title: wanted.title,
      voice: of.voice,
      settings: { syllablesPerMinute, fullStopMs },
      clipsDir: of.clipsDir,
      maxSeconds: wanted.maxSeconds,
      onProgress: wanted.onProgress,
      signal: wanted.signal,
    }),
  );
  return asClip(made, { folder: of.folder, doubts: script.open.length });
}

/** What announces a second time is said by the announcer (repeats.ts). */
function speakersOf({ script }: ReadScript, { turns = [], repeats }: ClipWanted): Speaker[] {
  const own = script.map(({ sourceFrom }) => speakerAt(turns, sourceFrom));
  return Array.from({ length: repeats }, (_, time): Speaker[] =>
    time === 0 ? own : ['first', ...own],
  ).flat();
}

function asClip(made: KeptClip, of: { folder: string; doubts: number }): Omit<Clip, 'bulletinId'> {
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

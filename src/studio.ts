// The room of sound behind the services' ports: its clips as rows know them, its errors as AppError.
// It must never decide what is made: only join what is asked to what audio/ offers.
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { SoundError } from '../audio/errors.ts';
import { theLexicon } from '../audio/lexicon.ts';
import { type OpenClip, openClip, type ProducedClip, produceClip } from '../audio/produce.ts';
import {
  decodeText,
  estimateSeconds,
  ReadingError,
  readLegalText,
} from '../audio/reading/index.ts';
import { createEspeakVoice } from '../audio/voices/espeak.ts';
import type { Voice } from '../audio/voices/port.ts';
import { AppError } from './domain/errors.ts';
import type { Clip } from './domain/model.ts';
import type { ClipWanted, Reader, ReadText, Studio } from './services/ports.ts';

/** The same text is read as a document, as a bulletin and for its sound: half a megabyte takes a second. */
const READINGS_MAX = 8;
/** A reading holds about what its text does, twice: some megabytes in all. */
const READINGS_CHARS_MAX = 1_500_000;

export const reader: Reader = {
  decode: (bytes, name) => adapted(() => decodeText(bytes, name).text),
  read: rememberReadings((text) => adapted(() => asReadText(text))),
};

/** Least recently asked for goes first. What cannot be read is asked again: refusing it is cheap. */
export function rememberReadings(read: Reader['read']): Reader['read'] {
  const kept = new Map<string, { reading: ReadText; chars: number }>();
  let chars = 0;
  const forget = (key: string) => {
    chars -= kept.get(key)?.chars ?? 0;
    kept.delete(key);
  };
  return (text) => {
    const key = createHash('sha256').update(text).digest('base64');
    const reading = kept.get(key)?.reading ?? read(text);
    forget(key);
    kept.set(key, { reading, chars: text.length });
    chars += text.length;
    for (const oldest of kept.keys()) {
      if (kept.size <= READINGS_MAX && chars <= READINGS_CHARS_MAX) break;
      forget(oldest);
    }
    return reading;
  };
}

export type ClosableStudio = Studio & { close(): Promise<void> };

/** An opened clip is an index of some kilobytes; a beat sends four, repairs ask for a few more. */
const OPEN_MAX = 16;
/** Below half a second nothing can be measured: the floor of ebur128. */
const SILENCE_LUFS = -70;

/** `folder` is the data folder: clips stand in it under `clips/`, rows hold paths relative to it. */
export function makeStudio({ folder }: { folder: string }): ClosableStudio {
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
  return {
    async make(wanted) {
      voice ??= createEspeakVoice();
      return make(wanted, { voice, clipsDir, folder });
    },
    async *chunks(clip) {
      yield* (await adaptedLater(() => openOnce(clip))).chunks();
    },
    async chunk(clip, seq) {
      const found = await adaptedLater(() => openOnce(clip));
      return seq < found.sound.chunkCount ? found.chunk(seq) : null;
    },
    soundPath: (clip) => join(folder, clip.path),
    close: async () => voice?.close(),
  };
}

async function make(
  wanted: ClipWanted,
  of: { voice: Voice; clipsDir: string; folder: string },
): Promise<Omit<Clip, 'bulletinId'>> {
  wanted.onProgress({ step: 'script', done: 0, total: 1 });
  const script = reader.read(wanted.text);
  wanted.onProgress({ step: 'script', done: 1, total: 1 });
  const made = await adaptedLater(() =>
    produceClip({
      sentences: [...script.sentences],
      title: wanted.title,
      voice: of.voice,
      clipsDir: of.clipsDir,
      maxSeconds: wanted.maxSeconds,
      onProgress: wanted.onProgress,
      signal: wanted.signal,
    }),
  );
  return asClip(made, { folder: of.folder, doubts: script.doubts.length });
}

function asClip(
  made: ProducedClip,
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
    madeAtMs: made.madeAtMs,
  };
}

function asReadText(text: string): ReadText {
  const script = readLegalText(text, { lexicon: theLexicon() });
  return {
    title: script.title,
    number: script.number,
    issuer: script.issuer,
    sentences: script.sentences.map(({ words }) => words),
    syllables: script.syllables,
    estimatedSeconds: Math.round(estimateSeconds(script.syllables)),
    doubts: script.doubts.map(({ from, source, reason }) => ({
      place: from,
      text: source,
      reason,
    })),
  };
}

function adapted<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw asAppError(error);
  }
}

async function adaptedLater<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw asAppError(error);
  }
}

function asAppError(error: unknown): unknown {
  if (!(error instanceof SoundError || error instanceof ReadingError)) return error;
  const { code, fault, say } = error;
  return new AppError({ code, fault, say, cause: error });
}

// Other forms of a finished clip: a thinner Opus for a thin link, an MP3 for a simple decoder; made once, when asked for.
// It must never know who asks, nor change the clip.
import { stat, utimes } from 'node:fs/promises';
import { openClip } from './clip-file.ts';
import { openDiskFile, putInPlace, removeQuietly } from './disk.ts';
import { SoundError } from './errors.ts';
import { touchAll } from './kept/kept.ts';
import { drain, type FfmpegRun, startFfmpeg, startSystemFfmpeg } from './mastering/ffmpeg.ts';
import * as horn from './mastering/horn.ts';
import { type Loudness, measureFile } from './mastering/measure.ts';
import { createTurns } from './voices/turns.ts';

export type RenditionKind = 'opus24' | 'opus16' | 'mp3';
export type Rendition = { kind: RenditionKind; path: string; mime: string; bytes: number };

const SUFFIX: Record<Exclude<RenditionKind, 'opus24'>, string> = {
  opus16: '.16.opus',
  mp3: '.48.mp3',
};
/** How a rendition is told from its clip in the clips folder. */
export const RENDITION_SUFFIXES: readonly string[] = Object.values(SUFFIX);

/** The first hits the target by the figures below; a second corrects it, a third is for a spike. */
const MAX_TRIES = 4;
const OPUS_BPS = 16_000;
/** Half of what the clip's own coder takes is taken again (measured on four plans). */
const OPUS_LOSS_DB = 0.4;
/** 32 kHz is MPEG-1, which the oldest decoder knows; 24 kHz would be MPEG-2. */
const MP3 = ['-c:a', 'libmp3lame', '-b:a', '48k', '-ar', '32000', '-ac', '1', '-write_xing', '0'];

/** Two leave a core to the bulletins being made; an hour of sound takes half a minute, so forty wait ten at most. */
const turns = createTurns({ places: 2, maxWaiting: 40, crowded: 'renditions-busy' });
type UnderWay = { made: Promise<Rendition>; waiting: number; off: AbortController };
const underWay = new Map<string, UnderWay>();

/**
 * Kept beside the clip. Two who ask at once wait for the same one; when the last of them has gone it ends.
 * @param of.signal whoever asks has gone
 * @throws SoundError stopped, renditions-busy, mp3-missing, ffmpeg-…, disk-…, sound-broken
 */
export async function renditionOf(of: {
  path: string;
  kind: RenditionKind;
  signal?: AbortSignal | undefined;
}): Promise<Rendition> {
  const { kind, signal } = of;
  if (kind === 'opus24') return described(of.path, kind);
  if (signal?.aborted) throw new SoundError('stopped', signal.reason);
  const path = of.path.replace(/\.opus$/u, SUFFIX[kind]);
  const under = underWay.get(path) ?? begun({ clipPath: of.path, path, kind });
  under.waiting += 1;
  const leave = () => {
    under.waiting -= 1;
    if (under.waiting > 0) return;
    // who asks from now on begins another, beside what is left of this one
    if (underWay.get(path) === under) underWay.delete(path);
    under.off.abort(signal?.reason);
  };
  return new Promise<Rendition>((resolve, reject) => {
    const gone = () => {
      leave();
      reject(new SoundError('stopped', signal?.reason));
    };
    signal?.addEventListener('abort', gone, { once: true });
    const over = () => signal?.removeEventListener('abort', gone);
    under.made.finally(over).then(resolve, reject);
  });
}

function begun(wanted: Wanted): UnderWay {
  const off = new AbortController();
  const { path } = wanted;
  const made = found(wanted, off.signal).finally(() => {
    if (underWay.get(path)?.off === off) underWay.delete(path);
  });
  const under = { made, waiting: 0, off };
  underWay.set(path, under);
  return under;
}

/**
 * What is there already; null: it was never made, or gave room. Nothing is made.
 * @param of.heard somebody listens now: it stays longer
 */
export async function foundRendition(of: {
  path: string;
  kind: RenditionKind;
  heard: boolean;
}): Promise<Rendition | null> {
  const { kind, heard } = of;
  const path = kind === 'opus24' ? of.path : of.path.replace(/\.opus$/u, SUFFIX[kind]);
  const facts = await stat(path).catch(() => null);
  if (facts === null || facts.size === 0) return null;
  // only when it was read: a player asks in ranges, and takes another day of writing for another file
  if (heard && Date.now() - facts.atimeMs > HEARD_FRESH_MS)
    await utimes(path, new Date(), facts.mtime).catch(() => {});
  return { kind, path, mime: mimeOf(kind), bytes: facts.size };
}
/** Sweeping works by hours. */
const HEARD_FRESH_MS = 600_000;
const mimeOf = (kind: RenditionKind): string => (kind === 'mp3' ? 'audio/mpeg' : 'audio/ogg');

type Wanted = { clipPath: string; path: string; kind: Exclude<RenditionKind, 'opus24'> };

async function found(wanted: Wanted, signal: AbortSignal): Promise<Rendition> {
  const there = await stat(wanted.path).catch(() => null);
  if (there !== null)
    await touchAll([wanted.path]); // asked for again: it stays longer
  else {
    const done = await turns.take(signal);
    await make(wanted, signal).finally(done);
  }
  return described(wanted.path, wanted.kind);
}

async function described(path: string, kind: RenditionKind): Promise<Rendition> {
  const { size } = await stat(path).catch((cause: unknown) => {
    throw new SoundError('sound-broken', cause);
  });
  return { kind, path, mime: mimeOf(kind), bytes: size };
}

type How = { gainDb: number; ceilingDb: number };

/** Two of one name at once: one that was called off still takes its own away. */
let parts = 0;

async function make({ clipPath, path, kind }: Wanted, signal: AbortSignal): Promise<void> {
  const { tags } = await openClip(clipPath);
  parts += 1;
  const part = `${path}.${process.pid}-${parts}.part`;
  try {
    let how: How = { gainDb: kind === 'opus16' ? OPUS_LOSS_DB : 0, ceilingDb: -3 };
    for (let tries = 1; ; tries += 1) {
      await encode({ clipPath, part, kind, how, tags, signal });
      const wrong = fault(await measureFile(part, signal));
      if (wrong === null || tries === MAX_TRIES) break;
      how = { gainDb: how.gainDb + wrong.offDb, ceilingDb: how.ceilingDb - wrong.overDb };
    }
    await putInPlace(part, path);
  } finally {
    await removeQuietly(part);
  }
}

/** A clip too short to be measured is taken as it is. */
function fault({ lufs, truePeakDb }: Loudness): { offDb: number; overDb: number } | null {
  const offDb = lufs === null ? 0 : horn.TARGET_LUFS - lufs;
  const overDb = Math.max(0, (truePeakDb ?? -Infinity) - horn.MAX_TRUE_PEAK_DB);
  const good = Math.abs(offDb) <= horn.LUFS_TOLERANCE && overDb === 0;
  return good ? null : { offDb, overDb: overDb === 0 ? 0 : overDb + 0.3 };
}

async function encode(of: {
  clipPath: string;
  part: string;
  kind: Wanted['kind'];
  how: How;
  tags: ReadonlyMap<string, string>;
  signal: AbortSignal;
}): Promise<void> {
  const { kind, how, tags, signal } = of;
  const limit = (10 ** (how.ceilingDb / 20)).toFixed(4);
  const args = [
    ...['-c:a', 'libopus', '-f', 'ogg', '-i', `file:${of.clipPath}`, '-map_metadata', '-1'],
    ...['-af', `volume=${how.gainDb.toFixed(2)}dB,alimiter=limit=${limit}:level=0`],
    ...(kind === 'mp3' ? MP3 : horn.opus(OPUS_BPS)),
    ...[...tags].flatMap(([name, text]) => [
      '-metadata',
      `${kind === 'mp3' ? id3(name) : name}=${text}`,
    ]),
    ...['-f', kind === 'mp3' ? 'mp3' : 'ogg', 'pipe:1'],
  ];
  const run = kind === 'mp3' ? startSystemFfmpeg(args, signal) : startFfmpeg(args, signal);
  await write(run, of.part).catch((cause: unknown) => {
    const unknown = cause instanceof SoundError && /Unknown encoder/u.test(cause.message);
    throw unknown ? new SoundError('mp3-missing', cause) : cause;
  });
}

/** ID3 has frames of its own for these two; the mark of machine speech goes into TXXX frames of its name. */
function id3(name: string): string {
  return name === 'TITLE' || name === 'LANGUAGE' ? name.toLowerCase() : name;
}

async function write(run: FfmpegRun, path: string): Promise<void> {
  run.input.end();
  const file = await openDiskFile(path);
  try {
    await drain(run, (bytes) => file.write(bytes));
    await file.sync();
  } finally {
    await file.close();
  }
}

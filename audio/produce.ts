// The door of the sound: sentences in, a finished clip out, made once and found again by what made it.
// It must never know documents, bulletins, people or the wire.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type OpenClip, openClip, type SoundFacts } from './clip-file.ts';
import { openDiskFile, putInPlace, removeQuietly, sweepParts } from './disk.ts';
import { diskError, SoundError } from './errors.ts';
import { MASTERING_VERSION } from './mastering/horn.ts';
import { master } from './mastering/master.ts';
import { type SpokenSentence, streamSpeech } from './speech.ts';
import type { Speaker, Voice } from './voices/port.ts';

export type { OpenClip, SoundFacts, SpokenSentence };
export { openClip };

export type ClipSettings = {
  /** as heard on air, rests between sentences included; 190 is an announcer's, 170 suits a valley */
  syllablesPerMinute: number;
  fullStopMs: number;
};
export const DEFAULT_SETTINGS: ClipSettings = { syllablesPerMinute: 190, fullStopMs: 400 };

export type ProduceOrder = {
  sentences: readonly string[];
  /** who says each sentence of a dialogue; left out: the first says all */
  speakers?: readonly Speaker[];
  title: string;
  voice: Voice;
  settings?: ClipSettings;
  clipsDir: string;
  /** the clip ends with the last sentence that ends before this; null: all of it */
  maxSeconds: number | null;
  onProgress(progress: { step: 'speech' | 'mastering'; done: number; total: number }): void;
  signal: AbortSignal;
  /** the wall clock, for the mark of machine speech */
  nowMs?: () => number;
};

export type ProducedClip = {
  id: string;
  path: string;
  contentHash: string;
  durationMs: number;
  /** null only where less than half a second sounds: there is nothing ebur128 could measure */
  lufs: number | null;
  truePeakDb: number | null;
  bytes: number;
  sentences: SpokenSentence[];
  sound: SoundFacts;
  synthetic: { engine: string; voice: string; madeAtMs: number };
  madeAtMs: number;
};

const MAX_SENTENCES = 20_000;
const MAX_SENTENCE_CHARS = 20_000;
const MAX_TITLE_CHARS = 300;

/** @throws SoundError; the clips folder then holds what it held before */
export async function produceClip(order: ProduceOrder): Promise<ProducedClip> {
  checkOrder(order);
  await mkdir(order.clipsDir, { recursive: true }).catch((cause: unknown) => {
    throw diskError(cause);
  });
  await sweepParts(order.clipsDir);
  const id = clipId(order);
  return (await findClip(order.clipsDir, id)) ?? (await makeClip(order, id));
}

/** Everything that can be heard or read in the file; not the hour it was made at. */
function clipId(order: ProduceOrder): string {
  const { voice, settings = DEFAULT_SETTINGS } = order;
  const made = [
    ...[MASTERING_VERSION, voice.engine, voice.engineVersion, voice.id],
    ...[settings.syllablesPerMinute, settings.fullStopMs, order.maxSeconds],
    ...[plainTitle(order.title), order.sentences],
    // a clip of one voice keeps the name it had before there were two
    ...(isDialogue(order) ? [voice.secondId, order.speakers] : []),
  ];
  return createHash('sha256').update(JSON.stringify(made)).digest('hex');
}

function isDialogue({ voice, speakers = [] }: ProduceOrder): boolean {
  return voice.secondId !== undefined && speakers.includes('second');
}

/** As the mark of machine speech names it. */
function voicesOf(order: ProduceOrder): string {
  const { id, secondId } = order.voice;
  return isDialogue(order) ? `${id}, ${secondId}` : id;
}

async function makeClip(order: ProduceOrder, id: string): Promise<ProducedClip> {
  const part = (kind: string) =>
    join(order.clipsDir, `.${id.slice(0, 16)}.${randomUUID()}.${kind}.part`);
  const paths = { scratch: part('pcm'), clip: part('opus'), facts: part('json') };
  try {
    const { clip, facts } = await render(order, { id, ...paths });
    const file = await openDiskFile(paths.facts);
    try {
      await file.write(Buffer.from(JSON.stringify(facts)));
      await file.sync();
    } finally {
      await file.close();
    }
    // The facts come last: a clip without them does not exist, and is made again.
    await putInPlace(paths.clip, clip.path);
    await putInPlace(paths.facts, factsPath(order.clipsDir, id));
    return clip;
  } finally {
    await Promise.all(Object.values(paths).map(removeQuietly));
  }
}

type Facts = Omit<ProducedClip, 'path' | 'bytes' | 'sound' | 'contentHash'> & {
  contentHash: string;
};
type PartPaths = { id: string; scratch: string; clip: string };

async function render(order: ProduceOrder, parts: PartPaths) {
  const { voice, settings = DEFAULT_SETTINGS, onProgress } = order;
  const madeAtMs = (order.nowMs ?? Date.now)();
  const sentences: SpokenSentence[] = [];
  const total = order.sentences.length;
  const speech = streamSpeech({
    sentences: order.sentences,
    ...(order.speakers && { speakers: order.speakers }),
    voice,
    pace: settings,
    maxSeconds: order.maxSeconds,
    onSentence(sentence) {
      sentences.push(sentence);
      onProgress({ step: 'speech', done: sentences.length, total });
    },
    signal: order.signal,
  });
  const measured = await master({
    speech,
    sampleRateHz: voice.sampleRateHz,
    scratchPath: parts.scratch,
    clipPath: parts.clip,
    restsAtMs: () => restsBetween(sentences),
    tags: tagsOf(order, madeAtMs),
    onProgress: (done, of) =>
      onProgress({ step: 'mastering', done: Math.min(done, of), total: of }),
    signal: order.signal,
  });
  const { sound } = await openClip(parts.clip);
  const facts: Facts = {
    id: parts.id,
    contentHash: sound.contentHash,
    durationMs: Math.round(sound.totalSamples / 48),
    lufs: measured.lufs,
    truePeakDb: measured.truePeakDb,
    sentences,
    synthetic: {
      engine: `${voice.engine} ${voice.engineVersion}`,
      voice: voicesOf(order),
      madeAtMs,
    },
    madeAtMs,
  };
  return { facts, clip: joinFacts(facts, sound, order.clipsDir) };
}

/** The middle of each rest: the best place to cut. */
function restsBetween(sentences: readonly SpokenSentence[]): number[] {
  return sentences.slice(1).map((next, before) => {
    const previousEndMs = sentences[before]?.endMs ?? next.startMs;
    return (previousEndMs + next.startMs) / 2;
  });
}

/** Luật Trí tuệ nhân tạo 134/2025/QH15 Art. 11: the mark travels in the file itself. */
function tagsOf(order: ProduceOrder, madeAtMs: number): Record<string, string> {
  return {
    title: plainTitle(order.title),
    language: order.voice.language,
    SYNTHETIC: '1',
    ENGINE: `${order.voice.engine} ${order.voice.engineVersion}`,
    VOICE: voicesOf(order),
    MADE_AT: new Date(madeAtMs).toISOString(),
  };
}

/** A clip already made, if its file still holds exactly what its facts say. */
async function findClip(clipsDir: string, id: string): Promise<ProducedClip | null> {
  try {
    const facts = JSON.parse(await readFile(factsPath(clipsDir, id), 'utf8')) as Facts;
    const { sound } = await openClip(join(clipsDir, `${id}.opus`));
    const same = facts.id === id && facts.contentHash === sound.contentHash;
    return same ? joinFacts(facts, sound, clipsDir) : null;
  } catch {
    return null; // not there, or damaged: made again
  }
}

function joinFacts(facts: Facts, sound: SoundFacts, clipsDir: string): ProducedClip {
  return { ...facts, path: join(clipsDir, `${facts.id}.opus`), bytes: sound.bytes, sound };
}

function factsPath(clipsDir: string, id: string): string {
  return join(clipsDir, `${id}.json`);
}

function checkOrder({ sentences }: ProduceOrder): void {
  if (sentences.length === 0) throw new SoundError('nothing-to-say');
  if (sentences.length > MAX_SENTENCES) throw new SoundError('too-many-sentences');
  if (sentences.some((words) => words.length > MAX_SENTENCE_CHARS)) {
    throw new SoundError('sentence-too-long');
  }
}

/** Fit for an argument and a tag: one line, bounded. */
function plainTitle(title: string): string {
  return title
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, MAX_TITLE_CHARS);
}

// The door of the sound: sentences in, a finished clip out, made once and found again by what made it.
// It must never know documents, bulletins, people or the wire.
import { createHash } from 'node:crypto';
import { type OpenClip, openClip, type SoundFacts } from './clip-file.ts';
import { SoundError } from './errors.ts';
import {
  type ClipFacts,
  type KeptClip,
  keptOrMade,
  type PartPaths,
  plainTitle,
} from './kept-clip.ts';
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

type SpokenFacts = ClipFacts & { synthetic: NonNullable<ClipFacts['synthetic']> };
export type ProducedClip = KeptClip & SpokenFacts;

const MAX_SENTENCES = 20_000;
const MAX_SENTENCE_CHARS = 20_000;

/** @throws SoundError; the clips folder then holds what it held before */
export async function produceClip(order: ProduceOrder): Promise<ProducedClip> {
  checkOrder(order);
  const id = clipId(order);
  const make = (paths: PartPaths) => render(order, { id, ...paths });
  return keptOrMade({ clipsDir: order.clipsDir, id, make });
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

async function render(order: ProduceOrder, parts: PartPaths & { id: string }) {
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
    onSentence({ by: _, ...sentence }) {
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
  const facts: SpokenFacts = {
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
  return { facts, sound };
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

function checkOrder({ sentences }: ProduceOrder): void {
  if (sentences.length === 0) throw new SoundError('nothing-to-say');
  if (sentences.length > MAX_SENTENCES) throw new SoundError('too-many-sentences');
  if (sentences.some((words) => words.length > MAX_SENTENCE_CHARS)) {
    throw new SoundError('sentence-too-long');
  }
}

// The door of the sound: sentences in, a finished clip out, made once and found again by what made it.
// It must never know documents, bulletins, people or the wire.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type OpenClip, openClip, type SoundFacts } from './clip-file.ts';
import { SoundError } from './errors.ts';
import {
  type ClipFacts,
  type KeptClip,
  keptOrMade,
  type PartPaths,
  plainTitle,
} from './kept-clip.ts';
import { PART_VERSION } from './mastering/part.ts';
import { DEFAULT_PROFILE, PROFILES, type ProfileId, profileMark } from './mastering/profiles.ts';
import { type Rendered, render } from './render.ts';
import { fallsOf, markOf, sharesOf } from './spoken-by.ts';
import { type SpokenSentence, sentencesOf } from './timetable.ts';
import type { Speaker, SpokenBy, Voice } from './voices/port.ts';

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
  /** left out: for a horn */
  profile?: ProfileId;
  clipsDir: string;
  /** where sentences and parts are kept for the next edit; left out: `kept` in the clips folder */
  keptDir?: string;
  /** the clip ends with the last sentence that ends before this; null: all of it */
  maxSeconds: number | null;
  /** grows when a clip that fell from its first voice is to be tried again: another clip, only those sentences anew */
  retake?: number;
  onProgress(progress: { step: 'speech' | 'mastering'; done: number; total: number }): void;
  signal: AbortSignal;
  /** the wall clock, for the mark of machine speech */
  nowMs?: () => number;
};

type SpokenFacts = ClipFacts & { synthetic: NonNullable<ClipFacts['synthetic']> };
export type ProducedClip = KeptClip & SpokenFacts;

const MAX_SENTENCES = 20_000;
const MAX_SENTENCE_CHARS = 20_000;

/** @throws SoundError; the clips folder then holds what it held before, and what was said need not be said again */
export async function produceClip(order: ProduceOrder): Promise<ProducedClip> {
  checkOrder(order);
  const id = clipId(order);
  const make = (paths: PartPaths) => renderClip(order, { id, ...paths });
  return keptOrMade({ clipsDir: order.clipsDir, id, make });
}

/** Everything that can be heard or read in the file; not the hour it was made at. */
function clipId(order: ProduceOrder): string {
  const { voice, settings = DEFAULT_SETTINGS } = order;
  const made = [
    ...[PART_VERSION, profileMark(PROFILES[order.profile ?? DEFAULT_PROFILE])],
    ...[voice.engine, voice.engineVersion, voice.id, voice.language],
    ...[settings.syllablesPerMinute, settings.fullStopMs, order.maxSeconds],
    ...[plainTitle(order.title), order.sentences, order.retake ?? 0],
    ...(isDialogue(order) ? [voice.secondId, order.speakers] : []),
  ];
  return createHash('sha256').update(JSON.stringify(made)).digest('hex');
}

function isDialogue({ voice, speakers = [] }: ProduceOrder): boolean {
  return voice.secondId !== undefined && speakers.includes('second');
}

async function renderClip(order: ProduceOrder, paths: PartPaths & { id: string }) {
  const { voice, settings = DEFAULT_SETTINGS, profile = DEFAULT_PROFILE } = order;
  const madeAtMs = (order.nowMs ?? Date.now)();
  const rendered = await render({
    ...spokenOf(order),
    ...{ voice, pace: settings, profile: PROFILES[profile], maxSeconds: order.maxSeconds },
    keptDir: order.keptDir ?? join(order.clipsDir, 'kept'),
    clipPath: paths.clip,
    tagsOf: (said) => tagsOf(order, { by: said.map(({ by }) => by), madeAtMs }),
    ...{ onProgress: order.onProgress, signal: order.signal },
  });
  const facts = factsOf(order, { id: paths.id, rendered, madeAtMs });
  return { facts, sound: rendered.sound };
}

function factsOf(
  { voice, profile = DEFAULT_PROFILE }: ProduceOrder,
  of: { id: string; rendered: Rendered; madeAtMs: number },
): SpokenFacts {
  const { id, rendered, madeAtMs } = of;
  const { sound, table, said, lufs, truePeakDb, parts } = rendered;
  const spokenBy = sharesOf(said.map(({ by }) => by));
  return {
    ...{ id, contentHash: sound.contentHash, durationMs: Math.round(sound.totalSamples / 48) },
    ...{ lufs, truePeakDb, sentences: sentencesOf(table, voice.sampleRateHz) },
    ...{ language: voice.language, profile, spokenBy, falls: fallsOf(said), parts },
    synthetic: { ...markOf(spokenBy), madeAtMs },
    madeAtMs,
  };
}

/** What has neither letter nor digit makes no sound, or a noise nobody wants. */
function spokenOf({ sentences, speakers }: ProduceOrder) {
  const spoken = [...sentences.keys()].filter((at) => isSpoken(sentences[at] ?? ''));
  return {
    sentences: spoken.map((at) => sentences[at] ?? ''),
    ...(speakers && { speakers: spoken.map((at): Speaker => speakers[at] ?? 'first') }),
  };
}

function isSpoken(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(words);
}

/** Luật Trí tuệ nhân tạo 134/2025/QH15 Art. 11: the mark travels in the file itself. */
function tagsOf(
  order: ProduceOrder,
  { by, madeAtMs }: { by: readonly SpokenBy[]; madeAtMs: number },
): Record<string, string> {
  const { engine, voice } = markOf(sharesOf(by));
  return {
    title: plainTitle(order.title),
    language: order.voice.language,
    SYNTHETIC: '1',
    ...{ ENGINE: engine, VOICE: voice },
    PROFILE: order.profile ?? DEFAULT_PROFILE,
    MADE_AT: new Date(madeAtMs).toISOString(),
  };
}

function checkOrder({ sentences }: ProduceOrder): void {
  if (!sentences.some(isSpoken)) throw new SoundError('nothing-to-say');
  if (sentences.length > MAX_SENTENCES) throw new SoundError('too-many-sentences');
  if (sentences.some((words) => words.length > MAX_SENTENCE_CHARS)) {
    throw new SoundError('sentence-too-long');
  }
}

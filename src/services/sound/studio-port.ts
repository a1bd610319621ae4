// The room of sound, seen from the use-cases: what makes, records, listens, hands out and sweeps.
// It must never know how sound is made.

import type { ReadingOrder } from '../../domain/documents/reading-model.ts';
import type { Clip } from '../../domain/model.ts';
import type { Finding } from '../../domain/sound/recording.ts';
import type { Rendition, RenditionKind } from '../../domain/sound/rendition.ts';
import type { Turn } from '../bulletins/compose-port.ts';
import type { Joining } from '../programmes/programmes-door.ts';
import type { Listened, Listening } from '../voices/voices-port.ts';

/** Makes sound. Long, off the main thread, never at air time. */
export type Studio = Joining & {
  make(wanted: ClipWanted): Promise<Omit<Clip, 'bulletinId'>>;
  /** a sentence or two through the very same ladder and mastering; nothing of it stays */
  listen(wish: Listening): Promise<Listened>;
  /** a recording that came from elsewhere, decoded safely and levelled like our own speech */
  record(recording: Recording): Promise<Omit<Clip, 'bulletinId'>>;
  /** what a machine notices in it before a person listens */
  check(clip: Omit<Clip, 'bulletinId'>, expected: ClipExpected): Promise<readonly Finding[]>;
  /** the chunk payloads of a clip, in order, read from its file one at a time */
  chunks(
    clip: Clip,
  ): AsyncIterable<{ seq: number; startMs: number; last: boolean; payload: Uint8Array }>;
  chunk(
    clip: Clip,
    seq: number,
  ): Promise<{ seq: number; startMs: number; last: boolean; payload: Uint8Array } | null>;
  /** absolute path of the file a browser can play */
  soundPath(clip: Clip): string;
  /** another form of it, made when first asked for, then found; few at a time; ended when all who asked have gone. @throws AppError stopped, renditions-busy, mp3-missing … */
  rendition(of: { clip: Clip; as: RenditionKind; signal: AbortSignal }): Promise<Rendition>;
  /** a form of it that is there already, never made for this; `heard`: it is listened to now, and stays longer */
  found(of: {
    clip: Pick<Clip, 'id' | 'path'>;
    as: RenditionKind;
    heard: boolean;
  }): Promise<Rendition | null>;
  /** how loud it is from beginning to end, 0–127, 1,200 values at most: worked out once, then kept beside the clip */
  peaks(clip: Clip): Promise<readonly number[]>;
  /** what was kept for edits gives room, least lately aired first; of clips only what is a day old and nobody names */
  sweep(of: {
    will: ReadonlySet<string>;
    has: ReadonlySet<string>;
    /** of these clips, the ones somebody names */
    named(ids: readonly string[]): ReadonlySet<string>;
    /** asked at once before its files go; false: they stay */
    release(id: string): boolean;
  }): Promise<{ removed: number; bytes: number }>;
  /** of the disk all sound is on, from 0 to 1 */
  freeShare(): Promise<number>;
};
export type ClipWanted = {
  title: string;
  text: string;
  /** whose choice of voices holds */
  tenantId: string;
  /** ISO 639-3 */
  language: string;
  /** names people: no word of it leaves the house (Luật 91/2025/QH15) */
  personalData: boolean;
  /** lives hang on it: voices of this house come first; left out: they do not */
  urgent?: boolean;
  /** left out: as the tenant chose for this language */
  profile?: Clip['profile'];
  /** grows when sentences that fell to another voice are to be tried again */
  retake?: number;
  /** said last, in the same voice; null or left out: nothing */
  afterword?: string | null;
  /** how it is read, pace and pauses too */
  order: ReadingOrder;
  maxSeconds: number | null;
  /** said so often within the one sound, 1–3 */
  repeats: number;
  /** whose turn begins where in the text; empty: one voice says all */
  turns?: readonly Turn[];
  onProgress(progress: MakingProgress): void;
  signal: AbortSignal;
};
export type Recording = Pick<ClipWanted, 'title' | 'onProgress' | 'signal'> & {
  /** whole, or as it comes */
  bytes: Uint8Array | AsyncIterable<Uint8Array>;
  language?: string;
  profile: Clip['profile'];
  limits: { maxBytes: number; maxSeconds: number };
};
export type ClipExpected = {
  /** of the text a person read; null: nobody counted, or every sentence has its time */
  syllables: number | null;
  longestRestMs: number;
  /** for words too; left out: it does */
  listens?: boolean;
  signal: AbortSignal;
  /** whoever listens for words could not: the rest is judged all the same */
  onDeaf?(why: unknown): void;
};
export type MakingProgress = {
  step: 'script' | 'speech' | 'mastering';
  done: number;
  total: number;
};

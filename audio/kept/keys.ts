// What names a kept thing: everything that can be heard in it, and nothing else. Pure.
// It must never know where things are kept, nor what they are used for.
import { createHash } from 'node:crypto';
import type { SpokenBy } from '../voices/port.ts';

/** Grows when the same engine's same words would be cut or joined otherwise before they are kept. */
const SPEECH_VERSION = 1;

export function sentenceKey(of: {
  words: string;
  by: SpokenBy;
  /** as the engine is told it: the only setting that reaches it */
  syllablesPerMinute: number;
  sampleRateHz: number;
}): string {
  const { engine, engineVersion, voice } = of.by;
  const heard = [of.words, engine, engineVersion, voice, of.syllablesPerMinute, of.sampleRateHz];
  return keyOf([SPEECH_VERSION, ...heard]);
}

export function partKey(of: {
  sentences: readonly string[];
  fullStopMs: number;
  last: boolean;
  /** version of mastering and profile */
  mastering: string;
}): string {
  return keyOf([of.mastering, of.fullStopMs, of.last, ...of.sentences]);
}

/** 128 bits: two things of one name are not met in the life of this. */
function keyOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

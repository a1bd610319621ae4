// The door of the reading room: bytes to text, text to a script, a fragment to spoken words.
// It must never know files, networks, voices, or anything else of this project.
import { FULL, ON_AIR } from './profile.ts';
import { readText } from './script/read.ts';
import type { ReadingProfile, Script } from './types.ts';

export { decodeText, type Encoding, MAX_BYTES } from './bytes/decode.ts';
export { type ReadingCode, ReadingError } from './errors.ts';
export { estimateSeconds, FULL, ON_AIR } from './profile.ts';
export type {
  BlockSpan,
  Counts,
  DocumentFacts,
  Doubt,
  DoubtReason,
  LineKind,
  ReadingProfile,
  Repair,
  Role,
  Script,
  Sentence,
  StatusFound,
  Trace,
} from './types.ts';
export { SPEAKABLE } from './words/respell.ts';

/** A document as it goes on air, unless the profile says otherwise. */
export function readLegalText(text: string, profile: Partial<ReadingProfile> = {}): Script {
  return readText(text, { ...ON_AIR, ...profile });
}

/** One fragment in the full form; '' where nothing is spoken. */
export function readLines(fragment: string): string {
  return readText(fragment, FULL)
    .sentences.map((sentence) => sentence.words)
    .join(' ');
}

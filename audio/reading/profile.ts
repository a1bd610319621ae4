// The default reading profiles: on air, and the full form the tables are scored in.
// It must never know a commune, nor where profiles are stored.
import type { ReadingProfile } from './types.ts';

/** What announcers do: short numbers, no legal bases, no "who is responsible" lines. */
export const ON_AIR: Readonly<ReadingProfile> = Object.freeze({
  docno: 'short',
  legalBases: 'skip',
  responsibilities: 'skip',
  tables: 'auto',
  footnotes: 'skip',
  signature: 'skip',
  frame: 'spoken',
  linh: 'linh',
  nghin: 'nghìn',
  maxSyllables: 60,
  syllablesPerMinute: 190,
  fullStopMs: 400,
});

/** `--lines`: every word of the fragment, nothing composed around it. */
export const FULL: Readonly<ReadingProfile> = Object.freeze({
  ...ON_AIR,
  docno: 'full',
  legalBases: 'read',
  responsibilities: 'read',
  frame: 'none',
});

/** Seconds on air: syllables over pace (190 a minute by default, about 170 for a horn in a valley). */
export function estimateSeconds(syllables: number, syllablesPerMinute = 190): number {
  return (syllables * 60) / syllablesPerMinute;
}

// A fingerprint of a document's own words: small enough to keep beside every document, alike where texts are alike.
// It must never know numbers, dates or who issued what.
import type { Role } from '../types.ts';
import { decomposed } from '../words/composed.ts';
import { hashOf, mixed, STEP } from './hash.ts';
import { paragraphsOf } from './paragraphs.ts';

/** Kept as JSON. Two sketches can be compared only where `version` is the same. */
export type Sketch = {
  version: 1;
  /** Different runs of five words in the text. */
  shingles: number;
  /** The lowest of their hashes, ascending. */
  kept: number[];
};

/** Runs of five: of three, decisions of one office share a third; of five, a tenth to a fifth (measured on a gazette). */
const RUN = 5;
/** 512 × 11 characters are 6 KB; a text of twelve thousand runs still shows one of a hundred whole. */
const MAX_KEPT = 512;

/** What an office writes on everything it issues says nothing of one document. */
const BOILERPLATE: ReadonlySet<Role> = new Set<Role>([
  'letterhead',
  'number',
  'dateline',
  'authority',
  'attached',
  'bases',
  'responsibility',
  'signature',
  'recipients',
  'contents',
  'skipped',
]);

export function sketchOf(text: string): Sketch {
  const words = paragraphsOf(text)
    .filter((block) => !BOILERPLATE.has(block.role))
    .flatMap((block) => folded(block.body.text).match(/[\p{L}\p{N}]+/gu) ?? [])
    .map(hashOf);
  const hashes = new Set<number>();
  for (let at = 0; at + RUN <= words.length; at += 1) hashes.add(runHash(words, at));
  const sorted = Uint32Array.from(hashes).sort();
  return { version: 1, shingles: sorted.length, kept: [...sorted.subarray(0, MAX_KEPT)] };
}

/** Tones and hats are what a scan loses first, and what old encodings muddle. */
function folded(text: string): string {
  return decomposed(text.toLowerCase()).replace(/\p{M}/gu, '').replaceAll('đ', 'd');
}

function runHash(words: readonly number[], at: number): number {
  let hash = 0;
  for (let word = at; word < at + RUN; word += 1) {
    hash = (Math.imul(hash, STEP) ^ (words[word] as number)) >>> 0;
  }
  return mixed(hash);
}

/** Fewer common runs than this in sight say nothing either way. */
const MIN_SEEN = 5;

/** How much of the shorter text stands in the longer one, 0 to 1; an annex that is missing costs nothing. */
export function likeness(one: Sketch, other: Sketch): number {
  const { common, ofOne, ofOther } = seen(one, other);
  const fewer = Math.min(ofOne, ofOther);
  if (fewer < MIN_SEEN) return one.shingles === other.shingles && sameKept(one, other) ? 1 : 0;
  return common / fewer;
}

/** How much of both texts together is common, 0 to 1. */
export function sameness(one: Sketch, other: Sketch): number {
  const { common, ofOne, ofOther } = seen(one, other);
  const all = ofOne + ofOther - common;
  return all === 0 ? 1 : common / all;
}

type Seen = { common: number; ofOne: number; ofOther: number };

/** Both texts below the highest hash that both sketches would have kept: there, both are complete. */
function seen(one: Sketch, other: Sketch): Seen {
  const limit = Math.min(horizon(one), horizon(other));
  const left = one.kept.filter((hash) => hash <= limit);
  const right = new Set(other.kept.filter((hash) => hash <= limit));
  const common = left.filter((hash) => right.has(hash)).length;
  return { common, ofOne: left.length, ofOther: right.size };
}

function horizon({ shingles, kept }: Sketch): number {
  return kept.length < shingles ? (kept.at(-1) as number) : Number.POSITIVE_INFINITY;
}

function sameKept(one: Sketch, other: Sketch): boolean {
  return one.kept.length > 0 && one.kept.every((hash, at) => hash === other.kept[at]);
}

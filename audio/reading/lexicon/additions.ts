// What a province and a commune added to the lexicon, found in a text in one look however many they are.
// It must never know the built-in tables.
import type { LexiconEntry } from '../types.ts';
import { composed } from '../words/composed.ts';
import type { Said } from './lexicon.ts';
import { voiced } from './voiced.ts';

export type Additions = {
  /** The entry written exactly so. */
  of: (written: string) => Said | undefined;
  /** The longest entry that stands in the text at `at`, whose first word is `first`. */
  longest: (found: { text: string; at: number; first: string }) => Found | null;
};
export type Found = { said: Said; written: string };

export const NO_ADDITIONS: Additions = { of: () => undefined, longest: () => null };

/** The lists are held by whoever orders readings; the index goes when they go. */
const made = new WeakMap<readonly LexiconEntry[], Additions>();

export function additionsOf(entries: readonly LexiconEntry[]): Additions {
  const known = made.get(entries) ?? indexed(entries);
  made.set(entries, known);
  return known;
}

/** Nobody abbreviates with more; what is longer is no word but a text (see `check.ts`). */
export const MAX_WRITTEN = 60;
const FIRST = /^[\p{L}\p{N}]+/u;

function indexed(entries: readonly LexiconEntry[]): Additions {
  const exact = new Map<string, Said>();
  const loose = new Map<string, Said>();
  /** By first word, in lower case: the lengths of what begins with it. */
  const lengths = new Map<string, Set<number>>();
  for (const entry of entries) {
    const written = composed(entry.written).trim();
    const spoken = voiced(entry.spoken);
    const first = FIRST.exec(written)?.[0].toLowerCase();
    if (first === undefined || spoken === '' || written.length > MAX_WRITTEN) continue;
    const said = { id: `addition:${written}`, spoken };
    // Small letters are met in any case; capitals mean themselves.
    if (written === written.toLowerCase()) loose.set(written, said);
    else exact.set(written, said);
    lengths.set(first, (lengths.get(first) ?? new Set()).add(written.length));
  }
  const of = (written: string): Said | undefined =>
    exact.get(written) ?? loose.get(written.toLowerCase());
  const longest: Additions['longest'] = ({ text, at, first }) => {
    let found: Found | null = null;
    let best = 0;
    for (const length of lengths.get(first.toLowerCase()) ?? []) {
      const written = text.slice(at, at + length);
      const said = of(written);
      if (said === undefined || length < best) continue;
      if (/^[\p{L}\p{N}\p{M}]/u.test(text.slice(at + length, at + length + 2))) continue;
      found = { said, written };
      best = length;
    }
    return found;
  };
  return { of, longest };
}

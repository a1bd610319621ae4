// Words that the voice would say wrongly, and how they are said: by other words, or by sounds. Pure.
// It must never know voices, pauses or where the list is kept.

/** `say`: other words, as <sub>; `ipa`: sounds, as <phoneme> (not every language of the service takes them) */
export type Pronunciation = { words: string } & ({ say: string } | { ipa: string });

export type Pronounced = { text: string; as: Pronunciation | null };

/** One pattern is made of them all: more would be a dictionary, which is the reading's own affair. */
export const MAX_PRONUNCIATIONS = 500;

/** Cuts words (NFC) into what is said as written and what is not: whole words, the longest entry first, any case. */
export function pronounced(words: string, list: readonly Pronunciation[]): Pronounced[] {
  const known = new Map(
    list
      .slice(0, MAX_PRONUNCIATIONS)
      .filter((entry) => entry.words.trim() !== '')
      .map((entry) => [folded(entry.words), entry]),
  );
  if (known.size === 0) return [{ text: words, as: null }];
  const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length);
  const any = longestFirst.map((entry) => entry.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu');
  return parts(words, pattern, known);
}

function parts(words: string, pattern: RegExp, known: Map<string, Pronunciation>): Pronounced[] {
  const found: Pronounced[] = [];
  let at = 0;
  for (const match of words.matchAll(pattern)) {
    if (match.index > at) found.push({ text: words.slice(at, match.index), as: null });
    found.push({ text: match[0], as: known.get(folded(match[0])) ?? null });
    at = match.index + match[0].length;
  }
  if (at < words.length) found.push({ text: words.slice(at), as: null });
  return found;
}

function folded(words: string): string {
  return words.trim().normalize('NFC').toLowerCase();
}

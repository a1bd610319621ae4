// The digest as an approver reads it in two minutes: equal things once, the weightiest first.
// It must never leave an item out.
import type { DigestItem, DigestKind } from './items.ts';

export type DigestPlace = Pick<DigestItem, 'clause' | 'sentence' | 'from' | 'to'>;
/** One thing, as it is first printed and said, and everywhere it stands. */
export type DigestEntry = Pick<DigestItem, 'source' | 'words' | 'value'> & {
  count: number;
  places: DigestPlace[];
};
export type DigestGroup = { kind: DigestKind; entries: DigestEntry[] };

const ORDER: readonly DigestKind[] = [
  'obligation',
  'deadline',
  'date',
  'money',
  'number',
  'name',
  'place',
  'document',
];

/** Groups that have anything, in the order of their weight; entries in the order they are first heard. */
export function digestGroups(items: readonly DigestItem[]): DigestGroup[] {
  const byKind = new Map<DigestKind, Map<string, DigestEntry>>();
  for (const { kind, source, words, value, clause, sentence, from, to } of items) {
    const entries = byKind.get(kind) ?? new Map<string, DigestEntry>();
    byKind.set(kind, entries);
    const key = keyOf({ kind, source, value });
    const entry: DigestEntry = entries.get(key) ?? { source, words, value, count: 0, places: [] };
    entry.count += 1;
    entry.places.push({ clause, sentence, from, to });
    entries.set(key, entry);
  }
  return ORDER.flatMap((kind) => {
    const entries = byKind.get(kind);
    return entries === undefined ? [] : [{ kind, entries: [...entries.values()] }];
  });
}

/** 120 households are not 120 persons, and two duties are one only where their words are the same. */
function keyOf({ kind, source, value }: Pick<DigestItem, 'kind' | 'source' | 'value'>): string {
  const printed = source.toLowerCase().replace(/\s+/gu, ' ');
  return kind === 'number' || kind === 'obligation' ? printed : (value ?? printed).toLowerCase();
}

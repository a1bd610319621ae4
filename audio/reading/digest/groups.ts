// The digest as an approver reads it in two minutes: equal things once, the weightiest first.
// It must never leave an item out.
import type { DocumentFacts, Script } from '../types.ts';
import type { DigestItem, DigestKind } from './items.ts';

export type DigestPlace = Pick<DigestItem, 'document' | 'clause' | 'sentence' | 'from' | 'to'>;
/** One thing, as it is first printed and said, and everywhere it stands. */
export type DigestEntry = Pick<DigestItem, 'source' | 'words' | 'value'> & {
  count: number;
  places: DigestPlace[];
};
export type DigestGroup = { kind: DigestKind; entries: DigestEntry[] };

/** What one document of several says; `number` and `title` as its head has them. */
export type DigestDocument = Pick<DocumentFacts, 'type' | 'number' | 'title'> & {
  groups: DigestGroup[];
};

/** By document first: an approver holds one decision against its script at a time. */
export function digestDocuments(
  { documents }: Pick<Script, 'documents'>,
  items: readonly DigestItem[],
): DigestDocument[] {
  return documents.map(({ type, number, title }, index) => ({
    ...{ type, number, title },
    groups: digestGroups(items.filter(({ document }) => document === index)),
  }));
}

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
  for (const { kind, source, words, value, ...place } of items) {
    const entries = byKind.get(kind) ?? new Map<string, DigestEntry>();
    byKind.set(kind, entries);
    const key = keyOf({ kind, source, value });
    const entry: DigestEntry = entries.get(key) ?? { source, words, value, count: 0, places: [] };
    entry.count += 1;
    const { document, clause, sentence, from, to } = place;
    entry.places.push({ document, clause, sentence, from, to });
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

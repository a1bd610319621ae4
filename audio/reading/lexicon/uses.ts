// Where the entries of a lexicon spoke in a script: "where is this entry used".
// It must never know what the entries say.
import type { Script } from '../types.ts';

export type Use = { count: number; firstFrom: number };

/** By entry id ("abbreviations:UBND", "addition:BCH", "local:VBQPPL"). */
export function usesOf(script: Pick<Script, 'sentences' | 'repairs'>): Map<string, Use> {
  const uses = new Map<string, Use>();
  const note = (id: string, from: number): void => {
    const use = uses.get(id) ?? { count: 0, firstFrom: from };
    uses.set(id, { count: use.count + 1, firstFrom: Math.min(use.firstFrom, from) });
  };
  let last = '';
  for (const { entry, from, to } of script.sentences.flatMap((sentence) => sentence.trace)) {
    // A breath may part the words of one trace: they are still one use.
    const place = `${entry} ${from} ${to}`;
    if (entry !== undefined && place !== last) for (const id of entriesOf(entry)) note(id, from);
    last = place;
  }
  for (const { entry, from } of script.repairs) note(entry, from);
  return uses;
}

/** A document number is made of several: its type, its issuer, its room. */
export function entriesOf(entry: string): string[] {
  return entry.split(' + ');
}

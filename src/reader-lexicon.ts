// The entries that come with the product, as a list a person can look through.
// It must never know what an entry does in a reading.
import { theLexicon, theLexiconFiles } from '../audio/lexicon.ts';
import type { BuiltInEntry } from './services/reading/reader-port.ts';

let listed: readonly BuiltInEntry[] | null = null;

/** Some thousand lines: read once, like the lexicon itself. */
export function builtInEntries(): readonly BuiltInEntry[] {
  listed ??= list();
  return listed;
}

type Table = { table: string; entries: readonly BuiltInEntry[] };

function list(): BuiltInEntry[] {
  theLexicon(); // its files have the right shape, or it says which has not
  return theLexiconFiles()
    .map(({ content }) => content as Table)
    .flatMap(({ table, entries }) =>
      entries.map(({ written, spoken, note, example }) => ({
        ...{ table, written, spoken, note, example },
      })),
    );
}

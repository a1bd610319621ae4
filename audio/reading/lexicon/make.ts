// Files of tables to a lexicon: checked, indexed, ready for any number of readings.
// It must never guess what an entry meant: what is wrong is refused, by file and entry.
import type { LexiconEntry } from '../types.ts';
import { additionsOf, NO_ADDITIONS } from './additions.ts';
import { fitsOf } from './company.ts';
import {
  type Ambiguous,
  type Lexicon,
  type LexiconFile,
  PLAIN_TABLES,
  type PlainTable,
  type Said,
  type Sense,
  type Table,
} from './lexicon.ts';
import { misreadingsOf } from './misreadings.ts';
import type { Problem } from './problem.ts';
import { forEach, saidOf, type TableFile, TWICE, tableFile } from './shape.ts';

export function makeLexicon(files: readonly LexiconFile[]): Lexicon {
  const read = files.map(tableFile);
  const of = (table: string): TableFile[] => read.filter((one) => one.table === table);
  const plain = Object.fromEntries(
    PLAIN_TABLES.map((name) => [name, plainTable(name, of(name))]),
  ) as Record<PlainTable, Table>;
  return {
    ...plain,
    ambiguous: ambiguousOf(of('ambiguous')),
    misreadings: misreadingsOf(of('misreadings')),
    bound: boundOf(plain.abbreviations),
    additions: NO_ADDITIONS,
  };
}

/** The same lexicon with a province's and a commune's own words in front of it; later wins. */
export function withAdditions(lexicon: Lexicon, entries: readonly LexiconEntry[]): Lexicon {
  return entries.length === 0 ? lexicon : { ...lexicon, additions: additionsOf(entries) };
}

/** Tables whose words mean the same in any case. */
const ANY_CASE = new Set<PlainTable>(['dotted', 'foreign', 'hosts', 'per']);
/** Exact spelling first, then in any case: Mb is bits, MB and mb are bytes. */
const EXACT_FIRST = new Set<PlainTable>(['units', 'money']);

function plainTable(name: PlainTable, files: readonly TableFile[]): Table {
  const table = new Map<string, Said>();
  forEach(files, (entry, wrong) => {
    const key = ANY_CASE.has(name) ? entry.written.toLowerCase() : entry.written;
    if (table.has(key)) throw wrong(TWICE);
    table.set(key, saidOf(name, entry));
  });
  if (!EXACT_FIRST.has(name)) return table;
  for (const [written, said] of [...table]) {
    const lower = written.toLowerCase();
    if (!table.has(lower)) table.set(lower, said);
  }
  return table;
}

/** Of one abbreviation the senses in their order, and last the one without company, which is a guess. */
function ambiguousOf(files: readonly TableFile[]): Map<string, Ambiguous> {
  const found = new Map<string, { senses: Sense[]; fallback: Said | null }>();
  forEach(files, (entry, wrong) => {
    const meanings = found.get(entry.written) ?? { senses: [], fallback: null };
    if (meanings.fallback !== null) throw wrong(AFTER_GUESS);
    const guess = entry.before.length + entry.after.length === 0;
    const said = { id: `ambiguous:${entry.written}=${entry.spoken}`, spoken: entry.spoken };
    if (guess) meanings.fallback = said;
    else meanings.senses.push({ ...said, fits: fitsOf(entry) });
    found.set(entry.written, meanings);
  });
  return found;
}

function boundOf(abbreviations: Table): Set<string> {
  const pairs = [...abbreviations.values()].flatMap(({ spoken }) =>
    [...spoken.matchAll(/(\p{L}+),\s(\p{L}+)/gu)].map((match) => `${match[1]} ${match[2]}`),
  );
  return new Set(pairs);
}

const AFTER_GUESS: Problem = {
  vi: 'đứng sau nghĩa đoán (mục không có "before", "after") của cùng chữ này; hãy chuyển lên trên',
  en: 'comes after the guess (the entry without "before", "after") of the same word; move it up',
};

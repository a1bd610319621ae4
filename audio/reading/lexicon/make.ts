// Files of tables to a lexicon: checked, indexed, ready for any number of readings.
// It must never guess what an entry meant: what is wrong is refused, by file and entry.
import type { LexiconEntry } from '../types.ts';
import { additionsOf, NO_ADDITIONS } from './additions.ts';
import { fitsOf, literal } from './company.ts';
import {
  type Ambiguous,
  type Lexicon,
  type LexiconFile,
  type Misreadings,
  PLAIN_TABLES,
  type PlainTable,
  type Said,
  type Sense,
  type Table,
} from './lexicon.ts';
import { LexiconError, type Problem } from './problem.ts';
import { type Entry, placeOf, type TableFile, tableFile } from './shape.ts';

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

type Wrong = (problem: Problem) => LexiconError;

function forEach(files: readonly TableFile[], see: (entry: Entry, wrong: Wrong) => void): void {
  for (const { file, entries } of files) {
    entries.forEach((entry, at) => {
      see(entry, (problem) => new LexiconError(placeOf(file, at, entry.written), problem));
    });
  }
}

function saidOf(table: string, { written, spoken }: Entry): Said {
  return { id: `${table}:${written}`, spoken };
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

/** One pattern for all of them: a thousand entries cost one pass. */
function misreadingsOf(files: readonly TableFile[]): Misreadings {
  const known = new Map<string, { said: Said; entry: Entry; fits: ReturnType<typeof fitsOf> }>();
  forEach(files, (entry, wrong) => {
    const key = entry.written.toLowerCase();
    if (known.has(key)) throw wrong(TWICE);
    known.set(key, { said: saidOf('misreadings', entry), entry, fits: fitsOf(entry) });
  });
  const longestFirst = [...known.keys()].sort((one, other) => other.length - one.length);
  const any = longestFirst.length === 0 ? '(?!)' : longestFirst.map(literal).join('|');
  return {
    pattern: new RegExp(`(?<!\\p{L})(?:${any})(?!\\p{L})`, 'giu'),
    meant: (wrong, left, right) => {
      const one = known.get(wrong.toLowerCase());
      if (one === undefined) return null;
      const { entry, said, fits } = one;
      // Capitals in the list mean themselves; small letters stand for both.
      if (entry.written !== entry.written.toLowerCase() && wrong !== entry.written) return null;
      return entry.before.length + entry.after.length === 0 || fits(left, right) ? said : null;
    },
  };
}

function boundOf(abbreviations: Table): Set<string> {
  const pairs = [...abbreviations.values()].flatMap(({ spoken }) =>
    [...spoken.matchAll(/(\p{L}+),\s(\p{L}+)/gu)].map((match) => `${match[1]} ${match[2]}`),
  );
  return new Set(pairs);
}

const TWICE: Problem = {
  vi: 'đã có ở trên hoặc ở tệp khác; hãy giữ một mục',
  en: 'stands above or in another file already; keep one',
};
const AFTER_GUESS: Problem = {
  vi: 'đứng sau nghĩa đoán (mục không có "before", "after") của cùng chữ này; hãy chuyển lên trên',
  en: 'comes after the guess (the entry without "before", "after") of the same word; move it up',
};

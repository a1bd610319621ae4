// A lexicon file as a person wrote it: every field there, every word speakable, or a sentence that says which is not.
// It must never know how tables are indexed.
import { SPEAKABLE } from '../words/respell.ts';
import { COMPANY_TABLES, type LexiconFile, PLAIN_TABLES, type Said } from './lexicon.ts';
import { LexiconError, type Problem } from './problem.ts';

export type Entry = {
  written: string;
  spoken: string;
  note: string;
  example: string;
  before: readonly string[];
  after: readonly string[];
};
export type TableFile = { file: string; table: string; entries: readonly Entry[] };

const WITH_COMPANY = new Set<string>(COMPANY_TABLES);
const TABLES = new Set<string>([...PLAIN_TABLES, ...COMPANY_TABLES]);

export function tableFile({ file, content }: LexiconFile): TableFile {
  const { title, description, table, entries } = fieldsOf(content);
  if (!isText(title) || !isText(description)) throw new LexiconError(file, NO_TITLE);
  if (typeof table !== 'string' || !TABLES.has(table)) throw new LexiconError(file, NO_TABLE);
  if (!Array.isArray(entries)) throw new LexiconError(file, NO_ENTRIES);
  return { file, table, entries: entries.map((one, at) => entryOf(one, { file, at, table })) };
}

type Wrong = (problem: Problem) => LexiconError;

/** Every entry of one table, and how to say that something is wrong with it. */
export function forEach(
  files: readonly TableFile[],
  see: (entry: Entry, wrong: Wrong) => void,
): void {
  for (const { file, entries } of files) {
    entries.forEach((entry, at) => {
      see(entry, (problem) => new LexiconError(placeOf(file, at, entry.written), problem));
    });
  }
}

export function saidOf(table: string, { written, spoken }: Entry): Said {
  return { id: `${table}:${written}`, spoken };
}

/** "units.json, mục 12 (km)": the entry as its editor finds it. */
function placeOf(file: string, at: number, written: unknown): string {
  const name = isText(written) ? ` (${written})` : '';
  return `${file}, mục ${at + 1}${name}`;
}

type Where = { file: string; at: number; table: string };

function entryOf(one: unknown, { file, at, table }: Where): Entry {
  const fields = fieldsOf(one);
  const wrong = (problem: Problem): LexiconError =>
    new LexiconError(placeOf(file, at, fields.written), problem);
  for (const name of Object.keys(fields)) {
    if (!KNOWN.has(name)) throw wrong(strange(name));
  }
  for (const name of TEXTS) {
    if (!isText(fields[name])) throw wrong(missing(name));
  }
  const { written, spoken, note, example } = fields as Record<(typeof TEXTS)[number], string>;
  if (!SPEAKABLE.test(spoken)) throw wrong(UNSPEAKABLE);
  if (!example.toLowerCase().includes(written.toLowerCase())) throw wrong(ELSEWHERE);
  const [before, after] = [fields.before ?? [], fields.after ?? []];
  if (!isList(before) || !isList(after)) throw wrong(NO_LIST);
  if (before.length + after.length > 0 && !WITH_COMPANY.has(table)) throw wrong(NO_COMPANY);
  return { written: written.normalize('NFC'), spoken, note, example, before, after };
}

const TEXTS = ['written', 'spoken', 'note', 'example'] as const;
const KNOWN = new Set<string>([...TEXTS, 'before', 'after']);

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value === value.trim();
}

function isList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}

export const TWICE: Problem = {
  vi: 'đã có ở trên hoặc ở tệp khác; hãy giữ một mục',
  en: 'stands above or in another file already; keep one',
};
const NO_TITLE: Problem = {
  vi: 'thiếu "title" hoặc "description"; hãy ghi bảng này dùng để làm gì',
  en: '"title" or "description" is absent; say what this table is for',
};
const NO_TABLE: Problem = {
  vi: `"table" phải là một trong: ${[...TABLES].join(', ')}`,
  en: `"table" must be one of: ${[...TABLES].join(', ')}`,
};
const NO_ENTRIES: Problem = {
  vi: '"entries" phải là một danh sách trong dấu [ ]',
  en: '"entries" must be a list in [ ]',
};
const UNSPEAKABLE: Problem = {
  vi: '"spoken" chỉ được có chữ cái tiếng Việt, dấu cách và . , ; : (không có số, f, j, w, z)',
  en: '"spoken" may only have Vietnamese letters, spaces and . , ; : (no digits, f, j, w, z)',
};
const ELSEWHERE: Problem = {
  vi: '"example" phải có chữ ghi ở "written"',
  en: '"example" must contain what "written" says',
};
const NO_LIST: Problem = {
  vi: '"before" và "after" phải là danh sách từ trong dấu [ ]',
  en: '"before" and "after" must be lists of words in [ ]',
};
const NO_COMPANY: Problem = {
  vi: '"before" và "after" chỉ dùng trong bảng chữ nhiều nghĩa và bảng chữ đọc sai; hãy bỏ đi',
  en: '"before" and "after" belong to the tables of ambiguous and misread words only; take them out',
};

function missing(name: string): Problem {
  return {
    vi: `thiếu "${name}", hoặc có dấu cách thừa ở đầu hay cuối`,
    en: `"${name}" is absent, or has a space too many at its start or end`,
  };
}

function strange(name: string): Problem {
  return {
    vi: `không có trường "${name}"; hãy kiểm tra chính tả`,
    en: `there is no field "${name}"; check its spelling`,
  };
}

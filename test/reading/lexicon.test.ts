// The tables of config/lexicon: every entry speaks in its own example, and a wrong entry is refused by name.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadLexicon, theLexicon } from '../../audio/lexicon.ts';
import {
  FULL,
  LexiconError,
  makeLexicon,
  readLines,
  SPEAKABLE,
} from '../../audio/reading/index.ts';
import { ordered } from './shared.ts';

const FOLDER = new URL('../../config/lexicon/', import.meta.url);
type Entry = { written: string; spoken: string; note: string; example: string };
type File = { title: string; description: string; table: string; entries: Entry[] };
const FILES = readdirSync(FOLDER).map((file): [string, File] => [
  file,
  JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as File,
]);

/** The words a trace says, without pauses. */
function plain(words: string): string {
  return words.toLowerCase().replace(/[.,;:]/gu, '');
}

function isHeard({ written, spoken, example }: Entry, table: string): boolean {
  const id = `${table}:${written}${table === 'ambiguous' ? `=${spoken}` : ''}`;
  const script = ordered(`Tin: ${example}`, { profile: FULL });
  if (table === 'misreadings')
    return script.repairs.some((one) => one.entry === id && one.repaired === spoken);
  return script.sentences
    .flatMap((sentence) => sentence.trace)
    .filter((trace) => trace.entry?.split(' + ').includes(id))
    .some((trace) => plain(trace.words).includes(plain(spoken)));
}

test.each(FILES)('every entry of %s speaks its words in its own example', (_, file) => {
  const silent = file.entries.filter((entry) => !isHeard(entry, file.table));
  expect(silent.map(({ written, example }) => `${written}: ${example}`)).toEqual([]);
});

test.each(FILES)('every note of %s tells an officer something', (_, file) => {
  expect(file.title).toMatch(/\p{L}/u);
  expect(file.description).toContain(' / ');
  for (const { written, note } of file.entries) {
    expect(note.length, written).toBeGreaterThan(6);
    expect(note, written).toMatch(/^["\p{Lu}].*[."]$/su);
  }
});

test('the lexicon has over a thousand entries and is loaded in a blink', () => {
  const entries = FILES.reduce((sum, [, file]) => sum + file.entries.length, 0);
  expect(entries).toBeGreaterThan(1_000);
  const began = performance.now();
  loadLexicon(FOLDER.pathname);
  expect(performance.now() - began).toBeLessThan(150);
  expect(theLexicon()).toBe(theLexicon());
});

const RIGHT = {
  written: 'ABCQ',
  spoken: 'a bê xê quy',
  note: 'Một chữ tắt.',
  example: 'theo ABCQ',
};
function file(content: object): { file: string; content: unknown }[] {
  return [{ file: 'x.json', content: { title: 'Bảng', description: 'Để thử', ...content } }];
}
function abbreviations(...entries: object[]): { file: string; content: unknown }[] {
  return file({ table: 'abbreviations', entries });
}
function senses(...entries: object[]): { file: string; content: unknown }[] {
  return file({ table: 'ambiguous', entries });
}

test.each([
  ['nothing at all', [{ file: 'x.json', content: null }], 'x.json: "title"'],
  ['no title', file({ title: ' ' }), 'x.json: "title"'],
  ['no description', file({ description: 3 }), 'x.json: "title"'],
  ['a table nobody knows', file({ table: 'abc', entries: [] }), 'x.json: "table"'],
  ['entries that are no list', file({ table: 'units', entries: {} }), 'x.json: "entries"'],
  ['an entry that is no entry', abbreviations(RIGHT, 5 as never), 'x.json, mục 2: "written"'],
  ['no note', abbreviations({ ...RIGHT, note: '' }), 'x.json, mục 1 (ABCQ): "note"'],
  ['no example', abbreviations({ ...RIGHT, example: ' ' }), 'x.json, mục 1 (ABCQ): "example"'],
  ['a field misspelt', abbreviations({ ...RIGHT, spokn: 'a' }), 'no field "spokn"'],
  ['digits to be spoken', abbreviations({ ...RIGHT, spoken: 'số 5' }), 'Vietnamese letters'],
  ['markup to be spoken', abbreviations({ ...RIGHT, spoken: '<b>a</b>' }), 'Vietnamese letters'],
  ['an example of something else', abbreviations({ ...RIGHT, example: 'UBND' }), '"example" must'],
  ['a word twice', abbreviations(RIGHT, RIGHT), 'mục 2 (ABCQ): stands above'],
  ['company where none is asked for', abbreviations({ ...RIGHT, after: ['xã'] }), 'take them out'],
  ['company that is no list', senses({ ...RIGHT, after: 'xã' }), 'lists of words'],
  ['company that is empty', senses({ ...RIGHT, before: [''] }), 'lists of words'],
  ['a sense after the guess', senses(RIGHT, { ...RIGHT, after: ['xã'] }), 'move it up'],
  [
    'a misreading of a sign',
    file({ table: 'misreadings', entries: [{ ...RIGHT, written: '(', example: '(' }] }),
    'begin with a letter',
  ],
  [
    'a misreading twice',
    file({ table: 'misreadings', entries: [RIGHT, { ...RIGHT, written: 'abcq' }] }),
    'stands above',
  ],
])('%s is refused, with the file, the entry and what to do', (_, files, said) => {
  let caught: unknown;
  try {
    makeLexicon(files as { file: string; content: unknown }[]);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(LexiconError);
  const { say, code, fault } = caught as LexiconError;
  expect({ code, fault }).toEqual({ code: 'lexicon', fault: 'caller' });
  expect(say.en).toContain(said);
  expect(say.vi).toMatch(/^x\.json.*\p{Script=Latin}/u);
});

test('an empty lexicon reads all the same', () => {
  const empty = makeLexicon([]);
  expect(readLines('UBND xã có 5 km đường, phô biến.', empty)).toMatch(SPEAKABLE);
});

test('what is written in an entry means itself, whatever signs it has', () => {
  const lexicon = makeLexicon([
    ...file({ table: 'misreadings', entries: [{ ...RIGHT, written: 'a.(b', example: 'a.(b' }] }),
    ...senses({ ...RIGHT, after: ['(x+', 'xã'] }),
  ]);
  expect(readLines('ABCQ xã và ABCQ (x+', lexicon)).toBe(
    'A bê xê quy xã và a bê xê quy, ích cộng.',
  );
  expect(readLines('Có an, và a.(b.', lexicon)).toBe('Có an, và a bê xê quy.');
});

test('an ambiguous word without a guess is nothing more than its senses', () => {
  const lexicon = makeLexicon(senses({ ...RIGHT, spoken: 'ban', after: ['xã'] }));
  expect(readLines('ABCQ xã, ABCQ nhà', lexicon)).toBe('Ban xã, a bê xê quy nhà.');
});

test.each(['ứng dụng Ia', 'ứng dụng khác, IA', 'ſố số 12', 'phổ biển cả', 'chuyên đổi'])(
  '%j is no misreading that anyone reviewed',
  (text) => {
    expect(ordered(text, { profile: FULL }).repairs).toEqual([]);
  },
);

test('ten thousand entries of any letters are harmless', () => {
  const many = (table: string): object[] =>
    Array.from({ length: 10_000 }, (_, at) => ({
      ...{ spoken: 'mười', note: 'Nhiều.', written: `a(a+)+$ ${at}`, example: `a(a+)+$ ${at}` },
      ...(table === 'misreadings' ? { after: ['(x|x)*y', '{số}'] } : {}),
    }));
  const lexicon = makeLexicon(
    ['abbreviations', 'misreadings', 'foreign'].flatMap((table) =>
      file({ table, entries: many(table) }),
    ),
  );
  const began = performance.now();
  expect(readLines(`${'aaaa '.repeat(5_000)} a(a+)+$ 77 5`, lexicon)).toMatch(SPEAKABLE);
  expect(performance.now() - began).toBeLessThan(5_000);
});

test('a file that is not JSON, or far too long, is refused by its name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vang-xa-lexicon-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'ghi-chu.txt'), 'not read');
  writeFileSync(join(folder, 'units.json'), '{"title": "x",}');
  expect(() => loadLexicon(folder)).toThrow(/^units\.json: not JSON/u);
  writeFileSync(join(folder, 'units.json'), ' '.repeat(1_000_001));
  expect(() => loadLexicon(folder)).toThrow(/^units\.json: the file is larger/u);
});

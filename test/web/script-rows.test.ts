import { expect, test } from 'vitest';
import type { Script } from '../../src/http/schemas/script.ts';
import { rowsOf } from '../../src/web/screens/document/script-rows.ts';

type Sentence = Script['sentences'][number];
const trace = (words: string, from: number, to: number, rule = 'word') => ({
  ...{ words, from, to, rule },
  entry: null,
});

function sentence(part: Partial<Sentence>): Sentence {
  return {
    words: 'Điều hai, họp.',
    clause: 'Điều 2',
    kind: 'dieu',
    sourceFrom: 10,
    sourceTo: 25,
    syllables: 3,
    trace: [trace('Điều', 10, 14), trace('hai', 15, 16, 'number'), trace('họp', 18, 21)],
    ...part,
  };
}

const page = (sentences: Sentence[], blocks: Script['blocks'] = []): Script =>
  ({ sentences, blocks, sentenceFrom: 0 }) as unknown as Script;
const block = (role: string, from: number, to: number) => ({
  ...{ role, from, to },
  kind: 'text',
  label: null,
  clause: null,
});

test('the pieces of a sentence, joined, are the sentence, with each word in its trace', () => {
  const [row] = rowsOf(page([sentence({})]));
  const pieces = row?.kind === 'spoken' ? row.pieces : [];
  expect(pieces.map((piece) => piece.words).join('')).toBe('Điều hai, họp.');
  const words = pieces.filter((piece) => piece.trace !== null);
  expect(words.map(({ words: said, trace: of, changed }) => [said, of, changed])).toEqual([
    ['Điều', 0, false],
    ['hai', 1, true],
    ['họp', 2, false],
  ]);
});

test('words of one trace stay one piece over the pauses inside it', () => {
  const said = sentence({
    words: 'Phổ biến, giáo dục pháp luật.',
    trace: [trace('phổ biến, giáo dục pháp luật', 10, 17, 'abbreviation')],
  });
  const [row] = rowsOf(page([said]));
  const pieces = row?.kind === 'spoken' ? row.pieces : [];
  expect(pieces.map((piece) => piece.words)).toEqual(['Phổ biến, giáo dục pháp luật', '.']);
});

test('what is silent stands before the sentence after it, neighbours as one row', () => {
  const blocks = [
    block('letterhead', 0, 4),
    block('number', 5, 9),
    block('read', 10, 25),
    block('signature', 30, 40),
  ];
  const rows = rowsOf(page([sentence({})], blocks));
  expect(rows.map((row) => [row.kind, row.from, row.to])).toEqual([
    ['silent', 0, 9],
    ['spoken', 10, 25],
    ['silent', 30, 40],
  ]);
  expect(rows[0]?.kind === 'silent' && rows[0].roles).toEqual(['letterhead', 'number']);
});

test('an opening stands first, whatever of the source it was made from', () => {
  const opening = sentence({ kind: 'opening', sourceFrom: 0, sourceTo: 40, clause: null });
  const rows = rowsOf(page([opening, sentence({})], [block('letterhead', 0, 4)]));
  expect(rows.map((row) => row.kind)).toEqual(['spoken', 'silent', 'spoken']);
  expect(rows[0]?.kind === 'spoken' && rows[0].composed).toBe(true);
});

test('a clause is named where it begins and not again', () => {
  const rows = rowsOf(page([sentence({}), sentence({ sourceFrom: 26, sourceTo: 30 })]));
  expect(rows.map((row) => (row.kind === 'spoken' ? row.clause : ''))).toEqual(['Điều 2', null]);
});

test('a role that is heard in part is no silent row', () => {
  const rows = rowsOf(page([sentence({})], [block('responsibility', 8, 30)]));
  expect(rows.map((row) => row.kind)).toEqual(['spoken']);
});

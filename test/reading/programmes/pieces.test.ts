// Borders between clauses, grouping, and the words between programmes, each by itself.
// It must never know a whole script's reading.
import { expect, test } from 'vitest';
import { clausePieces, documentPieces } from '../../../audio/reading/programmes/clauses.ts';
import { secondsOf, spokenSeconds } from '../../../audio/reading/programmes/duration.ts';
import { evenly } from '../../../audio/reading/programmes/evenly.ts';
import { closingOf, labelsSaid, openingOf } from '../../../audio/reading/programmes/spoken.ts';
import type { Script, Sentence } from '../../../audio/reading/types.ts';
import { growth } from '../growth.ts';

const NORTH = { linh: 'linh', nghin: 'nghìn' } as const;
const sentence = (clause: string | null, over: Partial<Sentence> = {}): Sentence => ({
  words: 'Họp bản.',
  clause,
  kind: 'text',
  sourceFrom: 3,
  sourceTo: 9,
  syllables: 2,
  trace: [{ words: 'Họp bản', from: 3, to: 9, rule: 'word' }],
  ...over,
});

/** Sentences of ten seconds each; where a piece begins and how deep the border before it is. */
function borders(sentences: readonly Sentence[], limit = 1_000): string {
  const seconds = sentences.map(() => 10);
  return clausePieces(sentences, seconds, { from: 0, to: sentences.length, limit })
    .map(({ from, depth }) => `${from}:${depth}`)
    .join(' ');
}

test.each<[string, (Sentence | string | null)[], string]>([
  ['one clause', ['Điều 1', 'Điều 1'], '0:0'],
  ['two articles', ['Điều 1', 'Điều 2'], '0:0 1:0'],
  ['a point after a point', ['Phần I, Mục 1, Điểm a', 'Phần I, Mục 1, Điểm b'], '0:0 1:2'],
  ['a part after a point', ['Phần I, Mục 1, Điểm a', 'Phần II'], '0:0 1:0'],
  ['back to the item', ['Phần I, Mục 1, Điểm a', 'Phần I, Mục 1'], '0:0 1:2'],
  [
    'a heading stays with what is under it',
    ['Phần I', 'Phần I, Mục 1', 'Phần I, Mục 2'],
    '0:0 2:1',
  ],
  ['a long lead does not', ['Phần I', 'Phần I', 'Phần I', 'Phần I, Mục 1'], '0:0 3:1'],
  [
    'unless it ends in a colon',
    ['Phần I', 'Phần I', sentence('Phần I', { words: 'gồm:' }), 'Phần I, Mục 1'],
    '0:0',
  ],
  [
    'an opening stays with the first clause',
    [
      sentence(null, { kind: 'opening' }),
      sentence(null, { kind: 'opening' }),
      sentence(null, { kind: 'opening' }),
      'Điều 1',
    ],
    '0:0',
  ],
  [
    'a closing and a signature stay with the last',
    ['Điều 1', sentence(null, { kind: 'signature' }), sentence(null, { kind: 'closing' })],
    '0:0',
  ],
  [
    'what is attached begins after the signature',
    ['Điều 1', sentence(null, { kind: 'signature' }), null, 'Phần I'],
    '0:0 2:0',
  ],
  ['a heading of its own', ['Phần I', null, 'Phần I'], '0:0 1:0'],
])('%s', (_, clauses, expected) => {
  const sentences = clauses.map((one) =>
    typeof one === 'string' || one === null ? sentence(one) : one,
  );
  expect(borders(sentences)).toBe(expected);
});

test('a clause longer than the limit falls into sentences', () => {
  const clauses = ['Điều 1', 'Điều 2', 'Điều 2', 'Điều 2', 'Điều 3'].map((one) => sentence(one));
  expect(borders(clauses, 20)).toBe('0:0 1:0 2:25 3:25 4:0');
});

test('documents without sentences are no pieces, and what stands before the first goes with it', () => {
  const documents = [2, 4, 4].map((sentenceFrom) => ({ sentenceFrom }));
  const script = {
    sentences: [1, 2, 3, 4, 5, 6].map(() => sentence(null)),
    documents,
  } as unknown as Script;
  const pieces = documentPieces(script, [1, 1, 1, 1, 1, 1]);
  expect(pieces.map(({ from, to, seconds }) => [from, to, seconds])).toEqual([
    [0, 4, 4],
    [4, 6, 2],
  ]);
});

/** Lengths of the groups that pieces of these lengths fall into; a depth may follow a slash. */
function grouped(lengths: string, limit: number): number[] {
  const pieces = lengths.split(' ').map((one, from) => {
    const [seconds = 0, depth = 0] = one.split('/').map(Number);
    return { from, to: from + 1, seconds, depth };
  });
  return evenly(pieces, limit).map(({ from, to }) =>
    pieces.slice(from, to).reduce((sum, { seconds }) => sum + seconds, 0),
  );
}

test.each<[string, string, number, number[]]>([
  ['all that fits is one', '3 3 3', 9, [9]],
  ['as few as fit', '5 5 5 5', 10, [10, 10]],
  ['as even as the pieces allow', '4 4 4 4 4 4', 20, [12, 12]],
  ['not the first full and the last nearly empty', '1 1 1 1 1 1 1 1 1 1 1 1', 10, [6, 6]],
  ['a long one stands alone', '2 30 2 2', 10, [2, 30, 4]],
  ['a shallow border beats a slightly more even deep one', '12 2 1/2 12/3', 20, [12, 15]],
  ['but not a much more even one', '10 1/2 1/0 20/2 10/2', 30, [12, 30]],
])('%s', (_, lengths, limit, expected) => {
  expect(grouped(lengths, limit)).toEqual(expected);
});

test('very many pieces are gathered first, and twice as many take about twice as long', () => {
  const pieces = (size: number) =>
    Array.from({ length: size }, (_, from) => ({
      from,
      to: from + 1,
      seconds: 0.3,
      depth: from % 3,
    }));
  const groups = evenly(pieces(50_000), 1_800);
  expect(groups.at(-1)?.to).toBe(50_000);
  expect(groups).toHaveLength(9);
  expect(growth(40_000, pieces, (made) => evenly(made, 1_800))).toBeLessThan(3);
});

test.each<[string, string]>([
  ['Phần II, Mục 3', 'Phần hai, mục ba'],
  ['Điều 5a, Khoản 2, Điểm đ', 'Điều năm a, khoản hai, điểm đê'],
  ['Mục 2, Mục 2.2.1', 'Mục hai, mục hai chấm hai chấm một'],
  ['Phần thứ nhất, Chương IV', 'Phần thứ nhất, chương bốn'],
  ['Phụ lục số 04', 'Phụ lục số không bốn'],
  ['Mẫu 01-A', 'Mẫu một a'],
  ['Điều 1105', 'Điều một nghìn một trăm linh năm'],
  ['Phần ж, Mục 1', 'Mục một'],
  ['–, 5', 'Năm'],
  ['I, Điểm I, Điểm C, Điểm a1', 'Một, điểm i, điểm xê, điểm a một'],
])('%s is said "%s"', (clause, words) => {
  expect(labelsSaid(clause.split(', '), NORTH)).toBe(words);
});

test('the region has its say in the numbers', () => {
  expect(labelsSaid(['Điều 1105'], { linh: 'lẻ', nghin: 'ngàn' })).toBe(
    'Điều một ngàn một trăm lẻ năm',
  );
});

test.each<[string, Sentence, string]>([
  [
    'the narrowest clause is left to the sentence that says it',
    sentence('Phần II, Mục 3', { words: 'Mục ba.' }),
    'Phần hai.',
  ],
  [
    'a sentence that does not say it leaves it to us',
    sentence('Phần II, Mục 3'),
    'Phần hai, mục ba.',
  ],
  ['an article says itself', sentence('Điều 2', { words: 'Điều hai. Hiệu lực.' }), ''],
  ['no clause, no place', sentence(null), ''],
])('%s', (_, first, place) => {
  const words = openingOf(first, [], { ...NORTH, insideClause: false }).map((one) => one.words);
  expect(words.join(' ')).toBe(`Tiếp theo chương trình trước.${place === '' ? '' : ` ${place}`}`);
});

test('inside a clause the whole place is said, whatever the sentence begins with', () => {
  const first = sentence('Phần II, Mục 3', { words: 'Mục ba.' });
  const how = { ...NORTH, insideClause: true };
  expect(openingOf(first, [], how).at(-1)?.words).toBe('Phần hai, mục ba.');
  expect(closingOf(first, how).words).toBe(
    'Phần hai, mục ba còn dài, mời bà con nghe tiếp trong chương trình sau.',
  );
});

test('a closing in two breaths gives its name whole, with the trace it has', () => {
  const head = sentence(null, {
    words: 'Vừa rồi là nội dung Quyết định số ba,',
    syllables: 9,
    trace: [
      { words: 'Vừa rồi', from: 0, to: 5, rule: 'word' },
      { words: 'là nội dung Quyết định', from: 0, to: 5, rule: 'word' },
      { words: 'số ba', from: 0, to: 5, rule: 'docno' },
    ],
  });
  const rest = sentence(null, { words: 'của ủy ban nhân dân xã.' });
  const [named, more] = openingOf(sentence(null), [head, rest], { ...NORTH, insideClause: false });
  expect(named).toMatchObject({
    words: 'Tiếp theo Quyết định số ba,',
    syllables: 6,
    kind: 'programme-opening',
  });
  expect(named?.trace.map(({ words, rule }) => `${words} (${rule})`)).toEqual([
    'Tiếp theo (programme)',
    'Quyết định (word)',
    'số ba (docno)',
  ]);
  expect(more).toMatchObject({ words: rest.words, kind: 'programme-opening' });
});

test('seconds: nothing lasts no time, pauses cost what they cost, a long rest makes no gabble', () => {
  const pace = { syllablesPerMinute: 190, fullStopMs: 400 };
  expect(secondsOf([])).toBe(0);
  expect(spokenSeconds('  ', pace)).toBe(0);
  const plain = spokenSeconds('một hai ba bốn.', pace);
  for (const pause of [',', ';', ':']) {
    expect(spokenSeconds(`một hai${pause} ba bốn.`, pace)).toBeGreaterThan(plain + 0.2);
  }
  expect(secondsOf([{ words: 'Một.' }])).toBeGreaterThan(0.2);
  const long = { syllablesPerMinute: 190, fullStopMs: 20_000 };
  expect(spokenSeconds('một hai ba bốn.', long)).toBeGreaterThan(20.5);
});

// The clauses a person may tick: what they are called, how long they last, that together they are the script.
// It must never know the genres.
import { describe, expect, test } from 'vitest';
import { clausesOf, secondsOf } from '../../../audio/reading/index.ts';
import { DECISION, NOTICE, TABLE } from '../documents.ts';
import { PLAN } from '../programmes/plan.ts';
import { CORPUS, corpusText, hasShared, read } from '../shared.ts';
import { made } from './shared.ts';

test('a decision is ticked by its articles and what stands in them, then by what it brought', () => {
  const rows = made(DECISION).clauses.map(({ labels, depth, title, heading }) => [
    labels.join(', '),
    depth,
    title,
    heading,
  ]);
  expect(rows).toEqual([
    ['Điều 1', 0, 'Ban hành kèm theo Quyết định này Quy chế phát thanh của xã Chiềng Lề.', null],
    ['Điều 2', 0, 'Hiệu lực', 'Hiệu lực'],
    ['Điều 2, Khoản 1', 1, 'Quyết định này có hiệu lực từ ngày 01/5/2026.', null],
    ['Điều 2, Khoản 2', 1, 'Bãi bỏ Quyết định số 05/QĐ-UBND ngày 02/3/2020./.', null],
    ['', 0, 'QUY CHẾ', 'QUY CHẾ'],
    ['Phần I', 0, 'QUY ĐỊNH CHUNG', 'QUY ĐỊNH CHUNG'],
    ['Phần I, Mục 1', 1, 'Phạm vi', 'Phạm vi'],
    ['Phần I, Mục 1, Điểm a', 2, 'Quy chế này áp dụng cho các bản thuộc xã Chiềng Lề¹.', null],
    ['Phần I, Mục 1, Mục 1.1', 2, 'Giờ phát', 'Giờ phát'],
  ]);
});

test('a note without clauses is ticked by its paragraphs', () => {
  const { clauses } = made(`${NOTICE}\n\nĐề nghị bà con đến đúng giờ.`);
  expect(
    clauses.map(({ label, labels, depth, sentences }) => [label, labels, depth, sentences]),
  ).toEqual([
    [null, [], 0, 2],
    [null, [], 0, 1],
  ]);
  expect(clauses[1]?.title).toBe('Đề nghị bà con đến đúng giờ.');
});

test('a table is one thing to tick', () => {
  const { clauses } = made(`Điều 1. Danh sách các bản\n\n${TABLE}\n`);
  expect(clauses).toHaveLength(1);
  expect(clauses[0]?.sentences).toBeGreaterThan(3);
});

test('a clause of minutes is offered by its paragraphs', () => {
  const long =
    'Các hộ phải dọn đường băng cản lửa quanh nương của mình trước khi đốt, và có người trông. ';
  const text = `Điều 1. Đốt nương\n\n${Array.from({ length: 6 }, () => long.repeat(4)).join('\n\n')}`;
  const { clauses } = made(text);
  expect(clauses.length).toBeGreaterThan(2);
  expect(new Set(clauses.map(({ label }) => label))).toEqual(new Set(['Điều 1']));
  expect(clauses[1]?.title.endsWith('…')).toBe(true);
  expect(clauses[1]?.title.length).toBeLessThanOrEqual(91);
});

test('one document of a gazette has only its own clauses', () => {
  const script = read(`${DECISION}\n\n${PLAN}`);
  const [first, second] = script.documents;
  const of = (one: typeof first) =>
    clausesOf(script, {
      text: `${DECISION}\n\n${PLAN}`,
      sentenceFrom: one?.sentenceFrom ?? 0,
      sentenceTo: one?.sentenceTo ?? 0,
    });
  expect(of(first)[0]?.label).toBe('Điều 1');
  expect(of(second)[0]?.title).toBe('MỤC ĐÍCH, YÊU CẦU');
  expect(of(first).length + of(second).length).toBe(
    clausesOf(script, { text: `${DECISION}\n\n${PLAN}` }).length,
  );
});

test('a slower pace makes each of them longer', () => {
  const script = read(PLAN);
  const seconds = (syllablesPerMinute: number) =>
    clausesOf(script, { text: PLAN, pace: { syllablesPerMinute, fullStopMs: 400 } }).map(
      (one) => one.seconds,
    );
  const [slow, usual] = [seconds(150), seconds(190)];
  expect(slow.every((one, at) => one > (usual[at] ?? 0))).toBe(true);
});

const texts: [string, string][] = [
  ['the decision', DECISION],
  ['the plan', PLAN],
  ...(hasShared ? CORPUS.map((name): [string, string] => [name, corpusText(name)]) : []),
];

describe.each(texts)('of %s', (_name, text) => {
  const { script, clauses } = made(text);

  test('every sentence but our own stands in exactly one clause', () => {
    const inClauses = clauses.flatMap(({ sentenceFrom, sentenceTo }) =>
      Array.from({ length: sentenceTo - sentenceFrom }, (_, at) => sentenceFrom + at),
    );
    const ours = ['opening', 'closing', 'signature'];
    const wanted = script.sentences.flatMap(({ kind, clause, words }, at) =>
      ours.includes(kind) || (kind === 'caps' && clause === null && words.endsWith(':'))
        ? []
        : [at],
    );
    expect(inClauses).toEqual(wanted);
  });

  test('their names are unlike, their places in the text, their seconds those of what is said', () => {
    expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length);
    for (const { from, to, title, seconds, sentenceFrom, sentenceTo } of clauses) {
      expect(from).toBeLessThan(to);
      expect(to).toBeLessThanOrEqual(text.length);
      expect(title).not.toBe('');
      const said = script.sentences.slice(sentenceFrom, sentenceTo);
      // the whole has its own quiet ends, a clause the rest behind it
      expect(Math.abs(seconds - secondsOf(said))).toBeLessThan(0.5);
    }
  });
});

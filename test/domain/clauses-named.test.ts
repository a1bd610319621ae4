// How ticked clauses are named beside a document's number.
// It must never know the words of a clause.
import { expect, test } from 'vitest';
import { clausesNamed, NAMED_CHARS } from '../../src/domain/documents/clauses-named.ts';

const law = [
  { id: 'c0', labels: [] },
  { id: 'c1', labels: ['Điều 1'] },
  { id: 'c2', labels: ['Điều 2'] },
  { id: 'c3', labels: ['Điều 3'] },
  { id: 'c4', labels: ['Điều 3', 'Khoản 1'] },
  { id: 'c5', labels: ['Điều 3', 'Khoản 2', 'Điểm a'] },
  { id: 'c6', labels: ['Điều 3', 'Khoản 2', 'Điểm b'] },
];

test.each([
  ['an article and one clause of another', ['c2', 'c4'], 'Điều 2, Điều 3 khoản 1'],
  ['an article ticked whole by its own name', ['c3', 'c4', 'c5', 'c6'], 'Điều 3'],
  ['points by their clause', ['c6'], 'Điều 3 khoản 2 điểm b'],
  ['two clauses of one article', ['c4', 'c5', 'c6'], 'Điều 3 khoản 1, khoản 2'],
  ['the heading of an article as no more than that', ['c3'], 'Điều 3 (phần đầu)'],
  ['a heading is not named beside what stands beneath it', ['c3', 'c4'], 'Điều 3 khoản 1'],
  ['what has no name is not named', ['c0'], ''],
  ['all of it is the document itself', law.map(({ id }) => id), ''],
  ['nothing', [], ''],
])('%s', (_, picks, named) => {
  expect(clausesNamed(law, picks)).toBe(named);
});

test('articles are named without their chapter, a chapter ticked whole by itself', () => {
  const code = [
    { id: 'c1', labels: ['Chương I', 'Điều 1'] },
    { id: 'c2', labels: ['Chương I', 'Điều 2'] },
    { id: 'c3', labels: ['Chương II', 'Điều 3', 'Khoản 1'] },
    { id: 'c4', labels: ['Chương II', 'Điều 3', 'Khoản 2'] },
  ];
  expect(clausesNamed(code, ['c2', 'c3'])).toBe('Điều 2, Điều 3 khoản 1');
  expect(clausesNamed(code, ['c1', 'c2', 'c4'])).toBe('Chương I, Điều 3 khoản 2');
});

test('a long list ends behind a whole name', () => {
  const many = Array.from({ length: 80 }, (_, n) => ({ id: `c${n}`, labels: [`Điều ${n + 1}`] }));
  const named = clausesNamed(
    many,
    many.slice(1).map(({ id }) => id),
  );
  expect(named.length).toBeLessThanOrEqual(NAMED_CHARS);
  expect(named).toMatch(/, Điều \d+…$/u);
});

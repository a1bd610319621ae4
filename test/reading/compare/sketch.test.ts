// The fingerprint of a document: alike where texts are alike, whatever a scanner, a printer or an editor did.
// It must never know relations.
import { expect, test } from 'vitest';
import { likeness, sameness, sketchOf } from '../../../audio/reading/compare/sketch.ts';
import { CORPUS, corpusText, hasShared } from '../shared.ts';
import { ANNEX, DRAFT, misread, SIGNED, UNRELATED, wrapped } from './texts.ts';

const signed = sketchOf(SIGNED);

test('a sketch is small, plain JSON, and the same every time', () => {
  const long = Array.from({ length: 20_000 }, (_, at) => `từ${at}`).join(' ');
  const sketch = sketchOf(long);
  expect(sketch.shingles).toBe(19_996);
  expect(sketch.kept).toHaveLength(512);
  expect(JSON.stringify(sketch).length).toBeLessThan(6_200);
  expect(JSON.parse(JSON.stringify(sketch))).toEqual(sketchOf(long));
  expect(sketch.kept).toEqual([...sketch.kept].sort((one, other) => one - other));
});

test.each<[string, string, number]>([
  ['itself', SIGNED, 1],
  ['the draft of it', DRAFT, 0.9],
  ['it cut by hand, with page numbers', wrapped(SIGNED), 0.9],
  ['it in decomposed letters', SIGNED.normalize('NFD'), 1],
  ['it as a page', `<html><body><p>${SIGNED.replace(/\n\n/gu, '</p><p>')}</p></body></html>`, 0.9],
  ['it with tones misread', misread(SIGNED), 0.9],
  ['it with every tone and hat lost', SIGNED.normalize('NFD').replace(/\p{M}/gu, ''), 0.8],
  ['its first page only', SIGNED.slice(0, SIGNED.indexOf(ANNEX)), 0.95],
  ['it in capitals', SIGNED.toUpperCase(), 0.6],
])('a signed decision is like %s', (_, text, least) => {
  expect(likeness(signed, sketchOf(text))).toBeGreaterThanOrEqual(least);
  expect(likeness(sketchOf(text), signed)).toBe(likeness(signed, sketchOf(text)));
});

test('what an office writes on everything makes no two documents alike', () => {
  expect(likeness(signed, sketchOf(UNRELATED))).toBeLessThan(0.35);
});

test('an annex that is missing costs likeness nothing, but sameness', () => {
  const page = sketchOf(SIGNED.slice(0, SIGNED.indexOf(ANNEX)));
  expect(likeness(signed, page)).toBeGreaterThan(0.95);
  expect(sameness(signed, page)).toBeLessThan(0.6);
});

test.each<[string, string, string, number, number]>([
  ['two empty texts', '', '', 0, 1],
  ['marks without words', '. . .', '“ ” ; !', 0, 1],
  ['nothing and something', '', SIGNED, 0, 0],
  ['one short line twice', 'Mời bà con đi họp bản', 'Mời bà con đi họp bản.', 1, 1],
  ['two short lines', 'Mời bà con đi họp bản', 'Mời bà con đi tiêm phòng', 0, 0],
  ['a short line and a long text', 'Mời bà con đi họp bản', SIGNED, 0, 0],
])('%s', (_, one, other, like, same) => {
  expect(likeness(sketchOf(one), sketchOf(other))).toBe(like);
  expect(sameness(sketchOf(one), sketchOf(other))).toBe(same);
});

test('texts of very different length are compared where both sketches are complete', () => {
  const words = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => `từ${from + at}`).join(' ');
  const book = sketchOf(words(0, 8_000));
  expect(likeness(book, sketchOf(words(3_000, 3_400)))).toBe(1);
  expect(likeness(book, sketchOf(words(9_000, 9_400)))).toBe(0);
  expect(likeness(book, sketchOf(words(7_000, 9_000)))).toBeCloseTo(0.5, 1);
});

test.skipIf(!hasShared)('the plans and decisions of the corpus keep their distance', () => {
  const plans = CORPUS.filter((name) => !name.includes('cong-bao')).map((name) =>
    sketchOf(corpusText(name)),
  );
  plans.forEach((one, at) => {
    for (const other of plans.slice(at + 1)) expect(likeness(one, other)).toBeLessThan(0.45);
  });
});

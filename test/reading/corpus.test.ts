// The four documents of the corpus, read in place: structure, facts, length, speed, and what reaches a voice.
// It must never copy a sentence of the corpus into this repository beyond its facts.
import { expect, test } from 'vitest';
import { estimateSeconds, FULL, SPEAKABLE } from '../../audio/reading/index.ts';
import { CORPUS, corpusText, hasShared, read } from './shared.ts';

/** Điều, Phần, Mục, x.y, points: as counted by hand in the design. */
const STRUCTURE: Record<string, [number, number, number, number, number]> = {
  'son-la-ke-hoach-2026': [3, 4, 23, 0, 20],
  'ha-tinh-ke-hoach-2025': [0, 5, 26, 27, 0],
  'son-la-cong-bao-30-31': [24, 32, 128, 3, 67],
  'binh-phuoc-ke-hoach-2025': [0, 4, 25, 5, 29],
};

test.skipIf(!hasShared).each(CORPUS)('%s has exactly the structure it is known to have', (name) => {
  const counts = read(corpusText(name)).documents.map((document) => document.counts);
  const sum = (of: (one: (typeof counts)[number]) => number): number =>
    counts.reduce((total, one) => total + of(one), 0);
  expect([
    sum((one) => one.dieu),
    sum((one) => one.phan),
    sum((one) => one.muc),
    sum((one) => one.subMuc),
    sum((one) => one.diem),
  ]).toEqual(STRUCTURE[name]);
});

test.skipIf(!hasShared)('the gazette falls into its eight decisions', () => {
  const { documents } = read(corpusText('son-la-cong-bao-30-31'));
  expect(documents.map((one) => one.number)).toEqual(
    [1008, 1009, 1010, 1011, 1013, 1033, 1037, 1053].map((number) => `${number}/QĐ-UBND`),
  );
  expect(documents.map((one) => one.counts.phan)).toEqual([4, 4, 4, 4, 4, 6, 3, 3]);
  expect(documents.map((one) => one.counts.muc)).toEqual([10, 23, 17, 18, 17, 25, 9, 9]);
  expect(documents.map((one) => one.date)).toEqual(
    ['24', '24', '24', '24', '24', '27', '28', '29'].map((day) => `2026-04-${day}`),
  );
  expect(new Set(documents.map((one) => one.issuer))).toEqual(
    new Set(['ỦY BAN NHÂN DÂN TỈNH SƠN LA']),
  );
});

test.skipIf(!hasShared).each(CORPUS)('%s gives a voice nothing but Vietnamese words', (name) => {
  for (const profile of [{}, { ...FULL, tables: 'rows' as const, footnotes: 'read' as const }]) {
    const script = read(corpusText(name), profile);
    expect(script.sentences.filter((one) => !SPEAKABLE.test(one.words))).toEqual([]);
    expect(script.sentences.filter((one) => one.syllables > 60)).toEqual([]);
    expect(script.sentences.filter((one) => /\p{Lu}{2}/u.test(one.words))).toEqual([]);
  }
});

test.skipIf(!hasShared)('each plan lasts about half an hour when every line is read', () => {
  for (const name of [
    'son-la-ke-hoach-2026',
    'ha-tinh-ke-hoach-2025',
    'binh-phuoc-ke-hoach-2025',
  ]) {
    const minutes = estimateSeconds(read(corpusText(name), FULL).syllables) / 60;
    expect(minutes).toBeGreaterThan(27);
    expect(minutes).toBeLessThan(34);
  }
});

test.skipIf(!hasShared)('the gazette is read in well under two seconds', () => {
  const text = corpusText('son-la-cong-bao-30-31');
  read(text);
  const began = performance.now();
  read(text);
  expect(performance.now() - began).toBeLessThan(2000);
});

test.skipIf(!hasShared)('an officer has few doubts to settle in each document', () => {
  for (const name of CORPUS) {
    const { doubts } = read(corpusText(name), { tables: 'rows' });
    expect(doubts.length).toBeLessThanOrEqual(20);
  }
});

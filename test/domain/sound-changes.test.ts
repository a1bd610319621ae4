// What differs between two soundings: sentences, words within them, figures.
// It must never know a bulletin.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CHANGES_MAX,
  figureChanges,
  soundChanges,
} from '../../src/domain/approval/sound-changes.ts';

const said = (sentences: readonly string[]) =>
  sentences.map((words, n) => ({ words, startMs: n * 1_000 }));
const between = (before: string[], after: string[]) =>
  soundChanges(before, said(after)).changes.map(({ kind, pieces, startMs }) => [
    kind,
    pieces.map((piece) => `${piece.kind[0]}:${piece.words}`).join('|'),
    startMs,
  ]);

describe('sentences', () => {
  const A = 'Mời bà con họp lúc mười chín giờ.';
  const B = 'Mời bà con họp lúc hai mươi giờ.';
  test.each([
    ['nothing changed', [A, 'Hết.'], [A, 'Hết.'], []],
    ['one came', [A], [A, 'Mang theo sổ.'], [['added', 'a:Mang theo sổ.', 1_000]]],
    ['one is gone', [A, 'Hết.'], ['Hết.'], [['removed', `r:${A}`, null]]],
    [
      'one hour moved',
      [A, 'Hết.'],
      [B, 'Hết.'],
      [['changed', 's:Mời bà con họp lúc|r:mười chín|a:hai mươi|s:giờ.', 0]],
    ],
    [
      'another sentence in its place',
      ['Họp bản.', 'Hết.'],
      ['Cắt điện ngày mai.', 'Hết.'],
      [
        ['removed', 'r:Họp bản.', null],
        ['added', 'a:Cắt điện ngày mai.', 0],
      ],
    ],
    ['all of it is new', [], ['Họp bản.'], [['added', 'a:Họp bản.', 0]]],
    [
      'two for one',
      ['a b c'],
      ['a b d', 'x y'],
      [
        ['changed', 's:a b|r:c|a:d', 0],
        ['added', 'a:x y', 1_000],
      ],
    ],
    [
      'one for two',
      ['a b c', 'x y'],
      ['a b d'],
      [
        ['changed', 's:a b|r:c|a:d', 0],
        ['removed', 'r:x y', null],
      ],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(between(before, after)).toEqual(expected);
  });

  test('more changes than anybody reads are cut, and said to be', () => {
    const before = Array.from({ length: 300 }, (_, n) => `Câu ${n}`);
    const found = soundChanges(before, []);
    expect(found.changes).toHaveLength(CHANGES_MAX);
    expect(found.whole).toBe(false);
  });

  test('two long texts without anything in common are all changed, at once', () => {
    const before = Array.from({ length: 2_500 }, (_, n) => `cũ${n}`);
    const after = said(Array.from({ length: 2_500 }, (_, n) => `mới${n}`));
    const startMs = performance.now();
    expect(soundChanges(before, after).whole).toBe(false);
    expect(performance.now() - startMs).toBeLessThan(2_000);
  });

  test('whatever changed: what was before and what is now can be told from the changes alone', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'c d', 'c e', 'f g h i', 'f g h j'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { changes } = soundChanges(before, said(after));
        const count = (list: readonly string[], of: string) =>
          list.filter((one) => one === of).length;
        const had = changes.flatMap(({ kind, pieces }) =>
          kind === 'added' ? [] : [joined(pieces, 'added')],
        );
        const has = changes.flatMap(({ kind, pieces }) =>
          kind === 'removed' ? [] : [joined(pieces, 'removed')],
        );
        for (const words of new Set([...before, ...after]))
          expect(count(after, words) - count(before, words)).toBe(
            count(has, words) - count(had, words),
          );
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});

const joined = (pieces: readonly { kind: string; words: string }[], without: string) =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map(({ words }) => words)
    .join(' ');

describe('figures', () => {
  const figure = (source: string, kind = 'money') => ({ kind, source });
  test.each([
    ['none moved', ['50.000 đồng'], ['50.000  ĐỒNG'], [], []],
    ['one moved', ['50.000 đồng'], ['60.000 đồng'], ['60.000 đồng'], ['50.000 đồng']],
    ['one is said once more', ['5 kg'], ['5 kg', '5 kg'], ['5 kg'], []],
    ['one is said no more', ['5 kg', '6 kg'], ['6 kg'], [], ['5 kg']],
  ])('%s', (_, before, after, added, removed) => {
    const found = figureChanges(
      before.map((one) => figure(one)),
      after.map((one) => figure(one)),
    );
    expect(found.added.map(({ source }) => source)).toEqual(added);
    expect(found.removed.map(({ source }) => source)).toEqual(removed);
  });

  test('the same digits of another kind are another figure', () => {
    expect(figureChanges([figure('5', 'money')], [figure('5', 'number')]).added).toHaveLength(1);
  });
});

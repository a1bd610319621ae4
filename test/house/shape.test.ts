import { describe, expect, test } from 'vitest';
import {
  badManners,
  emptyNames,
  functionsOf,
  headless,
  isEmptyName,
  longFiles,
  longFunctions,
  quantile,
} from './shape.ts';
import { linesOf, sourceOf } from './sources.ts';

const body = (lines: number): string => 'a();\n'.repeat(lines);

test.each([
  ['', 0],
  ['a', 1],
  ['a\n', 1],
  ['a\n\n', 2],
])('the text %j has %i lines', (text, lines) => {
  expect(linesOf(text)).toBe(lines);
});

describe('ceilings', () => {
  test('a file of 301 lines is too long, one of 300 is not', () => {
    const sources = [
      sourceOf('src/a.ts', body(301)),
      sourceOf('src/b.ts', body(300)),
      sourceOf('test/c.test.ts', body(301)),
      sourceOf('vite.config.ts', body(400)),
    ];
    expect(longFiles(sources)).toEqual(['src/a.ts: 301 lines', 'test/c.test.ts: 301 lines']);
  });
  test('a function of 71 lines is too long wherever it is written', () => {
    const long = `{\n${body(69)}}`;
    const fine = `{\n${body(68)}}`;
    const source = sourceOf(
      'src/a.ts',
      `function one() ${long}\nconst two = () => ${long};\nclass A { three() ${long} }\nfunction four() ${fine}`,
    );
    expect(longFunctions([source])).toHaveLength(3);
  });
  test('one-line arrows are not counted, they would flatter the figures', () => {
    const source = sourceOf('src/a.ts', 'const a = () => 1;\nfunction b() {\n  return 2;\n}\n');
    expect(functionsOf(source)).toEqual([{ place: 'src/a.ts:2 b', lines: 3 }]);
  });
  test.each([
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.5, 6],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 10],
    [[3], 0.5, 3],
    [[], 0.5, 0],
  ])('of %j the %d quantile is %d', (values, share, expected) => {
    expect(quantile(values, share)).toBe(expected);
  });
});

describe('the two lines at the head', () => {
  const good = '// Plays a clip.\n// It must never know who sent it.\nexport const a = 1;\n';
  test.each([
    ['no head', 'export const a = 1;\n'],
    ['a first line alone', '// Plays a clip.\nexport const a = 1;\n'],
    ['a second line that promises nothing', '// Plays.\n// It is nice.\nexport const a = 1;\n'],
    ['a head that comes late', `import './a.ts';\n${good}`],
  ])('%s is named', (_what, text) => {
    expect(headless([sourceOf('src/a.ts', text)])).toEqual(['src/a.ts']);
  });
  test('a good head is, and a test needs none', () => {
    expect(headless([sourceOf('src/a.ts', good), sourceOf('test/a.test.ts', 'a();')])).toEqual([]);
  });
});

test.each([
  ['export default 1;', 'default export'],
  ['export default function a() {}', 'default export'],
  ['enum A { B }', 'enum'],
  ['const a: any = 1;', 'any'],
  ['declare global { var a: 1; }', 'declare global'],
  ['@sealed class A {}', 'decorator'],
])('the manners forbid %s', (text, fault) => {
  expect(badManners([sourceOf('src/a.ts', text)])).toEqual([`src/a.ts:1 ${fault}`]);
});

test.each([
  ['AiringManager', true],
  ['helper', true],
  ['utils', true],
  ['handlerOf', true],
  ['speakerInfo', true],
  ['nightly-jobs', true],
  ['clipData', true],
  ['dataDir', false],
  ['informed', false],
  ['airing', false],
])('the name %s says nothing: %s', (name, empty) => {
  expect(isEmptyName(name)).toBe(empty);
});

test('empty names are found on files and on what they export', () => {
  const sources = [
    sourceOf('src/utils.ts', 'export const a = 1;'),
    sourceOf('src/a.ts', 'export const clipInfo = 1;\nexport function jobHandler() {}'),
    sourceOf('src/b.ts', 'const info = 1;\nexport type SpeakerData = 1;'),
  ];
  expect(emptyNames(sources)).toEqual([
    'src/utils.ts: utils',
    'src/a.ts: clipInfo',
    'src/a.ts: jobHandler',
    'src/b.ts: SpeakerData',
  ]);
});

import { describe, expect, test } from 'vitest';
import { importCycles, importsOf, roomOf, wrongArrows } from './arrows.ts';
import { sourceOf } from './sources.ts';

describe('an import is found in every form', () => {
  test.each([
    ["import { a } from './a.ts';", './a.ts', false],
    ["import type { A } from './a.ts';", './a.ts', true],
    ["import { type A, type B } from './a.ts';", './a.ts', true],
    ["import { type A, b } from './a.ts';", './a.ts', false],
    ["import './a.ts';", './a.ts', false],
    ["import * as a from './a.ts';", './a.ts', false],
    ["import a from 'a';", 'a', false],
    ["export * from './a.ts';", './a.ts', false],
    ["export type { A } from './a.ts';", './a.ts', true],
    ["const a = await import('./a.ts');", './a.ts', false],
  ])('%s', (text, specifier, typeOnly) => {
    expect(importsOf(sourceOf('src/x.ts', text))).toEqual([
      { from: 'src/x.ts', specifier, typeOnly },
    ]);
  });
});

describe('an arrow that points where none may is named', () => {
  test.each([
    ['devices/agent/brain.ts', '../../src/domain/model.ts'],
    ['audio/produce.ts', '../devices/protocol/index.ts'],
    ['audio/reading/index.ts', '../errors.ts'],
    ['audio/voices/espeak.ts', '../reading/index.ts'],
    ['devices/protocol/frame.ts', '../rules/index.ts'],
    ['devices/rules/hours.ts', '../protocol/index.ts'],
    ['devices/agent/link.ts', '../simulator/fleet.ts'],
    ['src/domain/plan.ts', '../services/ports.ts'],
    ['src/services/airing/plan.ts', '../../db/store.ts'],
    ['src/services/airing/plan.ts', '../../../audio/produce.ts'],
    ['src/db/store.ts', '../http/app.ts'],
    ['src/http/app.ts', '../mqtt/broker.ts'],
    ['src/http/app.ts', '../main.ts'],
    ['src/web/app.tsx', '../http/schemas.ts'],
    ['src/demo/main.ts', '../services/ports.ts'],
    ['src/main.ts', './demo/main.ts'],
    ['src/main.ts', '../devices/agent/brain.ts'],
  ])('%s → %s', (path, specifier) => {
    const source = sourceOf(path, `import { x } from '${specifier}';`);
    expect(wrongArrows([source])).toHaveLength(1);
  });
});

describe('an arrow of the picture stands', () => {
  test.each([
    ['src/main.ts', "import { x } from '../audio/produce.ts';"],
    ['src/main.ts', "import { x } from './db/store.ts';"],
    ['src/services/airing/plan.ts', "import { x } from '../../domain/plan.ts';"],
    ['src/domain/plan.ts', "import { x } from '../../devices/rules/index.ts';"],
    ['devices/rules/hours.ts', "import type { X } from '../protocol/index.ts';"],
    ['src/web/app.tsx', "import type { X } from '../http/schemas.ts';"],
    ['src/web/app.tsx', "import { x } from './words.ts';"],
    ['audio/voices/espeak.ts', "import { x } from '../errors.ts';"],
    ['test/whole/all.test.ts', "import { x } from '../../src/demo/main.ts';"],
  ])('%s: %s', (path, text) => {
    expect(wrongArrows([sourceOf(path, text)])).toEqual([]);
  });
});

test('the longest matching room owns a file', () => {
  expect(roomOf('audio/reading/index.ts')?.room).toBe('audio/reading');
  expect(roomOf('audio/produce.ts')?.room).toBe('audio');
  expect(roomOf('test/x.ts')).toBeUndefined();
});

describe('circles', () => {
  const file = (name: string, text: string) => sourceOf(`src/domain/${name}.ts`, text);

  test('a circle of three files is told once, in order', () => {
    const cycles = importCycles([
      file('a', "import { b } from './b.ts';"),
      file('b', "import { c } from './c.ts';"),
      file('c', "import { a } from './a.ts';"),
    ]);
    expect(cycles).toEqual([
      'src/domain/a.ts → src/domain/b.ts → src/domain/c.ts → src/domain/a.ts',
    ]);
  });
  test('a file that imports itself is a circle', () => {
    expect(importCycles([file('a', "import { a } from './a.ts';")])).toHaveLength(1);
  });
  test('two ways to one file are none, and types do not count', () => {
    const cycles = importCycles([
      file('a', "import { b } from './b.ts';\nimport { c } from './c.ts';"),
      file('b', "import { c } from './c.ts';"),
      file('c', "import type { A } from './a.ts';"),
    ]);
    expect(cycles).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import {
  TOP_LEVEL,
  topLevelFaults,
  unexplained,
  unknownCommands,
  unknownPaths,
  unpinned,
} from './papers.ts';

test('the top level is told what is too much and what is absent', () => {
  const files = TOP_LEVEL.filter((name) => name !== 'LICENSE').map((name) => `${name}/x`);
  expect(topLevelFaults([...files, 'notes.txt', 'lib/a.ts'])).toEqual([
    'notes.txt is too much',
    'lib is too much',
    'LICENSE is absent',
  ]);
});

test('a command that package.json does not have is named once', () => {
  const text =
    'Run `npm run demo`, `npm run --silent read -- F`, then npm run fly and npm run fly.';
  expect(unknownCommands(text, { demo: '', read: '' })).toEqual(['npm run fly']);
});

describe('paths in a text', () => {
  const files = ['src/main.ts', 'devices/protocol/frame.ts', 'README.md'];
  test.each([
    ['the file `src/gone.ts`', ['src/gone.ts']],
    ['run `node src/gone.ts --x`', ['src/gone.ts']],
    ['see [it](devices/PROTOCOL.md)', ['devices/PROTOCOL.md']],
    ['![page](test/page.png)', ['test/page.png']],
  ])('%s: gone', (text, gone) => {
    expect(unknownPaths(text, files)).toEqual(gone);
  });
  test.each([
    'the file `src/main.ts`',
    'the rooms `devices/protocol/` and `src/`',
    'the room [protocol](./devices/protocol)',
    'a place in [this file](README.md#laws) or [there](#laws)',
    'the site [x](https://example.org/src/gone.ts)',
    'the topic `vangxa/v1/speaker`, the folder `./data`, the build `dist/src/main.js`',
    'a pattern `src/**`',
  ])('%s: here, or none of ours', (text) => {
    expect(unknownPaths(text, files)).toEqual([]);
  });
});

describe('pins', () => {
  const lock = (version: string) => ({
    packages: { 'node_modules/kysely': { version, integrity: 'sha512-x' } },
  });
  test.each([
    ['a wide range', '*', lock('0.28.18'), ['kysely: range *']],
    ['a tag', 'latest', lock('0.28.18'), ['kysely: range latest']],
    ['nothing locked', '^0.28.1', {}, ['kysely: not in the lock file', 'kysely: off its line']],
    ['a line Node 20 cannot run', '^0.29.0', lock('0.29.0'), ['kysely: off its line']],
    ['all in order', '^0.28.1', lock('0.28.18'), []],
  ])('%s', (_what, range, lockFile, faults) => {
    expect(unpinned({ dependencies: { kysely: range } }, lockFile)).toEqual(faults);
  });
});

test('a dependency that the README does not explain is named, types apart', () => {
  const file = { dependencies: { mqtt: '1', pino: '1' }, devDependencies: { '@types/node': '1' } };
  expect(unexplained(file, 'mqtt carries it')).toEqual(['pino']);
});

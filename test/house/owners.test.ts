import { describe, expect, test } from 'vitest';
import {
  impurities,
  ownersOf,
  packageOf,
  strayPackages,
  strayPrograms,
  straySql,
} from './owners.ts';
import { sourceOf } from './sources.ts';

test.each([
  ['mqtt', 'mqtt'],
  ['preact/hooks', 'preact'],
  ['@fastify/static', '@fastify/static'],
  ['@scope/name/deep', '@scope/name'],
  ['./frame.ts', null],
  ['node:fs', null],
])('%s belongs to the package %s', (specifier, name) => {
  expect(packageOf(specifier)).toBe(name);
});

describe('a package in the wrong room is named', () => {
  test.each([
    ['src/services/airing/plan.ts', 'fastify'],
    ['src/services/airing/plan.ts', '@fastify/cookie'],
    ['src/http/app.ts', 'better-sqlite3'],
    ['src/domain/airing/cron.ts', 'node-cron'],
    ['src/mqtt/link.ts', 'aedes'],
    ['devices/agent/brain.ts', 'mqtt'],
    ['src/web/app.tsx', 'cli-table3'],
    ['src/main.ts', 'left-pad'],
    ['src/services/airing/plan.ts', 'node:child_process'],
  ])('%s imports %s', (path, name) => {
    expect(strayPackages([sourceOf(path, `import x from '${name}';`)])).toEqual([
      `${path} imports ${name}`,
    ]);
  });
});

test.each([
  ['src/http/app.ts', '@fastify/swagger-ui'],
  ['src/mqtt/broker.ts', 'aedes'],
  ['src/web/app.tsx', 'preact/hooks'],
  ['src/demo/children.ts', 'node:child_process'],
  ['src/services/airing/plan.ts', 'node:crypto'],
  ['test/anything.ts', 'left-pad'],
])('%s may import %s', (path, name) => {
  expect(strayPackages([sourceOf(path, `import x from '${name}';`)])).toEqual([]);
});

test('a package nobody owns has no owner', () => {
  expect(ownersOf('left-pad')).toBeUndefined();
  expect(ownersOf('@fastify/anything')).toEqual(['src/http/']);
});

describe('a room that decides', () => {
  test.each([
    ["import fs from 'node:fs';", 'imports node:fs'],
    ['const now = Date.now();', 'calls Date.now'],
    ['const x = Math.random();', 'calls Math.random'],
    ['setTimeout(() => {}, 5);', 'calls setTimeout'],
    ['const t = performance.now();', 'calls performance.now'],
  ])('may not contain: %s', (text, fault) => {
    expect(impurities([sourceOf('src/domain/plan.ts', text)])).toEqual([
      `src/domain/plan.ts ${fault}`,
    ]);
  });
  test('may hash and build dates from what it is given', () => {
    const text = "import { createHash } from 'node:crypto';\nconst d = new Date(nowMs);";
    expect(impurities([sourceOf('devices/protocol/frame.ts', text)])).toEqual([]);
  });
  test('is the only kind so bound', () => {
    expect(impurities([sourceOf('src/main.ts', 'Date.now();')])).toEqual([]);
  });
});

describe('programs and SQL have one home', () => {
  test('ffmpeg started elsewhere is named', () => {
    const text = "spawn('ffmpeg', ['-i', path]);";
    expect(strayPrograms([sourceOf('audio/produce.ts', text)])).toEqual([
      'audio/produce.ts: ffmpeg',
    ]);
    expect(strayPrograms([sourceOf('audio/mastering/ffmpeg.ts', text)])).toEqual([]);
  });
  test.each([
    "db.exec('SELECT id FROM airing')",
    'db.exec(`INSERT INTO airing VALUES (1)`)',
    `db.exec(\`UPDATE airing SET state = \${state}\`)`,
    "db.exec('DELETE FROM airing')",
    "db.exec('create table airing (id text)')",
  ])('outside src/db: %s', (text) => {
    expect(straySql([sourceOf('src/services/airing/plan.ts', text)])).toHaveLength(1);
    expect(straySql([sourceOf('src/db/store.ts', text)])).toEqual([]);
  });
  test.each(["say('Select a village')", "say('Update the clock')", "say('create a bulletin')"])(
    'plain English is no SQL: %s',
    (text) => {
      expect(straySql([sourceOf('src/web/words.ts', text)])).toEqual([]);
    },
  );
});

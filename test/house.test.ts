import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importCycles, wrongArrows } from './house/arrows.ts';
import { impurities, ownersOf, strayPackages, strayPrograms, straySql } from './house/owners.ts';
import {
  type LockFile,
  type PackageFile,
  topLevelFaults,
  unexplained,
  unknownCommands,
  unknownPaths,
  unpinned,
} from './house/papers.ts';
import {
  badManners,
  CEILING,
  emptyNames,
  functionsOf,
  headless,
  longFiles,
  longFunctions,
  quantile,
} from './house/shape.ts';
import { filesUnder, isProduct, isTest, linesOf, readSources } from './house/sources.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const files = filesUnder(root);
const sources = readSources(root);
const product = sources.filter(({ path }) => isProduct(path));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const packageFile = JSON.parse(read('package.json')) as PackageFile;
const lockFile = JSON.parse(read('package-lock.json')) as LockFile;
const readOr = (path: string): string => (existsSync(join(root, path)) ? read(path) : '');

describe('the rooms', () => {
  test('the top level holds what it should and nothing else', () => {
    expect(topLevelFaults(files)).toEqual([]);
  });
  test('imports follow the arrows', () => {
    expect(wrongArrows(sources)).toEqual([]);
  });
  test('no files import each other in a circle', () => {
    expect(importCycles(product)).toEqual([]);
  });
  test('rooms that decide do no IO and read no clock', () => {
    expect(impurities(sources)).toEqual([]);
  });
  test('SQL stays in src/db', () => {
    expect(straySql(sources)).toEqual([]);
  });
  test('one file starts ffmpeg', () => {
    expect(strayPrograms(sources)).toEqual([]);
  });
});

describe('the packages', () => {
  test('each is imported by its owners alone', () => {
    expect(strayPackages(sources)).toEqual([]);
  });
  test('each dependency has an owner', () => {
    const names = Object.keys(packageFile.dependencies ?? {});
    expect(names.filter((name) => ownersOf(name) === undefined)).toEqual([]);
  });
  test('each is pinned by the lock file, on the line that Node 20 can run', () => {
    expect(unpinned(packageFile, lockFile)).toEqual([]);
  });
  test('README.md says why each is here', () => {
    expect(unexplained(packageFile, readOr('README.md'))).toEqual([]);
  });
});

describe('the shape of files', () => {
  test('none is above the ceiling', () => {
    expect(longFiles(sources)).toEqual([]);
  });
  test('half of them are short', () => {
    const lengths = product.map(({ text }) => linesOf(text));
    expect(quantile(lengths, 0.5)).toBeLessThanOrEqual(CEILING.fileMedian);
  });
  test('no function is above the ceiling, nine in ten are short', () => {
    expect(longFunctions(sources)).toEqual([]);
    const lengths = product.flatMap(functionsOf).map(({ lines }) => lines);
    expect(quantile(lengths, 0.9)).toBeLessThanOrEqual(CEILING.functionP90);
  });
  test('each says first what it is for and what it must never know', () => {
    expect(headless(sources)).toEqual([]);
  });
  test('no default exports, enums, any, decorators or globals', () => {
    expect(badManners(sources)).toEqual([]);
  });
  test('no names that say nothing', () => {
    expect(emptyNames(sources)).toEqual([]);
  });
  test('tests keep up with the source', () => {
    const count = (wanted: (path: string) => boolean): number =>
      sources.filter(({ path }) => wanted(path)).reduce((sum, { text }) => sum + linesOf(text), 0);
    expect(count(isTest) / count(isProduct)).toBeGreaterThanOrEqual(CEILING.testsToSource);
  });
});

describe('the papers', () => {
  const papers = ['README.md', 'devices/PROTOCOL.md', 'CHANGELOG.md'];
  test.each(papers)('%s names only commands that exist', (paper) => {
    expect(existsSync(join(root, paper)), paper).toBe(true);
    expect(unknownCommands(read(paper), packageFile.scripts ?? {})).toEqual([]);
  });
  test.each(papers)('%s names only paths that exist', (paper) => {
    expect(existsSync(join(root, paper)), paper).toBe(true);
    expect(unknownPaths(read(paper), files)).toEqual([]);
  });
  test('the licences are there: GPL for the house, Apache for the protocol', () => {
    expect(read('LICENSE')).toContain('GNU GENERAL PUBLIC LICENSE');
    expect(readOr('devices/protocol/LICENSE')).toContain('Apache License');
  });
});

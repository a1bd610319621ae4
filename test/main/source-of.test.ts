// The source system as files and environment describe it: shut without keys, refused with a sentence where wrong.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeKey } from '../../src/demo/source-system/signing.ts';
import { AppError } from '../../src/domain/errors.ts';
import { readSettings } from '../../src/settings.ts';
import { sourceOf } from '../../src/source-of.ts';

const key = { id: 'khoa-1', name: 'Khóa', publicKey: makeKey().publicKey };
const good = { name: 'tỉnh Thử', provinceCodes: ['tinh-thu'], keys: [key] };

function files(keys: unknown, token?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-source-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const keysFile = join(folder, 'keys.json');
  const tokenFile = join(folder, 'token');
  writeFileSync(keysFile, typeof keys === 'string' ? keys : JSON.stringify(keys));
  if (token !== undefined) writeFileSync(tokenFile, token);
  const url = 'https://nguon.tinh.gov.vn/api';
  return { url, keysFile, tokenFile: token === undefined ? null : tokenFile, everyMs: 15_000 };
}

function faultOf(act: () => unknown): AppError {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('it was taken');
}

test('nothing set is a shut door, and nothing is asked of anybody', () => {
  const { source } = readSettings({});
  expect(source).toEqual({ url: null, keysFile: null, tokenFile: null, everyMs: 15_000 });
  expect(sourceOf(source).setting).toBeNull();
});

test('keys, an address and a token are taken from where they are said to be', () => {
  const { setting } = sourceOf(files(good, 'mot-ma-dai\n'));
  expect(setting).toEqual({ ...good, reachable: true, pullEveryMs: 15_000 });
  expect(sourceOf({ ...files(good), url: null }).setting).toMatchObject({ reachable: false });
});

test.each([
  ['no JSON', '{'],
  ['a list', []],
  ['no name', { ...good, name: ' ' }],
  ['no province', { ...good, provinceCodes: [] }],
  ['a province that is none', { ...good, provinceCodes: [7] }],
  ['no list of keys', { ...good, keys: null }],
  ['too many keys', { ...good, keys: Array.from({ length: 21 }, () => key) }],
  ['one key twice', { ...good, keys: [key, key] }],
  ['a key too short', { ...good, keys: [{ ...key, publicKey: 'AAAA' }] }],
  ['a key without a name', { ...good, keys: [{ ...key, name: '' }] }],
  ['a key that is none', { ...good, keys: ['x'] }],
])('a file of keys with %s stops the start', (_, keys) => {
  expect(faultOf(() => sourceOf(files(keys)))).toMatchObject({
    ...{ code: 'bad-settings', place: 'VANGXA_SOURCE_KEYS' },
  });
});

test('an address without keys, a file that is not there, a token of two words are said', () => {
  const none = { url: 'https://x', keysFile: null, tokenFile: null, everyMs: 1_000 };
  expect(faultOf(() => sourceOf(none)).say.en).toContain('VANGXA_SOURCE_KEYS');
  const gone = { ...files(good), keysFile: '/khong/co' };
  expect(faultOf(() => sourceOf(gone)).say.vi).toContain('/khong/co');
  for (const token of ['hai từ', ''])
    expect(faultOf(() => sourceOf(files(good, token))).place).toBe('VANGXA_SOURCE_TOKEN_FILE');
});

test.each([
  ['VANGXA_SOURCE_URL', 'http://nguon.tinh.gov.vn'],
  ['VANGXA_SOURCE_URL', 'https://ten:mat-khau@nguon.tinh.gov.vn'],
  ['VANGXA_SOURCE_URL', 'https://nguon.tinh.gov.vn/?x=1'],
  ['VANGXA_SOURCE_URL', 'ftp://nguon'],
  ['VANGXA_SOURCE_URL', 'nguon'],
  ['VANGXA_SOURCE_EVERY_MS', '10'],
  ['VANGXA_SOURCE_EVERY_MS', 'nhanh'],
])('%s=%s is refused by name', (name, value) => {
  expect(faultOf(() => readSettings({ [name]: value })).say.vi).toContain(name);
});

test('plain http is for this machine only', () => {
  const { source } = readSettings({ VANGXA_SOURCE_URL: 'http://127.0.0.1:4600' });
  expect(source.url).toBe('http://127.0.0.1:4600');
});

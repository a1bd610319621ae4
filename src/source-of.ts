// The source system as the environment and its two files describe it.
// It must never start half: a file that is wrong stops the start with a sentence.
import { readFileSync, statSync } from 'node:fs';
import { AppError, type Sentence } from './domain/errors.ts';
import { keyOf } from './domain/source/proof.ts';
import { isRecord } from './domain/source/source-fields.ts';
import type { SourceKey } from './domain/source/source-model.ts';
import type { SourceSystem } from './services/source/source-port.ts';
import { makeSourceSystem } from './source/source-system.ts';
import type { SourceEnvironment } from './source-settings.ts';

/** Ten keys are 2 KB. */
const FILE_MAX_BYTES = 64 * 1024;
const KEYS_MAX = 20;

type KeysFile = { name: string; provinceCodes: string[]; keys: SourceKey[] };

export function sourceOf(environment: SourceEnvironment): SourceSystem {
  const { url, keysFile, tokenFile, everyMs } = environment;
  if (keysFile === null) {
    if (url !== null) throw wrong('VANGXA_SOURCE_KEYS', MISSING);
    return makeSourceSystem({ setting: null, baseUrl: null, token: null });
  }
  const token = tokenFile === null ? null : textOf('VANGXA_SOURCE_TOKEN_FILE', tokenFile).trim();
  if (token === '' || /\s/u.test(token ?? '')) throw wrong('VANGXA_SOURCE_TOKEN_FILE', TOKEN);
  const known = keysOf(textOf('VANGXA_SOURCE_KEYS', keysFile));
  const setting = { ...known, reachable: url !== null, pullEveryMs: everyMs };
  return makeSourceSystem({ setting, baseUrl: url, token });
}

function keysOf(text: string): KeysFile {
  const file = parsed(text);
  const { name, provinceCodes, keys } = file;
  const named = typeof name === 'string' && name.trim() !== '' && name.length <= 100;
  const codes = Array.isArray(provinceCodes) ? (provinceCodes as unknown[]) : [];
  const good = codes.length > 0 && codes.every((code) => typeof code === 'string' && code !== '');
  if (!named || !good || !Array.isArray(keys) || keys.length > KEYS_MAX)
    throw wrong('VANGXA_SOURCE_KEYS', SHAPE);
  const read = (keys as unknown[]).map(keyIn);
  if (new Set(read.map(({ id }) => id)).size < read.length)
    throw wrong('VANGXA_SOURCE_KEYS', SHAPE);
  return { name, provinceCodes: codes as string[], keys: read };
}

function keyIn(one: unknown): SourceKey {
  const { id, name, publicKey } = isRecord(one) ? one : {};
  const key = {
    id: String(id ?? ''),
    name: String(name ?? ''),
    publicKey: String(publicKey ?? ''),
  };
  if (!/^[A-Za-z0-9_-]{1,64}$/u.test(key.id) || key.name === '' || keyOf(key) === null)
    throw wrong('VANGXA_SOURCE_KEYS', SHAPE);
  return key;
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value = JSON.parse(text) as unknown;
    if (isRecord(value)) return value;
  } catch {
    // said below: where it breaks helps nobody who cannot read JSON
  }
  throw wrong('VANGXA_SOURCE_KEYS', SHAPE);
}

function textOf(name: string, path: string): string {
  try {
    if (statSync(path).size <= FILE_MAX_BYTES) return readFileSync(path, 'utf8');
  } catch {
    // the same sentence: it cannot be used
  }
  throw wrong(name, { vi: `không đọc được tệp ${path}`, en: `the file ${path} cannot be read` });
}

const MISSING: Sentence = {
  vi: 'đã đặt VANGXA_SOURCE_URL thì cần cả tệp khóa của hệ thống thông tin nguồn',
  en: 'VANGXA_SOURCE_URL also needs the file of the source system’s keys',
};
const TOKEN: Sentence = {
  vi: 'tệp phải chứa đúng một mã, không có khoảng trắng',
  en: 'the file must hold one token without blanks',
};
const SHAPE: Sentence = {
  vi: 'tệp phải là JSON {"name", "provinceCodes": ["…"], "keys": [{"id", "name", "publicKey": "32 byte Ed25519, base64"}]}',
  en: 'the file must be JSON {"name", "provinceCodes": ["…"], "keys": [{"id", "name", "publicKey": "32 bytes of Ed25519, base64"}]}',
};

function wrong(name: string, { vi, en }: Sentence): AppError {
  const say = { vi: `${name}: ${vi}.`, en: `${name}: ${en}.` };
  return new AppError({ code: 'bad-settings', fault: 'caller', say, place: name });
}

import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeDocumentFiles } from '../../src/document-files.ts';

const BYTES = Buffer.from('%PDF-1.7 …');
const HASH = createHash('sha256').update(BYTES).digest('hex');

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'vangxa-files-'));
  onTestFinished(() => {
    chmodSync(made, 0o700);
    rmSync(made, { recursive: true, force: true });
  });
  return made;
}

test('a file is kept under its hash, for its owner alone, and nothing beside it', async () => {
  const at = folder();
  const files = makeDocumentFiles({ folder: at });
  await files.keep(HASH, BYTES);
  expect(files.path(HASH)).toBe(join(at, 'documents', HASH));
  expect(readFileSync(files.path(HASH))).toEqual(BYTES);
  expect(statSync(files.path(HASH)).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(at, 'documents'))).toEqual([HASH]);
});

test('kept twice it is written once; one that a disk cut short is written anew', async () => {
  const files = makeDocumentFiles({ folder: folder() });
  await files.keep(HASH, BYTES);
  const first = statSync(files.path(HASH)).ino;
  await files.keep(HASH, BYTES);
  expect(statSync(files.path(HASH)).ino).toBe(first);
  writeFileSync(files.path(HASH), BYTES.subarray(0, 3));
  await Promise.all([files.keep(HASH, BYTES), files.keep(HASH, BYTES)]);
  expect(readFileSync(files.path(HASH))).toEqual(BYTES);
});

test('a folder that cannot be written says so, and leaves nothing', async () => {
  const at = folder();
  writeFileSync(join(at, 'documents'), 'a file where the folder should be');
  const files = makeDocumentFiles({ folder: at });
  await expect(files.keep(HASH, BYTES)).rejects.toThrow();
  expect(existsSync(files.path(HASH))).toBe(false);
});

test('a start clears away what was left half-written and what no row names, and nothing else', async () => {
  const at = folder();
  const files = makeDocumentFiles({ folder: at });
  await files.sweep([]);
  await files.keep(HASH, BYTES);
  const orphan = 'a'.repeat(64);
  const half = `${HASH}.7f1f2f6e-0d5c-4f3a-9d55-3b1f5f0f8c11.part`;
  for (const name of [orphan, half, 'README']) writeFileSync(join(at, 'documents', name), 'x');
  await files.sweep([HASH]);
  expect(readdirSync(join(at, 'documents')).sort()).toEqual([HASH, 'README'].sort());
});

test('a folder that cannot be looked through says so', async () => {
  const at = folder();
  writeFileSync(join(at, 'documents'), 'a file where the folder should be');
  await expect(makeDocumentFiles({ folder: at }).sweep([])).rejects.toThrow();
});

// A power cut or a kill while the key is made: a whole key or none, and never two.
import { linkSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { openSigningKey } from '../../src/signing-key.ts';

const did = vi.hoisted((): string[] => []);
/** what another service does in the moment before the key gets its name */
const before = vi.hoisted(() => ({ naming: (_path: string): void => {} }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return {
    ...fs,
    fsyncSync(file: number) {
      did.push('flush');
      fs.fsyncSync(file);
    },
    linkSync(from: string, to: string) {
      did.push('name');
      before.naming(to);
      fs.linkSync(from, to);
    },
  };
});
beforeEach(() => {
  did.length = 0;
  before.naming = () => {};
});

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-key-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'keys', 'signing.pem');
}

test('the key is on the disk before it has its name, and its name after; nothing else is left', () => {
  const path = place();
  openSigningKey(path);
  expect(did).toEqual(['flush', 'name', 'flush']);
  expect(readdirSync(dirname(path))).toEqual(['signing.pem']);
});

test('ended before it has its name, the next start makes another', () => {
  const path = place();
  before.naming = () => {
    throw new Error('the end');
  };
  expect(() => openSigningKey(path)).toThrow('the end');
  before.naming = () => {};
  writeFileSync(join(dirname(path), 'signing.pem.1.new'), '');
  expect(openSigningKey(path).keyId).toMatch(/^[0-9a-f]{16}$/);
});

test('of two services starting at once both sign with the key that was there first', () => {
  const [path, other] = [place(), place()];
  const first = openSigningKey(other);
  before.naming = (to) => {
    before.naming = () => {};
    linkSync(other, to);
  };
  expect(openSigningKey(path).keyId).toBe(first.keyId);
  expect(readdirSync(dirname(path))).toEqual(['signing.pem']);
});

test('where files have no links the key is renamed into place', () => {
  const path = place();
  before.naming = () => {
    throw Object.assign(new Error('no links here'), { code: 'EPERM' });
  };
  const { keyId } = openSigningKey(path);
  expect(readdirSync(dirname(path))).toEqual(['signing.pem']);
  expect(openSigningKey(path).keyId).toBe(keyId);
});

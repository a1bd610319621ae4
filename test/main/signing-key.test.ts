import { generateKeyPairSync } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { open, publicKeyFromRaw, seal } from '../../devices/protocol/index.ts';
import { openSigningKey } from '../../src/signing-key.ts';

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-key-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'keys', 'signing.pem');
}
const code = (wanted: string) => expect.objectContaining({ code: wanted, fault: 'world' });

describe('the signing key', () => {
  test('is made at first start, for its owner alone, and is the same ever after', () => {
    const path = place();
    const first = openSigningKey(path);
    const again = openSigningKey(path);
    expect(again.keyId).toBe(first.keyId);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
    expect(readFileSync(path, 'utf8')).toContain('BEGIN PRIVATE KEY');
  });

  test('signs what its public half opens', () => {
    const key = openSigningKey(place());
    const raw = Buffer.from(key.publicKey, 'base64');
    const sealed = seal({ hello: 1 }, key);
    const found = open(sealed, (keyId) => (keyId === key.keyId ? publicKeyFromRaw(raw) : null));
    expect(found).toMatchObject({ ok: true, body: { hello: 1 } });
  });

  test.each([
    ['the file', 0o644, 'signing.pem'],
    ['the folder', 0o755, ''],
  ])('is refused when others may read %s', (_, mode, name) => {
    const path = place();
    openSigningKey(path);
    const open_ = join(path, '..', name);
    chmodSync(open_, mode);
    expect(() => openSigningKey(path)).toThrow(code('signing-key-open'));
    expect(() => openSigningKey(path)).toThrow(/chmod go-rwx/);
  });

  test.each([
    ['nonsense', 'not a key'],
    [
      'an RSA key',
      generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({
        format: 'pem',
        type: 'pkcs8',
      }),
    ],
  ])('is refused when the file holds %s', (_, text) => {
    const path = place();
    mkdirSync(join(path, '..'), { mode: 0o700 });
    writeFileSync(path, text, { mode: 0o600 });
    expect(() => openSigningKey(path)).toThrow(code('signing-key-unreadable'));
  });
});

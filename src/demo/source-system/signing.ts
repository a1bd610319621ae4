// The key of the mock source system: made once, kept in a folder, its public half written as the service wants it.
// It must never be used outside trials.
import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type MockKey = { id: string; privateKey: KeyObject; publicKey: string };
export type Signature = { keyId: string; timestampMs: number; value: string };

const KEY_ID = 'khoa-thu-nghiem';

export function makeKey(id = KEY_ID): MockKey {
  return keyOf(generateKeyPairSync('ed25519').privateKey, id);
}

/** The same key at every start, so that a trust that was given to it stays. */
export function openKey(folder: string): MockKey {
  const path = join(folder, 'private.pem');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  }
  return keyOf(createPrivateKey(readFileSync(path)), KEY_ID);
}

function keyOf(privateKey: KeyObject, id: string): MockKey {
  // the raw key stands at the end of its PKCS #8 twin's public half (RFC 8410)
  const jwk = privateKey.export({ format: 'jwk' });
  return { id, privateKey, publicKey: Buffer.from(String(jwk.x), 'base64url').toString('base64') };
}

/** What VANGXA_SOURCE_KEYS points at. @returns its path */
export function writeKeysFile(of: {
  folder: string;
  key: MockKey;
  name: string;
  provinceCode: string;
}): string {
  const { folder, key, name, provinceCode } = of;
  const path = join(folder, 'keys.json');
  const keys = [{ id: key.id, name: 'Khóa thử nghiệm', publicKey: key.publicKey }];
  const file = { name, provinceCodes: [provinceCode], keys };
  writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`);
  return path;
}

export function signed(
  key: MockKey,
  of: { contentType: string; body: Buffer; timestampMs: number },
): Signature {
  const { contentType, body, timestampMs } = of;
  const bytes = Buffer.concat([Buffer.from(`${timestampMs}\n${contentType}\n`, 'utf8'), body]);
  const value = sign(null, bytes, key.privateKey).toString('base64');
  return { keyId: key.id, timestampMs, value };
}

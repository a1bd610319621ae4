// The unit's own Ed25519 key: made at its first start, readable by its owner alone.
// It must never know who asks for signatures, and never leave this machine.
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyIdOf, rawPublicKey, type Signer } from '../protocol/index.ts';
import { SpeakerError } from './errors.ts';
import { readIfThere } from './safe-file.ts';

export type UnitKey = Signer & { publicKey: string };

/** @throws SpeakerError when there is a key that cannot be read: a new one would be refused anyway */
export function unitKey(folder: string): UnitKey {
  const path = join(folder, 'unit.key');
  const found = readIfThere(path);
  const privateKey = found ? keyFrom(path, found) : freshKey(path);
  const raw = rawPublicKey(privateKey);
  return { keyId: keyIdOf(raw), privateKey, publicKey: raw.toString('base64') };
}

function freshKey(path: string) {
  const { privateKey } = generateKeyPairSync('ed25519');
  const beside = `${path}.new`;
  const file = openSync(beside, 'w', 0o600);
  try {
    writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }));
    // before it has its name: a power cut at the first start must leave no empty key
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
  return privateKey;
}

function keyFrom(path: string, pem: Buffer) {
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw new SpeakerError({
      code: 'unit-key-unreadable',
      fault: 'world',
      say: {
        vi: `Khóa của thiết bị (${path}) bị hỏng. Hãy khôi phục tệp này, hoặc ghi danh lại thiết bị.`,
        en: `The unit's key (${path}) is damaged. Restore that file, or enrol the unit again.`,
      },
      cause,
    });
  }
}

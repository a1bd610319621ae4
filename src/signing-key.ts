// The key every order is signed with: made at first start, readable by its owner alone.
// It must never know what is signed. Losing this file means enrolling every speaker anew.
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { keyIdOf, rawPublicKey, type Signer } from '../devices/protocol/index.ts';
import { AppError } from './domain/errors.ts';
import { openSecretFile } from './secret-file.ts';

export type SigningKey = Signer & { publicKey: string };

/** @throws AppError when others may read the file, or it is no Ed25519 key */
export function openSigningKey(path: string): SigningKey {
  const privateKey = read(path, openSecretFile(path, newKey));
  const raw = rawPublicKey(privateKey);
  return { keyId: keyIdOf(raw), privateKey, publicKey: raw.toString('base64') };
}

function newKey(): string | Buffer {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
}

function read(path: string, pem: Buffer) {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
    throw new TypeError(`key of type ${key.asymmetricKeyType}`);
  } catch (cause) {
    throw new AppError({
      code: 'signing-key-unreadable',
      fault: 'world',
      say: {
        vi: `Không đọc được khóa ký tại ${path}. Hãy phục hồi tệp này từ bản sao lưu.`,
        en: `The signing key at ${path} cannot be read. Restore this file from a backup.`,
      },
      place: path,
      cause,
    });
  }
}

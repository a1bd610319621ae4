// The key every order is signed with: made at first start, readable by its owner alone.
// It must never know what is signed. Losing this file means enrolling every speaker anew.
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { keyIdOf, rawPublicKey, type Signer } from '../devices/protocol/index.ts';
import { AppError } from './domain/errors.ts';

export type SigningKey = Signer & { publicKey: string };

/** File systems without links (exFAT, some shares): there one service at a time must start first. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'ENOSYS']);

/** @throws AppError when others may read the file, or it is no Ed25519 key */
export function openSigningKey(path: string): SigningKey {
  if (!existsSync(path)) makeKey(path);
  refuseIfOpen(dirname(path), 0o077);
  refuseIfOpen(path, 0o077);
  const privateKey = read(path);
  const raw = rawPublicKey(privateKey);
  return { keyId: keyIdOf(raw), privateKey, publicKey: raw.toString('base64') };
}

function makeKey(path: string): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
  const beside = `${path}.${process.pid}.new`;
  writeThrough(beside, pem);
  try {
    // never replaces: of two services starting at once both believe in the key that was there first
    linkSync(beside, path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (NO_LINKS.has(code ?? '')) renameSync(beside, path);
    else if (code !== 'EEXIST') throw cause;
  } finally {
    rmSync(beside, { force: true });
  }
  flushFolder(folder);
}

/** On the disk before it has its name: a kill or a power cut leaves a whole key or none. */
function writeThrough(path: string, pem: string | Buffer): void {
  const file = openSync(path, 'w', 0o600);
  try {
    writeFileSync(file, pem);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The name is part of its folder; Windows flushes it by itself. */
function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function read(path: string) {
  try {
    const key = createPrivateKey(readFileSync(path));
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

function refuseIfOpen(path: string, others: number): void {
  if (process.platform === 'win32' || (statSync(path).mode & others) === 0) return;
  throw new AppError({
    code: 'signing-key-open',
    fault: 'world',
    say: {
      vi: `Người khác đọc được ${path}. Hãy chạy chmod go-rwx trên đường dẫn này rồi khởi động lại.`,
      en: `Others may read ${path}. Run chmod go-rwx on it and start again.`,
    },
    place: path,
  });
}

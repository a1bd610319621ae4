// A file with a secret: made once at first start, whole or not at all, readable by its owner alone.
// It must never know what the secret is for.
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
import { AppError } from './domain/errors.ts';

/** File systems without links (exFAT, some shares): there one service at a time must start first. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'ENOSYS']);

/** @throws AppError signing-key-open when others may read it or its folder */
export function openSecretFile(path: string, make: () => string | Buffer): Buffer {
  if (!existsSync(path)) makeOnce(path, make());
  refuseIfOpen(dirname(path), 0o077);
  refuseIfOpen(path, 0o077);
  return readFileSync(path);
}

function makeOnce(path: string, secret: string | Buffer): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const beside = `${path}.${process.pid}.new`;
  writeThrough(beside, secret);
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
function writeThrough(path: string, secret: string | Buffer): void {
  const file = openSync(path, 'w', 0o600);
  try {
    writeFileSync(file, secret);
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

// Files being written: every failure becomes a sentence for the officer, and "the disk is full" is told apart.
// It must never know what is in the files.
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { diskError } from './errors.ts';

export type DiskFile = {
  write(bytes: Uint8Array): Promise<void>;
  written(): number;
  sync(): Promise<void>;
  close(): Promise<void>;
};

/** Creates or empties a file. */
export async function openDiskFile(path: string): Promise<DiskFile> {
  const file = await ofDisk(() => open(path, 'w'));
  let written = 0;
  return {
    async write(bytes) {
      await ofDisk(() => writeAll(file, bytes));
      written += bytes.length;
    },
    written: () => written,
    sync: () => ofDisk(() => file.sync()),
    close: () => file.close(),
  };
}

/** Renames into place and makes the name itself durable. */
export async function putInPlace(from: string, to: string): Promise<void> {
  await ofDisk(async () => {
    await rename(from, to);
    const folder = await open(dirname(to), 'r');
    await folder.sync().finally(() => folder.close());
  });
}

export async function removeQuietly(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => {});
}

/** An hour without a write: whoever was writing it is gone. */
const STALE_PART_MS = 3_600_000;

/** Removes what a killed process left half written. */
export async function sweepParts(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  for (const path of names
    .filter((name) => name.endsWith('.part'))
    .map((name) => join(folder, name))) {
    const touchedMs = await stat(path)
      .then((facts) => facts.mtimeMs)
      .catch(() => Infinity);
    if (touchedMs < Date.now() - STALE_PART_MS) await removeQuietly(path);
  }
}

async function ofDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw diskError(cause);
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  // A nearly full disk takes a part and says so only at the next write.
  for (let at = 0; at < bytes.length; ) {
    at += (await file.write(bytes, at, bytes.length - at)).bytesWritten;
  }
}

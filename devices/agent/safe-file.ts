// Writes small files so that a killed process leaves the old or the new one, never half of one.
// It must never know what is in them.
import { readFileSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';

/**
 * Beside it, then renamed over it.
 * @param lasting also flushed to the disk, so that a power cut leaves one of the two as well
 */
export async function replaceFile(
  path: string,
  bytes: string | Uint8Array,
  { lasting = true, mode = 0o644 }: { lasting?: boolean; mode?: number } = {},
): Promise<void> {
  const beside = `${path}.new`;
  const file = await open(beside, 'w', mode);
  try {
    await file.writeFile(bytes);
    if (lasting) await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}

/** All of it, or an error: a disk that fills up takes a part, and only the next try says so. */
export async function writeWhole(
  file: Pick<FileHandle, 'write'>,
  bytes: Uint8Array,
  at: number,
): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    if (bytesWritten === 0) throw new Error('the disk takes no more');
    done += bytesWritten;
  }
}

/** `null` when there is none */
export function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** `null` when there is none, or it is no JSON */
export function readJsonIfThere(path: string): unknown {
  const bytes = readIfThere(path);
  if (!bytes) return null;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

// Sounds kept by what they are: said again tomorrow they need no byte of the month's data (WIRE principle 7).
// It must never know streams or times, nor trust what it kept: whoever takes it proves it again.
import { constants } from 'node:fs';
import { copyFile, link, mkdir, readdir, rename, rm, stat, statfs, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { CONTENTS_FREE_BYTES, CONTENTS_MAX, CONTENTS_MAX_BYTES } from './limits.ts';

export type Contents = {
  /** @param from a whole and proven file; the same bytes under one more name */
  keep(contentHash: string, from: string): Promise<void>;
  /** @returns false when it is not here */
  take(contentHash: string, to: string): Promise<boolean>;
  drop(contentHash: string): Promise<void>;
};

export function makeContents(folder: string): Contents {
  const pathOf = (contentHash: string) => join(folder, `${contentHash}.bin`);
  return {
    async keep(contentHash, from) {
      await mkdir(folder, { recursive: true });
      const disk = await statfs(folder);
      // a luxury: with little room left it gives way to what is yet to be received
      if (disk.bavail * disk.bsize < CONTENTS_FREE_BYTES) return dropAll(folder);
      await linkOrCopy(from, pathOf(contentHash));
      await touch(pathOf(contentHash));
      await forgetOldest(folder);
    },
    async take(contentHash, to) {
      try {
        await linkOrCopy(pathOf(contentHash), to);
        await touch(pathOf(contentHash));
        return true;
      } catch {
        return false;
      }
    },
    drop: (contentHash) => rm(pathOf(contentHash), { force: true }),
  };
}

/** The cards of cheap boxes know no second name for a file: there it is a copy, whole or not at all. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code === 'ENOENT') throw error;
    await copyFile(from, `${to}.new`, constants.COPYFILE_FICLONE);
    await rename(`${to}.new`, to);
  }
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now);
}

async function dropAll(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** Least recently said first. */
async function forgetOldest(folder: string): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const path = join(folder, name);
      const { size, mtimeMs } = await stat(path);
      return { path, size, mtimeMs };
    }),
  );
  files.sort((a, b) => b.mtimeMs - a.mtimeMs);
  let bytes = 0;
  for (const [place, { path, size }] of files.entries()) {
    bytes += size;
    if (place >= CONTENTS_MAX || bytes > CONTENTS_MAX_BYTES) await rm(path, { force: true });
  }
}

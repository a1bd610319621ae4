// The files of documents in the data folder, each named by the hash of its bytes.
// It must never know what a file holds, nor whose it is.
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { worldly } from './db/faults.ts';
import type { DocumentFiles } from './services/reading/reading-store.ts';

export function makeDocumentFiles({ folder }: { folder: string }): DocumentFiles {
  const files = join(folder, 'documents');
  const path = (hash: string) => join(files, hash);
  return {
    path,
    async keep(hash, bytes) {
      try {
        await mkdir(files, { recursive: true, mode: 0o700 });
        if (await stands(path(hash), bytes.length)) return;
        await write({ folder: files, path: path(hash), bytes });
      } catch (error) {
        throw worldly(error);
      }
    },
    async drop(hash) {
      // left behind by a disk that refuses, it goes at the next start
      await rm(path(hash), { force: true }).catch(() => undefined);
    },
    async sweep(named) {
      const kept = new Set(named);
      try {
        const names = await readdir(files).catch(noneYet);
        const left = names.filter((name) => OURS.test(name) && !kept.has(name));
        for (const name of left) await rm(join(files, name), { force: true });
      } catch (error) {
        throw worldly(error);
      }
    },
  };
}

/** A hash, or one half-written: what a person has laid beside them is theirs. */
const OURS = /^[0-9a-f]{64}(?:\.[0-9a-f-]{36}\.part)?$/u;

function noneYet(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

/** A file of that name and length has those bytes: the name is put only when all of them are down. */
async function stands(path: string, length: number): Promise<boolean> {
  const facts = await stat(path).catch(() => null);
  return facts !== null && facts.size === length;
}

/** Written aside, made durable, then named: a kill leaves all of it or none. */
async function write(of: { folder: string; path: string; bytes: Uint8Array }): Promise<void> {
  const part = `${of.path}.${randomUUID()}.part`;
  try {
    const file = await open(part, 'wx', 0o600);
    try {
      await file.writeFile(of.bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, of.path);
    const folder = await open(of.folder, 'r');
    await folder.sync().finally(() => folder.close());
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
}

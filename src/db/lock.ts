// One service to one data folder: makes the folder for its owner alone and holds it until the process dies.
// It must never know what is kept in the folder.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError } from '../domain/errors.ts';
import { unloadable, worldly } from './faults.ts';
import { openLockFile } from './sqlite.ts';

export type FolderLock = { release(): void };

/**
 * Held by an exclusive transaction on a file of its own: the kernel lets go of it when the process
 * ends in whatever way (kill −9, power), so there is no stale lock file to delete by hand.
 * @throws AppError when another service holds the folder, or the folder cannot be made
 */
export function lockDataFolder(folder: string): FolderLock {
  makeFolder(folder);
  let connection: Database.Database | null = null;
  try {
    connection = openLockFile(join(folder, 'vang-xa.lock'));
    connection.exec('begin exclusive');
  } catch (error) {
    connection?.close();
    throw isHeld(error) ? taken(folder, error) : unloadable(error);
  }
  const held = connection;
  HELD.add(held);
  return {
    release: () => {
      HELD.delete(held);
      held.close();
    },
  };
}

/** An unreachable connection is closed when memory is collected, and the folder would be free: a lock nobody kept still holds. */
const HELD = new Set<Database.Database>();

/** 0700: accounts, keys and drafts of a commune are nobody else's on this machine. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw worldly(error);
  }
}

function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
}

function taken(folder: string, cause: unknown): AppError {
  return new AppError({
    code: 'folder-taken',
    fault: 'world',
    say: {
      vi: `Một dịch vụ Vang Xa khác đang dùng thư mục dữ liệu ${folder}. Hãy dừng dịch vụ đó, hoặc đặt VANGXA_DATA sang thư mục khác.`,
      en: `Another Vang Xa service is using the data folder ${folder}. Stop it, or set VANGXA_DATA to another folder.`,
    },
    place: folder,
    cause,
  });
}

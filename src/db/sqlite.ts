// Opens one SQLite file the way the service needs it: durable first, fast second.
// It must never know the tables inside.
import { closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { unloadable } from './faults.ts';

/** How long a statement waits for another connection (a backup, a person with sqlite3) before it says busy. */
const BUSY_MS = 5_000;

/** @throws AppError of fault world, with a sentence, when file or native module refuse */
export function openSqlite(path: string): Database.Database {
  let connection: Database.Database | null = null;
  try {
    if (path !== IN_MEMORY) keepToOwner(path);
    connection = new Database(path, { timeout: BUSY_MS });
    for (const setting of SETTINGS) connection.pragma(setting);
    return connection;
  } catch (error) {
    connection?.close();
    throw unloadable(error);
  }
}

export const IN_MEMORY = ':memory:';

/** Password hashes and drafts: 0600 even in a folder somebody else made; SQLite's own files follow it. */
function keepToOwner(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
}

/** A file that is only held, never written: it must answer "busy" at once, not after a wait. */
export function openLockFile(path: string): Database.Database {
  return new Database(path, { timeout: 0 });
}

const SETTINGS = [
  // readers (a backup) never stop the writer
  'journal_mode = WAL',
  // a lost verdict is worse than a slow one: every commit reaches the disk before we say "stored"
  'synchronous = FULL',
  'foreign_keys = ON',
  // the schema of a file that was carried in on a stick may not run functions
  'trusted_schema = OFF',
];

// A folder of its own for one scan, gone when the scan is done, or after a kill at the next start or scan.
// It must never know what is put in it.
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAME = 'vangxa-scan-';
/** Folders of this process that are in use. */
const open = new Set<string>();

/** Runs `work` with an empty folder only this user can read. */
export async function withDesk<T>(
  work: (folder: string) => Promise<T>,
  place: string = tmpdir(),
): Promise<T> {
  sweepDesks(place);
  mkdirSync(place, { recursive: true });
  const folder = mkdtempSync(join(place, `${NAME}${process.pid}-`));
  open.add(folder);
  try {
    return await work(folder);
  } finally {
    open.delete(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Removes what processes that were killed left behind: other people's scans, which nobody else removes. */
export function sweepDesks(place: string = tmpdir()): void {
  for (const name of names(place)) {
    const owner = /^vangxa-scan-(\d+)-/u.exec(name)?.[1];
    const folder = join(place, name);
    if (owner === undefined || open.has(folder)) continue;
    if (isAbandoned(Number(owner), folder)) remove(folder);
  }
}

/** What cannot be removed stands in nobody's way: the next scan has a folder of its own. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // somebody made it unreadable
  }
}

function names(place: string): string[] {
  try {
    return readdirSync(place);
  } catch {
    return [];
  }
}

/**
 * In a shared place anybody may use the name: only this user's own folders are ours to remove.
 * In a container every life of the service has the same number: then age tells.
 */
function isAbandoned(owner: number, folder: string): boolean {
  try {
    const { uid, ctimeMs } = lstatSync(folder);
    if (uid !== (process.getuid?.() ?? uid)) return false;
    return owner === process.pid ? ctimeMs < performance.timeOrigin : !isAlive(owner);
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as { code?: string }).code === 'EPERM';
  }
}

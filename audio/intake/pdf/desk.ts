// A folder of its own for one scan, gone when the scan is done, or at the next scan after a kill.
// It must never know what is put in it.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
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
  sweep(place);
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

/** Removes what processes that were killed left behind. */
function sweep(place: string): void {
  for (const name of names(place)) {
    const owner = /^vangxa-scan-(\d+)-/u.exec(name)?.[1];
    const folder = join(place, name);
    if (owner === undefined || open.has(folder)) continue;
    if (isAbandoned(Number(owner), folder)) rmSync(folder, { recursive: true, force: true });
  }
}

function names(place: string): string[] {
  try {
    return readdirSync(place);
  } catch {
    return [];
  }
}

/** In a container every life of the service has the same number: then age tells. */
function isAbandoned(owner: number, folder: string): boolean {
  if (owner !== process.pid) return !isAlive(owner);
  try {
    return statSync(folder).ctimeMs < performance.timeOrigin;
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

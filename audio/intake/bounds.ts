// The kernel's own limits on a program that opens a stranger's file, set before it starts.
// It must never know which program that is, nor what the file holds.
import { accessSync, constants, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type Limits = {
  cpuSeconds: number;
  /** Of addresses; node reserves far more of them than it uses, so it is bounded by its data instead. */
  addressBytes?: number;
  dataBytes?: number;
};

export type Command = readonly [string, ...string[]];

/** Debian's setpriv and prlimit start the program in their own place, so killing them kills the program. */
export function bounded(command: Command, limits: Limits): Command {
  const path = process.env.PATH ?? '';
  const [setpriv, prlimit] = [findProgram('setpriv', path), findProgram('prlimit', path)];
  // No dump of a stranger's file on the disk.
  const kept = [`--cpu=${limits.cpuSeconds}`, '--core=0'];
  if (limits.addressBytes !== undefined) kept.push(`--as=${limits.addressBytes}`);
  if (limits.dataBytes !== undefined) kept.push(`--data=${limits.dataBytes}`);
  const inner: Command = prlimit === null ? command : [prlimit, ...kept, ...command];
  // Killed without a word, the service takes what it started with it.
  return setpriv === null ? inner : [setpriv, '--pdeathsig', 'KILL', ...inner];
}

/** Of 1,000: where memory runs out, the kernel takes a file's program and not a broadcast. */
const FIRST_TO_GO = 800;

export function firstToGo(pid: number | undefined): void {
  try {
    writeFileSync(`/proc/${pid}/oom_score_adj`, String(FIRST_TO_GO));
  } catch {
    // it ended already, or this is no Linux
  }
}

/** Memory and swap in use; null where the process is gone, or no Linux tells. */
export function residentBytes(pid: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    const parts = [...status.matchAll(/^(?:VmRSS|VmSwap):\s+(\d+) kB$/gmu)];
    return parts.reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0);
  } catch {
    return null;
  }
}

export function findProgram(name: string, path: string): string | null {
  const places = path.split(delimiter).filter((folder) => folder !== '');
  return places.map((folder) => join(folder, name)).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

// The bench's own processes: started, read line by line, measured through /proc, ended.
// It must never know what they serve.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

export type Running = {
  child: ChildProcess;
  pid: number;
  /** the next line that is JSON with this event */
  event(name: string): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
};

export function start(command: string, args: readonly string[]): Running {
  const child = spawn(command, [...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let words = '';
  child.stderr?.on('data', (bytes) => {
    words = `${words}${bytes}`.slice(-2_000);
  });
  const waiting = new Map<string, (value: Record<string, unknown>) => void>();
  const seen = new Map<string, Record<string, unknown>>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith('{')) return;
    const value = JSON.parse(line) as Record<string, unknown>;
    const name = String(value.event);
    const wake = waiting.get(name);
    waiting.delete(name);
    if (wake) wake(value);
    else seen.set(name, value);
  });
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`${command} ${args[0]}: exit ${code}\n${words}`)),
    );
  });
  ended.catch(() => {});
  return {
    child,
    pid: child.pid ?? 0,
    event(name) {
      const known = seen.get(name);
      seen.delete(name);
      if (known) return Promise.resolve(known);
      return Promise.race([
        new Promise<Record<string, unknown>>((resolve) => waiting.set(name, resolve)),
        ended,
      ]);
    },
    stop: () => stop(child),
  };
}

/** A TypeScript file of the bench as a process. */
export function startScript(path: URL, args: readonly string[]): Running {
  return start(process.execPath, ['--import', 'tsx', path.pathname, ...args]);
}

export function isInstalled(program: string): boolean {
  try {
    execFileSync('which', [program], {
      env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
    });
    return true;
  } catch {
    return false;
  }
}

/** Linux counts in hundredths of a second (getconf CLK_TCK) since long before this project. */
const TICKS_PER_SECOND = 100;

/** Seconds of a core this process has used, in user and kernel (proc(5): fields 14 and 15). */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
    return Promise.resolve();
  return new Promise((resolve) => {
    const kill = setTimeout(() => child.kill('SIGKILL'), 5_000);
    child.once('exit', () => {
      clearTimeout(kill);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

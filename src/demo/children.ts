// The processes a demonstration starts: their output goes to a log, their death is noticed, all are stopped.
// It must never know what the processes do.
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { DemoFault } from './fault.ts';

export type Child = {
  name: string;
  log: string;
  /** the first line that `read` makes something of; @throws DemoFault when the child ends or `limitMs` passes */
  line<T>(read: (line: string) => T | null, limitMs: number): Promise<T>;
  /** every line from now on */
  follow(see: (line: string) => void): void;
  /** ends without being told to: rejects with a sentence, never resolves */
  died: Promise<never>;
  stop(): Promise<void>;
};

export type Wanted = { name: string; script: string; args: readonly string[]; log: string };

/** Between SIGTERM and SIGKILL: closing a database and a hundred connections takes well under this. */
const STOP_LIMIT_MS = 8_000;

export function startChild(wanted: Wanted, env: Record<string, string> = {}): Child {
  const log = createWriteStream(wanted.log, { flags: 'a' });
  const child = spawn(process.execPath, [wanted.script, ...wanted.args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines = readLines(child, log);
  const stopping = { asked: false };
  const died = deathOf(child, wanted, stopping);
  died.catch(() => {}); // whoever races against it hears of it; nobody has to
  return {
    name: wanted.name,
    log: wanted.log,
    died,
    line: (read, limitMs) => firstLine({ wanted, lines, died, read, limitMs }),
    follow: (see) => {
      lines.listeners.add(see);
    },
    async stop() {
      stopping.asked = true;
      await stopProcess(child);
    },
  };
}

type Lines = { seen: string[]; listeners: Set<(line: string) => void> };

/** The set-up link is printed before anybody can listen, so the first lines are kept. */
const LINES_KEPT = 200;

function readLines(child: ChildProcess, log: WriteStream): Lines {
  const lines: Lines = { seen: [], listeners: new Set() };
  child.stderr?.pipe(log, { end: false });
  child.stdout?.pipe(log, { end: false });
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (lines.seen.length < LINES_KEPT) lines.seen.push(line);
      for (const listener of [...lines.listeners]) listener(line);
    });
  child.once('close', () => log.end());
  return lines;
}

function deathOf(
  child: ChildProcess,
  wanted: Wanted,
  stopping: { asked: boolean },
): Promise<never> {
  return new Promise((_resolve, reject) => {
    const tell = (why: string): void => {
      if (stopping.asked) return;
      const say = {
        vi: `Tiến trình “${wanted.name}” dừng giữa chừng (${why}).`,
        en: `The process “${wanted.name}” ended by itself (${why}).`,
      };
      reject(new DemoFault(say, wanted.log));
    };
    child.once('error', (error) => tell(error.message));
    child.once('exit', (code, signal) => tell(signal ?? `exit ${code}`));
  });
}

type LineWait<T> = {
  wanted: Wanted;
  lines: Lines;
  died: Promise<never>;
  read: (line: string) => T | null;
  limitMs: number;
};

async function firstLine<T>({ wanted, lines, died, read, limitMs }: LineWait<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let listener: ((line: string) => void) | undefined;
  const late = {
    vi: `Tiến trình “${wanted.name}” không sẵn sàng sau ${limitMs / 1_000} giây.`,
    en: `The process “${wanted.name}” is not ready after ${limitMs / 1_000} seconds.`,
  };
  const found = new Promise<T>((resolve, reject) => {
    listener = (line) => {
      const value = read(line);
      if (value !== null) resolve(value);
    };
    for (const line of lines.seen) listener(line);
    lines.listeners.add(listener);
    timer = setTimeout(() => reject(new DemoFault(late, wanted.log)), limitMs);
  });
  try {
    return await Promise.race([found, died]);
  } finally {
    clearTimeout(timer);
    if (listener) lines.listeners.delete(listener);
  }
}

function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
    return Promise.resolve();
  return new Promise((resolve) => {
    const kill = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    child.once('exit', () => {
      clearTimeout(kill);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

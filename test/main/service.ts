// The whole service as a child process in a folder of its own: what a person who starts it sees.
// It must never assert anything: tests do.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { programOf } from '../program.ts';

export type Service = {
  child: ChildProcess;
  /** resolves with the first line on stdout that this finds something in */
  line(pattern: RegExp): Promise<RegExpMatchArray>;
  stdout(): string;
  stderr(): string;
  ended(): Promise<number | null>;
};

export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-main-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'data');
}

/** A start compiles the sources on the way and shares two cores with the other tests. */
const START_MS = 60_000;

export function startService(folder: string, env: Record<string, string> = {}): Service {
  const child = spawn(process.execPath, programOf('src/main'), {
    env: {
      PATH: process.env.PATH ?? '',
      VANGXA_DATA: folder,
      VANGXA_HTTP_PORT: '0',
      VANGXA_MQTT_PORT: '0',
      ...env,
    },
    stdio: 'pipe',
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (bytes: Buffer) => {
    out += bytes.toString();
  });
  child.stderr.on('data', (bytes: Buffer) => {
    err += bytes.toString();
  });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exit;
  });
  return {
    child,
    stdout: () => out,
    stderr: () => err,
    ended: () => exit,
    async line(pattern) {
      const endMs = performance.now() + START_MS;
      for (;;) {
        const found = pattern.exec(out);
        if (found) return found;
        if (child.exitCode !== null || performance.now() > endMs)
          throw new Error(`no ${pattern} in:\n${out}\n${err}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}

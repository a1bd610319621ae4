import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { Child } from '../../src/demo/children.ts';
import { preparePlace } from '../../src/demo/place.ts';
import { startFleet, startService } from '../../src/demo/service.ts';

const source = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'vang-xa-interrupted-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A project whose service and fleet live and are never ready. */
function neverReady(): string {
  const built = mkdtempSync(join(folder, 'built-'));
  for (const [room, name] of [
    ['src', 'main.js'],
    ['devices/simulator', 'fleet.js'],
  ] as const) {
    mkdirSync(join(built, room), { recursive: true });
    writeFileSync(join(built, room, name), 'setInterval(() => {}, 1000);');
  }
  return built;
}

describe('a process that is not ready yet can be stopped', () => {
  const place = preparePlace({ out: 'place', base: folder, stamp: 'x' });
  const built = neverReady();
  test.each([
    [
      'service',
      (started: (child: Child) => void) => startService({ built, place, clockMs: 0, started }),
    ],
    [
      'fleet',
      (started: (child: Child) => void) =>
        startFleet({ built, place, speed: 1, out: place.speakers, started }),
    ],
  ])('the %s', async (name, start) => {
    const told: Child[] = [];
    void start((child) => told.push(child)).catch(() => {});
    expect(told.map((child) => child.name)).toEqual([name]);
    await told[0]?.stop();
  });
});

function run(args: readonly string[]) {
  const words = ['--import', 'tsx', source('src/demo/main.ts'), ...args];
  const child: ChildProcess = spawn(process.execPath, words, {
    cwd: source('.'),
    env: { ...process.env, INIT_CWD: folder },
  });
  const said = { out: '', err: '' };
  child.stdout?.on('data', (bytes) => {
    said.out += bytes;
  });
  child.stderr?.on('data', (bytes) => {
    said.err += bytes;
  });
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, said, code };
}

const childrenOf = (pid: number | undefined): string[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
const isOnLinux = existsSync('/proc/self/task');
const isBuilt = existsSync(source('dist/src/main.js')) || process.env.VANGXA_REQUIRE === '1';

describe.runIf(isOnLinux && isBuilt)('the demonstration, interrupted before all is ready', () => {
  test.each([
    ['SIGTERM', 1],
    ['SIGINT', 2],
  ] as const)(
    '%s, sent %i times, leaves no process and no complaint',
    async (signal, times) => {
      const { child, said, code } = run(['--speakers', '1', '--out', signal]);
      // the service writes its log when it lives; esbuild's own child may be another
      const log = join(folder, signal, 'service.log');
      await expect.poll(() => existsSync(log), { timeout: 60_000 }).toBe(true);
      const children = childrenOf(child.pid);
      expect(children.length).toBeGreaterThan(0);
      for (let n = 0; n < times; n++) child.kill(signal);
      expect(await code).toBe(130);
      expect(said.err).toContain('stopping…');
      expect(said.err).not.toContain('✗');
      await expect.poll(() => children.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
    },
    120_000,
  );
});

test.each(['--help', '-h'])(
  '%s tells how, in both languages, and that is no fault',
  async (word) => {
    const { said, code } = run([word]);
    expect(await code).toBe(0);
    expect(said.out).toContain('npm run demo');
    expect(said.out).toContain('số cụm loa');
    expect(said.out).toContain('how many loudspeakers');
  },
  60_000,
);

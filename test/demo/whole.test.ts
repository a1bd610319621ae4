import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/demo/table.ts';

// The demonstration runs compiled code, as a person's does: `npm test` builds it first.
const script = fileURLToPath(new URL('../../dist/src/demo/main.js', import.meta.url));
const isBuilt = existsSync(script) || process.env.VANGXA_REQUIRE === '1';
const folder = mkdtempSync(join(tmpdir(), 'vang-xa-whole-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ended = { code: number | null; stdout: string; stderr: string };

function run(args: readonly string[]): {
  child: ChildProcess;
  said(): string;
  ended: Promise<Ended>;
} {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: folder,
    env: { ...process.env, INIT_CWD: folder },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (bytes) => {
    stdout += bytes;
  });
  child.stderr.on('data', (bytes) => {
    stderr += bytes;
  });
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code) => resolve({ code, stdout, stderr })),
  );
  return { child, said: () => stderr, ended };
}

/** Is anything still listening where the service of this run was? */
async function answers(out: string): Promise<boolean> {
  const address = /"http":"(http:[^"]+)"/.exec(readFileSync(join(out, 'service.log'), 'utf8'))?.[1];
  return fetch(`${address}/api/health`).then(
    () => true,
    () => false,
  );
}

describe.runIf(isBuilt)('the demonstration from outside', () => {
  test('makes the default text heard from every loudspeaker and says so for machines', async () => {
    const out = join(folder, 'heard');
    const args = ['--speakers', '4', '--minutes', '0.4', '--out', 'heard', '--json'];
    const { code, stdout, stderr } = await run(args).ended;
    expect(code, stderr).toBe(0);
    const outcome = JSON.parse(stdout) as Outcome;
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(outcome.ok).toBe(true);
    expect(outcome.document).toContain('đốt nương');
    expect(outcome.clip.seconds).toBeGreaterThan(5);
    expect(outcome.clip.seconds).toBeLessThanOrEqual(24);
    expect(outcome.speakers).toHaveLength(4);
    for (const row of outcome.speakers) {
      expect(row.verdict).toBe('played');
      expect(row.chunksReceived).toBeGreaterThan(0);
      expect(Math.abs(row.secondsHeard - outcome.clip.seconds)).toBeLessThan(0.1);
      expect(Math.abs((row.lufs ?? 0) - (outcome.clip.lufs ?? 0))).toBeLessThan(0.5);
      expect(
        readFileSync(row.wav ?? '')
          .subarray(0, 4)
          .toString(),
      ).toBe('RIFF');
    }
    expect(await answers(out)).toBe(false);
  }, 240_000);

  test("shows the service's own sentence for a text that is none", async () => {
    writeFileSync(join(folder, 'song.txt'), 'OggS, whatever its name says');
    const { code, stdout, stderr } = await run(['song.txt', '--out', 'song']).ended;
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('This is a sound file');
    expect(await answers(join(folder, 'song'))).toBe(false);
  }, 120_000);

  test('stops what it started when it is interrupted', async () => {
    const started = run(['--speakers', '1', '--out', 'stopped']);
    await expect.poll(started.said, { timeout: 60_000 }).toContain('17:00');
    started.child.kill('SIGINT');
    expect((await started.ended).code).toBe(130);
    expect(await answers(join(folder, 'stopped'))).toBe(false);
  }, 120_000);

  test.each([
    [['gone.txt'], 'cannot be opened'],
    [['--speakers', 'many'], 'must be a whole number'],
    [['.'], 'cannot be opened'],
  ])('refuses %j before anything is started', async (args, words) => {
    const { code, stderr } = await run(args).ended;
    expect(code).toBe(1);
    expect(stderr).toContain(words);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});

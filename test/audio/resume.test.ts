// A process killed in the middle of a clip: nothing half made is found, and what was made is not made again.
// It must never know how far it came.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { produceClip } from '../../audio/produce.ts';
import { makeFolder } from './fixture.ts';
import { toneOrder } from './tone.ts';

const folder = makeFolder();
afterAll(() => folder.remove());
const ROOT = join(import.meta.dirname, '../..');

/** Killed with −9 at the first word of this step that is far enough. */
async function killedAt(clipsDir: string, at: { step: string; done: number }): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'test/audio/resume-child.ts', clipsDir],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    const { step, done } = JSON.parse(line) as { step: string; done: number };
    if (step === at.step && done >= at.done) child.kill('SIGKILL');
  }
  await ended;
}

test('killed while it speaks and again while it codes, it goes on where it was', async () => {
  const clipsDir = join(folder.path, 'killed');
  await killedAt(clipsDir, { step: 'speech', done: 15 });
  expect(readdirSync(join(clipsDir, 'kept/sentences')).length).toBeGreaterThanOrEqual(15);
  await killedAt(clipsDir, { step: 'mastering', done: 30 });
  const parts = readdirSync(join(clipsDir, 'kept/parts')).filter((name) => name.endsWith('.kept'));
  expect(parts.length).toBeGreaterThan(1);
  expect(readdirSync(clipsDir).filter((name) => /^[0-9a-f]{64}/u.test(name))).toEqual([]);

  const after = toneOrder(clipsDir);
  const clip = await produceClip(after.order);
  expect(after.spoken).toEqual([]); // all was said before the second kill
  const kept = parts.map((name) => name.replace('.kept', ''));
  expect(clip.parts).toEqual(expect.arrayContaining(kept));

  // and it is the clip that would have been made in one go
  const calm = toneOrder(join(folder.path, 'calm'));
  expect((await produceClip(calm.order)).contentHash).toBe(clip.contentHash);
  expect(calm.spoken.length).toBe(30);
  expect(existsSync(clip.path)).toBe(true);
}, 120_000);

// Joining behind the services' port, with real sound: the chime made once, clips found by their rows.
// It must never judge how a join sounds (test/audio/joining).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { KeptClip } from '../../audio/kept-clip.ts';
import type { Clip } from '../../src/domain/model.ts';
import { joiningIn } from '../../src/studio-joining.ts';

test('clips are joined by their rows; one that is gone is said in words', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-joining-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const asClip = (made: KeptClip) =>
    ({ ...made, path: relative(folder, made.path) }) as unknown as Omit<Clip, 'bulletinId'>;
  const joining = joiningIn({ folder, asClip });
  const chime = await joining.chime('horn');
  expect(chime.path).toMatch(/^clips\/[0-9a-f]{64}\.opus$/);
  expect((await joining.chime('horn')).madeAtMs).toBe(chime.madeAtMs);
  const wanted = {
    ...{ title: 'Hai hồi', language: null, profile: 'horn' as const },
    ...{ onProgress: () => undefined, signal: new AbortController().signal },
  };
  const pieces = [
    { clip: chime, pauseFrames: 0 },
    { clip: chime, pauseFrames: 10 },
  ];
  const twice = await joining.join({ ...wanted, pieces });
  // forty packets, ten of silence, and the chime again
  expect(twice.durationMs).toBe(50 * 60 + chime.durationMs);
  const gone = { ...chime, path: 'clips/gone.opus' };
  await expect(
    joining.join({ ...wanted, title: 'Mất', pieces: [{ clip: gone, pauseFrames: 0 }] }),
  ).rejects.toMatchObject({ code: 'sound-broken' });
});

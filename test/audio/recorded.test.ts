// A recording that came from elsewhere becomes a clip like any other: level, packets, no mark of a machine.
// It must never need a voice.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openClip } from '../../audio/clip-file.ts';
import { systemFfmpeg } from '../../audio/mastering/ffmpeg.ts';
import { measureFile } from '../../audio/mastering/measure.ts';
import { produceRecorded, type RecordedOrder } from '../../audio/recorded.ts';
import { makeFolder } from './fixture.ts';

const folder = makeFolder();
afterAll(() => folder.remove());
const ffmpeg = systemFfmpeg();
const clipsDir = join(folder.path, 'clips');

function quietTone(): Uint8Array {
  const path = join(folder.path, 'tone.mp3');
  const tone = ['-f', 'lavfi', '-i', 'sine=frequency=500:duration=4', '-af', 'volume=-30dB'];
  execFileSync(ffmpeg ?? '', ['-hide_banner', '-v', 'error', '-y', ...tone, path]);
  return readFileSync(path);
}

const order = (of: Partial<RecordedOrder> = {}): RecordedOrder => ({
  ...{ bytes: new Uint8Array(), title: 'Lời chủ tịch xã', clipsDir, nowMs: () => 0 },
  ...{ limits: { maxBytes: 1_000_000, maxSeconds: 60 }, signal: new AbortController().signal },
  onProgress: () => undefined,
  ...of,
});

test.skipIf(ffmpeg === null)('it is levelled as our own speech is, and made once', async () => {
  const bytes = quietTone();
  const clip = await produceRecorded(order({ bytes }));
  expect(clip.durationMs).toBeGreaterThan(3_900);
  expect(clip).toMatchObject({ synthetic: null, sentences: [] });
  const heard = await measureFile(clip.path);
  expect(Math.abs((heard.lufs ?? 0) + 16)).toBeLessThanOrEqual(1);
  expect(heard.truePeakDb ?? 0).toBeLessThanOrEqual(-1.5);
  expect((await openClip(clip.path)).sound.contentHash).toBe(clip.contentHash);
  expect(readFileSync(clip.path, 'latin1')).not.toContain('SYNTHETIC');
  expect(await produceRecorded(order({ bytes, nowMs: () => 9 }))).toEqual(clip);
  expect((await produceRecorded(order({ bytes, title: 'Tên khác' }))).id).not.toBe(clip.id);
  expect(readdirSync(clipsDir).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test.skipIf(ffmpeg === null)('what is no sound leaves nothing behind', async () => {
  const before = readdirSync(folder.path);
  const bytes = Buffer.from('#EXTM3U\nfile:///etc/passwd\n');
  await expect(produceRecorded(order({ bytes }))).rejects.toMatchObject({
    ...{ code: 'foreign-unknown', fault: 'caller' },
  });
  expect(readdirSync(folder.path)).toEqual(before);
});

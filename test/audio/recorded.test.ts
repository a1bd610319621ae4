// A recording that came from elsewhere becomes a clip like any other: level, packets, no mark of a machine.
// It must never need a voice.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { openClip } from '../../audio/clip-file.ts';
import { measureFile } from '../../audio/mastering/measure.ts';
import { produceRecorded, type RecordedOrder } from '../../audio/recorded.ts';
import { ffmpeg, inputs } from '../foreign/inputs.ts';
import { decode, makeFolder, silentEnds } from './fixture.ts';

const folder = makeFolder();
afterAll(() => folder.remove());
afterEach(() => vi.unstubAllEnvs());
const clipsDir = join(folder.path, 'clips');
const made = inputs(folder.path);

const order = (of: Partial<RecordedOrder> = {}): RecordedOrder => ({
  ...{ bytes: new Uint8Array(), title: 'Lời chủ tịch xã', clipsDir, nowMs: () => 0 },
  ...{ limits: { maxBytes: 8_000_000, maxSeconds: 60 }, signal: new AbortController().signal },
  onProgress: () => undefined,
  ...of,
});
const parts = () => readdirSync(clipsDir).filter((name) => name.endsWith('.part'));

describe.skipIf(ffmpeg === null)('a recording', () => {
  test('is levelled as our own speech is, and made once', async () => {
    const bytes = made.talk();
    const language = 'mww';
    const clip = await produceRecorded(order({ bytes, language }));
    expect(clip).toMatchObject({ synthetic: null, sentences: [], source: [] });
    const { sound, tags } = await openClip(clip.path);
    expect(sound.contentHash).toBe(clip.contentHash);
    expect(Object.fromEntries(tags)).toMatchObject({ LANGUAGE: 'mww', PROFILE: 'horn' });
    expect(readFileSync(clip.path, 'latin1')).not.toContain('SYNTHETIC');
    expect(await produceRecorded(order({ bytes, language, nowMs: () => 9 }))).toEqual(clip);
    expect((await produceRecorded(order({ bytes, language, title: 'Tên khác' }))).id).not.toBe(
      clip.id,
    );
    expect(parts()).toEqual([]);
  });

  test('may come piece by piece, and is the same', async () => {
    const bytes = made.talk();
    async function* pieces() {
      for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
    }
    const [whole, piecemeal] = [order({ bytes }), order({ bytes: pieces() })];
    expect((await produceRecorded(piecemeal)).id).toBe((await produceRecorded(whole)).id);
    const little = { maxBytes: 60_000, maxSeconds: 60 };
    await expect(produceRecorded(order({ bytes: pieces(), limits: little }))).rejects.toMatchObject(
      { code: 'foreign-too-large' },
    );
    expect(parts()).toEqual([]);
  });

  test.each([
    ['amongSilence', []],
    ['deadLeft', ['dead-channel']],
    ['turnedRound', ['out-of-phase']],
    ['clipped', ['clipped']],
    ['of8kHz', []],
    ['of192kHz', []],
    ['surround', []],
    ['phone', []],
  ] as const)('%s comes out as loud as any, without silence at its ends', async (name, faults) => {
    const clip = await produceRecorded(order({ bytes: made[name](), title: name }));
    const heard = await measureFile(clip.path);
    expect(Math.abs((heard.lufs ?? 0) + 16)).toBeLessThanOrEqual(0.5);
    expect(heard.truePeakDb ?? 0).toBeLessThanOrEqual(-1.5);
    const ends = silentEnds(await decode(clip.path));
    expect(ends.leadMs).toBeLessThanOrEqual(200);
    expect(ends.tailMs).toBeLessThanOrEqual(200);
    expect([...new Set(clip.source.map(({ kind }) => kind))]).toEqual(faults);
    // four seconds were spoken, the last 0.4 of them a rest
    expect(clip.durationMs).toBeGreaterThan(3_500);
    expect(clip.durationMs).toBeLessThan(4_200);
    expect(clip.sound.channels).toBe(1);
  });

  test.each([
    ['nothing', () => new Uint8Array(), 'foreign-empty'],
    ['silence', made.silent, 'foreign-silent'],
    ['a list of files', () => Buffer.from('#EXTM3U\nfile:///etc/passwd\n'), 'foreign-unknown'],
  ])('that is %s is refused by its own sentence and leaves nothing', async (_, bytes, code) => {
    const before = readdirSync(clipsDir);
    await expect(produceRecorded(order({ bytes: bytes() }))).rejects.toMatchObject({
      ...{ code, fault: 'caller' },
    });
    expect(readdirSync(clipsDir)).toEqual(before);
  });

  test('whose ffmpeg is killed in the middle is nobody’s fault of the file; the last clip stays', async () => {
    const last = await produceRecorded(order({ bytes: made.talk() }));
    const programs = join(folder.path, 'programs');
    mkdirSync(programs);
    writeFileSync(join(programs, 'ffmpeg'), '#!/bin/sh\necho half a sample\nkill -9 $$\n');
    chmodSync(join(programs, 'ffmpeg'), 0o755);
    vi.stubEnv('PATH', programs);
    vi.stubEnv('VANGXA_FFMPEG', ffmpeg ?? '');
    await expect(produceRecorded(order({ bytes: OTHER }))).rejects.toMatchObject({
      code: 'ffmpeg-failed',
      fault: 'world',
    });
    expect(existsSync(last.path)).toBe(true);
    expect(parts()).toEqual([]);
  });

  test('that nobody wants any more is let go', async () => {
    const stop = new AbortController();
    stop.abort();
    const bytes = Buffer.concat([OTHER, Buffer.of(1)]);
    await expect(produceRecorded(order({ bytes, signal: stop.signal }))).rejects.toMatchObject({
      code: 'stopped',
    });
    expect(parts()).toEqual([]);
  });
});

test('a disk that fills up is called by its name, and is left as empty as it was', async ({
  skip,
}) => {
  const path = join(folder.path, 'small-disk');
  mkdirSync(path);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    return skip('only root may mount a small disk');
  }
  try {
    const bytes = Buffer.concat([OTHER, Buffer.alloc(200_000)]);
    await expect(produceRecorded(order({ bytes, clipsDir: path }))).rejects.toMatchObject({
      ...{ code: 'disk-full', fault: 'world' },
    });
    expect(readdirSync(path)).toEqual([]);
  } finally {
    execFileSync('umount', [path]);
  }
});

/** Of no length that it would say, and of nothing heard. */
const OTHER = Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVEfmt '), Buffer.alloc(64)]);

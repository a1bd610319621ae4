// Sound of strangers: every kind that is taken becomes samples; whatever else it is becomes a sentence.
// It must never need npm's ffmpeg: without a system's one nothing of strangers is decoded.
import { execFileSync } from 'node:child_process';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { SoundError } from '../../audio/errors.ts';
import { systemFfmpeg } from '../../audio/mastering/ffmpeg.ts';
import {
  decodeForeign,
  FOREIGN_CHANNELS,
  FOREIGN_RATE_HZ,
  type ForeignLimits,
} from '../../audio/mastering/foreign.ts';
import { formatOf } from '../../audio/mastering/foreign-bytes.ts';
import { makeFolder } from '../audio/fixture.ts';

const folder = makeFolder();
afterAll(() => folder.remove());
afterEach(() => vi.unstubAllEnvs());
const ffmpeg = systemFfmpeg();
const LIMITS: ForeignLimits = { maxBytes: 4 * 1024 * 1024, maxSeconds: 10 };

/** Two seconds of a tone in stereo at 44.1 kHz, as a phone would save it. */
function saved(name: string, args: readonly string[], seconds = 2): string {
  const path = join(folder.path, name);
  const tone = ['-f', 'lavfi', '-i', `sine=frequency=440:sample_rate=44100:duration=${seconds}`];
  const how = ['-hide_banner', '-v', 'error', '-y', ...tone, '-ac', '2', ...args, path];
  execFileSync(ffmpeg ?? '', how);
  return path;
}

async function decoded(path: string, limits = LIMITS, signal = new AbortController().signal) {
  const parts: Int16Array[] = [];
  for await (const samples of decodeForeign({ path, limits, signal })) parts.push(samples);
  // the left channel of each pair
  return parts.flatMap((part) => [...part].filter((_, at) => at % FOREIGN_CHANNELS === 0));
}

const codeOf = (path: string, limits = LIMITS) =>
  decoded(path, limits).then(
    () => 'nothing was thrown',
    (error: unknown) => (error instanceof SoundError ? error.code : String(error)),
  );

function file(name: string, bytes: Uint8Array | string): string {
  const path = join(folder.path, name);
  writeFileSync(path, bytes);
  return path;
}

describe('the first bytes', () => {
  const of = (...bytes: (number | string)[]) =>
    formatOf(
      Buffer.concat(bytes.map((b) => (typeof b === 'string' ? Buffer.from(b) : Buffer.of(b)))),
    );

  test.each([
    ['wav', ['RIFF', 1, 2, 3, 4, 'WAVE']],
    ['ogg', ['OggS', 0]],
    ['flac', ['fLaC']],
    ['m4a', [0, 0, 0, 32, 'ftypM4A ']],
    ['mp3', ['ID3', 4]],
    ['webm', [0x1a, 0x45, 0xdf, 0xa3, 0x9f]],
    ['mp3', [0xff, 0xfb, 0x90]],
    // AAC in ADTS, a version nobody has, a list of files, a picture, an AVI, nothing
    [null, [0xff, 0xf1, 0x50]],
    [null, [0xff, 0xeb, 0x90]],
    [null, ['#EXTM3U\nfile:///etc/passwd']],
    [null, ['ffconcat version 1.0']],
    [null, [0x89, 'PNG']],
    [null, ['RIFF', 1, 2, 3, 4, 'AVI ']],
    [null, []],
  ] as const)('say %s', (format, bytes) => {
    expect(of(...bytes)).toBe(format);
  });
});

describe.skipIf(ffmpeg === null)('a file of a stranger', () => {
  test.each([
    ['a.wav', ['-c:a', 'pcm_s16le']],
    ['a24.wav', ['-c:a', 'pcm_s24le']],
    ['a.mp3', ['-c:a', 'libmp3lame', '-b:a', '64k']],
    ['a.m4a', ['-c:a', 'aac', '-b:a', '64k']],
    ['a.ogg', ['-c:a', 'libvorbis']],
    ['a.opus', ['-c:a', 'libopus']],
    ['a.flac', ['-c:a', 'flac']],
    ['a.webm', ['-c:a', 'libopus']],
    ['a.mp4', ['-c:a', 'aac', '-movflags', 'frag_keyframe+empty_moov']],
  ] as const)('%s becomes mono samples of its whole length', async (name, args) => {
    const samples = await decoded(saved(name, args));
    expect(samples.length / FOREIGN_RATE_HZ).toBeGreaterThan(1.9);
    expect(samples.length / FOREIGN_RATE_HZ).toBeLessThan(2.2);
    expect(Math.max(...samples.slice(5_000, 6_000))).toBeGreaterThan(2_000);
  });

  test('is told by its bytes, whatever its name and type say', async () => {
    const wav = readFileSync(saved('b.wav', []));
    expect((await decoded(file('quyet-dinh.mp3', wav))).length).toBe(2 * FOREIGN_RATE_HZ);
  });

  test.each([
    ['a list of files', '#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n', 'foreign-unknown'],
    ['a concat script', "ffconcat version 1.0\nfile '/etc/hostname'\n", 'foreign-unknown'],
    ['a text', 'Quyết định', 'foreign-unknown'],
    ['nothing', '', 'foreign-empty'],
    ['a picture that draws', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'foreign-unknown'],
    [
      'a list behind a WAV’s beginning',
      'RIFF\0\0\0\0WAVE#EXTM3U\nfile:///etc/passwd',
      'foreign-broken',
    ],
    ['noise behind an ID3', `ID3\u0004${'x'.repeat(5_000)}`, 'foreign-broken'],
  ])('that is %s is refused', async (name, text, code) => {
    expect(await codeOf(file(name.replaceAll(/\W/g, '-'), text))).toBe(code);
  });

  test('that is a film without a sound, or coded as nobody keeps it, has none', async () => {
    const path = join(folder.path, 'film.m4a');
    const film = ['-f', 'lavfi', '-i', 'color=size=16x16:duration=0.2', '-f', 'mp4', path];
    execFileSync(ffmpeg ?? '', ['-hide_banner', '-v', 'error', '-y', ...film]);
    expect(await codeOf(path)).toBe('foreign-no-sound');
    const odd = saved('adpcm.wav', ['-c:a', 'adpcm_ms']);
    expect(['foreign-no-sound', 'foreign-broken']).toContain(await codeOf(odd));
  });

  test.each([
    ['half.wav', [], 100_000, 'foreign-cut'],
    ['half.flac', ['-c:a', 'flac'], 15_000, 'foreign-cut'],
    ['half.mp3', ['-b:a', '64k'], 8_000, 'foreign-cut'],
    ['half-first.m4a', ['-c:a', 'aac', '-movflags', 'faststart'], 12_000, 'foreign-cut'],
    ['half.m4a', ['-c:a', 'aac'], 2_000, 'foreign-broken'],
  ] as const)('that was not copied to its end is refused: %s', async (name, args, bytes, code) => {
    const half = saved(name, args);
    truncateSync(half, bytes);
    expect(await codeOf(half)).toBe(code);
  });

  test('that a recorder wrote as it came says no length, and is heard as far as it goes', async () => {
    const wav = readFileSync(saved('stream.wav', []));
    wav.writeUInt32LE(0xffff_ffff, 4);
    expect((await decoded(file('stream.wav', wav))).length).toBe(2 * FOREIGN_RATE_HZ);
  });

  test('is as large and as long as allowed and no more', async () => {
    const path = saved('long.flac', ['-c:a', 'flac'], 10);
    expect((await decoded(path)).length).toBe(10 * FOREIGN_RATE_HZ);
    expect(await codeOf(path, { ...LIMITS, maxSeconds: 9 })).toBe('foreign-too-long');
    expect(await codeOf(path, { ...LIMITS, maxBytes: 1_000 })).toBe('foreign-too-large');
  });

  test('that unpacks for ever is stopped at its limit', async () => {
    // an hour of silence: 58 MB of samples in less than one of FLAC
    const silence = join(folder.path, 'silence.flac');
    const args = ['-f', 'lavfi', '-i', 'anullsrc=r=8000:cl=mono:d=3600', '-c:a', 'flac', silence];
    execFileSync(ffmpeg ?? '', ['-hide_banner', '-v', 'error', '-y', ...args]);
    expect(readFileSync(silence).length).toBeLessThan(1_000_000);
    expect(await codeOf(silence)).toBe('foreign-too-long');
  });

  test('is let go when nobody wants it', async () => {
    const abort = new AbortController();
    abort.abort();
    const path = saved('gone.wav', []);
    await expect(decoded(path, LIMITS, abort.signal)).rejects.toMatchObject({ code: 'stopped' });
  });
});

test('without a system’s ffmpeg nothing of strangers is decoded, whatever npm carries', async () => {
  const wav = file('c.wav', Buffer.from('RIFF\0\0\0\0WAVEfmt '));
  vi.stubEnv('PATH', folder.path);
  vi.stubEnv('VANGXA_FFMPEG', ffmpeg ?? '/usr/bin/ffmpeg');
  expect(await codeOf(wav)).toBe('ffmpeg-missing');
});

test('a file that is not there is the disk’s fault', async () => {
  expect(await codeOf(join(folder.path, 'khong-co'))).toBe('disk-failed');
});

// Profiles and renditions of one notice, measured from outside: loud, marked, without long silence, made once.
// It must never know how they are coded.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { npmFfmpeg, systemFfmpeg } from '../../audio/mastering/ffmpeg.ts';
import { measureFile } from '../../audio/mastering/measure.ts';
import type { ProfileId } from '../../audio/mastering/profiles.ts';
import { type ProducedClip, produceClip } from '../../audio/produce.ts';
import { renditionOf } from '../../audio/renditions.ts';
import { createEspeakVoice } from '../../audio/voices/espeak.ts';
import { decode, makeFolder, NOTICE, silentEnds } from './fixture.ts';

const folder = makeFolder();
const voice = createEspeakVoice();
const clips = new Map<ProfileId, ProducedClip>();
const PROFILES: ProfileId[] = ['horn', 'indoor', 'flat'];
const clipOf = (profile: ProfileId) => clips.get(profile) as ProducedClip;

beforeAll(async () => {
  for (const profile of PROFILES)
    clips.set(
      profile,
      await produceClip({
        ...{ sentences: NOTICE.slice(0, 4), title: 'Tiêm phòng', voice, profile },
        ...{ clipsDir: folder.path, maxSeconds: null, onProgress: () => {}, nowMs: () => 0 },
        signal: new AbortController().signal,
      }),
    );
}, 60_000);
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  await voice.close();
  folder.remove();
});

async function expectAired(path: string): Promise<void> {
  const { lufs, truePeakDb } = await measureFile(path);
  expect(Math.abs((lufs ?? 0) + 16)).toBeLessThanOrEqual(0.5);
  expect(truePeakDb).toBeLessThanOrEqual(-1.5);
}

/** Power above a frequency, in dB, as ffmpeg hears it. */
function levelAbove(path: string, hz: number): number {
  const args = [
    '-hide_banner',
    '-i',
    `file:${path}`,
    '-af',
    `${`highpass=f=${hz},`.repeat(5)}volumedetect`,
  ];
  const run = ['-c', '"$0" "$@" 2>&1', systemFfmpeg() ?? '', ...args, '-f', 'null', '-'];
  const report = execFileSync('sh', run, { encoding: 'utf8' });
  return Number(/mean_volume: (\S+) dB/.exec(report)?.[1]);
}

test.each(PROFILES)(
  'for %s a clip is as loud as the others and peaks no higher',
  async (profile) => {
    const clip = clipOf(profile);
    expect(clip.profile).toBe(profile);
    await expectAired(clip.path);
    const { leadMs, tailMs } = silentEnds(await decode(clip.path));
    expect(leadMs).toBeLessThanOrEqual(200);
    expect(tailMs).toBeLessThanOrEqual(200);
  },
);

test('each profile is a clip of its own; only a horn’s ends at 7 kHz', () => {
  expect(new Set(PROFILES.map((profile) => clipOf(profile).id)).size).toBe(3);
  const [horn = 0, indoor = 0] = PROFILES.map((profile) => levelAbove(clipOf(profile).path, 9_000));
  expect(indoor - horn).toBeGreaterThan(10);
});

test('the clip itself is its first rendition', async () => {
  const { path, bytes, mime } = await renditionOf({ path: clipOf('horn').path, kind: 'opus24' });
  expect({ path, bytes, mime }).toEqual({
    ...{ path: clipOf('horn').path, bytes: statSync(path).size, mime: 'audio/ogg' },
  });
});

const kinds = systemFfmpeg() === null ? (['opus16'] as const) : (['opus16', 'mp3'] as const);

test.each(kinds)(
  '%s is as loud, thinner or simpler, and carries the mark of machine speech',
  async (kind) => {
    const clip = clipOf('horn');
    const { path, bytes } = await renditionOf({ path: clip.path, kind });
    await expectAired(path);
    const { seconds } = await measureFile(path);
    expect(Math.abs(seconds * 1_000 - clip.durationMs)).toBeLessThan(120);
    const kbps = (bytes * 8) / clip.durationMs;
    expect(kbps).toBeGreaterThan(kind === 'mp3' ? 46 : 9);
    expect(kbps).toBeLessThan(kind === 'mp3' ? 51 : 19);
    // ID3v2.4 and Ogg comments are both UTF-8
    const head = readFileSync(path).subarray(0, 4_096).toString('utf8');
    for (const word of ['Tiêm phòng', 'SYNTHETIC', 'espeak-ng', 'VOICE', 'MADE_AT'])
      expect(head).toContain(word);
  },
);

test('two who ask at once get one, and the next finds it', async () => {
  const clip = clipOf('indoor');
  const ask = () => renditionOf({ path: clip.path, kind: 'opus16' });
  const [one, two] = await Promise.all([ask(), ask()]);
  expect(one).toBe(two);
  const madeMs = statSync(one.path).mtimeMs;
  await ask();
  expect(statSync(one.path).mtimeMs).toBe(madeMs);
  expect(readdirSync(folder.path).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('without an ffmpeg of the system there is no MP3, and a sentence says so', async () => {
  vi.stubEnv('PATH', '/nowhere');
  const asked = renditionOf({ path: clipOf('flat').path, kind: 'mp3' });
  await expect(asked).rejects.toMatchObject({ code: 'ffmpeg-missing', fault: 'world' });
  expect(
    npmFfmpeg() === null || readdirSync(folder.path).every((name) => !name.endsWith('.mp3.part')),
  ).toBe(true);
});

test('of a clip that is gone nothing is made', async () => {
  const asked = renditionOf({ path: `${folder.path}/none.opus`, kind: 'opus16' });
  await expect(asked).rejects.toMatchObject({ code: 'disk-failed' });
});

/** An ffmpeg that says who it is and goes on for ever. */
function endless(): () => number[] {
  const [program, pids] = [join(folder.path, 'endless.sh'), join(folder.path, 'pids')];
  writeFileSync(program, `#!/bin/sh\necho $$ >> "${pids}"\nexec sleep 600\n`, { mode: 0o755 });
  vi.stubEnv('VANGXA_FFMPEG', program);
  rmSync(pids, { force: true });
  return () => (existsSync(pids) ? readFileSync(pids, 'utf8').trim().split('\n').map(Number) : []);
}
const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const halves = () => readdirSync(folder.path).filter((name) => name.endsWith('.part'));

test('when the last who asked has gone it ends with all of it, and is made when it is asked for again', async () => {
  const begun = endless();
  const { path } = clipOf('flat');
  const [one, two] = [new AbortController(), new AbortController()];
  const asked = [one, two].map(({ signal }) => renditionOf({ path, kind: 'opus16', signal }));
  const told = Promise.allSettled(asked);
  await expect.poll(begun).toHaveLength(1);
  const [pid = 0] = begun();
  one.abort();
  await expect(asked[0]).rejects.toMatchObject({ code: 'stopped' });
  expect([lives(pid), halves().length]).toEqual([true, 1]);
  two.abort();
  await expect.poll(() => [lives(pid), halves()]).toEqual([false, []]);
  expect((await told).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(renditionOf({ path, kind: 'opus16', signal: one.signal })).rejects.toMatchObject({
    code: 'stopped',
  });
  vi.unstubAllEnvs();
  expect(await renditionOf({ path, kind: 'opus16' })).toMatchObject({ mime: 'audio/ogg' });
});

// One part of a clip with each ffmpeg there is: its level from any source, its frames, and the same bytes every time.
// It must never know sentences or clips.
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { findFfmpeg, npmFfmpeg } from '../../audio/mastering/ffmpeg.ts';
import { gatedLufs } from '../../audio/mastering/gating.ts';
import { opusPacketSamples } from '../../audio/mastering/ogg.ts';
import { type MasteredPart, masterPart, masterParts } from '../../audio/mastering/part.ts';
import { PROFILES, type ProfileId } from '../../audio/mastering/profiles.ts';
import { BABBLE_RATE_HZ, babble } from './babble.ts';

const folder = mkdtempSync(join(tmpdir(), 'vang-xa-part-'));
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(folder, { recursive: true }));
const SECONDS = 12;

function raw(gain: number) {
  const samples = Int16Array.from([...babble(SECONDS, gain)].flatMap((second) => [...second]));
  return { samples, sampleRateHz: BABBLE_RATE_HZ, frames: SECONDS / 0.06 };
}

function how(profile: ProfileId) {
  return { profile: PROFILES[profile], signal: new AbortController().signal };
}

function part(gain: number, profile: ProfileId = 'horn'): Promise<MasteredPart> {
  return masterPart({ ...raw(gain), ...how(profile) });
}

function expectLevel({ blocks, truePeakDb }: MasteredPart): void {
  expect(Math.abs((gatedLufs(blocks) ?? 0) + 16)).toBeLessThanOrEqual(0.5);
  expect(truePeakDb).toBeLessThanOrEqual(-1.5);
}

const builds = [
  ['the one found first', findFfmpeg()],
  ['the one npm brings', npmFfmpeg() ?? '/nowhere'],
] as const;

describe.each(builds)('with %s', (_, program) => {
  test.skipIf(!existsSync(program)).each([
    ['a whisper', 40],
    ['a loud source', 4_000],
  ])('%s comes out at −16 LUFS and below −1.5 dBTP', async (_source, gain) => {
    vi.stubEnv('VANGXA_FFMPEG', program);
    expectLevel(await part(gain));
  });
});

test.each<ProfileId>(['indoor', 'flat'])('%s is as loud', async (profile) => {
  expectLevel(await part(1_000, profile));
});

test('every frame of 60 ms is one packet, a block for each tenth of a second, the same every time', async () => {
  const [one, two] = [await part(1_000), await part(1_000)];
  expect(one.packets).toHaveLength(SECONDS / 0.06);
  expect(one.packets.every((packet) => opusPacketSamples(packet) === 2_880)).toBe(true);
  expect(Math.abs(one.blocks.length - SECONDS * 10)).toBeLessThanOrEqual(1);
  expect(Buffer.concat(one.packets).equals(Buffer.concat(two.packets))).toBe(true);
});

test('parts that share the programs are each as if alone: not one byte differs', async () => {
  const gains = [40, 4_000, 700];
  const together = await masterParts(gains.map(raw), how('horn'));
  for (const [at, gain] of gains.entries()) expect(together[at]).toEqual(await part(gain));
});

test('silence is not levelled up to a roar: there is nothing to say', async () => {
  await expect(part(0)).rejects.toMatchObject({ code: 'nothing-to-say' });
});

describe.skipIf(!existsSync('/proc/self/cmdline'))('a part is heard while it is coded', () => {
  /** What runs with all of these among its arguments. */
  const running = (...words: string[]) =>
    readdirSync('/proc')
      .map((pid) => argumentsOf(pid))
      .filter((all) => words.every((one) => all.includes(one)));
  const argumentsOf = (pid: string): string => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    } catch {
      return ''; // no process, or over meanwhile
    }
  };

  test.each([
    ['listener', '*volumedetect*'],
    ['coder', '*-frame_duration*'],
  ])('a %s that is killed is said, and the other one is over too', async (name, itsArguments) => {
    const own = join(folder, `${name}-ffmpeg`);
    symlinkSync(findFfmpeg(), own);
    const dying = join(folder, `dying-${name}`);
    const script = `case "$*" in ${itsArguments}) sleep 0.2; kill -9 $$;; esac\nexec ${own} "$@"\n`;
    writeFileSync(dying, `#!/bin/sh\n${script}`, { mode: 0o755 });
    vi.stubEnv('VANGXA_FFMPEG', dying);
    await expect(part(1_000)).rejects.toMatchObject({ code: 'ffmpeg-failed', fault: 'world' });
    expect(running(own)).toEqual([]);
  });

  test('stopped in the middle, nothing of it runs on', async () => {
    const own = join(folder, 'stopped-ffmpeg');
    symlinkSync(findFfmpeg(), own);
    vi.stubEnv('VANGXA_FFMPEG', own);
    const stop = new AbortController();
    const making = masterPart({ ...raw(1_000), profile: PROFILES.horn, signal: stop.signal });
    const refused = expect(making).rejects.toMatchObject({ code: 'stopped' });
    await expect.poll(() => running(own, 'volumedetect').length, { interval: 5 }).toBe(1);
    stop.abort();
    await refused;
    expect(running(own)).toEqual([]);
  });
});

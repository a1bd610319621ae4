// One part of a clip with each ffmpeg there is: its level from any source, its frames, and the same bytes every time.
// It must never know sentences or clips.
import { existsSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { findFfmpeg, npmFfmpeg } from '../../audio/mastering/ffmpeg.ts';
import { gatedLufs } from '../../audio/mastering/gating.ts';
import { opusPacketSamples } from '../../audio/mastering/ogg.ts';
import { type MasteredPart, masterPart, masterParts } from '../../audio/mastering/part.ts';
import { PROFILES, type ProfileId } from '../../audio/mastering/profiles.ts';
import { BABBLE_RATE_HZ, babble } from './babble.ts';

afterEach(() => vi.unstubAllEnvs());
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

// Mastering with each ffmpeg there is: level, peak, joins of segments, and the containers they make.
// It must never know voices.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { findFfmpeg, npmFfmpeg } from '../../audio/mastering/ffmpeg.ts';
import { master } from '../../audio/mastering/master.ts';
import { measureFile } from '../../audio/mastering/measure.ts';
import { createOggDemuxer, opusPacketSamples } from '../../audio/mastering/ogg.ts';
import { decode, makeFolder } from '../audio/fixture.ts';
import { BABBLE_RATE_HZ, babble } from './babble.ts';

const folder = makeFolder();
afterEach(() => vi.unstubAllEnvs());
afterAll(() => folder.remove());

async function mastered(name: string, seconds: number, gain: number) {
  const progress: [number, number][] = [];
  const clipPath = join(folder.path, `${name}.opus`);
  const loudness = await master({
    speech: (async function* () {
      yield* babble(seconds, gain);
    })(),
    sampleRateHz: BABBLE_RATE_HZ,
    scratchPath: join(folder.path, `${name}.pcm`),
    clipPath,
    // the middle of each rest
    restsAtMs: () => Array.from({ length: seconds >> 2 }, (_, at) => at * 4_000 + 3_750),
    tags: { TITLE: 'Thử', SYNTHETIC: '1' },
    onProgress: (done, of) => progress.push([done, of]),
    signal: new AbortController().signal,
  });
  return { clipPath, loudness, progress };
}

const builds = [
  ['the one found first', findFfmpeg()],
  ['the one npm brings', npmFfmpeg() ?? '/nowhere'],
] as const;

describe.each(builds)('with %s', (name, program) => {
  test.skipIf(!existsSync(program)).each([
    ['a quiet source', 400],
    ['a loud source', 4_000],
  ])('%s comes out at −16 LUFS ± 0.5 and below −1.5 dBTP', async (source, gain) => {
    vi.stubEnv('VANGXA_FFMPEG', program);
    const { clipPath, loudness } = await mastered(`${name}-${source}`, 24, gain);
    expect(Math.abs((loudness.lufs ?? 0) + 16)).toBeLessThanOrEqual(0.5);
    expect(loudness.truePeakDb).toBeLessThanOrEqual(-1.5);
    vi.unstubAllEnvs();
    expect((await measureFile(clipPath)).lufs).toBeCloseTo(loudness.lufs ?? 0, 0);
  });
});

test('minutes are coded in segments whose joins cannot be heard, and nothing is lost', async () => {
  const seconds = 192;
  const { clipPath, progress } = await mastered('segments', seconds, 2_000);
  expect(progress.length).toBe(2); // two segments, each told
  expect(progress.at(-1)?.[0]).toBeGreaterThanOrEqual(seconds);
  const pages = createOggDemuxer().push(readFileSync(clipPath));
  const packets = pages.flatMap((page) => page.packets).slice(2);
  expect(packets.every((packet) => opusPacketSamples(packet) === 2_880)).toBe(true);
  expect(packets.length * 60).toBe(seconds * 1_000);
  for (const decoder of ['opus', 'libopus'] as const) {
    const samples = await decode(clipPath, decoder);
    expect(Math.abs(samples.length / 16_000 - seconds)).toBeLessThan(0.02);
    const joinSeconds = progress[0]?.[0] ?? 0;
    const loudest = (atSeconds: number) =>
      samples
        .subarray((atSeconds - 0.05) * 16_000, (atSeconds + 0.05) * 16_000)
        .reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
    const rests = Array.from({ length: 40 }, (_, at) => at * 4 + 3.75);
    expect(rests.some((rest) => Math.abs(rest - joinSeconds) < 0.04)).toBe(true);
    const usual = Math.max(
      ...rests.filter((rest) => Math.abs(rest - joinSeconds) > 1).map(loudest),
    );
    expect(loudest(joinSeconds), decoder).toBeLessThan(1.5 * usual);
  }
});

test('the same speech gives the same bytes', async () => {
  const [one, two] = [await mastered('one', 6, 2_000), await mastered('two', 6, 2_000)];
  expect(readFileSync(one.clipPath).equals(readFileSync(two.clipPath))).toBe(true);
});

test('silence is not levelled up to a roar: there is nothing to say', async () => {
  await expect(mastered('silence', 3, 0)).rejects.toMatchObject({ code: 'nothing-to-say' });
});

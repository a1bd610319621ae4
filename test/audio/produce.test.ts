// A clip from sentences with the real voice and the real ffmpeg, measured by another road than it was made.
// It must never know documents or the wire.
import {
  copyFileSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureFile } from '../../audio/mastering/measure.ts';
import {
  DEFAULT_SETTINGS,
  openClip,
  type ProducedClip,
  type ProduceOrder,
  produceClip,
} from '../../audio/produce.ts';
import { createEspeakVoice } from '../../audio/voices/espeak.ts';
import { decode, makeFolder, NOTICE, rms, silentEnds } from './fixture.ts';

const voice = createEspeakVoice();
const folder = makeFolder();
const MADE_AT_MS = Date.UTC(2026, 9, 20, 1, 2, 3);
let clip: ProducedClip;
const progress: { step: string; done: number; total: number }[] = [];

function order(changes: Partial<ProduceOrder> = {}): ProduceOrder {
  return {
    sentences: NOTICE,
    title: 'Thông báo tiêm phòng = “đợt 2”',
    voice,
    clipsDir: folder.path,
    maxSeconds: null,
    onProgress: (step) => progress.push(step),
    signal: new AbortController().signal,
    nowMs: () => MADE_AT_MS,
    ...changes,
  };
}

beforeAll(async () => {
  clip = await produceClip(order());
});
afterAll(async () => {
  await voice.close();
  folder.remove();
});

test('it is as loud as a broadcaster asks, and never peaks above −1.5 dBTP', async () => {
  const { lufs, truePeakDb, seconds } = await measureFile(clip.path);
  expect(Math.abs((lufs ?? 0) + 16)).toBeLessThanOrEqual(0.5);
  expect(truePeakDb).toBeLessThanOrEqual(-1.5);
  // said from what was kept of its parts, measured of the whole: both print tenths
  expect(Math.abs((lufs ?? 0) - (clip.lufs ?? 0))).toBeLessThan(0.11);
  expect(Math.abs((truePeakDb ?? 0) - (clip.truePeakDb ?? 0))).toBeLessThan(0.11);
  expect(seconds * 1_000).toBeCloseTo(clip.durationMs, -1);
});

test.each(['opus', 'libopus'] as const)(
  'decoded by %s it starts and ends within 200 ms of silence',
  async (decoder) => {
    const { leadMs, tailMs } = silentEnds(await decode(clip.path, decoder));
    expect(leadMs).toBeLessThanOrEqual(200);
    expect(tailMs).toBeLessThanOrEqual(200);
  },
);

test('the map of sentences is where the sound is: speech inside, quiet in the rests', async () => {
  const samples = await decode(clip.path);
  const at = (ms: number) => Math.round(ms * 16);
  expect(clip.sentences.map(({ words }) => words)).toEqual(NOTICE);
  clip.sentences.forEach(({ startMs, endMs }, index) => {
    expect(rms(samples.subarray(at(startMs), at(endMs)))).toBeGreaterThan(1_500);
    const next = clip.sentences[index + 1];
    if (next === undefined) return;
    // 60 ms into the rest and 40 ms before the next sentence: filters ring a little, Opus smears a frame.
    expect(rms(samples.subarray(at(endMs + 60), at(next.startMs - 40)))).toBeLessThan(120);
  });
  expect(clip.durationMs - (clip.sentences.at(-1)?.endMs ?? 0)).toBeLessThanOrEqual(200);
});

test('a short notice is spoken near 190 syllables a minute, rests included (a whole plan: pace.test.ts)', () => {
  const syllables = NOTICE.join(' ').split(/\s+/).length;
  const pace = (syllables * 60_000) / clip.durationMs;
  expect(pace).toBeGreaterThan(190 * 0.9);
  expect(pace).toBeLessThan(190 * 1.1);
});

test('at 16 kHz speech is band-limited for a horn: nothing rumbles', async () => {
  const samples = await decode(clip.path);
  // A running mean over 10 ms keeps what is below some 50 Hz.
  const slow = samples.map((_, at) =>
    at % 160 === 0 ? samples.slice(at, at + 160).reduce((a, b) => a + b, 0) / 160 : 0,
  );
  const low = slow.filter((_, at) => at % 160 === 0);
  expect(rms(low)).toBeLessThan(rms(samples) / 10);
});

test('the file says that a machine speaks, which one, and when it was made', async () => {
  const { tags } = await openClip(clip.path);
  expect(Object.fromEntries(tags)).toMatchObject({
    TITLE: 'Thông báo tiêm phòng = “đợt 2”',
    SYNTHETIC: '1',
    ENGINE: `espeak-ng ${voice.engineVersion}`,
    VOICE: 'vi',
    LANGUAGE: 'vie',
    MADE_AT: '2026-10-20T01:02:03.000Z',
  });
  expect(clip.synthetic).toEqual({
    engine: `espeak-ng ${voice.engineVersion}`,
    voice: 'vi',
    madeAtMs: MADE_AT_MS,
  });
});

test('packets, samples and duration agree, at about 24 kbit/s', () => {
  const { sound } = clip;
  const frames = Math.ceil((sound.totalSamples + sound.preSkipSamples) / 2_880);
  expect(sound.chunkCount).toBe(Math.ceil(frames / 133));
  expect(Buffer.from(sound.chunkDigests, 'base64')).toHaveLength(16 * sound.chunkCount);
  expect(Math.abs(clip.durationMs - sound.totalSamples / 48)).toBeLessThan(1);
  const bitsPerSecond = (clip.bytes * 8 * 1_000) / clip.durationMs;
  expect(bitsPerSecond).toBeGreaterThan(16_000);
  expect(bitsPerSecond).toBeLessThan(27_000);
});

test('each step says how far it is, and ends at its end', () => {
  const speech = progress.filter(({ step }) => step === 'speech');
  expect(speech.map(({ done }) => done)).toEqual(NOTICE.map((_, at) => at + 1));
  const mastering = progress.filter(({ step }) => step === 'mastering').at(-1);
  expect(mastering?.done).toBe(mastering?.total);
});

test('asked again it is not made again: nobody speaks, the file stays', async () => {
  const before = statSync(clip.path);
  const mute = { ...voice, speak: () => Promise.reject(new Error('nobody should speak')) };
  const again = await produceClip(order({ voice: mute, nowMs: () => 0 }));
  expect(again).toEqual(clip);
  expect(statSync(clip.path).mtimeMs).toBe(before.mtimeMs);
});

test.each([
  ['another title', { title: 'Khác' }],
  ['another pace', { settings: { ...DEFAULT_SETTINGS, syllablesPerMinute: 170 } }],
  ['other words', { sentences: ['Xin chào bà con.'] }],
  ['a limit', { maxSeconds: 20 }],
])('%s makes another clip beside it', async (_, changes) => {
  const other = await produceClip(order({ sentences: NOTICE.slice(0, 1), ...changes }));
  expect(other.id).not.toBe(clip.id);
  expect(readdirSync(folder.path)).toContain(`${other.id}.opus`);
});

test('different sentences are different sound', async () => {
  const [one, two] = await Promise.all([
    produceClip(order({ sentences: ['Mời bà con đến họp lúc tám giờ.'] })),
    produceClip(order({ sentences: ['Mời bà con đến họp lúc chín giờ.'] })),
  ]);
  expect(one.contentHash).not.toBe(two.contentHash);
});

test('a clip damaged on disk is made again; so is one whose facts are gone', async () => {
  const small = order({ sentences: ['Câu ngắn để thử.'] });
  const made = await produceClip(small);
  for (const damage of [
    () => truncateSync(made.path, 300),
    () => copyFileSync(clip.path, made.path),
    () => writeFileSync(join(folder.path, `${made.id}.json`), '{"id":'),
  ]) {
    damage();
    const again = await produceClip(small);
    expect((await openClip(again.path)).sound.contentHash).toBe(again.contentHash);
    expect(again.durationMs).toBeLessThan(5_000);
  }
});

test('a limit in seconds ends the clip with a whole sentence, before the limit', async () => {
  const short = await produceClip(order({ maxSeconds: 15 }));
  expect(short.durationMs).toBeLessThanOrEqual(15_000);
  expect(short.sentences.length).toBeGreaterThan(0);
  expect(short.sentences.length).toBeLessThan(NOTICE.length);
  expect((await produceClip(order({ maxSeconds: 0.1 }))).sentences).toHaveLength(1);
});

test('a single syllable is levelled too, although it is too short for the meter', async () => {
  const word = await produceClip(order({ sentences: ['Có.'] }));
  expect(word.durationMs).toBeLessThan(900);
  const loudest = (await decode(word.path)).reduce(
    (peak, sample) => Math.max(peak, Math.abs(sample)),
    0,
  );
  expect(20 * Math.log10(loudest / 32_768)).toBeGreaterThan(-9);
  expect(20 * Math.log10(loudest / 32_768)).toBeLessThanOrEqual(-1.5);
});

test('the facts beside the clip hold no path: the folder may be moved', () => {
  expect(readFileSync(join(folder.path, `${clip.id}.json`), 'utf8')).not.toContain(folder.path);
});

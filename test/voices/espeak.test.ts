// The real eSpeak NG in its threads: it speaks Vietnamese, at the pace asked for, and comes back after a crash.
// It must never know mastering or files.
import { Worker } from 'node:worker_threads';
import { afterAll, expect, test } from 'vitest';
import { SoundError } from '../../audio/errors.ts';
import { createEspeakVoice, espeakRate } from '../../audio/voices/espeak.ts';
import { createLane, startEspeak } from '../../audio/voices/espeak-lane.ts';
import { keepsItsPromises } from './promises.ts';

const voice = createEspeakVoice();
afterAll(() => voice.close());

const PROSE =
  'Ủy ban nhân dân xã thông báo đến toàn thể bà con nhân dân về lịch tiêm phòng cho đàn gia súc, gia cầm trên địa bàn.';
const SYLLABLES = PROSE.split(' ').length;

test('a sentence comes back as mono samples that sound', async () => {
  const { samples, by } = await voice.speak(PROSE, { syllablesPerMinute: 200 });
  expect(by).toEqual({ engine: 'espeak-ng', engineVersion: voice.engineVersion, voice: 'vi' });
  expect(samples).toBeInstanceOf(Int16Array);
  expect(samples.length / voice.sampleRateHz).toBeGreaterThan(4);
  expect(samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0)).toBeGreaterThan(
    8_000,
  );
});

test('the voice says what it is, for the mark of machine speech', () => {
  expect(voice).toMatchObject({
    engine: 'espeak-ng',
    id: 'vi',
    language: 'vie',
    synthetic: true,
    sampleRateHz: 22_050,
    lanes: 2,
    place: 'here',
  });
  expect(voice.engineVersion).toMatch(/^wasm-\d/);
});

test.each([150, 190, 230])(
  'asked for %i syllables a minute it keeps within 8 % on one sentence',
  async (wanted) => {
    const { samples } = await voice.speak(PROSE, { syllablesPerMinute: wanted });
    const pace = (SYLLABLES * 60 * voice.sampleRateHz) / samples.length;
    expect(pace / wanted).toBeGreaterThan(0.92);
    expect(pace / wanted).toBeLessThan(1.08);
  },
);

test('the rate grows with the pace and stays within what the engine can say', () => {
  const rates = [1, 119, 120, 141, 190, 282, 400, 432, 433, 9_999].map(espeakRate);
  expect(rates).toEqual([...rates].sort((a, b) => a - b));
  expect([rates[0], rates.at(-1)]).toEqual([80, 300]);
  expect(espeakRate(211)).toBe(150);
});

test('different sentences, and different tones on one syllable, sound different', async () => {
  const how = { syllablesPerMinute: 190 };
  const tones = await Promise.all(
    ['ma', 'má', 'mà', 'mả', 'mã', 'mạ'].map((w) => voice.speak(w, how)),
  );
  const prints = new Set(
    tones.map(({ samples }) => Buffer.from(samples.buffer).toString('base64')),
  );
  expect(prints.size).toBe(6);
  const [short, long] = await Promise.all([voice.speak('Có.', how), voice.speak(PROSE, how)]);
  expect(long.samples.length).toBeGreaterThan(10 * short.samples.length);
});

test('more sentences than lanes wait their turn and each gets its own answer', async () => {
  const words = ['Một.', 'Một hai ba bốn năm sáu.', 'Một hai.', 'Một hai ba bốn.', 'Một hai ba.'];
  const lengths = (
    await Promise.all(words.map((w) => voice.speak(w, { syllablesPerMinute: 190 })))
  ).map(({ samples }) => samples.length);
  const [one, six, two, four, three] = lengths as [number, number, number, number, number];
  expect([one, two, three, four, six]).toEqual([...lengths].sort((a, b) => a - b));
});

test('keeps the promises of the port', async () => {
  await keepsItsPromises({ voice, words: 'Một hai ba.', another: 'Bốn năm.' });
});

test('an endless queue is refused', async () => {
  const crowded = createEspeakVoice({ lanes: 1 });
  const all = Array.from({ length: 80 }, () => crowded.speak('Có.', { syllablesPerMinute: 300 }));
  const failed = (await Promise.allSettled(all)).filter(({ status }) => status === 'rejected');
  await crowded.close();
  expect(failed).toHaveLength(15); // one under way, sixty-four waiting
});

test('a voice the engine does not have is refused by name', async () => {
  const lane = createLane(() => startEspeak('zz-nobody'));
  await expect(lane.speak({ words: 'Có.', rate: 150 })).rejects.toMatchObject({
    code: 'voice-unknown',
  });
  await lane.stop();
});

test('a thread that dies is a clear error, and the next call starts another', async () => {
  const dying = () =>
    new Worker(`require('node:worker_threads').parentPort.on('message', () => process.exit(3))`, {
      eval: true,
    });
  const starts = [dying, () => startEspeak('vi')];
  const lane = createLane(() => (starts.shift() ?? dying)());
  const failure = await lane.speak({ words: 'Có.', rate: 150 }).catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(SoundError);
  expect(failure).toMatchObject({ code: 'voice-failed', fault: 'ours' });
  expect((await lane.speak({ words: 'Có.', rate: 150 })).length).toBeGreaterThan(1_000);
  await lane.stop();
});

test('a thread that throws is a clear error too', async () => {
  const lane = createLane(
    () =>
      new Worker(
        `require('node:worker_threads').parentPort.on('message', () => { throw new Error('broken') })`,
        { eval: true },
      ),
  );
  await expect(lane.speak({ words: 'Có.', rate: 150 })).rejects.toMatchObject({
    code: 'voice-failed',
  });
  await lane.stop();
});

test('an abort in the middle of a sentence stops the thread at once', async () => {
  const lane = createLane(
    () =>
      new Worker(`require('node:worker_threads').parentPort.on('message', () => { for (;;); })`, {
        eval: true,
      }),
  );
  const controller = new AbortController();
  const speaking = lane.speak({ words: 'Có.', rate: 150 }, controller.signal);
  controller.abort();
  await expect(speaking).rejects.toMatchObject({ code: 'stopped' });
});

test('an abort before the turn came speaks nothing', async () => {
  const words = { syllablesPerMinute: 190, signal: AbortSignal.abort() };
  await expect(voice.speak('Có.', words)).rejects.toMatchObject({ code: 'stopped' });
});

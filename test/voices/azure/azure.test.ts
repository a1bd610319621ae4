import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { createAzureVoice } from '../../../audio/voices/azure/azure.ts';
import type { AzureWanted } from '../../../audio/voices/azure/settings.ts';
import {
  type Behaviour,
  KEY,
  type SpeechServer,
  type SpeechServerOptions,
  startSpeechServer,
} from './server.ts';
import { samplesOf, toneFor } from './usp.ts';

const WORDS = 'Kính thưa bà con, đây là thông báo của Ủy ban nhân dân xã; xin mời nghe.';
const HOW = { syllablesPerMinute: 200 };
const WHOLE: Behaviour = { kind: 'whole' };

const made: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of made.splice(0).reverse()) await one.close();
});

/** Waits are short. Silence is borne for longer than a test lasts: nothing may be found out by it alone. */
async function start(options: SpeechServerOptions = {}, more: Partial<AzureWanted> = {}) {
  const server = await startSpeechServer(options);
  const patience = { silenceMs: 60_000, firstWaitMs: 4, totalMs: 60_000 };
  const voice = createAzureVoice({ key: KEY, endpoint: server.endpoint, patience, ...more });
  made.push(server, voice);
  return { server, voice };
}

/** As it goes wrong the first time, and goes well after. */
const once = (behaviour: Behaviour) => (nth: number) => (nth === 1 ? behaviour : WHOLE);
const wholeLength = (server: SpeechServer) => samplesOf(server.letters.at(-1) ?? '');
/** a comparison of a hundred thousand numbers is slow where a difference would be shown */
const print = (samples: Int16Array) =>
  createHash('sha256').update(new Uint8Array(samples.buffer)).digest('hex');
const failure = (speaking: Promise<unknown>) => speaking.catch((thrown: unknown) => thrown);

describe('a line that holds', () => {
  test('a sentence comes back whole, and says who spoke it', async () => {
    const { server, voice } = await start();
    const { samples, by } = await voice.speak(WORDS, HOW);
    expect(samples).toBeInstanceOf(Int16Array);
    expect(print(samples)).toBe(print(toneFor(server.letters[0] ?? '')));
    expect(by).toEqual({ engine: 'azure', engineVersion: voice.engineVersion, voice: voice.id });
    expect(JSON.parse(server.contexts[0] ?? '')).toMatchObject({
      synthesis: { audio: { outputFormat: 'raw-24khz-16bit-mono-pcm' } },
    });
  });

  test.each([150, 190, 230, 300])('it is asked for %i syllables a minute', async (wanted) => {
    const { voice } = await start();
    const { samples } = await voice.speak('một hai ba bốn năm sáu bảy tám chín mười', {
      syllablesPerMinute: wanted,
    });
    const pace = (10 * 60 * voice.sampleRateHz) / samples.length;
    expect(pace / wanted).toBeGreaterThan(0.92);
    expect(pace / wanted).toBeLessThan(1.08);
  });

  test('the second voice answers in a dialogue, over the same connection', async () => {
    const { server, voice } = await start();
    await voice.speak(WORDS, HOW);
    const { by } = await voice.speak(WORDS, { ...HOW, speaker: 'second' });
    expect(by.voice).toBe('vi-VN-NamMinhNeural');
    expect(server.letters[1]).toContain('<voice name="vi-VN-NamMinhNeural">');
    expect(server.upgrades).toHaveLength(1);
  });

  test('sentences in one moment share the lanes, and each gets its own answer', async () => {
    const { server, voice } = await start({ latencyMs: 15 }, { lanes: 2 });
    const words = Array.from({ length: 9 }, (_, at) => 'chữ '.repeat(at + 1).trim());
    const spoken = await Promise.all(words.map((some) => voice.speak(some, HOW)));
    const lengths = spoken.map(({ samples }) => samples.length);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    expect(new Set(lengths).size).toBe(9);
    expect(server.busiest()).toBe(2);
    expect(server.upgrades).toHaveLength(2);
  });

  test('nothing but signs asks for nothing', async () => {
    const { server, voice } = await start();
    expect((await voice.speak(' ; : ', HOW)).samples).toHaveLength(0);
    expect(server.upgrades).toHaveLength(0);
  });

  test('more than five minutes in one sentence are two letters, joined without loss', async () => {
    const { server, voice } = await start();
    const clause = 'một hai ba bốn năm sáu bảy tám chín mười;';
    const { samples } = await voice.speak(Array.from({ length: 105 }, () => clause).join(' '), HOW);
    expect(server.letters).toHaveLength(2);
    const [first = 0, last = 0] = server.letters.map(samplesOf);
    expect(first / 24_000 / 60).toBeLessThan(10);
    const rest = 300 * 24;
    expect(samples.length).toBeGreaterThan(first + last + rest - 2_400);
    expect(samples.length).toBeLessThan(first + last + rest + 2_400);
  });

  test('a letter of more than 64 KB is never sent', async () => {
    const pronunciations = [{ words: 'UBND', say: 'ủy ban nhân dân '.repeat(200).trim() }];
    const { server, voice } = await start({}, { pronunciations });
    await voice.speak('UBND xã, '.repeat(40), HOW);
    expect(server.letters.length).toBeGreaterThan(1);
    for (const letter of server.letters) expect(Buffer.byteLength(letter)).toBeLessThan(65_536);
    expect(server.letters.join().match(/<sub /g)).toHaveLength(40);
  });

  test('a line the service closed meanwhile is opened again', async () => {
    const { server, voice } = await start();
    await voice.speak(WORDS, HOW);
    server.closeLines();
    await expect.poll(() => server.open()).toBe(0);
    expect((await voice.speak(WORDS, HOW)).samples).toHaveLength(wholeLength(server));
  });
});

describe('a line that does not', () => {
  test.each<[string, Behaviour]>([
    ['cut in the middle of the sound', { kind: 'drop', at: 'middle' }],
    ['cut before any sound', { kind: 'drop', at: 'start' }],
    [
      'closed in the middle as if all were well',
      { kind: 'close', code: 1000, reason: '', at: 'middle' },
    ],
    [
      'closed before the turn as if all were well',
      { kind: 'close', code: 1000, reason: '', at: 'start' },
    ],
    ['closed for repairs', { kind: 'close', code: 1001, reason: 'going away', at: 'middle' }],
    ['closed by a fault of the service', { kind: 'close', code: 1011, reason: '', at: 'start' }],
    ['throttled', { kind: 'close', code: 4429, reason: 'The request is throttled', at: 'start' }],
    [
      'throttled in the middle',
      { kind: 'close', code: 1007, reason: 'Throttled due to too many requests', at: 'middle' },
    ],
    ['too short, by its own word', { kind: 'short', tellsLength: true }],
    ['too short, without a word', { kind: 'short', tellsLength: false }],
  ])('an answer %s is asked for again, and never used', async (_what, behaviour) => {
    const { server, voice } = await start({ behave: once(behaviour) });
    const { samples } = await voice.speak(WORDS, HOW);
    expect(samples).toHaveLength(wholeLength(server));
    expect(server.letters).toHaveLength(2);
  });

  test('an answer without an end, without a word or in no language is waited for, then asked for again', async () => {
    const patience = { silenceMs: 1_000, firstWaitMs: 4 };
    const kinds = ['endless', 'silent', 'garbled'] as const;
    const asked = kinds.map(async (kind) => {
      const { server, voice } = await start({ behave: once({ kind }) }, { patience });
      const { samples } = await voice.speak(WORDS, HOW);
      return [kind, server.letters.length, samples.length === wholeLength(server)];
    });
    expect(await Promise.all(asked)).toEqual(kinds.map((kind) => [kind, 2, true]));
  });

  test.each<[string, Behaviour, string]>([
    ['quota', { kind: 'close', code: 1007, reason: 'Quota exceeded.', at: 'start' }, 'voice-quota'],
    [
      'an unknown voice',
      { kind: 'close', code: 1007, reason: 'Unsupported voice vi-VN-X.', at: 'start' },
      'voice-unknown',
    ],
    [
      'a bad letter',
      { kind: 'close', code: 1007, reason: 'SSML is invalid', at: 'start' },
      'voice-failed',
    ],
    ['sound without end', { kind: 'flood' }, 'voice-failed'],
  ])('%s is told at once and not asked again', async (_what, behaviour, code) => {
    const { server, voice } = await start({ behave: () => behaviour });
    expect(await failure(voice.speak(WORDS, HOW))).toMatchObject({ code });
    expect(server.letters).toHaveLength(1);
    await expect.poll(() => server.open()).toBe(0);
  });

  test.each([
    [401, {}, 'voice-key'],
    [403, {}, 'voice-key'],
    [403, { 'Retry-After': '86400' }, 'voice-quota'],
    [404, {}, 'voice-unreachable'],
    [400, {}, 'voice-failed'],
    [429, { 'Retry-After': '3600' }, 'voice-throttled'],
  ])('refused with %i %j: told at once', async (status, headers, code) => {
    const { server, voice } = await start({ upgrade: () => ({ status, headers }) });
    const thrown = await failure(voice.speak(WORDS, HOW));
    expect(thrown).toMatchObject({ code });
    expect(server.upgrades).toHaveLength(1);
  });

  test.each([429, 500, 503])('refused with %i twice: asked again', async (status) => {
    const { server, voice } = await start({ upgrade: (nth) => (nth < 3 ? { status } : null) });
    expect((await voice.speak(WORDS, HOW)).samples.length).toBeGreaterThan(0);
    expect(server.upgrades).toHaveLength(3);
  });

  test('a time to come back is waited for', async () => {
    const headers = { 'Retry-After': '1' };
    const { voice } = await start({
      upgrade: (nth) => (nth === 1 ? { status: 429, headers } : null),
    });
    const startMs = performance.now();
    await voice.speak('Có.', HOW);
    expect(performance.now() - startMs).toBeGreaterThanOrEqual(1_000);
  });

  test('a service that never answers is told as slow, one that is not there as unreachable', async () => {
    const { server, voice } = await start(
      { behave: () => ({ kind: 'silent' }) },
      { patience: { silenceMs: 40, firstWaitMs: 2 } },
    );
    expect(await failure(voice.speak(WORDS, HOW))).toMatchObject({
      code: 'voice-slow',
      fault: 'world',
    });
    await server.close();
    expect(await failure(voice.speak(WORDS, HOW))).toMatchObject({ code: 'voice-unreachable' });
  });
});

test('a key that expires in the middle: what was spoken stays, the rest says why, a new key goes on', async () => {
  let key = KEY;
  const { server, voice } = await start({}, { key: () => key });
  const before = await voice.speak(WORDS, HOW);
  const printed = print(before.samples);
  server.key = 'fedcba9876543210fedcba9876543210';
  server.closeLines();
  expect(await failure(voice.speak(WORDS, HOW))).toMatchObject({ code: 'voice-key' });
  expect(print(before.samples)).toBe(printed);
  key = server.key;
  expect((await voice.speak(WORDS, HOW)).samples).toHaveLength(wholeLength(server));
});

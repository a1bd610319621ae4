// Sentences to one stream with a fake voice: the map, the limit, the order and the bounds.
// It must never know a real engine.
import { expect, test } from 'vitest';
import { SoundError } from '../../audio/errors.ts';
import { type SpokenSentence, streamSpeech } from '../../audio/speech.ts';
import type { Voice } from '../../audio/voices/port.ts';

const RATE = 1_000;

/** Speaks each syllable for 300 ms, and counts how many sentences it was given at once. */
function fakeVoice(speakOf?: (words: string) => Promise<Int16Array>) {
  const seen = { now: 0, most: 0, paces: new Set<number>() };
  const voice: Voice = {
    id: 'fake',
    engine: 'fake',
    engineVersion: '1',
    language: 'vie',
    sampleRateHz: RATE,
    synthetic: true,
    lanes: 2,
    place: 'here',
    async speak(words, how) {
      seen.paces.add(how.syllablesPerMinute);
      seen.now += 1;
      seen.most = Math.max(seen.most, seen.now);
      await Promise.resolve();
      seen.now -= 1;
      const syllables = /\p{L}/u.test(words) ? words.split(' ').length : 0;
      const said = speakOf?.(words) ?? new Int16Array(syllables * 300).fill(5_000);
      return { samples: await said, by: { engine: 'fake', engineVersion: '1', voice: 'fake' } };
    },
    async close() {},
  };
  return { voice, seen };
}

async function speak(sentences: string[], options: { maxSeconds?: number; voice?: Voice } = {}) {
  const map: SpokenSentence[] = [];
  let samples = 0;
  const stream = streamSpeech({
    sentences,
    voice: options.voice ?? fakeVoice().voice,
    pace: { syllablesPerMinute: 190, fullStopMs: 400 },
    maxSeconds: options.maxSeconds ?? null,
    onSentence: (sentence) => map.push(sentence),
    signal: new AbortController().signal,
  });
  for await (const part of stream) samples += part.length;
  return { map, ms: (samples * 1_000) / RATE };
}

test('the map says which second says which sentence, rests between, short silence around', async () => {
  const { map, ms } = await speak(['Một hai ba.', 'Bốn năm:', 'Sáu.']);
  expect(map).toEqual([
    { words: 'Một hai ba.', startMs: 80, endMs: 980 },
    { words: 'Bốn năm:', startMs: 1_380, endMs: 1_980 },
    { words: 'Sáu.', startMs: 2_260, endMs: 2_560 },
  ]);
  expect(ms).toBe(2_560 + 120);
});

test('what makes no sound takes no time and no place in the map', async () => {
  const { map } = await speak(['...', 'Một.', ' ', 'Hai.']);
  expect(map.map(({ words }) => words)).toEqual(['Một.', 'Hai.']);
  expect(map[0]?.startMs).toBe(80);
});

test.each([
  [0.01, 1],
  [0.5, 1],
  [1.19, 1],
  [1.2, 2],
  [1.89, 2],
  [1.9, 3],
  [60, 4],
])('a limit of %f s keeps %i sentences, the last one whole', async (maxSeconds, kept) => {
  const { map, ms } = await speak(['Một.', 'Hai.', 'Ba.', 'Bốn.'], { maxSeconds });
  expect(map).toHaveLength(kept);
  if (kept > 1) expect(ms).toBeLessThanOrEqual(maxSeconds * 1_000);
});

test('nothing that can be spoken is an error of the caller', async () => {
  await expect(speak(['...', ''])).rejects.toMatchObject({
    code: 'nothing-to-say',
    fault: 'caller',
  });
});

test('more than six hours is refused without a limit', async () => {
  const hour = fakeVoice(async () => new Int16Array(3_600 * RATE).fill(5_000)).voice;
  const sentences = Array.from({ length: 7 }, () => 'Một giờ.');
  await expect(speak(sentences, { voice: hour })).rejects.toMatchObject({ code: 'too-much-sound' });
});

test('lanes are kept busy, one sentence ready beyond them, never more', async () => {
  const { voice, seen } = fakeVoice();
  await speak(
    Array.from({ length: 40 }, (_, at) => `Câu ${at} .`),
    { voice },
  );
  expect(seen.most).toBeGreaterThan(1);
  expect(seen.most).toBeLessThanOrEqual(3);
  expect(seen.paces.size).toBe(1); // one pace for all, so that a sentence sounds the same wherever it stands
});

test('a voice that fails is heard of at once', async () => {
  const { voice } = fakeVoice(async () => {
    throw new SoundError('voice-failed');
  });
  await expect(speak(['Một.', 'Hai.'], { voice })).rejects.toMatchObject({ code: 'voice-failed' });
});

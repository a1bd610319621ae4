// A dialogue in two voices, made with the real engine and measured in the finished file.
// It must never know which lines of a text are whose.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureFile } from '../../audio/mastering/measure.ts';
import { type ProducedClip, type ProduceOrder, produceClip } from '../../audio/produce.ts';
import { createEspeakVoice } from '../../audio/voices/espeak.ts';
import type { Speaker, Voice } from '../../audio/voices/port.ts';
import { decode, makeFolder, rms } from './fixture.ts';
import { pitchHz } from './pitch.ts';

const SENTENCES = [
  'Quyết định này quy định thế nào về thời gian đốt nương, thưa bà con trong xã.',
  'Chỉ được đốt nương từ năm giờ đến chín giờ sáng, khi lặng gió, và phải có người trông coi.',
  'Trước khi đốt, mỗi hộ phải làm gì với trưởng bản và các hộ có nương ở gần.',
  'Báo cho trưởng bản trước một ngày, dọn đường băng rộng ít nhất mười mét quanh nương của mình.',
];
const SPEAKERS: Speaker[] = ['first', 'second', 'first', 'second'];
const voice = createEspeakVoice();
const folder = makeFolder();
let clip: ProducedClip;

function order(changes: Partial<ProduceOrder> = {}): ProduceOrder {
  return {
    sentences: SENTENCES,
    speakers: SPEAKERS,
    title: 'Hỏi và đáp về đốt nương',
    voice,
    clipsDir: folder.path,
    maxSeconds: null,
    onProgress: () => undefined,
    signal: new AbortController().signal,
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

const RATE_HZ = 16_000;
async function heard(): Promise<Int16Array[]> {
  const samples = await decode(clip.path);
  return clip.sentences.map(({ startMs, endMs }) =>
    samples.subarray((startMs * RATE_HZ) / 1_000, (endMs * RATE_HZ) / 1_000),
  );
}

test('who answers speaks a fifth higher than who asks, or more', async () => {
  const [ask, answer, askAgain, answerAgain] = (await heard()).map((one) => pitchHz(one, RATE_HZ));
  for (const high of [answer, answerAgain])
    for (const low of [ask, askAgain]) expect((high ?? 0) / (low ?? 1)).toBeGreaterThan(1.25);
  // and each is one voice throughout
  expect(Math.abs((ask ?? 0) / (askAgain ?? 1) - 1)).toBeLessThan(0.15);
  expect(Math.abs((answer ?? 0) / (answerAgain ?? 1) - 1)).toBeLessThan(0.15);
});

test('both are as loud as each other, and the whole as a broadcaster asks', async () => {
  const levels = (await heard()).map((one) => 20 * Math.log10(rms(one)));
  expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(4);
  const { lufs, truePeakDb } = await measureFile(clip.path);
  expect(Math.abs((lufs ?? 0) + 16)).toBeLessThanOrEqual(0.5);
  expect(truePeakDb).toBeLessThanOrEqual(-1.5);
});

test('both keep the same pace', async () => {
  const how = { syllablesPerMinute: 190 } as const;
  const words = SENTENCES.join(' ');
  const [first, second] = await Promise.all([
    voice.speak(words, how),
    voice.speak(words, { ...how, speaker: 'second' }),
  ]);
  expect(Math.abs(second.samples.length / first.samples.length - 1)).toBeLessThan(0.03);
});

test('the mark of machine speech names both voices, in the facts and in the file', () => {
  expect(clip.synthetic.voice).toBe('vi, vi+f2');
  const head = readFileSync(clip.path).subarray(0, 4_096).toString('latin1');
  expect(head).toContain('VOICE=vi, vi+f2');
  expect(head).toContain('SYNTHETIC=1');
});

test('who speaks is part of what a clip is; one voice throughout keeps its old name', async () => {
  const ids = new Set<string>();
  for (const speakers of [SPEAKERS, [...SPEAKERS].reverse(), undefined, SPEAKERS.map(first)]) {
    const { speakers: _both, ...alone } = order({ sentences: SENTENCES.slice(0, 2) });
    const made = await produceClip(
      speakers === undefined ? alone : { ...alone, speakers: speakers.slice(0, 2) },
    );
    ids.add(made.id);
  }
  expect(ids.size).toBe(3);
});
const first = (): Speaker => 'first';

test('an engine of one voice says both sides, and its mark names that one', async () => {
  const { secondId: _none, ...lone } = voice;
  const single: Voice = {
    ...lone,
    speak: (words, how) => voice.speak(words, { ...how, speaker: 'first' }),
  };
  const made = await produceClip(order({ voice: single, sentences: SENTENCES.slice(0, 2) }));
  expect(made.synthetic.voice).toBe('vi');
});

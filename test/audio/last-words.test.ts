// A clip cut to a length keeps its last words; one that is not cut is what it would be anyway.
// It must never need a real voice: this one hums two seconds a sentence.
import { afterAll, expect, test } from 'vitest';
import { produceEndingWith } from '../../audio/last-words.ts';
import { produceClip } from '../../audio/produce.ts';
import { makeFolder } from './fixture.ts';
import { toneOrder } from './tone.ts';

const folder = makeFolder();
afterAll(() => folder.remove());
const LAST = 'Bản tin do giọng máy đọc.';
const { order, spoken } = toneOrder(folder.path);
const sentences = [...order.sentences.slice(0, 8), '…', LAST];
const made = (maxSeconds: number | null, of: Partial<typeof order> = {}) =>
  produceEndingWith({ ...order, sentences, maxSeconds, ...of });

test('whole, or long enough, it is the clip it would be anyway', async () => {
  const plain = await produceClip({ ...order, sentences, maxSeconds: null });
  expect((await made(null)).id).toBe(plain.id);
  expect((await made(60)).sentences.at(-1)?.words).toBe(LAST);
});

test.each([8, 11, 15])(
  'cut to %d seconds it still ends with its last words, and in time',
  async (seconds) => {
    const clip = await made(seconds);
    expect(clip.sentences.at(-1)?.words).toBe(LAST);
    expect(clip.durationMs).toBeLessThanOrEqual(seconds * 1_000);
    expect(clip.sentences.length).toBeGreaterThan(1);
    expect(clip.sentences[0]?.words).toBe(sentences[0]);
  },
);

test('where nothing else fits it is a breath longer rather than unmarked; nothing is said twice', async () => {
  const clip = await made(1, { speakers: sentences.map(() => 'first' as const) });
  expect(clip.sentences.map(({ words }) => words)).toEqual([sentences[0], LAST]);
  expect(spoken.filter((words) => words === LAST)).toHaveLength(1);
});

// A clip that its first voice could not speak alone: who spoke what stands in its facts and its file, and may be tried again.
// It must never know real engines.
import { afterAll, expect, test } from 'vitest';
import { SoundError } from '../../audio/errors.ts';
import { openClip, type ProduceOrder, produceClip } from '../../audio/produce.ts';
import { ladderOf } from '../../audio/voices/ladder.ts';
import type { Voice } from '../../audio/voices/port.ts';
import { makeFolder } from './fixture.ts';
import { toneOrder } from './tone.ts';

const folder = makeFolder();
afterAll(() => folder.remove());
const { order: calm } = toneOrder(folder.path);
const SENTENCES = calm.sentences.slice(0, 4);
const asked: string[] = [];
let down = true;

/** Cannot say the third sentence while it is down. */
const cloud: Voice = {
  ...calm.voice,
  ...{ id: 'vi-VN-HoaiMyNeural', engine: 'azure', engineVersion: 'v1', place: 'cloud' },
  async speak(words, how) {
    asked.push(words);
    if (down && words === SENTENCES[2]) throw new SoundError('voice-throttled');
    const { samples } = await calm.voice.speak(words, how);
    return { samples, by: { engine: 'azure', engineVersion: 'v1', voice: 'vi-VN-HoaiMyNeural' } };
  },
};
const order = (changes: Partial<ProduceOrder> = {}): ProduceOrder => ({
  ...{ ...calm, sentences: SENTENCES, voice: ladderOf([cloud, calm.voice]) },
  ...changes,
});

test('each engine and voice that spoke is named, with its share, and each fall with its reason', async () => {
  const clip = await produceClip(order());
  expect(clip.falls).toContainEqual({
    ...{ sentence: 2, reason: 'voice-throttled' },
    from: { engine: 'azure', engineVersion: 'v1', voice: 'vi-VN-HoaiMyNeural' },
    to: { engine: 'tone', engineVersion: '1', voice: 'a' },
  });
  const shares = clip.spokenBy.reduce((sum, { sentences }) => sum + sentences, 0);
  expect(shares).toBe(SENTENCES.length);
  expect(clip.spokenBy.map(({ engine }) => engine).sort()).toEqual(['azure', 'tone']);
  for (const name of ['azure v1', 'tone 1']) expect(clip.synthetic.engine).toContain(name);
  const { tags } = await openClip(clip.path);
  expect(tags.get('VOICE')).toContain('vi-VN-HoaiMyNeural');
  expect(tags.get('ENGINE')).toBe(clip.synthetic.engine);
});

test('the same order finds the same clip; tried again, only what fell is asked for', async () => {
  down = false;
  asked.length = 0;
  const before = await produceClip(order());
  expect(before.falls.length).toBeGreaterThan(0);
  expect(asked).toEqual([]);
  const after = await produceClip(order({ retake: 1 }));
  expect(asked).toEqual(before.falls.map(({ sentence }) => SENTENCES[sentence]));
  expect(after.falls).toEqual([]);
  expect(after.spokenBy).toHaveLength(1);
});

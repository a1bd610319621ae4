// One real clip spoiled in each known way: the machine names the defect, its second and its sentence; of the good one it says nothing.
// It must never know how a defect is found; many clips are the bench's (npm run bench -- --only sound).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemFfmpeg } from '../../audio/mastering/ffmpeg.ts';
import { type ProducedClip, produceClip } from '../../audio/produce.ts';
import { createEspeakVoice } from '../../audio/voices/espeak.ts';
import { makeFolder, NOTICE } from '../audio/fixture.ts';
import { DEFECTS, noticed, noticedIn, pieceOf } from '../bench/sound/seeded.ts';

const folder = makeFolder();
const voice = createEspeakVoice();
let clip: ProducedClip;

beforeAll(async () => {
  clip = await produceClip({
    ...{ sentences: NOTICE, title: 'Thử máy nghe', voice, clipsDir: folder.path },
    ...{ maxSeconds: null, onProgress: () => {}, nowMs: () => 0 },
    signal: new AbortController().signal,
  });
}, 60_000);
afterAll(async () => {
  await voice.close();
  folder.remove();
});

test('of a good clip nothing is said', async () => {
  expect(await noticed(clip.path)).toEqual([]);
});

test.runIf(systemFfmpeg() !== null).each(Object.entries(DEFECTS))(
  '%s is found where it is',
  async (_, spoil) => {
    const piece = pieceOf(clip.path);
    const longest = [...piece.sentences.keys()]
      .slice(1, -1)
      .sort((a, b) => lengthOf(piece.sentences[b]) - lengthOf(piece.sentences[a]))[0];
    expect(await noticedIn(clip.path, spoil(piece, longest ?? 1))).toBe(true);
  },
);

function lengthOf(sentence: { startMs: number; endMs: number } | undefined): number {
  return sentence === undefined ? 0 : sentence.endMs - sentence.startMs;
}

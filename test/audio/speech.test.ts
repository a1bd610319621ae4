// Sentences to samples and places with a fake voice: the map, the limit, the order, the bounds, and what is kept.
// It must never know a real engine.
import { afterEach, expect, test } from 'vitest';
import { SoundError } from '../../audio/errors.ts';
import { openKept } from '../../audio/kept/kept.ts';
import { createTalk, type Said } from '../../audio/speech.ts';
import { durationOf, sentencesOf, timetable } from '../../audio/timetable.ts';
import type { Fall, Voice } from '../../audio/voices/port.ts';
import { makeFolder } from './fixture.ts';

const RATE = 1_000;
let folder = makeFolder();
afterEach(() => {
  folder.remove();
  folder = makeFolder();
});

type Fake = { speakOf?: (words: string) => Promise<Int16Array>; falls?: (words: string) => Fall[] };

/** Speaks each syllable for 300 ms, and counts how many sentences it was given at once. */
function fakeVoice({ speakOf, falls }: Fake = {}) {
  const seen = { now: 0, most: 0, paces: new Set<number>(), words: [] as string[] };
  const mark = { engine: 'fake', engineVersion: '1' };
  const voice: Voice = {
    ...{ id: 'fake', secondId: 'other', ...mark, language: 'vie', sampleRateHz: RATE },
    ...{ synthetic: true, lanes: 2, place: 'here' },
    async speak(words, how) {
      seen.paces.add(how.syllablesPerMinute);
      seen.words.push(words);
      seen.now += 1;
      seen.most = Math.max(seen.most, seen.now);
      const syllables = /\p{L}/u.test(words) ? words.split(' ').length : 0;
      const samples = (await speakOf?.(words)) ?? new Int16Array(syllables * 300).fill(5_000);
      seen.now -= 1;
      const fell = falls?.(words) ?? [];
      const by = fell.at(-1)?.to ?? { ...mark, voice: how.speaker === 'second' ? 'other' : 'fake' };
      return { samples, by, ...(fell.length > 0 && { falls: fell }) };
    },
    async close() {},
  };
  return { voice, seen };
}

async function speak(
  sentences: string[],
  options: { maxSeconds?: number; voice?: Voice; cutAfter?: number[] } = {},
) {
  const said: Said[] = [];
  const pace = { syllablesPerMinute: 190, fullStopMs: 400 };
  const talk = createTalk({
    ...{ sentences, pace, voice: options.voice ?? fakeVoice().voice },
    ...{ kept: await openKept(folder.path), signal: new AbortController().signal },
  });
  const table = await timetable({
    saying: talk.inOrder(async () => null),
    partOf: (index) => (options.cutAfter ?? []).filter((cut) => index > cut).length,
    ...{ fullStopMs: 400, rateHz: RATE, maxSeconds: options.maxSeconds ?? null },
    onSaid: (one) => said.push(one),
  });
  return { map: sentencesOf(table, RATE), ms: durationOf(table, RATE), said, table };
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

test('a part begins on a whole frame, its lead taken off the rest before it', async () => {
  const { map, table } = await speak(['Một hai ba.', 'Bốn năm:', 'Sáu.'], { cutAfter: [0] });
  // 980 + 320 of the rest are 1,300: 22 frames are 1,320; then 80 of lead
  expect(table.parts.map(({ startFrame }) => startFrame)).toEqual([0, 22]);
  expect(map.map(({ startMs }) => startMs)).toEqual([80, 1_400, 2_280]);
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

test('a limit that falls on a cut ends the part before it as a clip ends', async () => {
  const { table, ms } = await speak(['Một.', 'Hai.'], { maxSeconds: 1, cutAfter: [0] });
  expect(table.parts.map(({ last }) => last)).toEqual([true]);
  expect(ms).toBe(80 + 300 + 120);
});

test('nothing that can be spoken is an error of the caller', async () => {
  const silent = speak(['...', '']);
  await expect(silent).rejects.toMatchObject({ code: 'nothing-to-say', fault: 'caller' });
});

test('more than six hours is refused without a limit', async () => {
  const speakOf = async () => new Int16Array(3_600 * RATE).fill(5_000);
  const { voice } = fakeVoice({ speakOf });
  const sentences = Array.from({ length: 7 }, (_, at) => `Giờ thứ ${at}.`);
  await expect(speak(sentences, { voice })).rejects.toMatchObject({ code: 'too-much-sound' });
});

test('lanes are kept busy, one sentence ready beyond them, never more', async () => {
  // each is answered when another has asked, or alone after a while: the disk may bring what was to be said first last
  const alone: string[] = [];
  let wake = () => {};
  const { voice, seen } = fakeVoice({
    speakOf: (words) =>
      new Promise((resolve) => {
        wake();
        const waits = setTimeout(() => {
          alone.push(words);
          wake();
        }, 100);
        wake = () => {
          clearTimeout(waits);
          resolve(new Int16Array(300).fill(5_000));
        };
      }),
  });
  await speak(
    Array.from({ length: 40 }, (_, at) => `Câu ${at} .`),
    { voice },
  );
  expect(alone.length).toBeLessThan(10); // with one lane at work: all forty
  expect([2, 3]).toContain(seen.most);
  expect(seen.paces.size).toBe(1); // one pace for all, so that a sentence sounds the same wherever it stands
});

test('a voice that fails is heard of at once', async () => {
  const { voice } = fakeVoice({
    speakOf: () => Promise.reject(new SoundError('voice-failed')),
  });
  await expect(speak(['Một.', 'Hai.'], { voice })).rejects.toMatchObject({ code: 'voice-failed' });
});

test('what was said once is not said again; one changed sentence alone is', async () => {
  const script = ['Một.', 'Hai ba.', 'Bốn.', 'Một.'];
  const first = fakeVoice();
  const before = await speak(script, { voice: first.voice });
  expect(first.seen.words.sort()).toEqual(['Bốn.', 'Hai ba.', 'Một.']);
  const second = fakeVoice();
  const after = await speak(script.with(1, 'Hai ba bốn.'), { voice: second.voice });
  expect(second.seen.words).toEqual(['Hai ba bốn.']);
  expect(after.said.map(({ key }) => key).with(1, '')).toEqual(
    before.said.map(({ key }) => key).with(1, ''),
  );
});

test('what the second step of a ladder said is marked as its own, and the first is asked again', async () => {
  const fall: Fall = {
    from: { engine: 'fake', engineVersion: '1', voice: 'fake' },
    to: { engine: 'beneath', engineVersion: '2', voice: 'b' },
    ...{ reason: 'voice-slow', words: 'Hai.', tried: true },
  };
  const fallen = fakeVoice({ falls: (words) => (words === 'Hai.' ? [fall] : []) });
  const { said } = await speak(['Một.', 'Hai.'], { voice: fallen.voice });
  expect(said.map(({ by }) => by.engine)).toEqual(['fake', 'beneath']);
  expect(said[1]?.falls).toEqual([fall]);
  const well = fakeVoice();
  const again = await speak(['Một.', 'Hai.'], { voice: well.voice });
  expect(well.seen.words).toEqual(['Hai.']);
  expect(again.said.map(({ by }) => by.engine)).toEqual(['fake', 'fake']);
});

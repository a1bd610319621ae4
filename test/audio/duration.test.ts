// The estimate a planner works with, held to the sound that is really made.
// It must never know how the estimate is computed.
import { afterAll, expect, test } from 'vitest';
import { restMs, speakingPace } from '../../audio/join.ts';
import { secondsOf, spokenSeconds } from '../../audio/reading/programmes/duration.ts';
import { programmesOf } from '../../audio/reading/programmes/programmes.ts';
import type { Pace } from '../../audio/speech.ts';
import { createEspeakVoice } from '../../audio/voices/espeak.ts';
import { PLAN } from '../reading/programmes/plan.ts';
import { CORPUS, corpusText, hasShared, read } from '../reading/shared.ts';
import { soundSeconds } from './fixture.ts';

const voice = createEspeakVoice();
afterAll(() => voice.close());

function spoken(sentences: readonly { words: string }[], pace: Pace): Promise<number> {
  return soundSeconds(
    sentences.map(({ words }) => words),
    { voice, pace },
  );
}

test.each<Pace>([
  { syllablesPerMinute: 190, fullStopMs: 400 },
  { syllablesPerMinute: 170, fullStopMs: 800 },
])(
  'a plan of four minutes and its programmes last what is estimated: $syllablesPerMinute a minute, rests of $fullStopMs ms',
  async (pace) => {
    const script = read(PLAN, pace);
    const parts = programmesOf(script, { minutes: 3, profile: pace });
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      const body = script.sentences.slice(part.sentenceFrom, part.sentenceTo);
      const seconds = await spoken([...part.opening, ...body, ...part.closing], pace);
      expect(part.seconds / seconds).toBeGreaterThan(0.95);
      expect(part.seconds / seconds).toBeLessThan(1.05);
    }
    expect(secondsOf(script.sentences, pace)).toBeGreaterThan(240);
  },
  60_000,
);

test.skipIf(!hasShared).each(CORPUS.map((name, at) => [name, at % 2 === 0 ? 190 : 170] as const))(
  'thirty sentences of %s at %i a minute last what is estimated',
  async (name, syllablesPerMinute) => {
    const pace = { syllablesPerMinute, fullStopMs: 400 };
    const sentences = read(corpusText(name)).sentences.slice(40, 70);
    const ratio = secondsOf(sentences, pace) / (await spoken(sentences, pace));
    expect(ratio).toBeGreaterThan(0.95);
    expect(ratio).toBeLessThan(1.05);
  },
  60_000,
);

test.each<[string, number]>([
  ['Mười hai hồ chứa nước.', 400],
  ['mười hai hồ chứa nước,', 400],
  ['mười hai hồ chứa nước;', 250],
  ['gồm các hồ sau: ', 800],
  ['Không có dấu', 400],
])('the rest after "%s" is the one the sound gets', (words, fullStopMs) => {
  const rest = (ms: number) => spokenSeconds(words, { syllablesPerMinute: 60, fullStopMs: ms });
  // At one syllable a second the pace of speech stays the same for both; what is left is the rest.
  const speech = (ms: number) => speakingPace({ syllablesPerMinute: 60, fullStopMs: ms }) / 60;
  const units = (rest(0) * speech(0)) / 1;
  expect(rest(fullStopMs) - units / speech(fullStopMs)).toBeCloseTo(
    restMs(words, fullStopMs) / 1_000,
    3,
  );
});

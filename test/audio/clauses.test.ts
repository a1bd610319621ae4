// Clauses in time: at the pauses where there are some, by syllables where not, in order, without gaps or overlaps.
// It must never know a real engine but in its last test.
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { clausesOf, pausesIn } from '../../audio/clauses.ts';
import { trimmed } from '../../audio/join.ts';
import { createEspeakVoice } from '../../audio/voices/espeak.ts';

const voice = createEspeakVoice({ lanes: 1 });
afterAll(() => voice.close());

const sentence = { words: 'Một hai, ba bốn năm sáu.', startMs: 1_000, endMs: 7_000 };

test('without pauses clauses last as long as their syllables', () => {
  expect(clausesOf({ ...sentence, pauses: [] })).toEqual([
    { words: 'Một hai,', startMs: 1_000, endMs: 3_000 },
    { words: 'ba bốn năm sáu.', startMs: 3_000, endMs: 7_000 },
  ]);
});

test('a pause near the comma is where one ends and the next begins', () => {
  const pauses = [
    { fromMs: 500, untilMs: 600 },
    { fromMs: 2_300, untilMs: 2_500 },
    { fromMs: 5_000, untilMs: 5_400 },
  ];
  expect(clausesOf({ ...sentence, pauses }).map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [1_000, 3_300],
    [3_500, 7_000],
  ]);
});

test('whatever the words and pauses: in order, inside the sentence, all words once', () => {
  const words = fc.array(fc.constantFrom('một', 'hai,', 'ba;', 'bốn:', 'năm'), { minLength: 1 });
  const pause = fc.record({ fromMs: fc.nat(9_000), lengthMs: fc.integer({ min: 70, max: 400 }) });
  fc.assert(
    fc.property(words, fc.array(pause), (some, found) => {
      const pauses = found
        .sort((a, b) => a.fromMs - b.fromMs)
        .map(({ fromMs, lengthMs }) => ({ fromMs, untilMs: fromMs + lengthMs }))
        .filter(({ untilMs }, at, all) => untilMs < Math.min(all[at + 1]?.fromMs ?? 9_000, 9_000));
      const clauses = clausesOf({ words: some.join(' '), startMs: 50, endMs: 9_050, pauses });
      expect(clauses.map((clause) => clause.words).join(' ')).toBe(some.join(' '));
      let at = 50;
      for (const { startMs, endMs } of clauses) {
        expect(startMs).toBeGreaterThanOrEqual(at);
        expect(endMs).toBeGreaterThanOrEqual(startMs - 1);
        at = startMs;
      }
      expect(clauses.at(-1)?.endMs).toBe(9_050);
    }),
  );
});

test('pauses are silence inside, long enough; what surrounds the sentence is none', () => {
  const part = (ms: number, level: number) => Array<number>(ms).fill(level);
  const samples = [...part(90, 0), ...part(300, 5_000), ...part(100, 20), ...part(200, -5_000)];
  const more = [...part(50, 0), ...part(100, 5_000), ...part(90, 0)];
  expect(pausesIn(Int16Array.from([...samples, ...more]), 1_000)).toEqual([
    { fromMs: 390, untilMs: 490 },
  ]);
});

test('the real voice pauses where its commas are', async () => {
  const words =
    'Đề nghị các hộ chăn nuôi nhốt giữ vật nuôi, bố trí người phối hợp với cán bộ thú y, và chấp hành.';
  const { samples } = await voice.speak(words, { syllablesPerMinute: 220 });
  const speech = trimmed(samples, voice.sampleRateHz);
  const pauses = pausesIn(speech, voice.sampleRateHz);
  const endMs = (speech.length * 1_000) / voice.sampleRateHz;
  const clauses = clausesOf({ words, startMs: 0, endMs, pauses });
  expect(clauses.length).toBe(3);
  // both cuts stand at a pause that was heard, not at a guess
  const heard = new Set(pauses.map(({ fromMs }) => fromMs));
  expect(clauses.slice(0, 2).filter((clause) => heard.has(clause.endMs)).length).toBe(2);
});

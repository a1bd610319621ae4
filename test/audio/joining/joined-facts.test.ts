// What is known of joined clips: sentences moved, speakers summed, one machine's sentence marking the whole.
// It must never make a sound.
import { expect, test } from 'vitest';
import { joinedFacts, type PieceFacts } from '../../../audio/joining/joined-facts.ts';
import { CHIME_MS, chimeSamples } from '../../../audio/joining/tones.ts';

const vi = { engine: 'espeak-ng', engineVersion: '1', voice: 'vi' };
const nam = { engine: 'azure', engineVersion: '2', voice: 'NamMinh' };

function piece(of: Partial<PieceFacts> = {}): { facts: PieceFacts } {
  return {
    facts: {
      ...{ contentHash: 'a', profile: 'horn', madeAtMs: 5, falls: [] },
      sentences: [{ words: 'một', startMs: 80, endMs: 500 }],
      spokenBy: [{ ...vi, sentences: 1 }],
      synthetic: { engine: 'espeak-ng 1', voice: 'vi', madeAtMs: 5 },
      ...of,
    },
  };
}

test('each sentence stands where its clip begins, and so do its clauses', () => {
  const clauses = [{ words: 'hai', startMs: 80, endMs: 200 }];
  const second = piece({
    sentences: [{ words: 'hai', startMs: 80, endMs: 700, clausesEstimated: clauses }],
  });
  const { sentences } = joinedFacts([piece(), second], [0, 50]);
  expect(sentences).toEqual([
    { words: 'một', startMs: 80, endMs: 500 },
    {
      ...{ words: 'hai', startMs: 3_080, endMs: 3_700 },
      clausesEstimated: [{ words: 'hai', startMs: 3_080, endMs: 3_200 }],
    },
  ]);
});

test('whoever spoke in several is summed, most sentences first', () => {
  const other = piece({
    spokenBy: [
      { ...nam, sentences: 3 },
      { ...vi, sentences: 1 },
    ],
  });
  const { spokenBy, synthetic } = joinedFacts([piece(), other], [0, 9]);
  expect(spokenBy.map(({ voice, sentences }) => [voice, sentences])).toEqual([
    ['NamMinh', 3],
    ['vi', 2],
  ]);
  expect(synthetic).toEqual({ engine: 'azure 2, espeak-ng 1', voice: 'NamMinh, vi', madeAtMs: 5 });
});

test('a fall is told of the sentence it has in the whole', () => {
  const fall = { sentence: 0, from: nam, to: vi, reason: 'voice-slow' as const };
  const { falls } = joinedFacts([piece(), piece({ falls: [fall] })], [0, 9]);
  expect(falls).toEqual([{ ...fall, sentence: 1 }]);
});

test('among recordings of people one machine sentence marks the whole; without one nothing does', () => {
  const people = piece({ sentences: [], spokenBy: [], synthetic: null });
  expect(joinedFacts([people, people], [0, 9]).synthetic).toBeNull();
  expect(joinedFacts([people, piece({ madeAtMs: 9 })], [0, 9]).synthetic).toMatchObject({
    engine: 'espeak-ng 1',
  });
  // made before shares were kept
  const before = piece({ spokenBy: [] });
  expect(joinedFacts([before, before], [0, 9]).synthetic).toMatchObject({
    ...{ engine: 'espeak-ng 1', voice: 'vi' },
  });
});

test('parts kept for edits are named once', () => {
  const { parts } = joinedFacts([piece({ parts: ['x', 'y'] }), piece({ parts: ['y'] })], [0, 9]);
  expect(parts).toEqual(['x', 'y']);
});

test('the chime begins and ends at nothing, and fills what it promises', () => {
  const samples = chimeSamples(24_000);
  expect(samples.length).toBe((CHIME_MS * 24_000) / 1_000);
  expect(Math.abs(samples[0] ?? 9)).toBe(0);
  expect(Math.abs(samples.at(-1) ?? 9)).toBe(0);
  expect(samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0)).toBeGreaterThan(10_000);
});

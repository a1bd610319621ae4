// What the round trip is worth: numbers said wrongly in a thousand seeded ways, and how many are noticed.
import { expect, test } from 'vitest';
import type { Script } from '../../../audio/reading/index.ts';
import { CORPUS, corpusText, hasShared, read } from '../shared.ts';
import { missaid, PLAN, type Place, proved } from './plan.ts';

const NUMBER_WORDS =
  'không một hai ba bốn năm sáu bảy tám chín mười mươi mốt lăm trăm linh nghìn triệu tỷ phẩy'.split(
    ' ',
  );
const SEED = 20260405;

/** A small generator of our own: the same seed, the same mutations, on every machine. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * sides);
  };
}

/** Every word of every number that has a place of its own in the source. */
function numberWords(script: Script, text: string): Place[] {
  return script.sentences.flatMap((sentence, at) =>
    sentence.trace.flatMap((one, trace) => {
      const figure = /\d/.test(text.slice(one.from, one.to)) || /^(?:roman|phan)$/.test(one.rule);
      if (!figure || one.rule === 'table-summary' || sentence.kind === 'closing') return [];
      return one.words.split(' ').flatMap((word, index) => {
        const known = NUMBER_WORDS.includes(word.toLowerCase()) || word === 'tư';
        return known ? [{ sentence: at, trace, word: index }] : [];
      });
    }),
  );
}

function wordAt(script: Script, place: Place): string {
  const trace = script.sentences[place.sentence]?.trace[place.trace];
  return trace?.words.split(' ')[place.word] as string;
}

type Mutation = { script: Script; what: string };

/** One number word becomes another one, or is left out; tư for bốn would be the same number. */
function mutated(script: Script, place: Place, roll: (sides: number) => number): Mutation | null {
  const said = wordAt(script, place);
  const only = script.sentences[place.sentence]?.trace[place.trace]?.words.indexOf(' ') === -1;
  if (roll(3) === 0 && !only)
    return { script: missaid(script, place, null), what: `${said} left out` };
  const word = NUMBER_WORDS[roll(NUMBER_WORDS.length)] as string;
  if (word === said.toLowerCase() || (said === 'tư' && word === 'bốn')) return null;
  return { script: missaid(script, place, word), what: `${said} → ${word}` };
}

function missed(text: string, rolls: number): { tried: number; missed: string[] } {
  const script = read(text, {
    legalBases: 'read',
    responsibilities: 'read',
    tables: 'rows',
    frame: 'none',
  });
  expect(proved(script, text)).toEqual([]);
  const places = numberWords(script, text);
  const roll = dice(SEED);
  const unseen: string[] = [];
  let tried = 0;
  for (let at = 0; at < rolls; at += 1) {
    const place = places[roll(places.length)] as Place;
    const mutation = mutated(script, place, roll);
    if (mutation === null) continue;
    tried += 1;
    const [doubt] = proved(mutation.script, text);
    if (doubt?.reason !== 'round-trip')
      unseen.push(`${mutation.script.sentences[place.sentence]?.words} (${mutation.what})`);
  }
  return { tried, missed: unseen };
}

test('every changed or dropped number word of a plan is noticed', () => {
  const { tried, missed: unseen } = missed(PLAN, 1_500);
  console.info(`seed ${SEED}: ${tried - unseen.length} of ${tried} mutations of the plan noticed`);
  expect(unseen).toEqual([]);
  expect(tried).toBeGreaterThan(1_000);
});

test.skipIf(!hasShared)('every changed or dropped number word of a real plan is noticed', () => {
  const { tried, missed: unseen } = missed(corpusText(CORPUS[3]), 200);
  console.info(
    `seed ${SEED}: ${tried - unseen.length} of ${tried} mutations of a real plan noticed`,
  );
  expect(unseen).toEqual([]);
});

test('a day said for its month is noticed', () => {
  const text = 'Họp ngày 05/4/2026 tại nhà văn hóa.';
  const script = read(text);
  const trace = script.sentences[0]?.trace.findIndex((one) => one.rule === 'date') as number;
  expect(script.sentences[0]?.trace[trace]?.words).toMatch(/^năm tháng tư năm/);
  const swapped = missaid(
    missaid(script, { sentence: 0, trace, word: 2 }, 'năm'),
    { sentence: 0, trace, word: 0 },
    'bốn',
  );
  expect(proved(swapped, text)).toMatchObject([{ reason: 'round-trip', source: '05/4/2026' }]);
});

// No character reaches an engine that is not to be spoken, whatever stood in a text: through the reading room and around it.
// It must never know any engine: a voice here only remembers what it was given.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { theLexicon } from '../../audio/lexicon.ts';
import { plainSentences } from '../../audio/plain-sentences.ts';
import { readLegalText } from '../../audio/reading/index.ts';
import { createTalk } from '../../audio/speech.ts';
import type { Voice } from '../../audio/voices/port.ts';
import { speakable } from '../../audio/voices/speakable.ts';

const SEED = Number(process.env.VANGXA_SEED ?? Date.now() % 100_000);
console.log(`seed ${SEED}`);
const RUNS = 300;
/** Letters, marks, digits, plain punctuation: said here once more, by another expression than the product's. */
const isSpeakable = (words: string) =>
  [...words].every((sign) => /^[\p{L}\p{M}\p{N}\p{Zs}]$/u.test(sign) || PLAIN.includes(sign));
const PLAIN = '.,;:!?…\'’‘"“”«»()/%&+-–—·។៕៖';

const NASTY = [
  ...['\u0000', '\u001b[2J', '\u0007', '\u2028', '\ufeff', '\u00ad', '\u200b', '\u200d', '\u202e'],
  ...['\ud800', '\udc00', '\ue000', '\u{f0000}', '\u{10ffff}', '\uffff', '\u0378', '\u{e0041}'],
  ...['[[', ']]', '<speak>', '&lt;', '\\', '\u{1f600}', '☎', '①', '½', 'Ⅳ', '’', '…', '។', '€'],
  ...['Điều 5.', 'xã Mường Lò', 'đồng chí', 'Thông báo.', 'ຂໍ້', 'ភូមិ', 'Nqe lus', 'ç̃', 'q̄', '\n\n'],
];
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...NASTY), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...NASTY), { maxLength: 40 }).map((pieces) => pieces.join(' ')),
);

/** What an engine was given of these sentences. */
async function given(sentences: readonly string[]): Promise<string[]> {
  const heard: string[] = [];
  const by = { engine: 'none', engineVersion: '1', voice: 'v' };
  const voice: Voice = {
    ...{ id: 'v', engine: 'none', engineVersion: '1', language: 'vie', sampleRateHz: 8_000 },
    ...{ synthetic: true, lanes: 2, place: 'here' },
    async speak(words) {
      heard.push(words);
      return { samples: new Int16Array(80).fill(900), by };
    },
    close: async () => {},
  };
  const kept = {
    ...{
      get: async () => null,
      head: async () => null,
      put: async () => {},
      touch: async () => {},
    },
    ...{ remove: async () => {}, takeBack: async () => {} },
  };
  const pace = { syllablesPerMinute: 190, fullStopMs: 400 };
  const signal = new AbortController().signal;
  const talk = createTalk({ sentences, voice, pace, kept, signal });
  for await (const said of talk.inOrder(async () => null)) void said;
  return heard;
}

describe('of any text', () => {
  test('the reading room hands on only what can be spoken: the door has nothing to do', async () => {
    const lexicon = theLexicon();
    const read = (text: string) =>
      readLegalText(text, { lexicon }).sentences.map(({ words }) => words);
    const property = fc.asyncProperty(anything, async (text) => {
      const sentences = [...new Set(read(text))];
      const heard = await given(sentences);
      expect(heard.sort()).toEqual(sentences.sort());
      for (const words of heard) expect(isSpeakable(words)).toBe(true);
    });
    await fc.assert(property, { seed: SEED, numRuns: RUNS });
  });

  test('in another language, that nobody reads, nothing else reaches an engine either', async () => {
    const property = fc.asyncProperty(anything, async (text) => {
      const sentences = plainSentences(text).map(({ words }) => words);
      for (const words of await given(sentences)) expect(isSpeakable(words)).toBe(true);
      for (const words of await given([text])) expect(isSpeakable(words)).toBe(true);
    });
    await fc.assert(property, { seed: SEED, numRuns: RUNS });
  });

  test('its letters and digits all stay, in their order, and twice is as once', () => {
    const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.join('') ?? '';
    const property = fc.property(anything, (text) => {
      const words = speakable(text);
      expect(letters(words)).toBe(letters(text));
      expect(speakable(words)).toBe(words);
    });
    fc.assert(property, { seed: SEED, numRuns: RUNS });
  });
});

test.each([
  ['Mời bà con.\nĐúng giờ!', 'Mời bà con. Đúng giờ!'],
  ['[[h@l@U]] chào', 'h l U chào'],
  ['<break time="9s"/> họp', 'break time "9s"/ họp'],
  ['ភូមិ\u200bថ្មី', 'ភូមិ ថ្មី'],
  ['họp\u00adbản \u202etối', 'họpbản tối'],
  ['chợ \ud83d họp 😀 8 giờ', 'chợ họp 8 giờ'],
  ['giữ nguyên,  hai dấu cách', 'giữ nguyên,  hai dấu cách'],
])('%j is spoken as %j', (text, words) => {
  expect(speakable(text)).toBe(words);
});

// Twice as much of anything costs about twice as much, in every part of the room; a megabyte of it is only a text.
// It must never know a limit in milliseconds.
import { expect, test } from 'vitest';
import { differencesOf, programmesOf, SPEAKABLE, sketchOf } from '../../audio/reading/index.ts';
import { growth } from './growth.ts';
import { read } from './shared.ts';

const PIECES: Readonly<Record<string, string>> = {
  'one digit': '1',
  brackets: '(',
  'brackets that close': '()',
  'numerals and stops': 'I.I.I.',
  'numerals a line each': 'I. \n',
  'combining marks': '\u0301',
  'letters with marks': 'a\u0301\u0302 ',
  'right to left': '\u202eab\u202c ',
  'zero width': 'a\u200b\u200d\ufeff',
  'half an emoji': '\ud83d',
  'document numbers': '12/QĐ-UBND ',
  'unfinished document numbers': '1/QĐ-',
  'number after number': '1.234,5 ',
  dates: '15/4/2025-',
  'unfinished ranges': '1 - ',
  quotes: '“',
  'unknown capitals': 'ABCQX ',
  'capitals without end': 'ABCQX',
  'one word without end': 'bản',
  'dots and commas': '.,',
  'headings a line each': 'Điều 1.\n',
  'letterheads a line each': 'ỦY BAN NHÂN DÂN\nSố: 1/QĐ-UBND\n',
  'signatures a line each': 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n',
  'recipients a line each': 'Nơi nhận:\n- Lưu: VT.\n',
  'table rows': '1\tbản Mòn\t12\n',
  'empty cells': '\t\t\n',
  'notes a line each': '¹ Chú thích\n',
  'lists inside lists': '<ul><li>a',
  definitions: 'bản (sau đây gọi tắt là BẢN) ',
  'page numbers': 'bản\n1\n',
  'mail and web': 'a@b.vn http://a.vn/b ',
  'unfinished tags': '<a b',
  'half markup': '**_`',
  spaces: ' ',
  'hard spaces': '\u00a0\t',
  repeals: 'Bãi bỏ Quyết định số 1/QĐ-UBND. ',
};
const CHARS = 12_000;
/** Linear is 2; quadratic is 4. */
const LINEAR = 3;

function hostile(piece: string): (size: number) => string {
  return (size) => `Mời bà con họp bản.\n${piece.repeat(Math.ceil(size / piece.length))}`;
}

test.each(Object.entries(PIECES))(
  '%s: twice as much is read in about twice the time',
  (_, piece) => {
    expect(growth(CHARS, hostile(piece), (text) => read(text))).toBeLessThan(LINEAR);
  },
);

test.each(Object.entries(PIECES))(
  '%s: twice as much is compared and cut in about twice the time',
  (_, piece) => {
    const scripts = (size: number) => {
      const text = hostile(piece)(size);
      return { text, script: read(text) };
    };
    const ratio = growth(CHARS, scripts, ({ text, script }) => {
      sketchOf(text);
      differencesOf(text, `${text.slice(0, 1_000)} chợ ${text.slice(500)}`);
      programmesOf(script, { minutes: 3 });
    });
    expect(ratio).toBeLessThan(LINEAR);
  },
);

const MEGABYTE = 1_000_000;

test.each([
  ['one digit', '1'],
  ['brackets', '('],
  ['numerals and stops', 'I.I.I.'],
  ['combining marks', '\u0301'],
  ['right to left and zero width', '\u202e\u200bab '],
])(
  'a megabyte of %s is a script a voice can say, with few doubts or none',
  (_, piece) => {
    const { sentences, doubts } = read(hostile(piece)(MEGABYTE));
    expect(sentences[0]?.words).toBe('Mời bà con họp bản.');
    expect(sentences.every(({ words }) => SPEAKABLE.test(words))).toBe(true);
    expect(sentences.every(({ syllables }) => syllables <= 60)).toBe(true);
    expect(doubts.every(({ source, from, to }) => to > from && source.length === to - from)).toBe(
      true,
    );
  },
  60_000,
); // its growth is measured above; here only what comes out counts

test('two hundred lists inside each other are read like one', () => {
  const deep = (levels: number) =>
    `${'<ul><li>'.repeat(levels)}Mỗi hộ cử 1 người dự.${'</li></ul>'.repeat(levels)}`;
  const words = (text: string) => read(text).sentences.map((sentence) => sentence.words);
  expect(words(deep(200))).toEqual(words(deep(1)));
  expect(words(deep(1))).toEqual(['Mỗi hộ cử một người dự.']);
});

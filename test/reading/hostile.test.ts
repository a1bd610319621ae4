// Any text at all: never a crash, never a foreign sign, never more than linear work, always a true trace.
// It must never depend on one machine's speed: bounds are many times what is needed.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FULL, type Script, SPEAKABLE } from '../../audio/reading/index.ts';
import { read } from './shared.ts';

const SEED = 20260424;
const PIECES = [
  ...'.,;:-–/()[]"“”%&*+_|<>…¹²°$€',
  '\n',
  '\n\n',
  '\t',
  ' ',
  '  ',
  '1',
  '04',
  '15/4/2025',
  '766/QĐ-TTg',
  '57-NQ/TW',
  '1.234,5',
  '7h30',
  'Điều 2.',
  'a)',
  'I.',
  'UBND',
  'ABCQ',
  'ngày',
  'tháng',
  'quý III',
  'và',
  'phổ biến, giáo dục pháp luật',
  'KẾ HOẠCH',
  'Số: 5/KH-UBND',
  'ỦY BAN NHÂN DÂN',
  'TM.',
  'Nơi nhận:',
  'https://a.vn/x',
  'x',
  'đồng/tháng',
  '<p>',
  '</td>',
  '<table>',
  '&amp;',
  'é',
  'ệ'.normalize('NFD'),
  '日本',
  '😀',
  '\u200b',
  '\u202e',
  'STT\tTên\tSố',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join(' ')),
);

function check(script: Script, source: string): void {
  for (const sentence of script.sentences) {
    expect(sentence.words).toMatch(SPEAKABLE);
    expect(sentence.words).toMatch(/^\p{L}.*[.;:,]$/u);
    expect(sentence.syllables).toBeLessThanOrEqual(60);
    expect(sentence.sourceFrom).toBeLessThanOrEqual(sentence.sourceTo);
    expect(sentence.sourceTo).toBeLessThanOrEqual(source.length);
  }
  for (const doubt of script.doubts) {
    expect(source.slice(doubt.from, doubt.to)).toBe(doubt.source);
  }
}

test(`whatever is written, only Vietnamese words in short sentences are spoken (seed ${SEED})`, () => {
  fc.assert(
    fc.property(text, (source) => {
      check(read(source), source);
      check(read(source, { ...FULL, tables: 'rows', footnotes: 'read' }), source);
    }),
    { seed: SEED, numRuns: 1500 },
  );
});

test(`spoken and unspoken spans of running text give back the source (seed ${SEED})`, () => {
  const prose = fc
    .array(fc.constantFrom(...PIECES.filter((piece) => !/[\n\t<|#]/u.test(piece))), {
      minLength: 1,
      maxLength: 40,
    })
    .map((parts) => `Tin: ${parts.join(' ')}`);
  fc.assert(
    fc.property(prose, (source) => {
      const traces = read(source, FULL).sentences.flatMap((sentence) => sentence.trace);
      let rebuilt = '';
      let done = 0;
      let last = { from: -1, to: -1 };
      for (const { from, to } of traces) {
        if (from === last.from && to === last.to) continue;
        expect(from).toBeGreaterThanOrEqual(done);
        rebuilt += source.slice(done, from) + source.slice(from, to);
        done = to;
        last = { from, to };
      }
      expect(rebuilt + source.slice(done)).toBe(source);
    }),
    { seed: SEED, numRuns: 500 },
  );
});

test('every word of every sentence is in its trace', () => {
  const { sentences } = read('Số 1.009 hộ ở 2 bản (UBND xã) họp lúc 7h30 ngày 25/11.', FULL);
  for (const sentence of sentences) {
    const traced = sentence.trace.map((one) => one.words).join(' ');
    expect(traced.toLowerCase()).toBe(sentence.words.replace(/[.,;:]/gu, '').toLowerCase());
  }
  const number = sentences[0]?.trace.find((one) => one.rule === 'number');
  expect(number).toMatchObject({ words: 'một nghìn không trăm linh chín', from: 3, to: 8 });
});

const SIZE = 20_000;
const HOSTILE: Record<string, string> = {
  'one digit': '1',
  brackets: '(',
  'numerals and stops': 'I.',
  'combining marks': '\u0301',
  'right to left': '\u202eab\u200b',
  tags: '<p>',
  'broken tags': '<a ',
  lists: '<ul><li>',
  capitals: 'A',
  spaces: ' ',
  slashes: '1/',
  commas: '1,',
  'document numbers': '1/QĐ-',
  stars: '1*',
  tabs: 'a\t',
  rows: '\t\tb\n',
  mail: 'a@b.',
  surrogates: '\ud800',
  dates: 'ngày . ',
  definitions: '(sau đây gọi tắt là ABC ',
  'and so on': 'v.v ',
  'fields to fill': 'số … ngày … ',
  'letters and months': 'Q1/',
  measures: '1x',
  'Roman sections': 'mục I.1.a ',
  'lost digits': ' ,5%',
  scales: '1 triệu ',
  points: 'điểm a) ',
  'bare d/m': '30/4 và ',
  'capital pairs': 'A&',
  letterheads: 'ỦY BAN NHÂN DÂN\nSố: 1/QĐ-UBND\n',
};

function endless(piece: string): (size: number) => string {
  return (size) => `số h\ti\n${piece.repeat(size / piece.length)}`;
}

test.each(Object.entries(HOSTILE))('%s without end are only words or silence', (_, piece) => {
  const script = read(endless(piece)(SIZE), FULL);
  expect(script.sentences.every((sentence) => SPEAKABLE.test(sentence.words))).toBe(true);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FULL, type ReadingProfile, type Script } from '../../../audio/reading/index.ts';
import { type Span, spansOf } from '../../../audio/reading/proof/spans.ts';
import { DECISION, TABLE } from '../documents.ts';
import { CORPUS, corpusText, hasShared, read } from '../shared.ts';
import { PLAN } from './plan.ts';

const SEED = 20260406;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Spans in a row, byte for byte the source; every trace a whole number of them; every word traced. */
function whole(script: Script, text: string): Span[] {
  const spans = spansOf(script, text);
  const gaps = spans.filter(
    (span, at) =>
      span.from !== (spans[at - 1]?.to ?? 0) || span.to <= span.from || span.rule === '',
  );
  expect(gaps).toEqual([]);
  expect(spans.at(-1)?.to ?? 0).toBe(text.length);
  const parts = spans.map((span) => bytes(text.slice(span.from, span.to)));
  expect(Buffer.compare(Buffer.concat(parts), bytes(text))).toBe(0);
  const ends = new Set([0, text.length, ...spans.map((span) => span.to)]);
  const astray = script.sentences.filter(({ words, trace }) => {
    const said = words.replace(/[.,;:](?= |$)/g, '').toLowerCase();
    if (
      trace
        .map((one) => one.words)
        .join(' ')
        .toLowerCase() !== said
    )
      return true;
    return trace.some(({ from, to }) => from > to || !ends.has(from) || !ends.has(to));
  });
  expect(astray).toEqual([]);
  return spans;
}

const PROFILES: Partial<ReadingProfile>[] = [
  {},
  { ...FULL, tables: 'rows', footnotes: 'read' },
  { tables: 'summary', signature: 'summary', responsibilities: 'joined' },
];

/** Lines as offices write them, and as nobody should, in any order. */
const PIECES = [
  ...PLAN.split('\n'),
  ...DECISION.split('\n'),
  ...TABLE.split('\n'),
  '<p>Điều 3. Hiệu&nbsp;lực</p><br/>',
  '<table><tr><td>TT</td><td>Tên</td></tr><tr><td>1</td><td>Bản A</td></tr></table>',
  '<!-- ẩn 12 --> <script>var a = 1;</script>',
  '12',
  '- 12 -',
  'phổ biến, giáo dục pháp luật (sau đây viết tắt là PBGDPL)',
  'số 766/QĐ-',
  '¹ Chú thích 5.',
  '\u200f12\u200d3 e\u0301\u0301',
  '\ud83d\ude00 \ud800 12 \udc00',
  '| a | 12 |',
  '•  Nội dung',
];
const LINES = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 40 })
  .map((lines) => lines.join('\n'));
const ANY = fc.string({ unit: 'binary', maxLength: 300 });
const BROKEN = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  maxLength: 200,
});

test.each([
  ['documents put together of their lines', LINES, 120],
  ['any text of Unicode', ANY, 120],
  ['any row of code units, lone surrogates too', BROKEN, 120],
])('spans of %s are the source again, byte for byte', (what, texts, numRuns) => {
  console.info(`${what}: seed ${SEED}`);
  fc.assert(
    fc.property(texts, fc.constantFrom(...PROFILES), (text, profile) => {
      whole(read(text, profile), text);
    }),
    { seed: SEED, numRuns },
  );
});

test.skipIf(!hasShared).each(CORPUS)(
  'spans of %s are the source again, each with its reason',
  (name) => {
    for (const profile of PROFILES.slice(0, 2)) {
      const text = corpusText(name);
      const spans = whole(read(text, profile), text);
      const unread = spans.filter((span) => span.rule === 'unread');
      expect(unread.map((span) => text.slice(span.from, span.to))).toEqual([]);
    }
  },
);

/** Source, the text of one span, and what that span is. */
const REASONS: [string, string, string, string][] = [
  [PLAN, '2026/', 'heard', 'opening'],
  [PLAN, 'CHIỀNG', 'silent', 'letterhead'],
  [PLAN, 'như trên', 'silent', 'recipients'],
  [PLAN, 'Ánh', 'silent', 'signature'],
  [PLAN, 'Căn cứ', 'silent', 'bases'],
  [PLAN, 'Tên bản', 'silent', 'table-head'],
  ['Có **12** hộ', '**', 'silent', 'markup'],
  ['Có <b>12</b> hộ', '<b>', 'silent', 'markup'],
  ['Có 12&nbsp;&nbsp;hộ', '&nbsp;', 'silent', 'markup'],
  ['- Có hộ', '-', 'silent', 'bullet'],
  ['Có hộ, có bản', ',', 'silent', 'pause'],
  ['Nói "có" hộ', '"', 'silent', 'punctuation'],
  ['Có hộ[3] và bản¹ mới', '3', 'silent', 'footnote-mark'],
  ['Có hộ và bản¹ mới', '¹', 'silent', 'footnote-mark'],
  ['của ủy ban nhân dân (UBND) xã', 'UBND', 'silent', 'repeats'],
  ['giáo dục pháp luật (sau đây viết tắt là GDPL) mới', 'viết', 'silent', 'repeats'],
  ['Có   hộ', '   ', 'silent', 'space'],
  ['Có ☃☃ hộ', '☃', 'silent', 'punctuation'],
  ['Có 漢字 hộ', '漢', 'silent', 'doubt'],
];

test.each(REASONS)(
  '%#: a part of a text is silent or heard for its reason',
  (text, part, kind, rule) => {
    const spans = spansOf(read(text, text === PLAN ? {} : FULL), text);
    const at = text.toLowerCase().indexOf(part.toLowerCase());
    const span = spans.find((one) => one.from <= at && at < one.to);
    expect([span?.kind, span?.rule]).toEqual([kind, rule]);
  },
);

test('an opening is tied to what it was composed of, a summed table to its rows', () => {
  const rows = Array.from({ length: 9 }, (_, index) => `${index + 1}\tBản ${index}\t${index}00`);
  const text = `TT\tTên bản\tSố hộ\n${rows.join('\n')}`;
  const script = read(text, FULL);
  const spans = spansOf(script, text);
  expect(spans.find((span) => span.from === text.indexOf('bản'))?.kind).toBe('heard');
  expect(spans.find((span) => span.from === text.indexOf('700'))?.rule).toBe('table-summary');
  const opened = spansOf(read(PLAN), PLAN).filter((span) => span.rule === 'opening');
  expect(new Set(opened.map((span) => span.sentence))).toEqual(new Set([1]));
});

test('nothing is one span or none', () => {
  expect(spansOf(read(''), '')).toEqual([]);
  expect(spansOf(read(' \n'), ' \n')).toEqual([
    { from: 0, to: 2, kind: 'silent', rule: 'space', sentence: null },
  ]);
});

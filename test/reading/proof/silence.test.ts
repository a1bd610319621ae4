import { expect, test } from 'vitest';
import { FULL, type Script, type Sentence } from '../../../audio/reading/index.ts';
import { cellsOf } from '../../../audio/reading/proof/cells.ts';
import { coverOf } from '../../../audio/reading/proof/cover.ts';
import { markupOf } from '../../../audio/reading/proof/markup.ts';
import { lastBefore, merged, touches, within } from '../../../audio/reading/proof/ranges.ts';
import { silenceOf } from '../../../audio/reading/proof/silence.ts';
import { spansOf } from '../../../audio/reading/proof/spans.ts';
import type { BlockSpan } from '../../../audio/reading/types.ts';
import { read } from '../shared.ts';
import { proved } from './plan.ts';

test.each([
  ['có <b>12</b> hộ', ['<b>', '</b>']],
  ['a < b và 3<5', []],
  ['<!-- 12 --> hộ', ['<!-- 12 -->']],
  ['<!-- 12', ['<!-- 12']],
  ['<script>x = 1</SCRIPT> hộ', ['<script>x = 1</SCRIPT>']],
  ['<style>p { top: 1 }', ['<style>p { top: 1 }']],
  ['</script> 12', ['</script>']],
])('the markup of %j is %j', (text, marks) => {
  expect(markupOf(text).map(({ from, to }) => text.slice(from, to))).toEqual(marks);
});

test('ranges are merged, and found by place', () => {
  const ranges = merged([
    { from: 8, to: 9 },
    { from: 0, to: 3 },
    { from: 2, to: 5 },
    { from: 1, to: 2 },
  ]);
  expect(ranges).toEqual([
    { from: 0, to: 5 },
    { from: 8, to: 9 },
  ]);
  expect([0, 4, 5, 8, 9].map((at) => within(ranges, at))).toEqual([true, true, false, true, false]);
  expect([lastBefore([], 3), lastBefore(ranges, 7), lastBefore(ranges, 8)]).toEqual([-1, 0, 1]);
  expect([touches(ranges, 5, 8), touches(ranges, 5, 9), touches(ranges, 9, 12)]).toEqual([
    false,
    true,
    false,
  ]);
});

function rows(lines: readonly string[]): { text: string; blocks: BlockSpan[] } {
  const text = lines.join('\n');
  const blocks = lines.map((line): BlockSpan => {
    const from = text.indexOf(line);
    return { kind: 'table', role: 'read', label: null, clause: null, from, to: from + line.length };
  });
  return { text, blocks };
}

test.each([
  ['a serial number', ['TT\tTên\tSố', '17\tBản\t120', '18\tMường\t98'], '17', 'table-serial'],
  ['a first row', ['Năm 2025\tTên', '5\tBản'], '2025', 'table-head'],
  ['a head with its serial column', ['Tên\tSố', '1\t2', 'STT\t2026'], '2026', 'table-head'],
  ['a row that came before', ['Tên\tSố', 'A\t77', 'A\t77 '], '77 ', 'table-head'],
  ['a column that never changes', ['Tên\tSố', 'A\t2026', 'B\t 2026 '], ' 2026 ', 'table-constant'],
  ['a markdown column', ['|Tên|Số|', '|A|2026|', '|B| 2026|'], ' 2026', 'table-constant'],
  [
    'a page column',
    ['<tr><td>Tên<td>Số', '<tr><td>A<td>2026', '<tr><td>B<td> 2026'],
    ' 2026',
    'table-constant',
  ],
  ['a value of its own', ['Tên\tSố', 'A\t120', 'B\t98'], '98', null],
])('of %s the silence has its reason', (_what, lines, part, reason) => {
  const { text, blocks } = rows(lines);
  const place = text.lastIndexOf(part) + part.search(/\d/);
  const at = blocks.findIndex((block) => block.from <= place && place < block.to);
  expect(cellsOf(text, blocks)(at, place)).toBe(reason);
});

const silent = (text: string, script: Partial<Script> = {}): string | null => {
  const told = { ...read(text, FULL), ...script };
  const match = /\d+/.exec(text) as RegExpExecArray;
  const { why } = silenceOf({ script: told, text, cover: coverOf(told, text) });
  return why(match.index, match.index + match[0].length);
};

test.each([
  ['cộng\n- 12 -\nhòa', 'page-number'],
  ['cộng\nTrang 3/40\nhòa', 'page-number'],
  [`${' '.repeat(60)}12`, null],
  ['cộng 12 hòa', null],
])('between blocks %j is silent as %s', (text, reason) => {
  expect(silent(text, { blocks: [], sentences: [] })).toBe(reason);
});

test('before the first document stands a cover, and after it nothing is silent by itself', () => {
  const text = 'Bìa 12';
  const { documents } = read(text, FULL);
  const [facts] = documents as [Script['documents'][number]];
  expect(silent(text, { sentences: [], documents: [{ ...facts, sourceFrom: 6 }] })).toBe('cover');
  expect(silent(text, { sentences: [], documents: [] })).toBe(null);
});

test('what is silent for no reason says so', () => {
  const text = 'Có (hộ) mới';
  const spans = spansOf({ ...read(text, FULL), sentences: [] }, text);
  expect([...new Set(spans.map((span) => span.rule))]).toEqual([
    'unread',
    'space',
    'punctuation',
    'repeats',
  ]);
});

test('a number longer than a breath is heard over two sentences and still comes back', () => {
  const text = 'Gọi số 0212.3852.047 nhé.';
  const script = read(text, { ...FULL, maxSyllables: 5 });
  const cut = script.sentences.filter((one: Sentence) =>
    one.trace.some((trace) => trace.rule === 'telephone'),
  );
  expect(cut.length).toBeGreaterThan(1);
  expect(proved(script, text)).toEqual([]);
});

// Pages to text: what a person sees, a line for each block, nothing run and nothing hidden.
import { expect, test } from 'vitest';
import { htmlToText } from '../../../audio/intake/markup/html.ts';
import { growth } from '../../reading/growth.ts';

test.each([
  [
    'blocks end lines',
    '<h1>QUYẾT ĐỊNH</h1><p>Về <b>việc</b>\n  cấp nước<div>Điều 1</div>',
    'QUYẾT ĐỊNH\nVề việc cấp nước\nĐiều 1',
  ],
  ['br ends a line', 'ỦY BAN<br>XÃ A<br/>B', 'ỦY BAN\nXÃ A\nB'],
  [
    'entities are letters',
    '&#431;u ti&ecirc;n A &amp; B &lt;1&gt; &nbsp;x',
    'Ưu tiên A & B <1> \u00a0x',
  ],
  ['pre keeps its lines', '<pre>một\n  hai\r\nba</pre>', 'một\nhai\nba'],
  [
    'what is never shown goes',
    '<head><title>T</title></head><body><script>a<b</script><style>p{}</style>x<!-- y --><template>z</template><noscript>n</noscript>',
    'x',
  ],
  [
    'hidden parts go',
    '<p hidden>a<p>b<div style="display: none">c<div>d</div></div><span style="visibility:hidden">e</span>f',
    'b\nf',
  ],
  ['a head left open ends at the body', '<head><meta charset=utf-8><body>chữ', 'chữ'],
  ['a head left open ends at the first block', '<head><title>T</title><p>chữ', 'chữ'],
  ['hidden items left open end at the next', '<ul><li hidden>a<li>b</ul>', '- b'],
  [
    'menus and forms go',
    '<nav><a>Trang chủ</a></nav><form>Tên <input value=x><select><option>a</select></form>',
    'Tên',
  ],
  ['closing tags out of place are nothing', '</table></li></ul></p>a</td></sup></b>', 'a'],
  [
    'a powers and note marks are raised',
    'm<sup>2</sup>, xã<sup>[12]</sup>, 1<sup>o</sup>',
    'm², xã¹², 1o',
  ],
  ['a mark left open ends with its block', '<p>a<sup>1<p>b', 'a¹\nb'],
  [
    'Word’s notes are note lines',
    'A<a href="#_ftn1"><span>[1]</span></a><div id=ftn1><p><a href="#_ftnref1">[1]</a> Chú thích',
    'A¹\n¹ Chú thích',
  ],
  [
    'the way back from a note is silent',
    '<ol><li id="footnote-3" value=3><p>Chú thích <a href="#footnote-ref-3">↑</a></p></li></ol>',
    '³ Chú thích',
  ],
])('%s', (_, html, text) => {
  expect(htmlToText(html)).toBe(text);
});

test.each([
  ['numbers', '<ol><li>a<li>b</ol>', '1. a\n2. b'],
  ['a start and a value', '<ol start=4><li>a<li value="9">b<li>c</ol>', '4. a\n9. b\n10. c'],
  ['letters', '<ol type=a><li>a<li>b</ol>', 'a) a\nb) b'],
  ['capitals', '<ol type=A><li>a</ol>', 'A) a'],
  ['Roman', '<ol type=I><li>a<li>b<li>c<li>d</ol>', 'I. a\nII. b\nIII. c\nIV. d'],
  ['small Roman by style', '<ol style="list-style-type:lower-roman"><li>a</ol>', 'i. a'],
  ['letters by style', '<ol style="list-style-type: lower-latin"><li>a</ol>', 'a) a'],
  ['bullets, and bullets below', '<ul><li>a<ul><li>b</ul><li>c</ul>', '- a\n+ b\n- c'],
  [
    'an item with its own marker',
    '<ol><li>Điều 1. Phạm vi<li>1.1. b<li>- c</ol>',
    'Điều 1. Phạm vi\n1.1. b\n- c',
  ],
  ['an empty item', '<ol><li><li>b</ol>x', '2. b\nx'],
  ['a number that is none', '<ol start=abc><li>a</ol>', '1. a'],
  ['an item in no list', '<li>a', '- a'],
])('lists keep %s', (_, html, text) => {
  expect(htmlToText(html)).toBe(text);
});

test.each([
  ['rows with tabs', '<table><tr><th>TT<th>Tên<tr><td>1<td>An</table>', 'TT\tTên\n1\tAn'],
  [
    'a spanned head',
    '<table><tr><th rowspan=2>TT<th colspan=2>Số<tr><th>A<th>B<tr><td>1<td>2<td>3</table>',
    'TT\tSố\t\n\tA\tB\n1\t2\t3',
  ],
  [
    'lines in a cell as one',
    '<table><tr><td>1<td><p>a</p><p>b</p><tr><td>2<td>c</table>',
    '1\ta\u2028b\n2\tc',
  ],
  ['empty cells', '<table><tr><td>1<td><td>x</table>', '1\t\tx'],
  ['nothing for empty rows', '<table><tr><td><td><tr><td>1<td>2</table>', '1\t2'],
  ['one column as lines', '<table><tr><td><p>a</p><p>b</p><tr><td>c</table>', 'a\nb\nc'],
  [
    'a table inside one that only places',
    '<table><tr><td><table><tr><td>1<td>2</table><td>x</table>',
    '1\t2\nx',
  ],
  [
    'text between cells before the table',
    '<table><caption>Bảng 1</caption>y<tr><td>1<td>2</table>',
    'Bảng 1\ny\n1\t2',
  ],
  ['rows without a row tag', '<table><td>1<td>2</table>', '1\t2'],
  ['a table left open', '<table><tr><td>1<td>2', '1\t2'],
  ['a cell outside a table as a line', '<td>a</td><tr>b', 'a\nb'],
  ['spans that are nonsense', '<table><tr><td colspan=0 rowspan=x>1<td>2</table>', '1\t2'],
])('tables keep %s', (_, html, text) => {
  expect(htmlToText(html)).toBe(text);
});

test('a span of thousands makes no sheet of thousands', () => {
  const text = htmlToText('<table><tr><td colspan=9999 rowspan=9999>a<td>b<tr><td>c<td>d</table>');
  expect(text.length).toBeLessThan(200);
});

test.each([
  ['lists', '<ul><li>', 200],
  ['lists', '<ul><li>', 20_000],
  ['tables', '<table><tr><td>x', 20_000],
  ['hidden parts', '<div hidden>', 20_000],
  ['marks', '<sup>1', 20_000],
])('%s nested %#: %s × %i still give their text', (_, html, times) => {
  const text = htmlToText(`đầu<br>${html.repeat(times)}<p>cuối`);
  expect(text).toContain('đầu');
});

test.each([
  ['tags', '<b><p><table><td>'],
  ['open angles', '<'],
  ['ampersands', '&'],
  ['comments', '<!--'],
  ['tags never closed', '<a '],
  ['attributes', '<p style="&amp;&amp;'],
  ['spanning cells', '<table><tr><td colspan=60 rowspan=999>a'],
  ['closing tags', '</ul></table>'],
])('%s: twice as many take about twice as long', (_, html) => {
  const pageOf = (bytes: number) => html.repeat(bytes / html.length);
  // twice as much: the work is counted, not the time
  expect(growth(1_000_000, pageOf, htmlToText)).toBeLessThan(3.5);
});

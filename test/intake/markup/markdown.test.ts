// Markdown's blocks to lines; what stands inside a line is left to the reading room.
import { expect, test } from 'vitest';
import { markdownToText } from '../../../audio/intake/markup/markdown.ts';

test.each([
  ['headings keep their sign', '## Điều 1. Phạm vi', '## Điều 1. Phạm vi'],
  ['a table', '| TT | Tên |\n|---|:--:|\n| 1 | An \\| Bình |\nsau', 'TT\tTên\n1\tAn | Bình\nsau'],
  ['a table without outer pipes', 'TT | Tên\n--- | ---\n1 | An', 'TT\tTên\n1\tAn'],
  ['a pipe that is no table', 'A | B\nC', 'A | B\nC'],
  [
    'links and pictures',
    'xem [Luật](https://a.vn/b "c") và ![ảnh](x.png) <https://xa.vn>',
    'xem Luật và  https://xa.vn',
  ],
  ['fences', '```text\n# không phải tiêu đề | x\n```\nsau', '# không phải tiêu đề | x\nsau'],
  ['rules and underlines', 'TIÊU ĐỀ\n=====\n\n---\n* * *\na', 'TIÊU ĐỀ\n\na'],
  ['bullets', '* a\n  + b\n- c', '- a\n  - b\n- c'],
  ['quotes', '> a\n> > b', 'a\nb'],
  ['notes', 'a[^2]\n\n[^2]: chú thích', 'a²\n\n² chú thích'],
  ['escapes', '1\\. a \\* b', '1. a * b'],
  ['front matter', '---\ntitle: x\n---\na', 'a'],
  ['front matter left open', '---\na', 'a'],
  ['lines of other systems', 'a\r\nb\rc', 'a\nb\nc'],
])('%s', (_, markdown, text) => {
  expect(markdownToText(markdown)).toBe(text);
});

test.each(['|', '[', '> ', '\\', '![', '`', '|---'])('1 MB of "%s" is done at once', (one) => {
  const from = performance.now();
  for (const source of [one.repeat(1_000_000 / one.length), `${one}\n`.repeat(200_000)])
    markdownToText(source);
  expect(performance.now() - from).toBeLessThan(5_000);
});

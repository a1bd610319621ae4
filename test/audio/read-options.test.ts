// What the command was asked for: every way of asking, right and wrong.
import { expect, test } from 'vitest';
import { askedFor, HELP } from '../../audio/read/options.ts';

test.each([
  [['a.txt'], { path: 'a.txt', mode: 'all' }],
  [['--script', 'a.txt'], { path: 'a.txt', mode: 'script' }],
  [['a.docx', '--outline'], { path: 'a.docx', mode: 'outline' }],
  [['--digest', 'a.pdf'], { path: 'a.pdf', mode: 'digest' }],
  [['--script', '--script', 'a.txt'], { path: 'a.txt', mode: 'script' }],
  [['--lines'], { lines: true }],
  [['--help', 'a.txt'], { help: true }],
])('%j is understood', (args, asked) => {
  expect(askedFor(args)).toEqual(asked);
});

test.each([
  [[], 'Hãy cho biết một tệp', 'Name one file'],
  [['--script'], 'Hãy cho biết một tệp', 'Name one file'],
  [['a.txt', 'b.txt'], 'Hãy cho biết một tệp', 'Name one file'],
  [['--script', '--digest', 'a.txt'], 'Hãy cho biết một tệp', 'Name one file'],
  [['-x', 'a.txt'], 'Không có tùy chọn -x', 'There is no option -x'],
  [['--toString', 'a.txt'], 'Không có tùy chọn --toString', 'There is no option --toString'],
])('%j is answered with a sentence in both languages', (args, vi, en) => {
  const asked = askedFor(args);
  expect('wrong' in asked && asked.wrong.vi).toContain(vi);
  expect('wrong' in asked && asked.wrong.en).toContain(en);
});

test('every option is in the help', () => {
  for (const option of ['--script', '--digest', '--outline', '--lines'])
    expect(HELP).toContain(option);
});

import { describe, expect, test } from 'vitest';
import { DemoFault, sentenceOf } from '../../src/demo/fault.ts';
import { readOptions, USAGE } from '../../src/demo/options.ts';

const plain = {
  file: null,
  speakers: 12,
  minutes: null,
  speed: null,
  out: null,
  json: false,
  serve: false,
};

describe('the command line is understood', () => {
  test.each([
    [[], plain],
    [['a.txt'], { ...plain, file: 'a.txt' }],
    [['--speakers', '3'], { ...plain, speakers: 3 }],
    [['--minutes', '2.5', 'a.txt'], { ...plain, minutes: 2.5, file: 'a.txt' }],
    [['--speed=8'], { ...plain, speed: 8 }],
    [['--out', 'x', '--json', '--serve'], { ...plain, out: 'x', json: true, serve: true }],
  ])('%j', (argv, options) => {
    expect(readOptions(argv)).toEqual(options);
  });
});

describe('what is wrong with it is said in both languages', () => {
  test.each([
    [['a.txt', 'b.txt'], 'only one text file'],
    [['--speakers', '0'], '--speakers must be a whole number in 1–200'],
    [['--speakers', '2.5'], '--speakers must be a whole number'],
    [['--speakers', 'twelve'], 'not “twelve”'],
    [['--speakers', '-1'], 'speakers'],
    [['--minutes', '0'], '--minutes must be a number'],
    [['--minutes', ''], '--minutes must be a number'],
    [['--minutes', '121'], '0.05–120'],
    [['--speed', '0.5'], '--speed must be a number in 1–1000'],
    [['--speed', 'NaN'], 'not “NaN”'],
    [['--fly'], '--fly'],
    [['--out'], '--out'],
    [['--json=yes'], '--json'],
  ])('%j', (argv, words) => {
    const refused = (): unknown => readOptions(argv);
    expect(refused).toThrow(DemoFault);
    expect(refused).toThrow(words);
    expect(refused).toThrow(USAGE);
    try {
      refused();
    } catch (thrown) {
      expect(sentenceOf(thrown).vi).toMatch(/^Lệnh sai: /);
    }
  });
});

test.each([
  [new Error('boom'), 'Unexpected error: boom'],
  ['boom', 'Unexpected error: boom'],
  [new DemoFault({ vi: 'Hỏng.', en: 'Broken.' }), 'Broken.'],
])('whatever is thrown has a sentence: %s', (thrown, en) => {
  expect(sentenceOf(thrown).en).toBe(en);
});

// What a composed bulletin keeps of its document: slices found again, sources of words, what must be said, what is unwritten.
// It must never know the rules of composing.
import { describe, expect, test } from 'vitest';
import {
  placesToWrite,
  settledHere,
  slicesIn,
  sourceOf,
  withNotices,
} from '../../src/domain/documents/composition.ts';

describe('places a person must write', () => {
  test.each([
    ['Bà con nghe [Viết tình huống ở đây: ai, ở đâu.] rồi trả lời.', [[12, 35]]],
    [
      '[Viết câu chuyện ở đây]\n\n[ Viết kết ở đây ]',
      [
        [0, 23],
        [25, 18],
      ],
    ],
    ['Anh Páo [ở bản Mòn] hỏi.', []],
    ['[Viết hai dòng\nlà hai dòng]', []],
    [`[Viết ${'a'.repeat(400)}]`, []],
  ])('%j', (text, found) => {
    expect(placesToWrite(text).map(({ at, length }) => [at, length])).toEqual(found);
  });
});

describe('what must be said of the document', () => {
  const NOTICE = 'Đây là dự thảo.';
  const LONG = 'Bà con chú ý. '.repeat(200);

  const all = (text: string) => [{ from: 0, to: text.length }];
  const noticed = (text: string, heard = all(text), notices = [NOTICE]) =>
    withNotices(text, { notices, heard });

  test('is said first and last', () => {
    expect(noticed('Họp bản lúc 7h.')).toEqual({
      text: `${NOTICE}\n\nHọp bản lúc 7h.\n\n${NOTICE}`,
      shift: NOTICE.length + 2,
      end: 15,
    });
  });

  test('is not said again where its writer says it, and is where the writer took it away', () => {
    const both = `Đây là Đài xã. ${NOTICE} ${LONG} ${NOTICE}`;
    expect(noticed(both)).toMatchObject({ text: both, shift: 0 });
    const first = `Đây là Đài xã. ${NOTICE} ${LONG}`;
    const end = first.trimEnd().length;
    expect(noticed(first)).toEqual({ text: `${first.trimEnd()}\n\n${NOTICE}`, shift: 0, end });
    expect(noticed(`${LONG}${NOTICE}`).shift).toBe(NOTICE.length + 2);
  });

  test('counts only where it is heard, and is said before what nobody hears', () => {
    const rest = `\n\nNơi nhận:\n- Lưu: VT.\n${NOTICE}`;
    const { text, end } = noticed(`Họp bản.${rest}`, [{ from: 0, to: 7 }]);
    expect(text).toBe(`${NOTICE}\n\nHọp bản.\n\n${NOTICE}${rest}`);
    expect(end).toBe(8);
    const silentFirst = `${NOTICE}\n\nHọp bản.`;
    const at = silentFirst.indexOf('Họp');
    expect(noticed(silentFirst, [{ from: at, to: at + 7 }]).shift).toBe(NOTICE.length + 2);
    // written twice, heard once
    const twice = `${NOTICE} Họp. ${NOTICE}`;
    const second = twice.lastIndexOf(NOTICE);
    expect(noticed(twice, [{ from: second, to: twice.length }])).toMatchObject({ text: twice });
  });

  test('is said also of a text of which nothing is heard', () => {
    expect(noticed('---', []).text).toBe(`${NOTICE}\n\n---\n\n${NOTICE}`);
  });

  test('is nothing where nothing need be said', () => {
    expect(noticed('Họp bản.', [], [])).toEqual({ text: 'Họp bản.', shift: 0, end: 8 });
  });
});

const composed = {
  text: 'Đài xã.\n\nKhoản 1. Đốt nương từ 5 giờ.\n\nKhoản 2. Có người trông.',
  slices: [
    { from: 9, to: 17, sourceFrom: 100, sourceTo: 103 }, // "Khoản 1." ← "1. "
    { from: 18, to: 37, sourceFrom: 103, sourceTo: 122 },
    { from: 39, to: 47, sourceFrom: 200, sourceTo: 203 },
    { from: 48, to: 63, sourceFrom: 203, sourceTo: 218 },
  ],
};

describe('slices in a text somebody worked on', () => {
  test('stay where nothing changed', () => {
    expect(slicesIn(composed.text, composed)).toEqual(composed.slices);
  });

  test('move with what was written before them, and are gone where they were changed', () => {
    const edited = composed.text
      .replace('Đài xã.', 'Đây là Đài truyền thanh xã.')
      .replace('Đốt', 'Chỉ đốt');
    const moved = slicesIn(edited, composed);
    expect(moved.map(({ from, to }) => edited.slice(from, to))).toEqual([
      'Khoản 1.',
      'Khoản 2.',
      'Có người trông.',
    ]);
    expect(moved[2]).toMatchObject({ sourceFrom: 203, sourceTo: 218 });
  });

  test('are not found in the same words far away', () => {
    const edited = `${'Chuyện khác. '.repeat(400)}${composed.text}`;
    expect(slicesIn(edited, composed)).toEqual([]);
  });
});

describe('the source of composed words', () => {
  test.each([
    ['a word of the law', { from: 18, to: 21 }, { from: 103, to: 106 }],
    ['a name said instead of a number', { from: 9, to: 14 }, { from: 100, to: 103 }],
    ['a sentence over both', { from: 9, to: 37 }, { from: 100, to: 122 }],
    ['from our words into the law’s', { from: 0, to: 21 }, { from: 100, to: 106 }],
    ['a name and a little beyond', { from: 40, to: 50 }, { from: 200, to: 205 }],
    ['words of our own', { from: 0, to: 7 }, null],
    ['the gap between two', { from: 37, to: 39 }, null],
  ])('%s', (_what, span, source) => {
    expect(sourceOf(composed.slices, span)).toEqual(source);
  });
});

test('what was settled in the document is settled here, in the company it has here', () => {
  const settled = [
    { from: 103, to: 106, words: 'đốt' },
    { from: 100, to: 102, words: 'khoản một' }, // said instead, not one for one
    { from: 120, to: 130, words: 'giờ' }, // reaches beyond
    { from: 0, to: 5, words: 'đầu' }, // not in this bulletin
  ];
  expect(settledHere(composed.text, { slices: composed.slices, settled })).toEqual([
    {
      written: 'Đốt',
      before: 'Đài xã.\n\nKhoản 1. '.slice(-20),
      after: ' nương từ 5 giờ.\n\nKh',
      words: 'đốt',
    },
  ]);
});

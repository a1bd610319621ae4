// The room's door: one decision in every form says the same; hostile files end in a sentence.
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { FILE_BYTES_MAX, IntakeError, type Progress, takeFile } from '../../audio/intake/index.ts';
import { theLexicon } from '../../audio/lexicon.ts';
import { readLegalText } from '../../audio/reading/index.ts';
import { MARKDOWN, PAGE, TYPED, WORD } from './decision-forms.ts';
import { column, paper } from './pdf/paper.ts';
import { paragraph, wordEntries, wordFile } from './word-file.ts';
import { zipOf } from './zip-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const wide = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

async function refusalOf(bytes: Uint8Array, name: string | null = null): Promise<IntakeError> {
  try {
    await takeFile({ bytes, name });
  } catch (error) {
    if (error instanceof IntakeError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

function spoken(text: string): string[] {
  return readLegalText(text, { lexicon: theLexicon() }).sentences.map(({ words }) => words);
}

test.each([
  ['a.md', utf8(MARKDOWN), 'md', 'utf-8'],
  ['a.html', utf8(PAGE), 'html', null],
  ['a.htm', wide(PAGE), 'html', null],
  ['a.docx', new Uint8Array(WORD), 'docx', null],
  ['a.txt', wide(TYPED), 'txt', 'utf-16le'],
  ['a.txt', utf8(TYPED.normalize('NFD')), 'txt', 'utf-8'],
])(
  '%s %#: the decision is heard as in its typed form',
  async (name, bytes, container, encoding) => {
    const taken = await takeFile({ bytes, name });
    expect(taken).toMatchObject({
      container,
      encoding,
      pages: [],
      ocr: null,
      signatures: [],
      notes: [],
    });
    expect(taken.text).toBe(taken.text.normalize('NFC'));
    const heard = spoken(TYPED);
    expect(heard.join(' ')).toContain('một triệu năm trăm nghìn đồng');
    expect(heard.join(' ')).toContain('Nà Lay');
    expect(spoken(taken.text)).toEqual(heard);
  },
);

test('a Word file that was laid out knows its pages', async () => {
  const broken =
    '<w:p><w:r><w:t>trang một</w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>, trang hai của văn bản</w:t></w:r></w:p>';
  const { text, pages } = await takeFile({ bytes: wordFile({ body: broken }), name: 'a.docx' });
  expect(text).toBe('trang một, trang hai của văn bản');
  expect(pages).toEqual([
    { page: 1, from: 0, to: 9 },
    { page: 2, from: 9, to: text.length },
  ]);
});

test('macros are told and not run', async () => {
  const more = [{ name: 'word/vbaProject.bin', bytes: 'Sub AutoOpen()' }];
  const file = wordFile({ body: paragraph('Điều 1. Phạm vi'), more });
  expect((await takeFile({ bytes: file, name: 'a.docm' })).notes[0]?.vi).toContain('macro');
});

test('progress begins and ends, and the name stands in a refusal', async () => {
  const seen: Progress[] = [];
  await takeFile({ bytes: utf8(TYPED), name: 'a.txt' }, { onProgress: (one) => seen.push(one) });
  expect(seen).toEqual([
    { step: 'open', done: 0, total: 1 },
    { step: 'open', done: 1, total: 1 },
  ]);
  expect((await refusalOf(utf8('Hello, world.'), 'thư.txt')).say.vi).toMatch(/^thư\.txt: /u);
});

const bomb = Buffer.from(deflateRawSync(Buffer.alloc(50_000_000)));
test.each([
  ['nothing at all', new Uint8Array(), 'empty'],
  ['white space', utf8(' \n\t '), 'empty'],
  ['more than 25 MB', new Uint8Array(FILE_BYTES_MAX + 1), 'file-too-large'],
  ['more than 10 MB of text', utf8('Điều 1. '.repeat(1_000_000)), 'too-large'],
  ['a Word file cut in half', WORD.subarray(0, WORD.length / 2), 'broken'],
  [
    'a Word file with a bomb beside its text',
    wordFile({
      body: paragraph('chữ'),
      more: [
        {
          name: 'word/media/a.png',
          bytes: bomb,
          stored: true,
          claims: { method: 8, bytes: 2 ** 29 },
        },
      ],
    }),
    'bomb',
  ],
  ['a Word file inside a ZIP', zipOf([{ name: 'a.docx', bytes: WORD }]), 'archive'],
  [
    'a Word file whose text is a ZIP',
    zipOf(
      wordEntries({ body: '' }).map((one) =>
        one.name === 'word/document.xml' ? { ...one, bytes: WORD } : one,
      ),
    ),
    'broken',
  ],
  ['an empty Word file', wordFile({ body: '' }), 'empty'],
  [
    'an English Word file',
    wordFile({ body: paragraph('The quick brown fox jumps') }),
    'not-vietnamese',
  ],
  ['an English page', utf8('<html><p>The quick brown fox jumps'), 'not-vietnamese'],
  ['a page of nothing but tags', utf8(`<html>${'<b><i>'.repeat(10_000)}`), 'empty'],
  [
    'bytes of no encoding',
    Uint8Array.from({ length: 3000 }, (_, at) => 128 + ((at * 37) % 128)),
    'encoding',
  ],
])('%s: refused by name', async (_, bytes, code) => {
  expect((await refusalOf(bytes)).code).toBe(code);
});

test('tables nested without end inside a Word file are a broken file, not a dead service', async () => {
  const refused = await refusalOf(wordFile({ body: '<w:tbl><w:tr><w:tc>'.repeat(20_000) }));
  expect(['broken', 'too-much-memory', 'empty']).toContain(refused.code);
});

const GAZETTE = paper(
  Array.from({ length: 300 }, (_, at) => ({
    pieces: column([
      `Điều ${at + 1}. Phạm vi điều chỉnh`,
      'Văn bản này quy định giờ đốt nương của xã.',
    ]),
  })),
);

test('a long PDF tells its pages while they are read, and they stand in the text', async () => {
  const seen: Progress[] = [];
  const taken = await takeFile(
    { bytes: GAZETTE, name: 'công báo.pdf' },
    { onProgress: (one) => seen.push(one) },
  );
  expect(taken.container).toBe('pdf');
  expect(taken.pages).toHaveLength(300);
  const last = taken.pages.at(-1);
  expect(taken.text.slice(last?.from, last?.to)).toContain('Điều 300.');
  expect(seen.filter(({ step }) => step === 'pages').at(-1)).toEqual({
    step: 'pages',
    done: 300,
    total: 300,
  });
});

test('a signal stops a long PDF between two of its pages', async () => {
  const cancel = new AbortController();
  const taking = takeFile(
    { bytes: GAZETTE, name: null },
    {
      signal: cancel.signal,
      onProgress({ step, done }) {
        if (step === 'pages' && done < 300) cancel.abort();
      },
    },
  );
  await expect(taking).rejects.toMatchObject({ code: 'stopped' });
});

test('a signal stops the opening of a large file, at once', async () => {
  const cancel = new AbortController();
  const page = utf8(`<html>${'<p>Điều 1. Phạm vi<table><tr><td>'.repeat(200_000)}`);
  const taking = takeFile(
    { bytes: page, name: 'a.html' },
    { signal: cancel.signal, onProgress: () => setImmediate(() => cancel.abort()) },
  );
  await expect(taking).rejects.toMatchObject({ code: 'stopped', fault: 'caller' });
  await expect(takeFile({ bytes: page, name: null }, { signal: cancel.signal })).rejects.toThrow(
    'stopped on request',
  );
});

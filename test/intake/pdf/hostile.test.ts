import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { IntakeError, takeFile } from '../../../audio/intake/index.ts';
import { type PdfRead, readPdf } from '../../../audio/intake/pdf/read.ts';
import { codes, column, paper, pdfOf, stream } from './paper.ts';

const quiet = () => {};
const SHEETS = Array.from({ length: 6 }, (_, at) => ({
  pieces: column([`Trang ${at + 1}. Kế hoạch phổ biến, giáo dục pháp luật của xã.`]),
}));
const WHOLE = paper(SHEETS);

/** Either text or a refusal with a sentence in both languages; anything else fails the test. */
async function outcome(file: Uint8Array): Promise<PdfRead | string> {
  try {
    return await readPdf(file, quiet);
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
    expect(error.say.vi).toMatch(/\p{L}.*\.$/u);
    expect(error.say.en).toMatch(/\p{L}.*\.$/u);
    return error.code;
  }
}

/** In a process of its own, as every stranger's file is opened: pdf.js leaves broken promises behind. */
async function answered(file: Uint8Array): Promise<void> {
  const taken = await takeFile({ bytes: file, name: 'lạ.pdf' }).catch((error: unknown) => error);
  if (taken instanceof IntakeError) {
    expect(taken.say.vi).toMatch(/^lạ\.pdf: .*\.$/u);
    expect(taken.fault).toBe('caller');
  } else expect(taken).toMatchObject({ container: expect.any(String) });
}

/** The same numbers every time, so a failure can be looked at again. */
function noise(length: number, seed: number): Buffer {
  let state = seed;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
      return state >> 16;
    }),
  );
}

const TWENTIETHS = Array.from({ length: 20 }, (_, at) => at / 20);
test.each(TWENTIETHS)('a file cut at %f of its length gives pages or a refusal', async (share) => {
  const cut = await outcome(WHOLE.subarray(0, Math.floor(WHOLE.length * share)));
  if (typeof cut === 'string') expect(['broken', 'empty']).toContain(cut);
  else expect(cut.pages.length).toBeLessThanOrEqual(6);
});

test('the pages before the damage are read', async () => {
  const cut = await outcome(WHOLE.subarray(0, Math.floor(WHOLE.length * 0.97)));
  expect(cut).toMatchObject({
    pages: expect.arrayContaining([expect.objectContaining({ page: 6 })]),
  });
});

test.each([1, 2, 3, 4, 5])(
  'bytes without sense after the head are refused (seed %i)',
  async (seed) => {
    const file = Buffer.concat([Buffer.from('%PDF-1.7\n'), noise(20_000, seed)]);
    expect(await outcome(file)).toBe('broken');
  },
);

test.each([13, 14, 15])(
  'a file with one byte in a hundred wrong never breaks us (seed %i)',
  async (seed) => {
    const file = Buffer.from(WHOLE);
    noise(file.length, seed).forEach((byte, at) => {
      if (byte < 3 && at > 8) file[at] = noise(1, seed + at)[0] as number;
    });
    await answered(file);
  },
  30_000,
);

const PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>';
const TREE = '<</Type/Pages/Kids[3 0 R]/Count 1>>';
const CATALOG = '<</Type/Catalog/Pages 2 0 R>>';
const LETTERS = `BT /F1 12 Tf <${codes('a')}> Tj ET `;

const REFUSED: [string, Buffer, string][] = [
  ['without pages', pdfOf([CATALOG, '<</Type/Pages/Kids[]/Count 0>>']), 'empty'],
  ['without a catalog', pdfOf(['<</Type/Nothing>>']), 'broken'],
  [
    'locked by a password',
    pdfOf(
      [
        CATALOG,
        TREE,
        PAGE,
        stream(LETTERS),
        `<</Filter/Standard/V 2/R 3/Length 128/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>`,
      ],
      { extra: `/Encrypt 5 0 R/ID[<${'43'.repeat(16)}><${'43'.repeat(16)}>]` },
    ),
    'encrypted',
  ],
  [
    'locked in a way nobody knows',
    pdfOf([CATALOG, TREE, PAGE, stream(LETTERS), '<</Filter/Nobody/V 9>>'], {
      extra: '/Encrypt 5 0 R/ID[<43><43>]',
    }),
    'broken',
  ],
];
test.each(REFUSED)('a file %s is refused by name', async (_, file, code) => {
  expect(await outcome(file)).toBe(code);
});

const deep = (open: string, close: string) => open.repeat(100_000) + close.repeat(100_000);
const STRANGE: [string, Buffer][] = [
  ['pages that hold themselves', pdfOf([CATALOG, '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>'])],
  [
    'a thousand million pages by its own word',
    pdfOf([CATALOG, '<</Type/Pages/Kids[3 0 R]/Count 1000000000>>', PAGE, stream(LETTERS)]),
  ],
  [
    'fewer pages than none',
    pdfOf([CATALOG, '<</Type/Pages/Kids[3 0 R]/Count -7>>', PAGE, stream(LETTERS)]),
  ],
  ['lists nested 100,000 deep', pdfOf([CATALOG, TREE, PAGE, stream(LETTERS), deep('[', ']')])],
  [
    'a catalog nested 100,000 deep',
    pdfOf([
      `<</Type/Catalog/Pages 2 0 R/Deep ${deep('<</A ', '>>')}>>`,
      TREE,
      PAGE,
      stream(LETTERS),
    ]),
  ],
  [
    'drawing nested 5,000 deep',
    pdfOf([CATALOG, TREE, PAGE, stream('q '.repeat(5000) + 'Q '.repeat(5000))]),
  ],
  ['lists in its drawing 100,000 deep', pdfOf([CATALOG, TREE, PAGE, stream(deep('[', ']'))])],
  [
    'a page that draws itself',
    pdfOf([
      CATALOG,
      TREE,
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>',
      stream('/X Do'),
      stream('/X Do', '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>'),
    ]),
  ],
  [
    'a length that lies',
    pdfOf([CATALOG, TREE, PAGE, '<</Length 99999999>>\nstream\nBT ET\nendstream']),
  ],
  [
    'numbers without end',
    pdfOf([CATALOG, TREE, PAGE, stream(`${'9'.repeat(200_000)} 0 0 1e999 0 -1e999 cm ${LETTERS}`)]),
  ],
  ['a page of one point', paper([{ pieces: column(['một']), width: 1, height: 1 }])],
  ['a page without size', paper([{ pieces: column(['một']), width: 0, height: 0 }])],
  [
    'a page of a square kilometre',
    paper([{ pieces: column(['một']), width: 2_834_646, height: 2_834_646 }]),
  ],
  [
    'stretched filters over nothing',
    pdfOf([
      CATALOG,
      TREE,
      PAGE,
      stream('x', '/Filter[/FlateDecode/LZWDecode/ASCII85Decode/RunLengthDecode]'),
    ]),
  ],
];
test.each(STRANGE)(
  'a file with %s gives an answer',
  async (_, file) => {
    await answered(file);
  },
  30_000,
);

test('a megabyte that becomes gigabytes in memory is stopped before it does', async () => {
  const zeros = stream(deflateSync(Buffer.alloc(250_000_000, 0x20)), '/Filter/FlateDecode');
  const pages = Array.from({ length: 12 }, (_, at) => `${at + 4} 0 R`);
  const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents[${pages.join(' ')}]>>`;
  const bomb = pdfOf([CATALOG, TREE, page, ...pages.map(() => zeros)]);
  expect(bomb.length).toBeLessThan(4_000_000);
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 50);
  const taking = takeFile({ bytes: bomb, name: null }).finally(() => clearInterval(watch));
  await expect(taking).rejects.toMatchObject({
    code: expect.stringMatching(/too-much-memory|bomb/u),
  });
  expect(most - before).toBeLessThan(2_000_000_000);
}, 90_000);

test('ten million spaces packed into a kilobyte are a page without words', async () => {
  const packed = stream(deflateSync(Buffer.alloc(10_000_000, 0x20)), '/Filter/FlateDecode');
  expect(await outcome(pdfOf([CATALOG, TREE, PAGE, packed]))).toMatchObject({
    pages: [{ text: '', picture: 'yes' }],
  });
});

test('a hundred and twenty thousand words and rules on one page are bounded, in seconds', async () => {
  const begun = performance.now();
  const words = Array.from(
    { length: 120_000 },
    (_, at) => `1 0 0 1 ${(at * 37) % 500} ${at % 800} Tm <${codes('từ')}> Tj`,
  );
  const lines = Array.from({ length: 120_000 }, (_, at) => `0 ${at % 800} m 500 ${at % 800} l S`);
  const raw = `BT /F1 9 Tf ${words.join('\n')} ET ${lines.join('\n')}`;
  expect(await outcome(paper([{ pieces: [{ raw }] }]))).toMatchObject({ pages: [{ page: 1 }] });
  expect(performance.now() - begun).toBeLessThan(40_000);
}, 60_000);

describe('nothing in a file runs, nothing outside it is asked for', () => {
  test('scripts, actions, attachments and links stay where they are', async () => {
    const asked: string[] = [];
    const real = globalThis.fetch;
    globalThis.fetch = (async (what: unknown) => {
      asked.push(String(what));
      throw new Error('no network in tests');
    }) as typeof fetch;
    try {
      const catalog =
        '/OpenAction<</S/JavaScript/JS(globalThis.ran = true)>>/AA<</WC<</S/URI/URI(http://example.invalid/)>>>>' +
        '/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(globalThis.ran = true)>>]>>/EmbeddedFiles<</Names[(x)<</F(x)>>]>>>>';
      const read = await outcome(paper(SHEETS, catalog, 'http://example.invalid/font'));
      expect(read).toMatchObject({ pages: { length: 6 } });
      expect(asked).toEqual([]);
      expect((globalThis as { ran?: boolean }).ran).toBeUndefined();
    } finally {
      globalThis.fetch = real;
    }
  });
});

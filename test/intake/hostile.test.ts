// Bytes nobody meant: every file is opened or refused by name, never a crash, whatever it is cut or changed into.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IntakeError } from '../../audio/intake/errors.ts';
import { htmlToText } from '../../audio/intake/markup/html.ts';
import { markdownToText } from '../../audio/intake/markup/markdown.ts';
import { openFile } from '../../audio/intake/opening.ts';
import { ReadingError } from '../../audio/reading/index.ts';
import { PAGE, TYPED, WORD } from './decision-forms.ts';

const SEED = Number(process.env.SEED ?? 20_261_122);
console.log(`hostile files: SEED=${SEED}`);

const NAMES = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.docx', 'a', null);

/** What became of it; anything but a text or a refusal by name fails the test. */
async function outcomeOf(bytes: Uint8Array, name: string | null): Promise<string> {
  try {
    const opened = await openFile({ bytes, name }, () => {});
    return 'taken' in opened ? 'taken' : 'pdf';
  } catch (error) {
    if (error instanceof IntakeError || error instanceof ReadingError) return error.code;
    throw error;
  }
}

test('random bytes under any name', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), NAMES, async (bytes, name) => {
      expect(await outcomeOf(bytes, name)).not.toBe('');
    }),
    { seed: SEED, numRuns: 300 },
  );
});

/** A file with some bytes changed, or cut; the same file often enough to reach its inside. */
const damaged = (file: Uint8Array) =>
  fc
    .record({
      at: fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { maxLength: 4 }),
      end: fc.oneof(fc.constant(file.length), fc.nat(file.length)),
    })
    .map(({ at, end }) => {
      const copy = Uint8Array.from(file);
      for (const [place, byte] of at) copy[place] = byte;
      return copy.subarray(0, end);
    });

test.each([
  ['a Word file', new Uint8Array(WORD), 'a.docx', 120],
  ['a page', new TextEncoder().encode(PAGE), 'a.html', 200],
  ['a text', new TextEncoder().encode(TYPED), 'a.txt', 200],
] as const)('%s, cut and changed', async (_, file, name, numRuns) => {
  await fc.assert(
    fc.asyncProperty(damaged(file), async (bytes) => {
      expect(await outcomeOf(bytes, name)).not.toBe('');
    }),
    { seed: SEED, numRuns },
  );
});

const TAGS = fc.constantFrom(
  ...['<p>', '</p>', '<table>', '</table>', '<tr>', '<td rowspan=2>', '<td colspan=3>', '</td>'],
  ...[
    '<ol type=a>',
    '<li>',
    '</ol>',
    '<ul>',
    '<sup>',
    '</sup>',
    '<br>',
    '<pre>',
    '<div hidden>',
    '</div>',
  ],
  ...[
    '<script>',
    '</script>',
    '<head>',
    '<body>',
    '<!--',
    '-->',
    '&amp;',
    '&#7873;',
    '<',
    '\n',
    'chữ',
    '1. ',
  ],
);

test('pages of any tags in any order keep every shown word, and no tab outside a row', () => {
  fc.assert(
    fc.property(fc.array(TAGS, { maxLength: 60 }), (tags) => {
      const shown = tags.every((tag) => !/hidden|script|head|!--|^<$/u.test(tag));
      const text = htmlToText(tags.join(''));
      const words = (of: string) => of.match(/chữ/gu)?.length ?? 0;
      if (shown) expect(words(text)).toBe(words(tags.join('')));
      if (!tags.some((tag) => tag.startsWith('<td'))) expect(text).not.toContain('\t');
    }),
    { seed: SEED, numRuns: 1000 },
  );
});

test('random Unicode as Markdown gains no letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (source) => {
      const letters = (of: string) => of.match(/[\p{L}]/gu)?.length ?? 0;
      expect(letters(markdownToText(`x${source}`))).toBeLessThanOrEqual(letters(`x${source}`));
    }),
    { seed: SEED },
  );
});

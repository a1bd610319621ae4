// A page's letters: its mark, its own bytes, then what it says of itself.
import { expect, test } from 'vitest';
import { pageLetters } from '../../../audio/intake/markup/charset.ts';
import { counted } from '../../../audio/intake/markup/counting.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const big = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const wide = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));

test.each([
  ['UTF-8', utf8('<p>Điều</p>'), '<p>Điều</p>'],
  [
    'UTF-8 that says otherwise',
    utf8('<meta charset=windows-1258><p>Điều'),
    '<meta charset=windows-1258><p>Điều',
  ],
  [
    'Windows-1258',
    latin('<meta http-equiv=x content="text/html; charset=windows-1258">\xd0i\xea\xccu'),
    'Điề',
  ],
  ['no declaration', latin('<p>C\xe9ng hoµ \x93x\x94'), '<p>Céng hoµ “x”'],
  ['a declaration of UTF-8 that is not so', latin('<meta charset=utf-8>C\xe9ng'), 'Céng'],
  ['a label nobody knows', latin('<meta charset="x-abc">C\xe9ng'), 'Céng'],
  ['UTF-16 with its mark', wide('\ufeff<p>Điều'), '<p>Điều'],
  ['UTF-16 without it', wide('<p>Điều'), '<p>Điều'],
  ['UTF-16, big end first', big('\ufeff<p>Điều'), '<p>Điều'],
])('%s', (_, bytes, text) => {
  expect(pageLetters(bytes).normalize('NFC')).toContain(text);
});

test.each([
  [4, 'decimal', '4'],
  [27, 'lower-letter', 'aa'],
  [26, 'upper-letter', 'Z'],
  [1994, 'upper-roman', 'MCMXCIV'],
  [9, 'lower-roman', 'ix'],
  [0, 'lower-letter', '0'],
  [4000, 'upper-roman', '4000'],
] as const)('%i as %s is %s', (value, how, written) => {
  expect(counted(value, how)).toBe(written);
});

// What a file is, by its bytes: ours, or refused by its own name with what to do instead.
import { expect, test } from 'vitest';
import { hasMacros, kindOf, mustBeDocx } from '../../audio/intake/containers.ts';
import { IntakeError } from '../../audio/intake/errors.ts';
import { SAY } from '../../audio/intake/sentences.ts';
import { zipParts } from '../../audio/intake/zip.ts';
import { zipOf } from './zip-file.ts';

const latin = (letters: string) => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
const office = (stream: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
  ]);

function refusalOf(act: () => unknown): IntakeError {
  try {
    act();
  } catch (error) {
    if (error instanceof IntakeError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

test.each([
  ['a.txt', latin('Dieu 1'), 'txt'],
  ['a', latin('Dieu 1'), 'txt'],
  ['a.MD', latin('# Dieu 1'), 'md'],
  ['a.markdown', latin('# Dieu 1'), 'md'],
  ['a.txt', latin(' <!DOCTYPE  HTML><p>'), 'html'],
  ['a.doc', latin('<html xmlns:o="x">'), 'html'],
  ['a.htm', latin('<p>Dieu'), 'html'],
  ['a.html', latin('Dieu 1'), 'txt'],
  ['a.txt', latin('<p>Dieu'), 'txt'],
  ['a.txt', latin('<\0h\0t\0m\0l\0>\0'), 'html'],
  ['a.txt', latin('%PDF-1.7'), 'pdf'],
  ['a.pdf', latin(`${'\n'.repeat(900)}%PDF-1.4`), 'pdf'],
  ['a.pdf', latin('PK\x03\x04'), 'zip'],
  ['a.txt', latin('PK\x05\x06'), 'zip'],
  ['a.txt', latin('\x89PNG\r\n\x1a\n'), 'picture'],
  ['a.txt', latin('\xff\xd8\xff\xe0'), 'picture'],
  ['a.txt', latin('II*\0'), 'picture'],
  ['a.txt', latin('MM\0*'), 'picture'],
  ['BMW.txt', latin('BM thi nghiem MZ Rar ID'), 'txt'],
])('%s %#: the bytes decide', (name, bytes, kind) => {
  expect(kindOf(bytes, name)).toBe(kind);
});

test.each([
  ['GIF89a', 'picture'],
  ['RIFF\0\0\0\0WEBP', 'picture'],
  ['BM\x10\0\0\0\0\0\0\0', 'picture'],
  ['\0\0\0\x18ftypheic', 'picture'],
  ['\0\0\0\x18ftypavif', 'picture'],
  ['{\\rtf1', 'rtf'],
  ['ID3\x04', 'sound'],
  ['OggS', 'sound'],
  ['fLaC', 'sound'],
  ['RIFF\0\0\0\0WAVE', 'sound'],
  ['\xff\xfb\x90', 'sound'],
  ['\0\0\0\x18ftypM4A ', 'sound'],
  ['\0\0\0\x18ftypisom', 'film'],
  ['RIFF\0\0\0\0AVI ', 'film'],
  ['\x1a\x45\xdf\xa3', 'film'],
  ['\x1f\x8b\x08', 'archive'],
  ['7z\xbc\xaf\x27\x1c', 'archive'],
  ['Rar!\x1a\x07\x00', 'archive'],
  [`${'a'.repeat(257)}ustar`, 'archive'],
  ['MZ\x90\0\x03', 'executable'],
  ['\x7fELF\x02', 'executable'],
  ['\xca\xfe\xba\xbe', 'executable'],
])('%j is %s', (bytes, code) => {
  expect(refusalOf(() => kindOf(latin(bytes), null)).code).toBe(code);
});

test.each([
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'old-word'],
  ['Workbook', 'old-excel'],
  ['PowerPoint Document', 'old-powerpoint'],
  ['Something', 'old-office'],
])('the old container with %s is %s', (stream, code) => {
  expect(refusalOf(() => kindOf(office(stream), 'a.docx')).code).toBe(code);
});

test.each([
  [['xl/workbook.xml'], 'excel'],
  [['ppt/presentation.xml'], 'powerpoint'],
  [['mimetype', 'content.xml', 'META-INF/manifest.xml'], 'open-document'],
  [['META-INF/container.xml'], 'epub'],
  [['META-INF/MANIFEST.MF', 'a.class'], 'executable'],
  [['AndroidManifest.xml'], 'executable'],
  [['công văn.docx', 'phụ lục.pdf'], 'archive'],
  [[], 'archive'],
])('a ZIP of %j is %s', (names, code) => {
  const file = zipOf(names.map((name) => ({ name, bytes: '' })));
  expect(refusalOf(() => mustBeDocx(zipParts(file))).code).toBe(code);
});

test('a Word file is one whatever else is in it, and its macros are seen', () => {
  const parts = (name: string) =>
    zipParts(
      zipOf([
        { name: 'word/document.xml', bytes: '' },
        { name, bytes: '' },
      ]),
    );
  expect(() => mustBeDocx(parts('xl/workbook.xml'))).not.toThrow();
  expect(hasMacros(parts('word/vbaProject.bin'))).toBe(true);
  expect(hasMacros(parts('word/styles.xml'))).toBe(false);
});

test('every refusal is a whole sentence in both languages, and the place stands inside it', () => {
  for (const code of Object.keys(SAY) as (keyof typeof SAY)[]) {
    const { say } = new IntakeError(code, { name: 'tờ trình.docx' });
    expect(say.vi).toMatch(/^tờ trình\.docx: \p{Lu}.+\.$/u);
    expect(say.en).toMatch(/^tờ trình\.docx: \p{Lu}.+\.$/u);
  }
  const placed = new IntakeError('broken', { page: 3, part: 'word/a.xml' });
  expect(placed.say.vi).toContain('(trang 3, word/a.xml).');
  expect(placed.named('a.pdf').say.en).toMatch(/^a\.pdf: .+\(page 3, word\/a\.xml\)\.$/u);
  expect(new IntakeError('empty').say.vi).toBe('Văn bản trống, không có gì để đọc.');
});

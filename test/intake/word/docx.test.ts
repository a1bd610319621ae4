// Word files: what Word shows is what is read, and nothing embedded or linked is touched.
import { describe, expect, test } from 'vitest';
import { IntakeError } from '../../../audio/intake/errors.ts';
import { docxToText } from '../../../audio/intake/word/docx.ts';
import { zipParts } from '../../../audio/intake/zip.ts';
import {
  level,
  num,
  numbered,
  paragraph,
  plan,
  type WordParts,
  wordFile,
  wordTable,
} from '../word-file.ts';

async function textOf(parts: WordParts): Promise<string> {
  const file = wordFile(parts);
  return docxToText(file, zipParts(file));
}

async function refusalOf(parts: WordParts): Promise<string> {
  try {
    return await textOf(parts);
  } catch (error) {
    if (error instanceof IntakeError) return `${error.code} ${error.place.part ?? ''}`.trim();
    throw error;
  }
}

const LAW = plan(
  0,
  level(0, 'decimal', 'Điều %1.') + level(1, 'decimal', '%2.') + level(2, 'lowerLetter', '%3)'),
);
const OUTLINE = plan(
  1,
  level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%1.%2.') + level(2, 'decimal', '%2.%3.'),
);
const BULLETS = plan(
  2,
  level(0, 'bullet', '\uf0b7') + level(1, 'bullet', '+') + level(2, 'none', ''),
);

describe('automatic numbers', () => {
  const numbering = LAW + OUTLINE + BULLETS + num(1, 0) + num(2, 1) + num(3, 2) + num(4, 0);
  test('count as Word counts them, and begin again below each higher one', async () => {
    const items: [string, number][] = [
      ['Phạm vi', 0],
      ['Một', 1],
      ['a', 2],
      ['b', 2],
      ['Hai', 1],
      ['a', 2],
      ['Đối tượng', 0],
      ['Một', 1],
    ];
    const body = items.map(([text, at]) => numbered(text, 1, at)).join('');
    expect(await textOf({ body, numbering })).toBe(
      'Điều 1. Phạm vi\n1. Một\na) a\nb) b\n2. Hai\na) a\nĐiều 2. Đối tượng\n1. Một',
    );
  });
  test('show Roman parts, numbers within numbers, and bullets', async () => {
    const body =
      numbered('Chung', 2, 0) +
      numbered('x', 2, 1) +
      numbered('Riêng', 2, 0) +
      numbered('y', 2, 1) +
      numbered('z', 2, 2) +
      numbered('một', 3, 0) +
      numbered('hai', 3, 1) +
      numbered('ba', 3, 2);
    expect(await textOf({ body, numbering })).toBe(
      'I. Chung\nI.1. x\nII. Riêng\nII.1. y\n1.1. z\n- một\n+ hai\nba',
    );
  });
  test('go on through another list of the same plan, unless that list says where to begin', async () => {
    const more = num(
      5,
      0,
      '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>',
    );
    const body =
      numbered('a', 1, 0) + numbered('b', 4, 0) + numbered('c', 5, 0) + numbered('d', 5, 0);
    expect(await textOf({ body, numbering: numbering + more })).toBe(
      'Điều 1. a\nĐiều 2. b\nĐiều 1. c\nĐiều 2. d',
    );
  });
  test('come through a style, through the style it is based on, and are taken away by number 0', async () => {
    const styles =
      '<w:style w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:styleId="Con"><w:basedOn w:val="Dieu"/></w:style>' +
      '<w:style w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style>' +
      '<w:style w:styleId="Khoan"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const styled = (text: string, style: string, more = '') =>
      paragraph(text, `<w:pStyle w:val="${style}"/>${more}`);
    const none = '<w:numPr><w:numId w:val="0"/></w:numPr>';
    const body =
      styled('a', 'Dieu') +
      styled('b', 'Con') +
      styled('c', 'Khoan') +
      styled('d', 'Dieu', none) +
      styled('e', 'Vong') +
      styled('f', 'Khác');
    expect(await textOf({ body, numbering, styles })).toBe('Điều 1. a\nĐiều 2. b\n1. c\nd\ne\nf');
  });
  test('take the level that names the style, and a plan behind a link', async () => {
    const linked =
      plan(
        7,
        level(0, 'decimal', 'Chương %1') + level(1, 'decimalZero', '%2.', '<w:pStyle w:val="S"/>'),
        '<w:styleLink w:val="L"/>',
      ) +
      plan(8, '', '<w:numStyleLink w:val="L"/>') +
      plan(9, '', '<w:numStyleLink w:val="Không"/>') +
      num(7, 7) +
      num(8, 8) +
      num(9, 9);
    const styles =
      '<w:style w:styleId="S"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>';
    const body =
      numbered('a', 8, 0) +
      paragraph('b', '<w:pStyle w:val="S"/>') +
      numbered('c', 9, 0) +
      numbered('d', 99, 0) +
      numbered('e', 7, 12);
    expect(await textOf({ body, numbering: linked, styles })).toBe('Chương 1 a\n01. b\nc\nd\ne');
  });
  test('leave out empty paragraphs, former properties and the new twin of a text box', async () => {
    const former =
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:pPrChange>';
    const box = (inner: string) => `<w:pict><w:txbxContent>${inner}</w:txbxContent></w:pict>`;
    const twins = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${box(numbered('hộp', 1, 0))}</mc:Choice><mc:Fallback>${box(numbered('hộp', 1, 0))}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const body =
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p><w:p/>' +
      paragraph('một', former) +
      twins +
      numbered('ba', 1, 0);
    expect((await textOf({ body, numbering })).split('\n').sort()).toEqual([
      'Điều 1. một',
      'Điều 2. hộp',
      'Điều 3. ba',
    ]);
  });
});

test('tables keep rows, cells and the lines inside them', async () => {
  const body =
    wordTable([
      [['TT'], ['Tên']],
      [['1'], ['An', 'Bình']],
    ]) + paragraph('sau');
  expect(await textOf({ body })).toBe('TT\tTên\n1\tAn\u2028Bình\nsau');
});

test('notes are marked in the text and stand at its end', async () => {
  const body = `<w:p><w:r><w:t>Các bản</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`;
  const footnotes = `<w:footnote w:id="2">${paragraph('Gồm cả bản mới.')}</w:footnote>`;
  expect(await textOf({ body, footnotes })).toBe('Các bản¹\n¹ Gồm cả bản mới.');
});

test('capitals that are a format, and letters of old fonts, are as Word shows them', async () => {
  const run = (about: string, text: string) =>
    `<w:r><w:rPr>${about}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const body = `<w:p>${run('<w:caps/>', 'quyết định ')}${run('<w:rFonts w:ascii=".VnTimeH"/>', 'céng hoµ ')}${run('<w:rFonts w:ascii="VNI-Times"/>', 'Vieät Nam')}<w:r><w:tab/><w:br/><w:t>x</w:t></w:r></w:p>`;
  expect(await textOf({ body })).toBe('QUYẾT ĐỊNH CỘNG HOÀ Việt Nam\nx');
});

test('what was struck out with changes tracked is gone, what was put in stands', async () => {
  const body =
    '<w:p><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins><w:r><w:t>mới</w:t></w:r></w:ins></w:p>';
  expect(await textOf({ body })).toBe('mới');
});

test('pictures, embedded files and outside addresses are never opened', async () => {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = `<Relationship Id="r9" Type="${type}/hyperlink" Target="http://127.0.0.1:9/x" TargetMode="External"/><Relationship Id="r8" Type="${type}/image" Target="file:///etc/hostname" TargetMode="External"/><Relationship Id="r7" Type="${type}/attachedTemplate" Target="http://127.0.0.1:9/t.dotm" TargetMode="External"/>`;
  const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  const a =
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
  const picture = `<w:r><w:drawing><wp:inline ${a}><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip ${r} r:link="r8"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  const body = `<w:p><w:hyperlink ${r} r:id="r9"><w:r><w:t>Luật</w:t></w:r></w:hyperlink>${picture}</w:p>`;
  const more = [{ name: 'word/embeddings/a.docx', bytes: Buffer.alloc(500_000) }];
  expect(await textOf({ body, relations, more })).toBe('Luật');
});

test.each([
  [
    'entities that multiply',
    {
      name: 'word/styles.xml',
      bytes: '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:styles/>',
    },
    'bomb word/styles.xml',
  ],
  [
    'text of a gigabyte',
    { name: 'word/footnotes.xml', bytes: 'x', claims: { bytes: 2 ** 28 } },
    'bomb word/footnotes.xml',
  ],
  [
    'more text than a person writes',
    {
      name: 'word/endnotes.xml',
      bytes: 'x',
      claims: { bytes: 7 * 2 ** 20 + 20 * 2 ** 20, packed: 2 ** 20 },
    },
    'too-much-text word/endnotes.xml',
  ],
  [
    'zeros under a small claim',
    { name: 'word/styles.xml', bytes: Buffer.alloc(40 * 2 ** 20), claims: { bytes: 9 } },
    'bomb word/styles.xml',
  ],
])('%s are refused by name', async (_, entry, refusal) => {
  expect(await refusalOf({ body: paragraph('Điều 1'), more: [entry] })).toBe(refusal);
});

test.each([
  ['XML that is none', '<w:p><<<'],
  ['tags never closed', '<w:p><w:r>'.repeat(100)],
])('%s: a broken file, or what could be read of it', async (_, body) => {
  expect(['broken', '']).toContain(await refusalOf({ body }));
});

test('UTF-16 inside is read', async () => {
  const wide = Buffer.from(`\ufeff<w:styles xmlns:w="x"/>`, 'utf16le');
  expect(
    await textOf({ body: paragraph('chữ'), more: [{ name: 'word/styles.xml', bytes: wide }] }),
  ).toBe('chữ');
});

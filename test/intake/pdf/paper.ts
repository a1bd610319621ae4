// Writes small PDFs for tests: words and rules exactly where they are wanted, in any Unicode.
// It must never know the reader that will read them.

export type Piece =
  | { text: string; x: number; y: number; size?: number; hidden?: boolean }
  | { rule: readonly [number, number, number, number] }
  | { raw: string };

export type Sheet = {
  pieces: readonly Piece[];
  width?: number;
  height?: number;
  rotate?: number;
  /** A JPEG over the whole page, under the text. */
  picture?: { jpeg: Uint8Array; width: number; height: number };
};

/** Every letter is half its size wide, so a test can reckon where a word ends. */
export const LETTER_WIDTH = 0.5;
const A4 = { width: 595, height: 842 };

/** Objects from number 1 on, a table of them, and a trailer with `extra` in it. */
export function pdfOf(
  objects: readonly (string | Uint8Array)[],
  { extra = '', root = 1 }: { extra?: string; root?: number } = {},
): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1')];
  const offsets: number[] = [];
  let at = (parts[0] as Buffer).length;
  const add = (part: Buffer): void => {
    parts.push(part);
    at += part.length;
  };
  objects.forEach((object, index) => {
    offsets.push(at);
    add(Buffer.from(`${index + 1} 0 obj\n`));
    add(typeof object === 'string' ? Buffer.from(object, 'latin1') : Buffer.from(object));
    add(Buffer.from('\nendobj\n'));
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const trailer = `trailer\n<</Size ${count}/Root ${root} 0 R${extra}>>\nstartxref\n${at}\n%%EOF\n`;
  add(Buffer.from(`xref\n0 ${count}\n0000000000 65535 f \n${table}${trailer}`));
  return Buffer.concat(parts);
}

export function stream(bytes: string | Uint8Array, entries = ''): Buffer {
  const body = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : Buffer.from(bytes);
  const head = Buffer.from(`<</Length ${body.length}${entries}>>\nstream\n`, 'latin1');
  return Buffer.concat([head, body, Buffer.from('\nendstream')]);
}

/** A whole PDF of these sheets. Object 1 is the catalog, 2 the page tree, 3 to 6 the font. */
export function paper(sheets: readonly Sheet[], catalog = '', fontName = 'TestSerif'): Buffer {
  const objects: (string | Uint8Array)[] = [`<</Type/Catalog/Pages 2 0 R${catalog}>>`, ''];
  objects.push(...fontObjects(fontName));
  const pages: number[] = [];
  for (const sheet of sheets) {
    const { width, height } = { ...A4, ...sheet };
    let xobjects = '';
    if (sheet.picture !== undefined) {
      objects.push(imageOf(sheet.picture));
      xobjects = `/XObject<</Im ${objects.length} 0 R>>`;
    }
    objects.push(stream(contentOf(sheet)));
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Rotate ${sheet.rotate ?? 0}` +
        `/Resources<</Font<</F1 3 0 R>>${xobjects}>>/Contents ${objects.length} 0 R>>`,
    );
    pages.push(objects.length);
  }
  const kids = pages.map((page) => `${page} 0 R`).join(' ');
  objects[1] = `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`;
  return pdfOf(objects);
}

/** Lines of text, 18 points apart from the top, the way a plain page looks. */
export function column(lines: readonly string[], x = 70, top = 90): Piece[] {
  return lines.map((text, at) => ({ text, x, y: top + at * 18 })).filter(({ text }) => text !== '');
}

/** The rules of a grid with these edges. */
export function gridRules(xs: readonly number[], ys: readonly number[]): Piece[] {
  const [left, right] = [xs[0] as number, xs.at(-1) as number];
  const [top, bottom] = [ys[0] as number, ys.at(-1) as number];
  return [
    ...ys.map((y): Piece => ({ rule: [left, y, right, y] })),
    ...xs.map((x): Piece => ({ rule: [x, top, x, bottom] })),
  ];
}

/** A font of no shapes whose codes are UTF-16 itself: what a reader needs, and nothing to draw. */
function fontObjects(name: string): string[] {
  return [
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode/Identity-H>>`,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW ${LETTER_WIDTH * 1000}/FontDescriptor 5 0 R>>`,
    `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>`,
  ];
}

function contentOf(sheet: Sheet): string {
  const { width, height } = { ...A4, ...sheet };
  const drawn = sheet.pieces.map((piece) => {
    if ('raw' in piece) return piece.raw;
    if ('rule' in piece) {
      const [x1, y1, x2, y2] = piece.rule;
      return `0.5 w ${x1} ${height - y1} m ${x2} ${height - y2} l S`;
    }
    const { text, x, y, size = 14, hidden = false } = piece;
    return `BT ${hidden ? 3 : 0} Tr /F1 ${size} Tf ${x} ${height - y} Td <${codes(text)}> Tj ET`;
  });
  const picture = sheet.picture === undefined ? '' : `q ${width} 0 0 ${height} 0 0 cm /Im Do Q\n`;
  return picture + drawn.join('\n');
}

/** Text as the font's codes, for raw drawing orders too. */
export function codes(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

function imageOf({ jpeg, width, height }: NonNullable<Sheet['picture']>): Buffer {
  const kind = `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}`;
  return stream(jpeg, `${kind}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode`);
}

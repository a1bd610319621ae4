// Turns the definition of a sheet into the bytes of a PDF; the only place that touches pdfmake.
// It must never reach the network or a file other than its own fonts.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

const { resolve } = createRequire(import.meta.url);
const folder = join(dirname(resolve('pdfmake/package.json')), 'fonts', 'Roboto');
const font = (face: string) => join(folder, `Roboto-${face}.ttf`);

/** Roboto has every letter of Vietnamese, and each PDF carries the letters it uses. */
const FONTS = {
  Roboto: {
    normal: font('Regular'),
    bold: font('Medium'),
    italics: font('Italic'),
    bolditalics: font('MediumItalic'),
  },
};
const OURS = new Set(Object.values(FONTS.Roboto));

pdfmake.setFonts(FONTS);
// a title that says "http://…" or "/etc/passwd" is a title
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => OURS.has(path));

export async function print(definition: TDocumentDefinitions): Promise<Uint8Array> {
  return new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
}

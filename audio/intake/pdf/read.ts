// A PDF's text layer, page after page, and its signatures: what runs inside the intake worker.
// It must never know OCR, nor make a decision a person should make.
import { IntakeError } from '../errors.ts';
import type { FileSignature, Remark } from '../types.ts';
import { pageText } from './layout.ts';
import { isIllegible } from './letters.ts';
import { modernised } from './old-fonts.ts';
import { openPdf, type Pdf } from './open.ts';
import { partsOf } from './parts.ts';
import { damagedRemark } from './remarks.ts';
import { signaturesOf } from './signatures.ts';

/** `picture`: the page has no words a program can take, or hardly any. */
export type PageRead = {
  page: number;
  text: string;
  picture: 'no' | 'maybe' | 'yes';
  /** The text was put under a picture by a scanner: it is a machine's guess. */
  guessed: boolean;
  /** The longer side in points; how large to draw it. */
  longSide: number;
};

export type PdfRead = { pages: PageRead[]; signatures: FileSignature[]; notes: Remark[] };

/** The reading room takes no more characters than this. */
const MAX_CHARS = 10 * 1024 * 1024;
/** The largest gazette has some 3,000 pages; beyond this it is not one document. */
const MAX_PAGES = 10_000;
/** A stamp and a page number over a scan; any real page of text has more letters. */
const FEW_LETTERS = 40;

/** @throws IntakeError encrypted, broken, empty, too-much-text */
export async function readPdf(
  bytes: Uint8Array,
  onPage: (done: number, total: number) => void,
): Promise<PdfRead> {
  const signatures = await signaturesOf(bytes);
  const { pdf, close } = await openPdf(bytes);
  try {
    if (pdf.numPages > MAX_PAGES) throw new IntakeError('too-much-text');
    const pages: PageRead[] = [];
    const damaged: number[] = [];
    let chars = 0;
    for (let page = 1; page <= pdf.numPages; page += 1) {
      const read = await readPage(pdf, page);
      if (read === null) damaged.push(page);
      else pages.push(read);
      chars += read?.text.length ?? 0;
      if (chars > MAX_CHARS) throw new IntakeError('too-much-text', { page });
      onPage(page, pdf.numPages);
    }
    if (pages.length === 0) throw new IntakeError('broken');
    return { pages, signatures, notes: damaged.length > 0 ? [damagedRemark(damaged)] : [] };
  } finally {
    await close();
  }
}

/** null: this page is damaged; the others may still be read. */
async function readPage(pdf: Pdf, number: number): Promise<PageRead | null> {
  try {
    const page = await pdf.getPage(number);
    const parts = await partsOf(page);
    page.cleanup();
    const text = pageText({ ...parts, runs: modernised(parts.runs) });
    return {
      page: number,
      text: isIllegible(text) ? '' : text,
      picture: pictureOf(text),
      guessed: parts.hidden,
      longSide: Math.max(parts.width, parts.height),
    };
  } catch {
    return null;
  }
}

function pictureOf(text: string): PageRead['picture'] {
  if (text === '' || isIllegible(text)) return 'yes';
  return (text.match(/\p{L}/gu)?.length ?? 0) < FEW_LETTERS ? 'maybe' : 'no';
}

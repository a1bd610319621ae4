// One file to its text, by its container: the work that runs inside the worker.
// It must never know processes, limits of time, or OCR.
// Not through the reading room's door: this process needs none of its grammar.
import { decodeText, settleLetters } from '../reading/bytes/decode.ts';
import { composed } from '../reading/words/composed.ts';
import { hasMacros, kindOf, mustBeDocx } from './containers.ts';
import { pageLetters } from './markup/charset.ts';
import { htmlToText } from './markup/html.ts';
import { markdownToText } from './markup/markdown.ts';
import type { PdfRead } from './pdf/read.ts';
import type { PageSpan, Remark, Taken } from './types.ts';
import { PAGE_BREAK } from './word/page-break.ts';
import { zipParts } from './zip.ts';

/** A PDF may still need OCR, which starts programs: that is not for a worker that may be killed. */
export type Opened = { taken: Taken } | { pdf: PdfRead };

export type FileGiven = { bytes: Uint8Array; name: string | null };

const MACROS: Remark = {
  vi: 'Tệp có macro; macro không được chạy và đã bỏ qua.',
  en: 'The file holds macros; they were not run and are left out.',
};

export async function openFile(
  { bytes, name }: FileGiven,
  onPage: (done: number, total: number) => void,
): Promise<Opened> {
  const kind = kindOf(bytes, name);
  if (kind === 'pdf') {
    // The two large libraries are loaded only for their own files: a text is open in a third of the time.
    const { readPdf } = await import('./pdf/read.ts');
    return { pdf: await readPdf(bytes, onPage) };
  }
  if (kind === 'zip') return { taken: await takeWord(bytes) };
  if (kind === 'html') {
    const { text, encoding } = settleLetters(htmlToText(pageLetters(bytes)), null);
    return { taken: plain({ text, container: 'html', encoding }) };
  }
  const { text, encoding } = decodeText(bytes, null);
  if (kind === 'md')
    return { taken: plain({ text: markdownToText(text), container: 'md', encoding }) };
  return { taken: plain({ text, container: 'txt', encoding }) };
}

async function takeWord(bytes: Uint8Array): Promise<Taken> {
  const parts = zipParts(bytes);
  mustBeDocx(parts);
  const { docxToText } = await import('./word/docx.ts');
  const { text, encoding } = settleLetters(await docxToText(bytes, parts), null);
  const taken = plain({ text, container: 'docx', encoding });
  return {
    ...taken,
    ...pagesOut(taken.text),
    notes: hasMacros(parts) ? [MACROS] : [],
  };
}

function plain(of: Pick<Taken, 'text' | 'container' | 'encoding'>): Taken {
  // One form of every letter: places in the text are counted in these.
  const text = composed(of.text);
  return { ...of, text, pages: [], ocr: null, signatures: [], notes: [] };
}

/** Word's page breaks, out of the text and into spans; none where Word never laid the file out. */
function pagesOut(marked: string): { text: string; pages: PageSpan[] } {
  const pieces = marked.split(PAGE_BREAK);
  let from = 0;
  const pages = pieces.map((piece, at) => {
    const span = { page: at + 1, from, to: from + piece.length };
    from = span.to;
    return span;
  });
  return { text: pieces.join(''), pages: pieces.length > 1 ? pages : [] };
}

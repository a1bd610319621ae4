// A PDF as read by the worker to the text that is taken: scanned pages recognised, what is missing said.
// It must never know pdf.js, nor pass a machine's guess off as the file's own words.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Encoding, settleLetters } from '../../reading/index.ts';
import { composed } from '../../reading/words/composed.ts';
import { IntakeError } from '../errors.ts';
import type { PageSpan, Taken, TakeOptions } from '../types.ts';
import { withDesk } from './desk.ts';
import { engineOf, readScannedPage } from './ocr.ts';
import { findOcr, type OcrPrograms } from './programs.ts';
import type { PageRead, PdfRead } from './read.ts';
import { remarksOn } from './remarks.ts';

/** At some 5 s a page this is 40 minutes of one core. */
export const MAX_SCANNED_PAGES = 500;
/** The 40 minutes above and some; at its worst a page takes 4 minutes, and 500 such pages a day and a half. */
const WHOLE_MS = 45 * 60_000;
/** A scanner's own layer, where no better program is installed. */
const SCANNER = 'scanner';

export type Finished = PageRead & {
  /** `lost`: a picture nobody could read; `late`: one there was no time left for. */
  source: 'layer' | 'ocr' | 'lost' | 'late';
};

/** Tests give other programs, or less time. */
type FinishOptions = TakeOptions & { programs?: OcrPrograms | null; wholeMs?: number };

/** @throws IntakeError needs-ocr, too-many-scanned, stopped, ocr-failed, too-slow; ReadingError empty, not-vietnamese */
export async function finishPdf(
  bytes: Uint8Array,
  read: PdfRead,
  options: FinishOptions = {},
): Promise<Taken> {
  const programs = options.programs === undefined ? findOcr() : options.programs;
  const doubtful = read.pages.filter((page) => page.picture !== 'no' || page.guessed);
  if (doubtful.length === 0) return taken(read, read.pages.map(fromLayer), null);
  if (programs?.rasterise == null) return withoutOcr(read);
  const scanned = doubtful.filter((page) => page.picture === 'yes' || page.guessed);
  if (scanned.length > MAX_SCANNED_PAGES) throw new IntakeError('too-many-scanned');
  const pages = await recognised(bytes, read, { ...options, doubtful, programs });
  const used = pages.some(({ source }) => source === 'ocr');
  return taken(read, pages, used ? await engineOf(programs) : null);
}

function withoutOcr(read: PdfRead): Taken {
  const pages = read.pages.map(
    (page): Finished => (page.picture === 'yes' ? { ...page, source: 'lost' } : fromLayer(page)),
  );
  if (pages.every(({ source }) => source === 'lost')) throw new IntakeError('needs-ocr');
  return taken(read, pages, null);
}

function fromLayer(page: PageRead): Finished {
  return { ...page, source: 'layer' };
}

type Work = FinishOptions & { doubtful: PageRead[]; programs: OcrPrograms };

async function recognised(bytes: Uint8Array, read: PdfRead, work: Work): Promise<Finished[]> {
  const { doubtful, programs, signal, onProgress, wholeMs = WHOLE_MS } = work;
  const found = new Map<number, Finished>();
  let failure: unknown = null;
  const endsAtMs = performance.now() + wholeMs;
  await withDesk(async (folder) => {
    const file = join(folder, 'scan.pdf');
    writeFileSync(file, bytes, { mode: 0o600 });
    for (const page of doubtful) {
      onProgress?.({ step: 'ocr', done: found.size, total: doubtful.length });
      if (performance.now() > endsAtMs) {
        // What was read so far is worth having, and a note says which pages it lacks.
        failure ??= new IntakeError('too-slow');
        found.set(page.page, unread(page, 'late'));
        continue;
      }
      try {
        const text = await readScannedPage({ file, ...page }, { programs, folder, signal });
        found.set(page.page, better(page, text));
      } catch (cause) {
        // One page that cannot be read does not take the others with it.
        if (signal?.aborted) throw cause;
        failure = cause;
        found.set(page.page, unread(page, 'lost'));
      }
    }
    onProgress?.({ step: 'ocr', done: doubtful.length, total: doubtful.length });
  });
  const pages = read.pages.map((page) => found.get(page.page) ?? fromLayer(page));
  const none = pages.every(({ source }) => source === 'lost' || source === 'late');
  if (failure !== null && none) throw failure;
  return pages;
}

/** The few words a page has of its own are better than none. */
function unread(page: PageRead, source: 'lost' | 'late'): Finished {
  return { ...page, source: page.text === '' ? source : 'layer' };
}

/** The page's own words stand unless they are few against what the picture shows. */
function better(page: PageRead, text: string): Finished {
  const [own, seen] = [letters(page.text), letters(text)];
  const enough = page.guessed ? seen * 2 >= own : seen > own * 2;
  if (seen === 0 && own === 0) return { ...page, source: 'lost' };
  return enough ? { ...page, text, source: 'ocr' } : fromLayer(page);
}

function letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

function taken(read: PdfRead, pages: readonly Finished[], engine: string | null): Taken {
  const settled = pages.map(settle);
  const { text, spans } = joined(settled);
  settleLetters(text, null); // refuses what is empty or no Vietnamese
  const guessed = pages.some((page) => page.guessed && page.source === 'layer');
  return {
    text,
    container: pages.some((page) => page.source === 'layer' && page.text !== '') ? 'pdf' : 'scan',
    encoding: settled.find(({ encoding }) => encoding !== null)?.encoding ?? null,
    pages: spans,
    ocr: engine !== null ? { engine } : guessed ? { engine: SCANNER } : null,
    signatures: read.signatures,
    notes: [...read.notes, ...remarksOn(pages)],
  };
}

type Settled = { page: number; text: string; encoding: Encoding | null };

/** A page in an old font without a telling name; one that is no Vietnamese stays as it is. */
function settle({ page, text }: Finished): Settled {
  try {
    const settled = settleLetters(text, null);
    return { page, text: composed(settled.text), encoding: settled.encoding };
  } catch {
    return { page, text: composed(text), encoding: null };
  }
}

function joined(pages: readonly Settled[]): { text: string; spans: PageSpan[] } {
  const spans: PageSpan[] = [];
  let whole = '';
  for (const { page, text } of pages) {
    if (text !== '' && whole !== '') whole += '\n';
    spans.push({ page, from: whole.length, to: whole.length + text.length });
    whole += text;
  }
  return { text: whole, spans };
}

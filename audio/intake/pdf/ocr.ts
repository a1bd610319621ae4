// Pictures of pages to text with Debian's tesseract in Vietnamese, one page at a time.
// It must never know why a page is a picture, nor mend what the program read.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { IntakeError } from '../errors.ts';
import { type OcrPrograms, run } from './programs.ts';
import { seenText } from './seen.ts';

/** What tesseract was trained on; less loses marks, more only costs time. */
export const DOTS_PER_INCH = 300;
/** An A3 page at 300 dots an inch; a larger sheet is drawn smaller, never larger. */
const MAX_SIDE_DOTS = 5000;
/** A dense A4 page takes 5 to 15 s on a slow core; one that takes this long never ends. */
export const PAGE_TIMEOUT_MS = 120_000;
/** A page of small print has 2,000 words, each with its box some 60 bytes. */
const MAX_PAGE_BYTES = 4 * 1024 * 1024;

export type PictureOf = { file: string; page: number; longSide: number };
export type Reader = {
  programs: OcrPrograms;
  folder: string;
  signal?: AbortSignal | undefined;
};

/** Draws one page of a PDF and reads it; at most one page lies on the disk. */
export async function readScannedPage(picture: PictureOf, reader: Reader): Promise<string> {
  const { programs, folder, signal } = reader;
  if (programs.rasterise === null) throw new IntakeError('needs-ocr', { page: picture.page });
  const drawn = join(folder, 'page');
  const dots = Math.round((picture.longSide / 72) * DOTS_PER_INCH);
  const page = String(picture.page);
  const size = ['-scale-to', String(Math.max(1, Math.min(dots, MAX_SIDE_DOTS)))];
  const only = ['-f', page, '-l', page, '-singlefile'];
  const bounds = { timeoutMs: PAGE_TIMEOUT_MS, maxBytes: MAX_PAGE_BYTES, signal };
  try {
    await run(programs.rasterise, ['-gray', ...only, ...size, picture.file, drawn], bounds);
    return await readPicture({ file: `${drawn}.pgm`, longSide: picture.longSide }, reader);
  } catch (cause) {
    const { code } = cause as IntakeError;
    throw new IntakeError(code, { page: picture.page }, cause);
  } finally {
    rmSync(`${drawn}.pgm`, { force: true });
  }
}

/** Reads one picture file; `longSide` in points. */
export async function readPicture(
  { file, longSide }: { file: string; longSide: number },
  { programs, signal }: Reader,
): Promise<string> {
  const said = [file, 'stdout', '-l', 'vie', '--psm', ONE_COLUMN, '--dpi', String(DOTS_PER_INCH)];
  const bounds = { timeoutMs: PAGE_TIMEOUT_MS, maxBytes: MAX_PAGE_BYTES, signal };
  return seenText(await run(programs.recognise, [...said, 'tsv'], bounds), longSide);
}

/** Our own layout tells columns; tesseract's (3) takes the numbers of a list for a column and loses them. */
const ONE_COLUMN = '4';

/** "tesseract 5.3.0 vie": who read it, kept with the text. */
export async function engineOf({ recognise }: OcrPrograms): Promise<string> {
  const said = await run(recognise, ['--version'], { timeoutMs: 10_000, maxBytes: 65_536 });
  return `tesseract ${/tesseract v?([\d.]+)/u.exec(said)?.[1] ?? '?'} vie`;
}

// A photograph or scan that is a file of its own, PNG, JPEG or TIFF, recognised where OCR is installed.
// It must never know PDF, nor open a picture larger than a sheet of paper needs.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settleLetters } from '../../reading/index.ts';
import { IntakeError } from '../errors.ts';
import type { Taken, TakeOptions } from '../types.ts';
import { withDesk } from './desk.ts';
import { engineOf, readPicture } from './ocr.ts';
import { findOcr, type OcrPrograms } from './programs.ts';

/**
 * What telephones of 50 megapixels take, and A2 at 300 dots an inch is 35. tesseract takes 13.4 bytes
 * for each of a coloured PNG's with transparency: 670 MB, within its own limit (programs.ts).
 */
export const MAX_PIXELS = 50_000_000;
/** Sheets in one TIFF; two minutes of OCR read no more. */
const MAX_SHEETS = 50;

/** What a photograph of a page is a photograph of. */
const A4_POINTS = 842;

/** @throws IntakeError needs-ocr, too-much-memory, stopped, ocr-failed, too-slow; ReadingError empty, not-vietnamese */
export async function takePicture(
  bytes: Uint8Array,
  {
    onProgress,
    signal,
    programs = findOcr(),
  }: TakeOptions & { programs?: OcrPrograms | null } = {},
): Promise<Taken> {
  if (programs === null) throw new IntakeError('needs-ocr');
  const pixels = pixelsOf(bytes);
  if (pixels === null) throw new IntakeError('broken');
  if (pixels > MAX_PIXELS) throw new IntakeError('too-much-memory');
  onProgress?.({ step: 'ocr', done: 0, total: 1 });
  const text = await withDesk(async (folder) => {
    const file = join(folder, 'picture');
    writeFileSync(file, bytes, { mode: 0o600 });
    return readPicture({ file, longSide: A4_POINTS }, { programs, folder, signal });
  });
  onProgress?.({ step: 'ocr', done: 1, total: 1 });
  settleLetters(text, null); // refuses what is empty or no Vietnamese
  return {
    text,
    container: 'scan',
    encoding: null,
    pages: [{ page: 1, from: 0, to: text.length }],
    ocr: { engine: await engineOf(programs) },
    signatures: [],
    notes: [
      {
        vi: 'Đây là ảnh, chữ do máy nhận dạng, cần soát lại.',
        en: 'This is a picture; its text was read by OCR and is to be checked.',
      },
    ],
  };
}

/** Width times height, of the largest sheet where it has several, as the file itself says; null where it says none. */
export function pixelsOf(bytes: Uint8Array): number | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = file.toString('latin1', 0, 4);
  if (file.toString('latin1', 0, 8) === '\u0089PNG\r\n\u001a\n')
    return file.length < 24 ? null : file.readUInt32BE(16) * file.readUInt32BE(20);
  if (magic.startsWith('\u00ff\u00d8')) return jpegPixels(file);
  if (magic === 'II*\0' || magic === 'MM\0*') return tiffPixels(file);
  return null;
}

/** The first frame header (SOFn, ITU T.81 §B.2.2). */
function jpegPixels(file: Buffer): number | null {
  for (let at = 2; at + 9 < file.length; ) {
    if (file[at] !== 0xff) return null;
    const marker = file[at + 1] as number;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return file.readUInt16BE(at + 5) * file.readUInt16BE(at + 7);
    at += marker === 0xff ? 1 : 2 + file.readUInt16BE(at + 2);
  }
  return null;
}

/** Sheets stand in a chain of directories, each read by tesseract in its turn (TIFF 6.0 §2). */
function tiffPixels(file: Buffer): number | null {
  const little = file[0] === 0x49;
  const short = (at: number) => (little ? file.readUInt16LE(at) : file.readUInt16BE(at));
  const long = (at: number) => (little ? file.readUInt32LE(at) : file.readUInt32BE(at));
  const sheets: number[] = [];
  try {
    // A chain that comes back to itself is longer than any.
    for (let directory = long(4); directory !== 0; ) {
      const { pixels, end } = sheetOf({ short, long }, directory);
      if (pixels === null || sheets.length === MAX_SHEETS) return null;
      sheets.push(pixels);
      directory = long(end);
    }
  } catch {
    return null; // beyond the end of the file
  }
  return sheets.length === 0 ? null : Math.max(...sheets);
}

type Numbers = Record<'short' | 'long', (at: number) => number>;

/** ImageWidth and ImageLength, as one SHORT or LONG each. */
function sheetOf({ short, long }: Numbers, directory: number) {
  const sides = new Map<number, number>();
  const end = directory + 2 + short(directory) * 12;
  for (let at = directory + 2; at < end; at += 12)
    sides.set(short(at), short(at + 2) === 3 ? short(at + 8) : long(at + 8));
  const [width, height] = [sides.get(256), sides.get(257)];
  return { pixels: width === undefined || height === undefined ? null : width * height, end };
}

// Opens a PDF with pdf.js so that nothing in it runs and nothing outside it is fetched.
// It must never know what the pages say.
import './modern.ts';
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'unpdf/pdfjs';
import { IntakeError } from '../errors.ts';

export type Pdf = PDFDocumentProxy;
export type PdfPage = PDFPageProxy;

export type Opened = { pdf: Pdf; close(): Promise<void> };

/** @throws IntakeError encrypted, broken, empty */
export async function openPdf(bytes: Uint8Array): Promise<Opened> {
  try {
    return await opened(bytes);
  } catch (cause) {
    const mended = cause instanceof IntakeError && cause.code === 'broken' ? mend(bytes) : null;
    if (mended === null) throw cause;
    return opened(mended);
  }
}

async function opened(bytes: Uint8Array): Promise<Opened> {
  // pdf.js takes the buffer for itself; the caller's bytes stay his. (A Buffer's slice is no copy.)
  const opening = getDocument({ ...CLOSED, data: Uint8Array.from(bytes) });
  try {
    const pdf = await opening.promise;
    if (pdf.numPages === 0) throw new IntakeError('empty');
    return { pdf, close: () => opening.destroy() };
  } catch (cause) {
    await opening.destroy();
    throw refusal(cause);
  }
}

/** A file cut short has lost its trailer: where the catalog is still there, it gets a new one. */
function mend(bytes: Uint8Array): Uint8Array | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = file.lastIndexOf('/Catalog');
  const before = file.toString('latin1', Math.max(0, at - CATALOG_CHARS), at);
  const [, number, generation] = /(\d{1,9}) (\d{1,5}) obj(?!.* obj)/su.exec(before) ?? [];
  if (at < 0 || number === undefined) return null;
  const trailer = `\nendstream\nendobj\ntrailer\n<</Root ${number} ${generation} R>>\nstartxref\n0\n%%EOF\n`;
  return Buffer.concat([file, Buffer.from(trailer)]);
}

/** From the catalog's number to its name: "1 0 obj <</Type/Catalog", or after other entries. */
const CATALOG_CHARS = 2000;

const CLOSED = {
  // No code made from the file, no forms that calculate, no fonts or maps from anywhere else.
  isEvalSupported: false,
  enableXfa: false,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  disableAutoFetch: true,
  // There is no page here to hang a font on.
  disableFontFace: true,
  // Pictures are never decoded: a page's text needs none, and a bomb may hide in one.
  maxImageSize: 0,
  stopAtErrors: false,
  verbosity: 0,
} as const;

function refusal(cause: unknown): IntakeError {
  if (cause instanceof IntakeError) return cause;
  const name = cause instanceof Error ? cause.name : '';
  return new IntakeError(name === 'PasswordException' ? 'encrypted' : 'broken', {}, cause);
}

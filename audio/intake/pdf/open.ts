// Opens a PDF with pdf.js so that nothing in it runs and nothing outside it is fetched.
// It must never know what the pages say.
import './modern.ts';
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'unpdf/pdfjs';
import { IntakeError } from '../errors.ts';

export type Pdf = PDFDocumentProxy;
export type PdfPage = PDFPageProxy;

/** @throws IntakeError encrypted, broken, empty */
export async function openPdf(bytes: Uint8Array): Promise<{ pdf: Pdf; close(): Promise<void> }> {
  // pdf.js takes the buffer for itself; the caller's bytes stay his.
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

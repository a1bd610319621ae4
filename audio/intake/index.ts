// The door of the intake room: a file's bytes in; its text with pages, signatures and remarks out, or a refusal.
// It must never know who asked, where the bytes came from, or how a text is read.
import { ReadingError } from '../reading/errors.ts';
import { kindOf } from './containers.ts';
import { IntakeError } from './errors.ts';
import { openInProcess } from './process.ts';
import type { Taken, TakeOptions } from './types.ts';

export { type IntakeCode, IntakeError, type IntakeFault, type IntakePlace } from './errors.ts';
export { sweepDesks } from './pdf/desk.ts';
export type {
  Container,
  FileSignature,
  PageSpan,
  Progress,
  Remark,
  Taken,
  TakeOptions,
} from './types.ts';

/** A gazette of 2,000 pages with its pictures is 20 MB. */
export const FILE_BYTES_MAX = 25 * 1024 * 1024;

export type GivenFile = { bytes: Uint8Array; name: string | null };

export async function takeFile(file: GivenFile, options: TakeOptions = {}): Promise<Taken> {
  try {
    return await take(file, options);
  } catch (error) {
    if (error instanceof IntakeError) throw error.named(file.name);
    if (error instanceof ReadingError) throw new IntakeError(error.code, { name: file.name });
    throw error;
  }
}

async function take({ bytes, name }: GivenFile, options: TakeOptions): Promise<Taken> {
  const { onProgress, signal } = options;
  if (signal?.aborted) throw new IntakeError('stopped');
  if (bytes.length === 0) throw new IntakeError('empty');
  if (bytes.length > FILE_BYTES_MAX) throw new IntakeError('file-too-large');
  onProgress?.({ step: 'open', done: 0, total: 1 });
  if (kindOf(bytes, name) === 'picture') {
    const { takePicture } = await import('./pdf/picture.ts');
    return takePicture(bytes, options);
  }
  const opened = await openInProcess(
    { bytes, name },
    { onPage: (done, total) => onProgress?.({ step: 'pages', done, total }), signal },
  );
  onProgress?.({ step: 'open', done: 1, total: 1 });
  if ('taken' in opened) return opened.taken;
  const { finishPdf } = await import('./pdf/finish.ts');
  return finishPdf(bytes, opened.pdf, options);
}

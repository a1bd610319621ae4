// A file or a pasted text becomes a text: in turn, cancelled when the client goes, its bytes kept by hash.
// It must never know a file format: the Reader does.
import { createHash } from 'node:crypto';
import type { LegalDocument } from '../domain/document-model.ts';
import type { Deps } from './deps.ts';
import { tellProgress } from './progress.ts';
import type { Taken } from './reader-port.ts';
import type { Documents } from './reading-door.ts';
import { limitReached, refusal } from './refusals.ts';
import { makeTurns } from './turns.ts';

/** Nine hours of speech; the Civil Code has half of it. Beyond, reading would hold up everybody else. */
export const TEXT_MAX_CHARS = 500_000;
/** Two cores, and each file has a process of its own with a gigabyte at most. */
const AT_ONCE = 2;
/** A province's offices at the same minute; a scanned file takes minutes, so more would wait for an hour. */
const WAITING = 20;
/**
 * What one tenant's files may fill: five of 1 MB on each working day make 1.3 GB in a year,
 * and 76 tenants with all of it fit a disk of 200 GB.
 */
export const FILES_MAX_BYTES = 2 * 1024 ** 3;

type Input = Parameters<Documents['create']>[1];
export type TakenFile = { taken: Taken; file: LegalDocument['file'] };
export type Taking = (input: Input, tenantId: string) => Promise<TakenFile>;

export function makeTaking(deps: Deps): Taking {
  const turns = makeTurns({ atOnce: AT_ONCE, waiting: WAITING, full: tooMany });
  return async (input, tenantId) => {
    const { content, name, signal = new AbortController().signal } = input;
    if ('text' in content) return { taken: asTaken(pasted(deps, content.text)), file: null };
    const { bytes } = content;
    const file = {
      hash: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      name,
    };
    refuseIfFull(deps, tenantId, file);
    const onProgress = input.takeId
      ? tellProgress(deps, { id: input.takeId, tenantId })
      : () => undefined;
    const taken = await turns(async () => {
      if (signal.aborted) throw cancelled();
      return deps.reader.take({ bytes, name }, { onProgress, signal });
    });
    const text = fits(taken.text);
    // from here on it is kept: what was read to the end is not thrown away for a lost connection
    if (signal.aborted) throw cancelled();
    await deps.files.keep(file.hash, bytes);
    return { taken: { ...taken, text }, file };
  };
}

function asTaken(text: string): Taken {
  return {
    text,
    container: 'txt',
    encoding: null,
    pages: [],
    ocr: null,
    signatures: [],
    notes: [],
  };
}

/** A pasted text passes the same door as a file: empty, not Vietnamese, an old encoding's letters. */
export function pasted(deps: Deps, text: string): string {
  const bytes = new TextEncoder().encode(fits(text));
  return fits(deps.reader.decode(bytes, null)).normalize('NFC');
}

/** A file's offsets are of its text as taken: intake has normalised it already. */
function fits(text: string): string {
  if (text.length > TEXT_MAX_CHARS) throw tooLong();
  return text;
}

function refuseIfFull(
  { store }: Deps,
  tenantId: string,
  file: { hash: string; bytes: number },
): void {
  if (store.documents.hasFile(tenantId, file.hash)) return;
  if (store.documents.fileBytesOf(tenantId) + file.bytes > FILES_MAX_BYTES) throw noRoom();
}

function tooLong() {
  return refusal('caller', 'text-too-long', {
    vi: `Văn bản dài quá ${TEXT_MAX_CHARS.toLocaleString('vi-VN')} ký tự (khoảng 9 giờ đọc). Hãy tách thành nhiều văn bản.`,
    en: `The text has more than ${TEXT_MAX_CHARS.toLocaleString('en-US')} characters (about 9 hours of speech). Split it.`,
    place: 'text',
  });
}

function cancelled() {
  return refusal('caller', 'cancelled', {
    vi: 'Việc nhận tệp đã được dừng; không có gì được lưu.',
    en: 'Taking the file was stopped; nothing was kept.',
  });
}

function tooMany() {
  return limitReached({
    vi: `${WAITING} tệp đang chờ được mở, hãy thử lại sau ít phút`,
    en: `${WAITING} files are waiting to be opened, try again in a few minutes`,
  });
}

function noRoom() {
  const gigabytes = FILES_MAX_BYTES / 1024 ** 3;
  return limitReached({
    vi: `các tệp văn bản của địa bàn này đã đủ ${gigabytes} GB; hãy báo người quản trị hệ thống`,
    en: `the document files of this area have reached ${gigabytes} GB; tell whoever runs the system`,
  });
}

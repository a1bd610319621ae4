// A file or a pasted text becomes a text: in turn, cancelled when the client goes, nothing kept yet.
// It must never know a file format: the Reader does.
import { createHash } from 'node:crypto';
import { composed } from '../../domain/composed.ts';
import type { LegalDocument } from '../../domain/documents/document-model.ts';
import type { Deps } from '../deps.ts';
import { plainLine } from '../plain-line.ts';
import { tellProgress } from '../progress.ts';
import { limitReached, refusal } from '../refusals.ts';
import type { Taken } from './reader-port.ts';
import type { Documents } from './reading-door.ts';
import { makeTurns } from './turns.ts';

/** Nine hours of speech; the Civil Code has half of it. Beyond, reading would hold up everybody else. */
export const TEXT_MAX_CHARS = 500_000;
/**
 * One of a tenant: its own scan of 400 pages holds up its own files and nobody else's. Three in all:
 * two such scans keep two cores busy, and a third commune's text of one page still has its turn.
 */
const AT_ONCE = { inAll: 3, each: 1 };
/** Of a tenant what an office brings in one go; in all twelve, for each waits with its 25 MB in memory. */
const WAITING = { inAll: 12, each: 3 };
/**
 * What one tenant's files may fill: five of 1 MB on each working day make 1.3 GB in a year,
 * and 76 tenants with all of it fit a disk of 200 GB.
 */
export const FILES_MAX_BYTES = 2 * 1024 ** 3;

type Input = Parameters<Documents['create']>[1];
/** `bytes` null: pasted, or no file of its own to keep */
export type TakenFile = { taken: Taken; file: LegalDocument['file']; bytes: Uint8Array | null };
export type Taking = (input: Input, tenantId: string) => Promise<TakenFile>;

/** Nothing is kept here: whether a text can be read is not known yet. */
export function makeTaking(deps: Deps): Taking {
  const turns = makeTurns({
    ...{ atOnce: AT_ONCE.inAll, waiting: WAITING.inAll },
    each: { atOnce: AT_ONCE.each, waiting: WAITING.each },
    full: tooMany,
    gone: cancelled,
  });
  return async (input, tenantId) => {
    const { content, signal = new AbortController().signal } = input;
    const name = input.name === null ? null : plainLine(input.name) || null;
    if ('text' in content) {
      const text = pasted(deps, content.text);
      refuseIfFull(deps, tenantId, Buffer.byteLength(text));
      return { taken: asTaken(text), file: null, bytes: null };
    }
    const { bytes } = content;
    const file = {
      hash: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      name,
    };
    if (!deps.store.documents.hasFile(tenantId, file.hash))
      refuseIfFull(deps, tenantId, file.bytes);
    const onProgress = input.takeId
      ? tellProgress(deps, { id: input.takeId, tenantId })
      : () => undefined;
    const taken = await turns(() => deps.reader.take({ bytes, name }, { onProgress, signal }), {
      of: tenantId,
      signal,
    });
    return { taken: { ...taken, text: fits(taken.text) }, file, bytes };
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
  return composed(fits(deps.reader.decode(bytes, null)));
}

/** A file's offsets are of its text as taken: intake has normalised it already. */
function fits(text: string): string {
  if (text.length > TEXT_MAX_CHARS) throw tooLong();
  return text;
}

function refuseIfFull({ store }: Deps, tenantId: string, bytes: number): void {
  if (store.documents.fileBytesOf(tenantId) + bytes > FILES_MAX_BYTES) throw noRoom();
}

function tooLong() {
  return refusal('caller', 'text-too-long', {
    vi: `Văn bản dài quá ${TEXT_MAX_CHARS.toLocaleString('vi-VN')} ký tự (khoảng 9 giờ đọc). Hãy tách thành nhiều văn bản.`,
    en: `The text has more than ${TEXT_MAX_CHARS.toLocaleString('en-US')} characters (about 9 hours of speech). Split it.`,
    place: 'text',
  });
}

export function cancelled() {
  return refusal('caller', 'cancelled', {
    vi: 'Việc nhận tệp đã được dừng; không có gì được lưu.',
    en: 'Taking the file was stopped; nothing was kept.',
  });
}

function tooMany(whose: 'own' | 'all') {
  if (whose === 'own')
    return limitReached({
      vi: `${WAITING.each} tệp của địa bàn này đang chờ được mở, hãy thử lại khi đã xong một tệp`,
      en: `${WAITING.each} files of this area are waiting to be opened, try again when one is done`,
    });
  return limitReached({
    vi: `${WAITING.inAll} tệp đang chờ được mở, hãy thử lại sau ít phút`,
    en: `${WAITING.inAll} files are waiting to be opened, try again in a few minutes`,
  });
}

function noRoom() {
  const gigabytes = FILES_MAX_BYTES / 1024 ** 3;
  return limitReached({
    vi: `các tệp văn bản của địa bàn này đã đủ ${gigabytes} GB; hãy báo người quản trị hệ thống`,
    en: `the document files of this area have reached ${gigabytes} GB; tell whoever runs the system`,
  });
}

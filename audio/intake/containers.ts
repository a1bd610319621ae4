// What a file is, by its first bytes and, for a ZIP, by the names of its parts: one of ours, or refused by name.
// It must never trust the file's name over its bytes, nor unpack anything.
import { type IntakeCode, IntakeError } from './errors.ts';
import { SIGNATURES } from './first-bytes.ts';
import type { ZipPart } from './zip.ts';

export type Kind = 'txt' | 'md' | 'html' | 'docx' | 'pdf' | 'picture';

/** PDF readers look this far for the header (ISO 32000-1, annex H.3.4.1). */
const PDF_HEADER_WITHIN = 1024;
/** Where a page says that it is one; longer openings are text. */
const PAGE_HEAD_CHARS = 2000;

export function kindOf(bytes: Uint8Array, name: string | null): Kind | 'zip' {
  const known = SIGNATURES.find(({ is }) => is(bytes));
  if (known?.refused !== undefined) throw new IntakeError(known.refused);
  if (known?.kind !== undefined) return known.kind;
  const head = Buffer.from(bytes.subarray(0, PAGE_HEAD_CHARS))
    .toString('latin1')
    .replace(/\0/gu, '');
  if (Buffer.from(bytes.subarray(0, PDF_HEADER_WITHIN)).includes('%PDF-')) return 'pdf';
  if (startsCompoundFile(bytes)) throw new IntakeError(insideCompoundFile(bytes));
  if (/<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]/iu.test(head)) return 'html';
  const ending = /\.([a-z]{1,10})$/iu.exec(name ?? '')?.[1]?.toLowerCase();
  if (ending === 'md' || ending === 'markdown') return 'md';
  return (ending === 'html' || ending === 'htm') && head.includes('<') ? 'html' : 'txt';
}

/** Office's old container, and the envelope of its locked new files (MS-CFB 2.2). */
function startsCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);
}

/** Streams are named in UTF-16 in the directory, wherever that stands. */
const STREAMS: readonly [string, IntakeCode][] = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'old-word'],
  ['Workbook', 'old-excel'],
  ['PowerPoint Document', 'old-powerpoint'],
];

function insideCompoundFile(bytes: Uint8Array): IntakeCode {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = STREAMS.find(([stream]) => file.includes(Buffer.from(stream, 'utf16le')));
  return found?.[1] ?? 'old-office';
}

const ZIPS: readonly [RegExp, IntakeCode][] = [
  [/^xl\/workbook\./u, 'excel'],
  [/^ppt\/presentation\./u, 'powerpoint'],
  [/^META-INF\/container\.xml$/u, 'epub'],
  [/^(?:META-INF\/MANIFEST\.MF|AndroidManifest\.xml|classes\.dex)$/u, 'executable'],
  [/^(?:content\.xml|META-INF\/manifest\.xml)$/u, 'open-document'],
];

/** A .docx by its parts, whatever its name says; every other ZIP by what it is. */
export function mustBeDocx(parts: ReadonlyMap<string, ZipPart>): void {
  const names = [...parts.keys()];
  if (names.some((name) => /^word\/document\d*\.xml$/u.test(name))) return;
  const found = ZIPS.find(([pattern]) => names.some((name) => pattern.test(name)));
  throw new IntakeError(found?.[1] ?? 'archive');
}

export function hasMacros(parts: ReadonlyMap<string, ZipPart>): boolean {
  return [...parts.keys()].some((name) => /(?:^|\/)vbaProject\.bin$/iu.test(name));
}

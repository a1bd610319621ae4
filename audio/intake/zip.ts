// The names in a ZIP, and a part's bytes, under limits that hold whatever the file claims of itself.
// It must never write a file, open a ZIP inside a ZIP, nor know what the parts mean.
import { inflateRawSync } from 'node:zlib';
import { IntakeError } from './errors.ts';

export type ZipPart = {
  name: string;
  method: number;
  encrypted: boolean;
  packedBytes: number;
  bytes: number;
  /** Where its own header stands. */
  at: number;
};

/** A Word file has some dozens of parts; a thousand pictures make a thousand. */
const PARTS_MAX = 4000;
/** What a file of 25 MB may claim to hold in all: 25 MB of pictures do not grow, text grows ten times. */
const CLAIMED_BYTES_MAX = 512 * 1024 * 1024;
/** Text in XML packs twenty times, a repetitive table a hundred; zeros pack a thousand times. */
const RATIO_MAX = 250;
const RATIO_COUNTS_FROM_BYTES = 8 * 1024 * 1024;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_BYTES = 22;
const COMMENT_MAX = 0xffff;

/** The central directory (APPNOTE 4.3.12), checked before anything is unpacked. */
export function zipParts(bytes: Uint8Array): ReadonlyMap<string, ZipPart> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count === 0xffff || count > PARTS_MAX) throw new IntakeError('bomb');
  const parts = new Map<string, ZipPart>();
  let at = view.getUint32(end + 16, true);
  let claimed = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL)
      throw new IntakeError('broken');
    const part = partAt(view, at);
    claimed += part.bytes;
    if (claimed > CLAIMED_BYTES_MAX || isAbnormal(part))
      throw new IntakeError('bomb', placeOf(part));
    if (!parts.has(part.name)) parts.set(part.name, part);
    at += 46 + lengthsAt(view, at);
  }
  return parts;
}

/** At most `limit` bytes: the part's own claim is not believed. */
export function unpack(file: Uint8Array, part: ZipPart, limit: number): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (part.encrypted) throw new IntakeError('encrypted', placeOf(part));
  if (part.at + 30 > file.length || view.getUint32(part.at, true) !== LOCAL)
    throw new IntakeError('broken', placeOf(part));
  const from =
    part.at + 30 + view.getUint16(part.at + 26, true) + view.getUint16(part.at + 28, true);
  const packed = file.subarray(from, from + part.packedBytes);
  if (packed.length < part.packedBytes) throw new IntakeError('broken', placeOf(part));
  if (part.method === 0 && packed.length <= limit) return packed;
  if (part.method !== 0 && part.method !== 8) throw new IntakeError('broken', placeOf(part));
  try {
    if (part.method === 8) return inflateRawSync(packed, { maxOutputLength: limit });
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_BUFFER_TOO_LARGE')
      throw new IntakeError('broken', placeOf(part), error);
  }
  throw new IntakeError('bomb', placeOf(part));
}

/** Names are a stranger's words: only plain ones are said back. */
function placeOf({ name }: ZipPart): { part?: string } {
  return /^[\w./[\]-]{1,80}$/u.test(name) ? { part: name } : {};
}

function endOf(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - COMMENT_MAX); at -= 1)
    if (view.getUint32(at, true) === END) return at;
  throw new IntakeError('broken');
}

function isAbnormal({ bytes, packedBytes }: ZipPart): boolean {
  return bytes > RATIO_COUNTS_FROM_BYTES && bytes > packedBytes * RATIO_MAX;
}

function lengthsAt(view: DataView, at: number): number {
  const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
  return (name ?? 0) + (extra ?? 0) + (comment ?? 0);
}

function partAt(view: DataView, at: number): ZipPart {
  const nameBytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength).subarray(
    at + 46,
    at + 46 + view.getUint16(at + 28, true),
  );
  return {
    name: new TextDecoder().decode(nameBytes).replace(/^\//u, ''),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    packedBytes: view.getUint32(at + 20, true),
    bytes: view.getUint32(at + 24, true),
    at: view.getUint32(at + 42, true),
  };
}

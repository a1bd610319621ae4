// One kept thing as bytes: what is known of it, the thing, and a digest that tells whether both are whole. Pure.
// It must never know what kind of thing it is, nor where it lies.
import { createHash } from 'node:crypto';

export type Entry<Head> = { head: Head; body: Uint8Array };

const MAGIC = Buffer.from('VXK1', 'latin1');
/** magic, length of the head, length of the body */
export const PREFIX_BYTES = 12;
const DIGEST_BYTES = 16;
/** The blocks of three minutes and the names of forty sentences are 20 KB. */
const MAX_HEAD_BYTES = 1 << 20;

export function packEntry<Head>({ head, body }: Entry<Head>): Buffer {
  const words = Buffer.from(JSON.stringify(head), 'utf8');
  const prefix = Buffer.alloc(PREFIX_BYTES);
  MAGIC.copy(prefix);
  prefix.writeUInt32LE(words.length, 4);
  prefix.writeUInt32LE(body.length, 8);
  const all = [prefix, words, body];
  return Buffer.concat([...all, digestOf(all)]);
}

/** null: not an entry, cut off, or not as it was written */
export function unpackEntry<Head>(bytes: Buffer): Entry<Head> | null {
  const sizes = entrySizes(bytes);
  if (sizes === null || bytes.length !== sizes.total) return null;
  const end = bytes.length - DIGEST_BYTES;
  if (!digestOf([bytes.subarray(0, end)]).equals(bytes.subarray(end))) return null;
  const bodyAt = PREFIX_BYTES + sizes.head;
  const head = headOf<Head>(bytes.subarray(PREFIX_BYTES, bodyAt));
  return head && { head, body: bytes.subarray(bodyAt, end) };
}

/** What the first bytes say of the rest. */
export function entrySizes(prefix: Buffer): { head: number; total: number } | null {
  if (prefix.length < PREFIX_BYTES || !prefix.subarray(0, 4).equals(MAGIC)) return null;
  const head = prefix.readUInt32LE(4);
  if (head > MAX_HEAD_BYTES) return null;
  return { head, total: PREFIX_BYTES + head + prefix.readUInt32LE(8) + DIGEST_BYTES };
}

export function headOf<Head>(words: Uint8Array): Head | null {
  try {
    return JSON.parse(Buffer.from(words).toString('utf8')) as Head;
  } catch {
    return null;
  }
}

function digestOf(parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest().subarray(0, DIGEST_BYTES);
}

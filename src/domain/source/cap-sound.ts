// The sound attachment of a warning in CAP 1.2 (§3.2.3): in the message itself, or named with its hash.
// It must never fetch or decode one, nor say whether it may be taken (sound-wish.ts does).
import { createHash } from 'node:crypto';
import { INLINE_MAX_CHARS, SOUND_MAX_BYTES, TYPE_MAX_CHARS, URL_MAX_CHARS } from './sound-wish.ts';
import { lineOf } from './source-fields.ts';
import type { SoundWish } from './source-model.ts';

type Element = Record<string, unknown>;

/** The first that is sound; pictures and papers are not for loudspeakers. null: none */
export function soundOfCap(resources: readonly Element[]): SoundWish | null {
  for (const resource of resources) {
    const type = lineIn(resource.mimeType, TYPE_MAX_CHARS);
    if (!/^audio\//iu.test(type)) continue;
    const wish = wishOf(resource, type);
    if (wish !== null) return wish;
  }
  return null;
}

/** `derefUri` is the file itself in base64, `digest` its SHA-1 in hex; which of the two is asked for is ours. */
function wishOf(resource: Element, type: string): SoundWish | null {
  const tooLarge = { type, size: SOUND_MAX_BYTES + 1, digest: '', url: '', bytes: null };
  const digest = lineIn(resource.digest, DIGEST_MAX_CHARS).toLowerCase();
  const inline = textIn(resource.derefUri);
  if (inline.length > INLINE_MAX_CHARS) return tooLarge;
  if (inline !== '') {
    const bytes = Buffer.from(inline, 'base64');
    const own = createHash('sha256').update(bytes).digest('hex');
    return { type, size: bytes.length, digest: digest || own, url: null, bytes };
  }
  const url = lineIn(resource.uri, URL_MAX_CHARS);
  // `size` is about so many (§3.2.3): what is far too large is not begun
  if (Number(lineIn(resource.size, SIZE_MAX_CHARS)) > SOUND_MAX_BYTES) return { ...tooLarge, url };
  return url === '' ? null : { type, size: 0, digest, url, bytes: null };
}
/** Longer than any number a file's size could be. */
const SIZE_MAX_CHARS = 16;
/** A SHA-256 in hex; CAP's own SHA-1 has forty. */
const DIGEST_MAX_CHARS = 64;

const textIn = (value: unknown) => (typeof value === 'string' ? lineOf(value) : '');

/** What is longer than it may be is not there. */
function lineIn(value: unknown, most: number): string {
  if (typeof value !== 'string' || value.length > most) return '';
  return lineOf(value);
}

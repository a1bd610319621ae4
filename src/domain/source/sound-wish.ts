// The sound attachment of a bulletin as it is written: in the message, or named with its size, type and hash.
// It must never fetch or decode one.
import { createHash } from 'node:crypto';
import type { Priority } from '../../../devices/protocol/index.ts';
import type { Sentence } from '../errors.ts';
import { type Fields, fieldsOf } from './source-fields.ts';
import type { RefusedWhy, SoundWish } from './source-model.ts';

/** Half an hour of MP3 at 64 kbit/s is 14 MB: a longer or finer one is no bulletin. */
export const SOUND_MAX_BYTES = 16 * 1024 * 1024;
export const SOUND_MAX_SECONDS = 30 * 60;
/** In a message of 256 KB at most; base64 makes four letters of three bytes. */
export const INLINE_MAX_CHARS = 250_000;
export const URL_MAX_CHARS = 2_000;
export const TYPE_MAX_CHARS = 100;

export function soundOf(fields: Fields): SoundWish | null {
  const sound = fields.object('sound');
  if (sound === null) return null;
  const inner = fieldsOf(sound);
  const url = inner.line('url', { least: 0, most: URL_MAX_CHARS });
  const inline = inner.line('base64', { least: 0, most: INLINE_MAX_CHARS });
  const bytes = inline === '' ? null : Buffer.from(inline, 'base64');
  const sha256 = inner.line('sha256', { least: 0, most: 64 }).toLowerCase();
  const of = {
    type: inner.line('type', { least: 0, most: TYPE_MAX_CHARS }),
    size: inner.whole('bytes', {
      ...{ least: 0, most: Number.MAX_SAFE_INTEGER },
      otherwise: bytes?.length ?? 0,
    }),
    digest: sha256.length === SHA1_CHARS ? '' : sha256, // a SHA-1 is none
  };
  if ((url === '') === (bytes === null)) inner.wrong('url', ONE_OF_TWO);
  const fault = inner.fault();
  if (fault) fields.wrong(`sound.${fault.place}`, RIGHT);
  return bytes === null ? { ...of, url, bytes: null } : { ...of, url: null, bytes };
}

/** What is wrong with it before a byte of it is fetched; null: it may be. */
export function soundFault(of: {
  sound: Pick<SoundWish, 'size' | 'url' | 'digest'>;
  priority: Priority;
  /** where the source system is set to be; null: it brings what it has, and nothing is fetched */
  origin: string | null;
}): RefusedWhy | null {
  const { size, url, digest } = of.sound;
  if (of.priority === 'emergency') return 'sound-of-emergency';
  if (size > SOUND_MAX_BYTES) return 'sound-too-large';
  // what is not signed with its hash could be anything by the time it is fetched
  if (!DIGEST.test(digest)) return 'sound-other-hash';
  return url === null || isOwn(url, of.origin) ? null : 'sound-elsewhere';
}

/** The address that was set, to the letter of its origin, and nobody's name or password in it. */
export function isOwn(url: string, origin: string | null): boolean {
  if (origin === null || !URL.canParse(url, origin)) return false;
  const to = new URL(url, origin);
  return to.origin === new URL(origin).origin && to.username === '' && to.password === '';
}

/**
 * SHA-256, or what CAP 1.2 §3.2.3 has: SHA-1. Two files alike can be made for it by whoever makes both, who then
 * signs the one as well as the other; a file like another's cannot.
 */
const DIGEST = /^(?:[0-9a-f]{64}|[0-9a-f]{40})$/u;
const SHA1_CHARS = 40;

/** Is this the file that was signed? */
export function isTheSound(
  { size, digest }: Pick<SoundWish, 'size' | 'digest'>,
  bytes: Uint8Array,
): boolean {
  const kind = digest.length === SHA1_CHARS ? 'sha1' : 'sha256';
  const hash = createHash(kind).update(bytes).digest('hex');
  return hash === digest && (size === 0 || size === bytes.length);
}

const ONE_OF_TWO: Sentence = { vi: 'hoặc "url" hoặc "base64"', en: 'either "url" or "base64"' };
const RIGHT: Sentence = { vi: 'đúng kiểu', en: 'of the right kind' };

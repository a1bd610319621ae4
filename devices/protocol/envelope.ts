// Signs and opens what is signed: Ed25519 (RFC 8032) over the bytes as sent (devices/PROTOCOL.md §4).
// It must never know what the body means, nor where keys are kept.
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

// 'V' 'S' version(1) reserved(0) | key id, 8 bytes | signature, 64 bytes | body (UTF-8 JSON).
// Signed: the first 12 bytes and the body, so neither version nor key id can be swapped.
export const ENVELOPE_HEADER_BYTES = 76;
const MAGIC = Buffer.from([0x56, 0x53, 1, 0]);
export const ENVELOPE_MAX_BYTES = 256 * 1024;

/** The DER prefix of an Ed25519 SubjectPublicKeyInfo (RFC 8410 §4); 32 raw key bytes follow it. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Raw 32-byte Ed25519 public key of a key object. */
export function rawPublicKey(key: KeyObject): Buffer {
  const publicKey = key.type === 'public' ? key : createPublicKey(key as never);
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX.length);
}

/** @throws TypeError when `raw` is not 32 bytes */
export function publicKeyFromRaw(raw: Uint8Array): KeyObject {
  if (raw.length !== 32) throw new TypeError('Ed25519 public key must have 32 bytes');
  return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' });
}

/** The first 8 bytes of the SHA-256 of the raw public key, hex. */
export function keyIdOf(raw: Uint8Array): string {
  return createHash('sha256').update(raw).digest('hex').slice(0, 16);
}

export type Signer = { keyId: string; privateKey: KeyObject };

export function seal(body: unknown, signer: Signer): Buffer {
  const head = Buffer.concat([MAGIC, Buffer.from(signer.keyId, 'hex')]);
  const json = Buffer.from(JSON.stringify(body), 'utf8');
  const signature = sign(null, Buffer.concat([head, json]), signer.privateKey);
  return Buffer.concat([head, signature, json]);
}

export type Opened =
  | { ok: true; keyId: string; body: unknown }
  | { ok: false; reason: 'bad-message' | 'bad-signature' };

/** Opens an envelope with the key `trusted` gives for its key id; never throws on foreign bytes. */
export function open(
  bytes: Uint8Array,
  trusted: (keyId: string) => KeyObject | null | undefined,
): Opened {
  if (bytes.length <= ENVELOPE_HEADER_BYTES || bytes.length > ENVELOPE_MAX_BYTES)
    return { ok: false, reason: 'bad-message' };
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!all.subarray(0, 4).equals(MAGIC)) return { ok: false, reason: 'bad-message' };
  const keyId = all.toString('hex', 4, 12);
  const key = trusted(keyId);
  const body = all.subarray(ENVELOPE_HEADER_BYTES);
  const signed = Buffer.concat([all.subarray(0, 12), body]);
  if (!key || !verify(null, signed, key, all.subarray(12, 76)))
    return { ok: false, reason: 'bad-signature' };
  try {
    return { ok: true, keyId, body: JSON.parse(body.toString('utf8')) };
  } catch {
    return { ok: false, reason: 'bad-message' };
  }
}

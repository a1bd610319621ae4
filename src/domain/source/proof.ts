// Whether bytes were signed by one of the province's pinned keys, and when.
// It must never know where keys are kept, nor what the bytes say.
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { Proof, RefusedWhy, SourceKey } from './source-model.ts';

/** A clock set by hand once a week is minutes off; an order of yesterday is somebody's recording. */
export const SIGNED_WITHIN_MS = 5 * 60_000;
/** The DER prefix of an Ed25519 SubjectPublicKeyInfo (RFC 8410 §4); 32 raw key bytes follow it. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const SIGNATURE_BYTES = 64;

type Signed = { timestampMs: number; contentType: string; body: Uint8Array };

/** Time and media type are signed with the body: neither can be put beside another, or read as what it is not. */
export function signedBytes({ timestampMs, contentType, body }: Signed): Buffer {
  return Buffer.concat([Buffer.from(`${timestampMs}\n${mediaType(contentType)}\n`, 'utf8'), body]);
}

/** Whoever carries it may add its character set, and write it in capitals (RFC 9110 §8.3.1). */
export function mediaType(contentType: string): string {
  const [type = ''] = contentType.toLowerCase().split(';');
  return type.trim();
}

export function keyOf({ publicKey }: Pick<SourceKey, 'publicKey'>): KeyObject | null {
  const raw = Buffer.from(publicKey, 'base64');
  if (raw.length !== 32) return null;
  return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' });
}

/** @param nowMs null: it lay ready to be fetched, so its age says nothing */
export function proofFault(of: {
  proof: Proof | null;
  contentType: string;
  body: Uint8Array;
  keys: readonly SourceKey[];
  nowMs: number | null;
}): RefusedWhy | null {
  const { proof, contentType, body, nowMs } = of;
  if (proof === null) return 'unsigned';
  const pinned = of.keys.find(({ id }) => id === proof.keyId);
  const key = pinned ? keyOf(pinned) : null;
  if (key === null) return 'unknown-key';
  const signature = Buffer.from(proof.signature, 'base64');
  if (signature.length !== SIGNATURE_BYTES) return 'bad-signature';
  const bytes = signedBytes({ timestampMs: proof.timestampMs, contentType, body });
  if (!verify(null, bytes, key, signature)) return 'bad-signature';
  if (nowMs === null || Math.abs(nowMs - proof.timestampMs) <= SIGNED_WITHIN_MS) return null;
  return 'stale-signature';
}

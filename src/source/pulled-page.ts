// A page of what lies ready at the source system, unpacked: each item the bytes that were signed.
// It must never read what an item says.
import { fieldsOf, isRecord } from '../domain/source/source-fields.ts';
import type { Proof } from '../domain/source/source-model.ts';
import type { Parcel, PulledPage } from '../services/source/source-port.ts';

const CURSOR_MAX_CHARS = 200;
const ITEMS_MAX = 100;

/** @throws Error where the page itself is none; a strange item is a parcel that will be refused */
export function pageOf(bytes: Uint8Array): PulledPage {
  const page = parsed(bytes);
  const items = isRecord(page) && Array.isArray(page.items) ? (page.items as unknown[]) : null;
  if (!isRecord(page) || items === null || items.length > ITEMS_MAX) throw new Error('BAD_PAGE');
  const fields = fieldsOf(page);
  const next = fields.line('next', { least: 0, most: CURSOR_MAX_CHARS });
  const more = fields.flag('more');
  if (fields.fault()) throw new Error('BAD_PAGE');
  return { parcels: items.map(parcelOf), next, more };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown;
  } catch {
    throw new Error('BAD_PAGE');
  }
}

function parcelOf(item: unknown): Parcel {
  const record = isRecord(item) ? item : {};
  const payload = typeof record.payload === 'string' ? record.payload : '';
  const contentType = typeof record.contentType === 'string' ? record.contentType : '';
  const proof = isRecord(record.signature) ? proofIn(record.signature) : null;
  return { contentType, body: Buffer.from(payload, 'base64'), proof };
}

function proofIn(signature: Record<string, unknown>): Proof {
  const { keyId, timestampMs, value } = signature;
  return {
    keyId: typeof keyId === 'string' ? keyId : '',
    timestampMs: typeof timestampMs === 'number' ? timestampMs : 0,
    signature: typeof value === 'string' ? value : '',
  };
}

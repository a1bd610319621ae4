// Messages of a source system as they come, and the keys they are signed with.
// It must never assert anything.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { signedBytes } from '../../../src/domain/source/proof.ts';
import type { IncomingRow, Proof, SourceKey } from '../../../src/domain/source/source-model.ts';

/** Saturday 5 December 2026, 12:00 in Vietnam. */
export const NOON = Date.parse('2026-12-05T12:00:00+07:00');

export const written = (of: Record<string, unknown> = {}): Record<string, unknown> => ({
  externalId: 'TTN-1',
  revision: 1,
  province: 'muong-thu',
  issuedAt: '2026-12-05T11:59:00+07:00',
  sender: 'Sở Văn hóa, Thể thao và Du lịch',
  priority: 'normal',
  title: 'Tiêm phòng dại',
  text: 'Ngày mai tiêm phòng dại cho chó, mèo.',
  areas: ['xa-a'],
  ...of,
});
export const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value), 'utf8');

export type Signing = { key: SourceKey; privateKey: KeyObject };
export function signing(id = 'khoa-1'): Signing {
  const pair = generateKeyPairSync('ed25519');
  const raw = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(12);
  const key = { id, name: 'Khóa của tỉnh', publicKey: raw.toString('base64') };
  return { key, privateKey: pair.privateKey };
}
export function proofOf(
  by: Signing,
  body: Uint8Array,
  timestampMs = NOON,
  contentType = 'application/json',
): Proof {
  const bytes = signedBytes({ timestampMs, contentType, body });
  const signature = sign(null, bytes, by.privateKey).toString('base64');
  return { keyId: by.key.id, timestampMs, signature };
}

export const row = (of: Partial<IncomingRow> = {}): IncomingRow => ({
  ...{ id: 'i-1', source: 'Tỉnh Mường Thử', externalId: 'TTN-1', revision: 1, messageId: 'TTN-1' },
  ...{ hash: 'a'.repeat(64), bytes: 300, contentType: 'application/json', via: 'push' },
  ...{ keyId: 'khoa-1', arrivedAtMs: NOON, priority: 'normal', drill: false },
  ...{ title: 'Tiêm phòng dại', sender: 'Sở', does: 'say', state: 'accepted' },
  ...{ refused: null, toldState: null },
  ...of,
});

/** A warning as fast-xml-parser hands it over: texts, and lists of what may repeat. */
export const cap = (
  of: Record<string, unknown> = {},
  info: Record<string, unknown> | null = {},
) => ({
  alert: {
    identifier: 'CAP-1',
    sender: 'pclb@muongthu.gov.vn',
    sent: '2026-12-05T11:59:00+07:00',
    status: 'Actual',
    msgType: 'Alert',
    scope: 'Public',
    info: info && [
      {
        language: 'vi-VN',
        event: 'Lũ quét',
        urgency: 'Immediate',
        severity: 'Extreme',
        headline: 'Lũ quét trên suối Nậm Mu',
        description: 'Nước lên rất nhanh.',
        instruction: 'Rời lòng suối ngay',
        area: [{ areaDesc: 'Xã A', geocode: [{ valueName: 'vangxa-area', value: 'xa-a' }] }],
        ...info,
      },
    ],
    ...of,
  },
});

// Believable rows of the source system, and a door that answers them.
// It must never know routes or screens.
import type { Services } from '../../src/services/door.ts';
import type { IncomingView, SourceView } from '../../src/services/source/source-door.ts';
import { area, HASH, NOW_MS } from './sample.ts';

export const item: IncomingView = {
  ...{ id: 'in-1', externalId: 'TTN-1', revision: 2, messageId: 'TTN-1', hash: HASH, bytes: 512 },
  ...{ contentType: 'application/json', via: 'push', keyId: 'khoa-1', arrivedAtMs: NOW_MS },
  ...{ priority: 'emergency', drill: false, title: '<b>Xả lũ</b>', sender: 'Ban chỉ huy' },
  ...{ does: 'say', state: 'scheduled', refused: null, reason: null },
  parts: [
    {
      ...{ tenantId: area.id, areaName: area.name, bulletinId: 'bul-1', role: 'whole' },
      ...{ bulletinState: 'approved', playAtMs: NOW_MS },
    },
  ],
};
export const view: SourceView = {
  ...{ name: 'tỉnh Sơn La', reachable: true, lastContactMs: NOW_MS, lastTriedMs: NOW_MS },
  trouble: null,
  letters: { count: 3, oldestMs: NOW_MS, byKind: { ack: 2, 'airing-result': 1 } },
  trusts: [
    { keyId: 'khoa-1', keyName: 'Khóa trực ban', by: null, lapsed: false },
    {
      ...{ keyId: 'khoa-2', keyName: 'Khóa dự phòng', lapsed: true },
      by: { name: 'Lò Văn An', sinceMs: NOW_MS },
    },
  ],
  frames: 2,
  may: { trust: true, refusals: true, raw: true },
};

type Answer = <T>(method: string, value: T) => (actor: unknown, input?: unknown) => T;

export function doors(answer: Answer): Pick<Services, 'source'> {
  const refusal = {
    ...{ id: 'ref-1', hash: HASH, bytes: 9, contentType: 'application/json', via: 'push' as const },
    ...{ atMs: NOW_MS, why: 'unsigned' as const, place: null, externalId: 'TTN-9' },
    ...{ title: 'Giả', emergency: true, reason: { vi: 'Không ký.', en: 'Not signed.' } },
  };
  const letter = {
    ...{ id: 'let-1', kind: 'ack' as const, subject: 'bulletin:TTN-1', createdAtMs: NOW_MS },
    ...{ dueAtMs: NOW_MS, attempts: 2, lastError: 'HTTP 503', state: 'waiting' as const },
  };
  const taken = { externalId: 'TTN-1', revision: 1, state: 'accepted' as const, duplicate: false };
  // the source system is nobody who is signed in: what it brings is all there is
  const take = answer('source.take', taken);
  return {
    source: {
      take: (parcel) => take(null, parcel),
      view: answer('source.view', view),
      list: answer('source.list', [item]),
      refusals: answer('source.refusals', [refusal]),
      letters: answer('source.letters', [letter]),
      raw: answer('source.raw', { bytes: Buffer.from('{"x":1}'), name: 'nguon-in-1.bin' }),
      setTrust: answer('source.setTrust', view),
    },
  };
}

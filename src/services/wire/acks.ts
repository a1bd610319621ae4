// "These receipts are in the database": one signed order per speaker for many receipts.
// It must never be sent before the commit that makes it true.
import { topics } from '../../../devices/protocol/index.ts';
import type { Deps } from '../deps.ts';
import { signOrder } from './orders.ts';
import type { Outbox } from './outbox.ts';

export type SealedAck = { siteId: string; bytes: Uint8Array };
export type Acks = {
  /** within the transaction that keeps the receipts */
  sign(receipts: readonly { siteId: string; id: string }[]): SealedAck[];
  send(sealed: readonly SealedAck[]): void;
};

/** The schema's own limit (devices/protocol/messages.ts); a batch is no larger either. */
const PER_ORDER = 200;
const EXPIRES_MS = 24 * 3_600_000;

export function makeAcks(deps: Deps, outbox: Outbox): Acks {
  return {
    sign(receipts) {
      const bySite = new Map<string, string[]>();
      for (const { siteId, id } of receipts)
        bySite.set(siteId, [...(bySite.get(siteId) ?? []), id]);
      const expiresAtMs = deps.clock.planMs() + EXPIRES_MS;
      return [...bySite].map(([siteId, ids]) => {
        const receiptIds = [...new Set(ids)].slice(0, PER_ORDER);
        const { bytes } = signOrder(deps, { body: { kind: 'ack', receiptIds }, expiresAtMs });
        return { siteId, bytes };
      });
    },
    send(sealed) {
      for (const { siteId, bytes } of sealed) outbox.post(topics.speakerOrder(siteId), () => bytes);
    },
  };
}

// Sends what waits, each channel at its own pace: a dead mail server delays mail and nothing else.
// It must never know what is said; a message under way at a kill is still a waiting row, and goes again.
import type { DeliveryReason, Outward } from '../../domain/told/notification-model.ts';
import { nextTryMs } from '../../domain/told/notification-times.ts';
import type { Deps } from '../deps.ts';
import type { Delivery } from './notification-store.ts';
import { readyToSend } from './notifications-letter.ts';
import type { Outcome } from './senders-port.ts';

export type Sending = { look(): void; idle(): Promise<void>; stop(): void };

/** Connections at once: push services are many and quick, a commune's mail server is one and slow. */
const AT_ONCE: Record<Outward, number> = { push: 8, sms: 4, webhook: 4, mail: 2 };
const CHANNELS = Object.keys(AT_ONCE) as Outward[];

export function makeNotificationSending(deps: Deps): Sending {
  const end = new AbortController();
  const flying = new Map<string, Promise<void>>();
  const pumps = CHANNELS.map((channel) => makePump({ deps, channel, flying, end: end.signal }));
  return {
    look: () => {
      for (const pump of pumps) pump();
    },
    async idle() {
      while (flying.size > 0) await Promise.all(flying.values());
    },
    // nothing is waited for: what has no outcome waits in its row and goes again with the same id
    stop: () => end.abort(),
  };
}

function makePump(of: {
  deps: Deps;
  channel: Outward;
  flying: Map<string, Promise<void>>;
  end: AbortSignal;
}): () => void {
  const { deps, channel, flying, end } = of;
  let here = 0;
  const look = () => {
    const limit = AT_ONCE[channel];
    if (end.aborted || here >= limit) return;
    const nowMs = deps.clock.wallMs();
    for (const delivery of deps.store.deliveries.due({ channel, nowMs, limit: 2 * limit })) {
      if (here >= limit) break;
      if (flying.has(delivery.id)) continue;
      here += 1;
      const flight = sendOne(deps, delivery, end).finally(() => {
        here -= 1;
        flying.delete(delivery.id);
        look();
      });
      flying.set(delivery.id, flight);
    }
  };
  return look;
}

async function sendOne(deps: Deps, delivery: Delivery, end: AbortSignal): Promise<void> {
  try {
    const ready = readyToSend(deps, delivery);
    // a turn of the loop before the first byte: whoever looks never waits for a connection
    await Promise.resolve();
    const outcome = typeof ready === 'string' ? failed(ready) : await ready.send(end);
    if (!end.aborted) settle(deps, delivery, outcome);
  } catch (error) {
    if (end.aborted) return;
    deps.log.error({ err: error, deliveryId: delivery.id }, 'a message could not be sent');
    settle(deps, delivery, { kind: 'later', reason: 'bad-answer', detail: null, askedMs: 0 });
  }
}

const failed = (reason: DeliveryReason): Outcome => ({ kind: 'failed', reason, detail: null });

function settle(deps: Deps, before: Delivery, outcome: Outcome): void {
  const nowMs = deps.clock.wallMs();
  const tries = before.tries + 1;
  const next = {
    ...before,
    ...{ tries, changedAtMs: nowMs, nextAtMs: null, reason: null, detail: null },
  };
  deps.store.deliveries.put({ ...next, ...stateOf(outcome, { ...next, nowMs }) });
  const { notificationId: id, tenantId, accountId } = before;
  if (accountId !== null) deps.changes.tell({ kind: 'notification', id, tenantId, accountId });
}

function stateOf(
  outcome: Outcome,
  at: { nowMs: number; tries: number; sinceMs: number; urgent: boolean },
): Partial<Delivery> {
  if (outcome.kind === 'sent') return { state: 'sent', providerId: outcome.providerId };
  if (outcome.kind === 'delivered') return { state: 'delivered' };
  const { reason, detail } = outcome;
  if (outcome.kind === 'failed') return { state: 'failed', reason, detail };
  const nextAtMs = nextTryMs({ ...at, askedMs: outcome.askedMs });
  return { state: nextAtMs === null ? 'failed' : 'waiting', reason, detail, nextAtMs };
}

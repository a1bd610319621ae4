// Each person's own list of what they were told, and how every message to them went.
// It must never show what is of a commune they no longer belong to.
import type { Deps } from '../deps.ts';
import { tenantsSeenBy } from '../scope.ts';
import type { DeliveryShown, Told, ToldView } from './notification-door.ts';
import type { Delivery, InboxEntry } from './notification-store.ts';
import { saidIn } from './notifications-letter.ts';

/** Three screens of a phone; more is asked for. */
const LIST_MAX = 50;

export function makeInbox(deps: Deps): Pick<Told, 'list' | 'read'> {
  const { inbox, deliveries } = deps.store;
  return {
    list(actor, { beforeId, limit }) {
      const { accountId } = actor;
      const tenantIds = tenantsSeenBy(deps, actor);
      const at = { accountId, tenantIds, beforeId, limit: Math.min(limit, LIST_MAX) };
      const entries = inbox.list(at);
      const ids = entries.map(({ notification }) => notification.id);
      const sent = deliveries.of(accountId, ids);
      return {
        told: entries.map((entry) => viewOf(deps, entry, sent)),
        unread: inbox.unread(accountId, tenantIds),
      };
    },
    // no audit line: what somebody has looked at is their own business, and changes nothing
    read(actor, { upToId }) {
      const { accountId } = actor;
      const atMs = deps.clock.wallMs();
      if (inbox.read({ accountId, upToId, atMs }) > 0) {
        const own = { kind: 'notification', id: upToId, tenantId: null, accountId } as const;
        deps.changes.tell(own);
      }
      return { unread: inbox.unread(accountId, tenantsSeenBy(deps, actor)) };
    },
  };
}

function viewOf(deps: Deps, entry: InboxEntry, sent: readonly Delivery[]): ToldView {
  const { row, notification } = entry;
  const { kind, tenantId, urgent, count } = notification;
  const [vi, en] = [saidIn(deps, notification, 'vi'), saidIn(deps, notification, 'en')];
  return {
    id: row.id,
    ...{ kind, tenantId, urgent, count },
    title: { vi: vi.title, en: en.title },
    body: { vi: vi.body, en: en.body },
    link: vi.link,
    atMs: row.atMs,
    readAtMs: row.readAtMs,
    deliveries: sent
      .filter(({ notificationId }) => notificationId === notification.id)
      .map(shownDelivery),
  };
}

export function shownDelivery(delivery: Delivery): DeliveryShown {
  const { channel, state, reason, detail, tries, changedAtMs, nextAtMs } = delivery;
  return { channel, state, reason, detail, tries, changedAtMs, nextAtMs };
}

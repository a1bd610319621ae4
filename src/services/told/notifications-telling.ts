// Turns what is due into each person's list and into deliveries, in one transaction a notification.
// It must never send: rows that wait are the outbox, and survive a restart.
import { afterTelling } from '../../domain/told/notification-group.ts';
import type { Channel, Notification } from '../../domain/told/notification-model.ts';
import { type Person, type Receiver, receivers } from '../../domain/told/notification-people.ts';
import { afterQuiet, PER_HOUR_MAX } from '../../domain/told/notification-times.ts';
import type { Deps } from '../deps.ts';
import type { Delivery } from './notification-store.ts';
import { canReach, chainOf, everybody } from './notifications-people.ts';

/** A beat is a second: with 10 people each, 50 notifications are 500 lists and a tenth of it. */
const AT_ONCE = 50;
/** Half a day of a dead mail server in a whole province; above it only what is urgent still queues. */
const WAITING_MAX = 20_000;
const HOUR_MS = 3_600_000;

/** @returns whether anything was told */
export function tellDue(deps: Deps): boolean {
  const due = deps.store.notifications.due(deps.clock.wallMs(), AT_ONCE);
  if (due.length === 0) return false;
  const fresh = due.filter(({ count, toldCount }) => count > toldCount);
  const people = fresh.length === 0 ? [] : everybody(deps);
  for (const notification of due) tellOne(deps, notification, people);
  return true;
}

function tellOne(deps: Deps, notification: Notification, people: readonly Person[]): void {
  const { store, clock } = deps;
  const fresh = notification.count > notification.toldCount;
  const chain = chainOf(deps, notification.tenantId);
  const found = fresh ? receivers({ told: notification, chain, people }) : [];
  store.transaction(() => {
    for (const receiver of found) tellPerson(deps, notification, receiver);
    if (fresh) tellWebhooks(deps, notification);
    store.notifications.put(afterTelling(notification, clock.wallMs()));
  });
  const { id, tenantId } = notification;
  for (const { person } of found)
    deps.changes.tell({ kind: 'notification', id, tenantId, accountId: person.accountId });
}

function tellPerson(deps: Deps, notification: Notification, receiver: Receiver): void {
  const { id: notificationId, tenantId, urgent } = notification;
  const { accountId, settings } = receiver.person;
  const nowMs = deps.clock.wallMs();
  const id = deps.ids.next();
  deps.store.inbox.put({ id, notificationId, accountId, tenantId, atMs: nowMs, readAtMs: null });
  const atMs = afterQuiet({ nowMs, quiet: settings.quiet, urgent });
  const before = deps.store.deliveries.of(accountId, [notificationId]);
  for (const channel of receiver.channels) {
    if (channel === 'app' || !canReach(deps, { accountId, channel })) continue;
    const waits = before.find((one) => one.channel === channel && one.state === 'waiting');
    // it says what is true when it goes, so one is enough
    if (waits) {
      deps.store.deliveries.put({ ...waits, count: notification.count });
      continue;
    }
    const refused = !urgent && tooMany(deps, accountId, channel);
    const letter = newDelivery(deps, { notification, channel, atMs });
    deps.store.deliveries.put({ ...letter, accountId, ...(refused ? REFUSED : {}) });
  }
}

const REFUSED = { state: 'failed', reason: 'too-many', nextAtMs: null } as const;

function tooMany({ store, clock }: Deps, accountId: string, channel: Exclude<Channel, 'app'>) {
  const sinceMs = clock.wallMs() - HOUR_MS;
  if (store.deliveries.dueSince({ accountId, channel, sinceMs }) >= PER_HOUR_MAX) return true;
  return store.deliveries.waiting() >= WAITING_MAX;
}

function tellWebhooks(deps: Deps, notification: Notification): void {
  const atMs = deps.clock.wallMs();
  const full = !notification.urgent && deps.store.deliveries.waiting() >= WAITING_MAX;
  for (const { id, kinds } of deps.store.webhooks.ofTenant(notification.tenantId)) {
    if (!kinds.includes(notification.kind)) continue;
    const letter = newDelivery(deps, { notification, channel: 'webhook', atMs });
    deps.store.deliveries.put({ ...letter, webhookId: id, ...(full ? REFUSED : {}) });
  }
}

function newDelivery(
  { ids, clock }: Deps,
  of: { notification: Notification; channel: Delivery['channel']; atMs: number },
): Delivery {
  const { notification, channel, atMs } = of;
  const { id: notificationId, tenantId, urgent, count } = notification;
  const nowMs = clock.wallMs();
  return {
    id: ids.next(),
    ...{ notificationId, tenantId, urgent, count, channel },
    ...{ accountId: null, webhookId: null, reason: null, detail: null, providerId: null },
    ...{ state: 'waiting', tries: 0 },
    ...{ madeAtMs: nowMs, sinceMs: atMs, nextAtMs: atMs, changedAtMs: nowMs },
  };
}

// Rows of what is told: notifications, each person's list, deliveries on their way and done.
// It must never know who is told or when: every time and state is decided before a row arrives here.
import type { Notification } from '../domain/told/notification-model.ts';
import type {
  Delivery,
  InboxEntry,
  NotificationStore,
} from '../services/told/notification-store.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { Tables } from './tables.ts';

export function notificationRows(run: Runner): NotificationStore['notifications'] {
  const all = queries.selectFrom('notifications').selectAll();
  const first = (query: typeof all) => {
    const row = run.first(query);
    return row && asNotification(row);
  };
  return {
    put(notification) {
      const { id, ...changed } = asRow(notification);
      run.change(
        queries
          .insertInto('notifications')
          .values({ id, ...changed })
          .onConflict((clash) => clash.column('id').doUpdateSet(changed)),
      );
    },
    get: (id) => first(all.where('id', '=', id)),
    open: (groupKey, nowMs) =>
      first(
        all
          .where('groupKey', '=', groupKey)
          .where('closesAtMs', '>', nowMs)
          .orderBy('closesAtMs', 'desc')
          .limit(1),
      ),
    due: (nowMs, limit) =>
      run
        .all(
          all
            .where('dueAtMs', '<=', nowMs)
            .orderBy('urgent', 'desc')
            .orderBy('dueAtMs')
            .limit(limit),
        )
        .map(asNotification),
    prune: (openedBeforeMs, limit) => prune(run, openedBeforeMs, limit),
  };
}

function prune(run: Runner, openedBeforeMs: number, limit: number): number {
  const old = run.all(
    queries
      .selectFrom('notifications')
      .select('id')
      .where('openedAtMs', '<', openedBeforeMs)
      .where('dueAtMs', 'is', null)
      .orderBy('openedAtMs')
      .limit(limit),
  );
  if (old.length === 0) return 0;
  const ids = padded(old.map(({ id }) => id));
  run.change(queries.deleteFrom('inbox').where('notificationId', 'in', ids));
  run.change(queries.deleteFrom('deliveries').where('notificationId', 'in', ids));
  return run.change(queries.deleteFrom('notifications').where('id', 'in', ids));
}

function asRow(notification: Notification): Tables['notifications'] {
  const { urgent, exceptIds, facts, ...rest } = notification;
  return {
    ...rest,
    urgent: Number(urgent),
    exceptIds: JSON.stringify(exceptIds),
    facts: JSON.stringify(facts),
  };
}

function asNotification(row: Tables['notifications']): Notification {
  const { urgent, exceptIds, facts, ...rest } = row;
  return {
    ...rest,
    urgent: urgent === 1,
    exceptIds: JSON.parse(exceptIds) as string[],
    facts: JSON.parse(facts) as Notification['facts'],
  };
}

export function inboxRows(run: Runner): NotificationStore['inbox'] {
  return {
    put(row) {
      const { atMs, readAtMs, id } = row;
      run.change(
        queries
          .insertInto('inbox')
          .values({ ...row })
          .onConflict((clash) =>
            // a new id too: what is told again stands on top again
            clash.columns(['notificationId', 'accountId']).doUpdateSet({ id, atMs, readAtMs }),
          ),
      );
    },
    list: (of) => listed(run, of),
    unread: (accountId, tenantIds) =>
      tenantIds.length === 0
        ? 0
        : (run.first(
            queries
              .selectFrom('inbox')
              .select((eb) => eb.fn.countAll<number>().as('count'))
              .where('accountId', '=', accountId)
              .where('readAtMs', 'is', null)
              .where('tenantId', 'in', padded(tenantIds)),
          )?.count ?? 0),
    read: ({ accountId, upToId, atMs }) =>
      run.change(
        queries
          .updateTable('inbox')
          .set({ readAtMs: atMs })
          .where('accountId', '=', accountId)
          .where('readAtMs', 'is', null)
          .where('id', '<=', upToId),
      ),
  };
}

function listed(run: Runner, of: Parameters<NotificationStore['inbox']['list']>[0]): InboxEntry[] {
  if (of.tenantIds.length === 0) return [];
  let rows = queries
    .selectFrom('inbox')
    .selectAll()
    .where('accountId', '=', of.accountId)
    .where('tenantId', 'in', padded(of.tenantIds));
  if (of.beforeId !== null) rows = rows.where('id', '<', of.beforeId);
  const found = run.all(rows.orderBy('id', 'desc').limit(of.limit));
  if (found.length === 0) return [];
  const ids = padded(found.map(({ notificationId }) => notificationId));
  const told = new Map(
    run
      .all(queries.selectFrom('notifications').selectAll().where('id', 'in', ids))
      .map((row) => [row.id, asNotification(row)]),
  );
  return found.flatMap((row) => {
    const notification = told.get(row.notificationId);
    return notification ? [{ row, notification }] : [];
  });
}

export function deliveryRows(run: Runner): NotificationStore['deliveries'] {
  const all = queries.selectFrom('deliveries').selectAll();
  const first = (query: typeof all) => {
    const row = run.first(query);
    return row && asDelivery(row);
  };
  const count = queries
    .selectFrom('deliveries')
    .select((eb) => eb.fn.countAll<number>().as('count'));
  return {
    put(delivery) {
      const { id, ...changed } = { ...delivery, urgent: Number(delivery.urgent) };
      run.change(
        queries
          .insertInto('deliveries')
          .values({ id, ...changed })
          .onConflict((clash) => clash.column('id').doUpdateSet(changed)),
      );
    },
    get: (id) => first(all.where('id', '=', id)),
    byProvider: (providerId) => first(all.where('providerId', '=', providerId)),
    due: ({ channel, nowMs, limit }) =>
      run
        .all(
          all
            .where('channel', '=', channel)
            .where('nextAtMs', '<=', nowMs)
            .orderBy('urgent', 'desc')
            .orderBy('nextAtMs')
            .limit(limit),
        )
        .map(asDelivery),
    waiting: () => run.first(count.where('nextAtMs', 'is not', null))?.count ?? 0,
    dueSince: ({ accountId, channel, sinceMs }) =>
      run.first(
        count
          .where('accountId', '=', accountId)
          .where('channel', '=', channel)
          .where('sinceMs', '>', sinceMs)
          .where('urgent', '=', 0)
          // what was held back did not reach anybody: a busy hour ends
          .where((eb) => eb.or([eb('reason', 'is', null), eb('reason', '!=', 'too-many')])),
      )?.count ?? 0,
    of: (accountId, notificationIds) =>
      notificationIds.length === 0
        ? []
        : run
            .all(
              all
                .where('accountId', '=', accountId)
                .where('notificationId', 'in', padded(notificationIds))
                .orderBy('id'),
            )
            .map(asDelivery),
    list({ tenantId, beforeId, limit }) {
      let rows = queries
        .selectFrom('deliveries')
        .innerJoin('notifications', 'notifications.id', 'deliveries.notificationId')
        .selectAll('deliveries')
        .select('notifications.kind as kind')
        .where('deliveries.tenantId', '=', tenantId);
      if (beforeId !== null) rows = rows.where('deliveries.id', '<', beforeId);
      return run
        .all(rows.orderBy('deliveries.id', 'desc').limit(limit))
        .map(({ kind, ...row }) => ({ kind, delivery: asDelivery(row) }));
    },
    lastOfWebhook: (webhookId) =>
      first(all.where('webhookId', '=', webhookId).orderBy('id', 'desc').limit(1)),
  };
}

function asDelivery(row: Tables['deliveries']): Delivery {
  return { ...row, urgent: row.urgent === 1 };
}

// How messages of a commune went, for its administrator; and what the SMS gateway reports later.
// It must never show what a message said, nor where it went.
import type { Deps } from '../deps.ts';
import { missing } from '../refusals.ts';
import { permit, seenArea } from '../scope.ts';
import type { Deliveries } from './notification-door.ts';
import { shownDelivery } from './told-inbox.ts';

/** A day of a busy commune; more is asked for. */
const LIST_MAX = 100;

export function makeDeliveries(deps: Deps): Deliveries {
  const { store, clock } = deps;
  return {
    list(actor, { areaId, beforeId, limit }) {
      const { tenantId } = seenArea(deps, { actor, areaId });
      permit(deps, { actor, action: 'delivery.view', tenantId });
      const found = store.deliveries.list({ tenantId, beforeId, limit: Math.min(limit, LIST_MAX) });
      return found.map(({ delivery, kind }) => ({
        ...shownDelivery(delivery),
        ...{ id: delivery.id, notificationId: delivery.notificationId },
        ...{ kind, count: delivery.count, madeAtMs: delivery.madeAtMs },
        fullName: store.accounts.get(delivery.accountId ?? '')?.fullName ?? null,
      }));
    },
    report({ secret, fields }) {
      const report = deps.senders.sms.report({ secret, fields });
      const delivery = report && store.deliveries.byProvider(report.providerId);
      if (!report || !delivery) throw missing();
      // a report of what already arrived, or of what was given up, changes nothing
      if (delivery.state !== 'sent') return;
      const { state, detail } = report;
      const reason = state === 'failed' ? 'refused' : null;
      store.deliveries.put({ ...delivery, state, reason, detail, changedAtMs: clock.wallMs() });
      const { notificationId: id, tenantId, accountId } = delivery;
      if (accountId !== null) deps.changes.tell({ kind: 'notification', id, tenantId, accountId });
    },
  };
}

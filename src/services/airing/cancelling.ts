// Stops an airing that is planned or on its way: a signed cancel to the same areas, kept like the manifest was.
// It must never decide whether something is left to stop: src/domain/airing/airing.ts does.
import { topics } from '../../../devices/protocol/index.ts';
import { canCancel, mayStillSoundMs } from '../../domain/airing/airing.ts';
import type { Actor, Airing, AiringBrief } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { signOrder } from '../wire/orders.ts';
import type { Outbox } from '../wire/outbox.ts';
import { endedBy, noteFact } from './verdict-facts.ts';

export type Cancelling = {
  /** within a transaction of the caller's; false when nothing is left to stop */
  sign(airing: Airing, by: { actor: Actor | null; reason: string }): boolean;
  /** the same; and before its time its occurrence is free to be aired again, once approved anew */
  withdraw(airing: Airing, by: { actor: Actor | null; reason: string }): boolean;
  /** after the commit */
  send(airing: AiringBrief): void;
  /** a run that was killed between the two: said again to every area concerned */
  resume(): void;
};

/** Longest sound there can be (4,096 chunks of 8 s): older airings are over. */
const LOOK_BACK_MS = 10 * 3_600_000;
const LOOK_AHEAD_MS = 72 * 3_600_000;

export function makeCancelling(deps: Deps, outbox: Outbox): Cancelling {
  const { store } = deps;
  const sign: Cancelling['sign'] = (airing, { actor, reason }) => {
    if (!canCancel(airing, deps.clock.planMs())) return false;
    const { id, tenantId } = airing;
    const body = { kind: 'cancel', streamId: id, reason } as const;
    const { bytes } = signOrder(deps, { body, expiresAtMs: mayStillSoundMs(airing) });
    store.airings.setOrder(id, bytes);
    store.airings.setState(id, 'cancelled');
    noteFact(deps, id, endedBy(deps, { actor, reason }));
    record(deps, {
      actor,
      action: actor ? 'airing.cancel' : 'service.airing-cancelled',
      subject: `airing:${id}`,
      tenantId,
      detail: { reason },
    });
    return true;
  };
  const send = ({ id, tenantId, areaIds }: AiringBrief) => {
    deps.changes.tell({ kind: 'airing', id, tenantId });
    for (const topic of areaTopics(deps, areaIds))
      outbox.post(topic, () => store.airings.get(id)?.orderBytes ?? null, { urgent: true });
  };
  return {
    sign,
    withdraw(airing, by) {
      if (!sign(airing, by)) return false;
      // the signed cancel stands; the row steps aside, so the unique occurrence still allows only one
      const nowMs = deps.clock.planMs();
      if (nowMs < airing.playAtMs)
        store.airings.freeOccurrence(airing.id, `${airing.occurrenceId}-${nowMs.toString(36)}`);
      return true;
    },
    send,
    resume() {
      const nowMs = deps.clock.planMs();
      const tenantIds = store.areas.all().map(({ tenantId }) => tenantId);
      store.airings
        .list({
          tenantIds: [...new Set(tenantIds)],
          fromMs: nowMs - LOOK_BACK_MS,
          toMs: nowMs + LOOK_AHEAD_MS,
        })
        .filter((airing) => airing.state === 'cancelled' && mayStillSoundMs(airing) > nowMs)
        .forEach(send);
    },
  };
}

/** The order topic of each area an airing was meant for. */
export function areaTopics({ store }: Pick<Deps, 'store'>, areaIds: readonly string[]): string[] {
  return areaIds.flatMap((id) => {
    const area = store.areas.get(id);
    return area ? [topics.areaOrder(area.code)] : [];
  });
}

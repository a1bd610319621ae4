// "Dừng phát": all of a tenant's streams that sound, wait or are about to, ended by one order.
// It must never touch what is planned for later, nor what was ordered after the stop.
import type { PlayOrder, RefusalReason, StopOrder } from '../../protocol/index.ts';
import { STOP_AHEAD_MS, STOPS_MAX } from '../limits.ts';
import { rearrange } from './arrangement.ts';
import { refuse } from './receipts.ts';
import { remember } from './seen.ts';
import type { State, Stopped, Stream, Turn } from './state.ts';
import { count, newest, note, patch, putStream, saveFacts } from './turn.ts';

/** It needs a policy, to know whether it is meant for us; without one nothing sounds. */
export function stop(turn: Turn, order: StopOrder): void {
  const { seen, stops } = turn.state;
  const { orderId, tenant, counter } = order;
  if (seen.has(orderId)) {
    count(turn, 'duplicates'); // it comes once for every area of our chain that it names
    return;
  }
  const reason = objection(turn.state, order);
  if (reason !== null) {
    refuse(turn, { streamId: null, orderId, reason });
    return;
  }
  const stopped = { counter, atMs: Math.round(Number(turn.now.planMs)) };
  patch(turn, { stops: newest(new Map(stops).set(tenant, stopped), STOPS_MAX) });
  remember(turn, order);
  cancelAll(turn, { tenant, stopped });
}

function objection({ policy, stops }: State, order: StopOrder): RefusalReason | null {
  const isOurs = order.areas.some((area) => policy?.areas.includes(area));
  if (!isOurs || !policy?.tenants.includes(order.tenant)) return 'misdirected';
  const last = stops.get(order.tenant);
  return last && order.counter < last.counter ? 'replayed' : null;
}

/** A manifest that was ordered before the stop and comes after it. */
export function isStopped(state: State, order: PlayOrder): boolean {
  const stopped = state.stops.get(order.tenant);
  return stopped !== undefined && isMeant(stopped, order);
}

function cancelAll(turn: Turn, of: { tenant: string; stopped: Stopped }): void {
  const { tenant, stopped } = of;
  const meant = [...turn.state.streams.values()].filter(
    (stream) => stream.order.tenant === tenant && isOpen(stream) && isMeant(stopped, stream.order),
  );
  for (const stream of meant) {
    const cut = { ...stream, cancelledAtMs: stopped.atMs };
    putStream(turn, cut);
    saveFacts(turn, cut);
  }
  note(turn, 'stopped', { tenant, airings: meant.map((stream) => stream.order.streamId) });
  if (meant.length > 0) rearrange(turn);
}

function isOpen(stream: Stream): boolean {
  return stream.closedAtMs === null && stream.cancelledAtMs === null;
}

/** Counters grow with every order of the service: what has a later one was meant to sound all the same. */
function isMeant(stopped: Stopped, order: PlayOrder): boolean {
  return order.counter < stopped.counter && order.playAtMs <= stopped.atMs + STOP_AHEAD_MS;
}

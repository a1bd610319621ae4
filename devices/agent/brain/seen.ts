// Which orders were obeyed: against replays, each remembered until it expires.
// It must never know what the orders said.
import { SEEN_MAX } from '../limits.ts';
import type { Turn } from './state.ts';
import { act, newest, patch } from './turn.ts';

export function remember(turn: Turn, order: { orderId: string; expiresAtMs: number }): void {
  const seen = new Map(turn.state.seen).set(order.orderId, order.expiresAtMs);
  patch(turn, { seen: newest(seen, SEEN_MAX) });
  act(turn, { kind: 'save-seen' });
}

/** An expired order is refused for that alone: no need to remember it. */
export function forgetExpired(turn: Turn): void {
  const { planMs } = turn.now;
  if (planMs === null) return;
  const fresh = <K>(map: ReadonlyMap<K, number>) => [...map].filter(([, atMs]) => atMs >= planMs);
  const seen = fresh(turn.state.seen);
  const cancelled = fresh(turn.state.cancelled);
  if (seen.length === turn.state.seen.size && cancelled.length === turn.state.cancelled.size)
    return;
  patch(turn, { seen: new Map(seen), cancelled: new Map(cancelled) });
  act(turn, { kind: 'save-seen' });
}

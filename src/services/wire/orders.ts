// Signs an order: id, counter and times put in, the bytes as sent handed out (WIRE principle 4).
// It must never know topics, nor send anything itself.
import { type Order, seal } from '../../../devices/protocol/index.ts';
import type { Deps } from '../deps.ts';

type Stamp = 'orderId' | 'counter' | 'issuedAtMs' | 'expiresAtMs';
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
export type OrderBody = Without<Order, Stamp>;

/**
 * The counter of every order of this key: one row, never going back. It is never less than the wall's
 * milliseconds, because a database may be restored from a backup: numbers that were given out after
 * the backup lie in the past of the wall, so no speaker takes the orders after it for old ones.
 */
const COUNTER = 'order';

/** Within a transaction of the caller's: the counter and its use stand or fall together. */
export function signOrder(
  deps: Pick<Deps, 'store' | 'ids' | 'clock' | 'signer'>,
  order: { body: OrderBody; expiresAtMs: number },
): { bytes: Uint8Array; counter: number; orderId: string } {
  const counter = deps.store.counters.next(COUNTER, deps.clock.wallMs());
  const stamp: Pick<Order, Stamp> = {
    orderId: deps.ids.next(),
    counter,
    issuedAtMs: deps.clock.planMs(),
    expiresAtMs: order.expiresAtMs,
  };
  const { orderId } = stamp;
  return { bytes: seal({ ...order.body, ...stamp }, deps.signer), counter, orderId };
}

/** Plan milliseconds for so many real ones: waits and leads are real, orders carry the plan's clock. */
export function planSpan(deps: Pick<Deps, 'clock'>, realMs: number): number {
  return Math.ceil(realMs * deps.clock.speed());
}

// The shape of a maker's dialect: their messages to ours and back, nothing else.
// It must never know sockets, files or time.
import type { Order, Receipt, Status } from '../protocol/index.ts';

export type Foreign = { topic: string; bytes: Uint8Array };

export type Profile = {
  /** short and lasting: it is kept with the unit */
  name: string;
  maker: string;
  /** an order as the maker's box wants it; `null` when the box cannot do that */
  orderToForeign(order: Order): readonly Foreign[] | null;
  /** what the box says of itself; `null` when it says nothing we know */
  statusFromForeign(message: Foreign): Status | null;
  receiptFromForeign(message: Foreign): Receipt | null;
};

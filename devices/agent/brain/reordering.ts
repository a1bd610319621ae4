// A stream already held gets another place among its equals: the commune's answer, or a new severity.
// It must never let anything else of a manifest change, nor what has begun lose its turn.
import type { PlayOrder } from '../../protocol/index.ts';
import { USUAL_AIR } from '../../rules/index.ts';
import { rearrange } from './arrangement.ts';
import { remember } from './seen.ts';
import type { Stream, Turn } from './state.ts';
import { act, note, putStream } from './turn.ts';

/**
 * The same manifest, later, with another `air.order`; and its time has not come. From then on
 * another order would rewrite what has sounded (devices/rules: nothing looks back).
 */
export function takesNewPlace(turn: Turn, known: Stream, order: PlayOrder): boolean {
  const isOpen = known.closedAtMs === null && known.cancelledAtMs === null;
  const isNewer = order.counter > known.order.counter && !turn.state.seen.has(order.orderId);
  const isAhead = Number(turn.now.planMs) < known.order.playAtMs;
  return isOpen && isNewer && isAhead && meaningOf(known.order) === meaningOf(order);
}

export function moveUp(
  turn: Turn,
  known: Stream,
  to: { order: PlayOrder; bytes: Uint8Array },
): void {
  const { order, bytes } = to;
  const { streamId } = order;
  putStream(turn, { ...known, order });
  act(turn, { kind: 'save-manifest', streamId, bytes });
  remember(turn, order);
  note(turn, 'airing has another place', { airingId: streamId, order: order.air?.order ?? 0 });
  rearrange(turn);
}

/** All of it but its stamp and its place. */
function meaningOf(manifest: PlayOrder): string {
  const stampless = { ...manifest, orderId: '', counter: 0, issuedAtMs: 0, expiresAtMs: 0 };
  const air = sorted({ ...(manifest.air ?? USUAL_AIR), order: 0 });
  return JSON.stringify(sorted({ ...stampless, air }));
}

function sorted(of: object): unknown[] {
  return Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1));
}

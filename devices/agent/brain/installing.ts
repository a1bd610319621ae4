// A spare is told which site it is now. It has a name and a key, and never a policy: it never sounds.
// It must never move a unit that has a site, nor know how an enrolment is kept.
import type { InstallOrder } from '../../protocol/index.ts';
import { refuse } from './receipts.ts';
import type { Turn } from './state.ts';
import { act, note } from './turn.ts';

/**
 * Not remembered as obeyed: should it be torn in the middle, the same order has to work again. What
 * keeps an old one from moving an installed unit is that it names the spare, which no longer is.
 */
export function install(turn: Turn, order: InstallOrder): void {
  const { me, policy } = turn.state;
  const { orderId, enrolment } = order;
  if (order.spareId !== me.speakerId || policy !== null) {
    refuse(turn, { streamId: null, orderId, reason: 'misdirected' });
    return;
  }
  note(turn, 'installed', { spareId: order.spareId, speakerId: enrolment.speakerId });
  act(turn, { kind: 'install', enrolment });
}

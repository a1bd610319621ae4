// Takes whatever of a bulletin, and of its variants, is planned or on its way off the air, with signed orders.
// It must never know why: a text that changed, or an approval withdrawn.
import type { Actor, Airing } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import type { Cancelling } from './cancelling.ts';
import { noteEnded } from './ending-again.ts';

export type OffAir = { deps: Deps; cancelling: Pick<Cancelling, 'withdraw' | 'send'> };

/** `sign` within the transaction of the change, `send` after its commit. */
export function offAir(
  { deps, cancelling }: OffAir,
  of: { bulletinId: string; actor: Actor | null; reason: string },
): { sign(): void; send(): void } {
  const { bulletinId, ...by } = of;
  let stopped: Airing[] = [];
  return {
    sign() {
      // what is no longer said in one language is not said in another
      const variants = deps.store.bulletins.variantsOf(bulletinId);
      const ids = [bulletinId, ...variants.map(({ id }) => id)];
      const open = ids.flatMap((id) => deps.store.airings.openOfBulletin(id));
      stopped = open.filter((airing) => cancelling.withdraw(airing, by));
      const airings = stopped.filter((airing) => airing.bulletinId !== bulletinId);
      noteEnded(deps, { ...by, subject: `bulletin:${bulletinId}`, airings, schedules: [] });
    },
    send() {
      for (const airing of stopped) {
        const { id, tenantId, orderBytes } = airing;
        if (orderBytes) cancelling.send(airing);
        else deps.changes.tell({ kind: 'airing', id, tenantId }); // nobody was told of it yet
      }
    },
  };
}

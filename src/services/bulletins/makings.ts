// Sound being made, as people see it: their own in its order, stopped by one press, made again by another.
// It must never make sound, nor show what is another's.
import { orThrow } from '../../domain/errors.ts';
import type { Bulletin } from '../../domain/model.ts';
import { makeAgain, stopMaking } from '../../domain/sound/making-progress.ts';
import type { Deps } from '../deps.ts';
import { tenantsSeenBy } from '../scope.ts';
import { type BulletinParts, save, theirs } from './bulletins.ts';
import type { Making } from './making.ts';
import { isUrgent } from './making-queue.ts';
import type { MakingShown, Makings } from './makings-door.ts';

export function makeMakings({ deps, making }: BulletinParts): Makings {
  return {
    list(actor) {
      const tenants = tenantsSeenBy(deps, actor);
      const all = inOrder(deps, making);
      const makings = all.filter(({ tenantId }) => tenants.includes(tenantId));
      return { makings, others: all.length - makings.length };
    },
    stop(actor, { bulletinId }) {
      const before = theirs(deps, { actor, action: 'bulletin.stop-making', bulletinId });
      if (isBeside(deps, before)) {
        // the sound it has stays: only another was wanted
        const also = () => deps.store.retakes.done(bulletinId);
        save(deps, { actor, action: 'bulletin.stop-making', bulletin: before, also });
        making.giveUp(bulletinId);
        return before;
      }
      const name = deps.store.accounts.get(actor.accountId)?.fullName ?? '';
      const bulletin = orThrow(stopMaking(before, { name }));
      save(deps, { actor, action: 'bulletin.stop-making', bulletin });
      making.giveUp(bulletinId);
      return bulletin;
    },
    again(actor, { bulletinId }) {
      const before = theirs(deps, { actor, action: 'bulletin.make-again', bulletinId });
      const bulletin = orThrow(makeAgain(before));
      making.refuseIfFull(before);
      save(deps, { actor, action: 'bulletin.make-again', bulletin });
      making.want(bulletinId);
      return bulletin;
    },
  };
}

const isBeside = ({ store }: Pick<Deps, 'store'>, { id, state }: Bulletin): boolean =>
  state !== 'making' && store.retakes.wantedOf(id) !== null;

/** What is under way and what waits; whatever an earlier run left is in line within a second of the start. */
function inOrder({ store }: Deps, making: Making): MakingShown[] {
  const { current, waiting } = making.line();
  const ids = [...(current ? [current.bulletinId] : []), ...waiting.map(({ id }) => id)];
  return ids.flatMap((bulletinId, ahead) => {
    const bulletin = store.bulletins.get(bulletinId);
    if (!bulletin || !(bulletin.state === 'making' || isBeside({ store }, bulletin))) return [];
    const { title, tenantId } = bulletin;
    const { sinceMs = null, at = null } = current?.bulletinId === bulletinId ? current : {};
    const urgent = isUrgent(bulletin);
    return [{ bulletinId, title, tenantId, urgent, ahead, sinceMs, at }];
  });
}

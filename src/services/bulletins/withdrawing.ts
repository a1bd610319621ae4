// A bulletin taken back: by its author before anybody decided, by an approver after; what was on its way is stopped.
// It must never decide who may: the rights table and src/domain/approval/approval.ts do.
import { revoke, takeBack } from '../../domain/approval/approval.ts';
import { orThrow } from '../../domain/errors.ts';
import type { Actor, Bulletin } from '../../domain/model.ts';
import { notApproved } from '../../domain/problems.ts';
import { type OffAir, offAir } from '../airing/off-air.ts';
import type { Approving } from '../approval/approvals-door.ts';
import { decide, REMARK_MAX_CHARS } from '../approval/judging.ts';
import type { Deps } from '../deps.ts';
import { save, theirs } from './bulletins.ts';

export function makeWithdrawing(parts: OffAir): Pick<Approving, 'withdraw'> {
  const { deps } = parts;
  return {
    withdraw(actor, { bulletinId, remark }) {
      const before = theirs(deps, { actor, action: 'bulletin.withdraw', bulletinId });
      if (before.state !== 'pending' && before.state !== 'approved') throw notApproved();
      const bulletin =
        before.state === 'pending'
          ? ofAuthor(deps, { actor, before })
          : ofApprover(deps, { actor, before, remark: remark ?? '' });
      const stop = offAir(parts, { bulletinId, actor, reason: 'bulletin-withdrawn' });
      const also = () => {
        deps.store.approvals.voidAll(bulletinId, deps.clock.planMs());
        decide(deps, { bulletinId, what: 'withdrawn', actor });
        stop.sign();
      };
      const detail = bulletin.stateReason === null ? {} : { remark: bulletin.stateReason };
      save(deps, { actor, action: 'bulletin.withdraw', bulletin, also, detail });
      stop.send();
      const byName = deps.store.accounts.get(actor.accountId)?.fullName ?? actor.name;
      const { tenantId, title } = bulletin;
      deps.happenings.tell({ kind: 'bulletin-withdrawn', bulletinId, tenantId, title, byName });
      return bulletin;
    },
  };
}

function ofAuthor(deps: Deps, { actor, before }: { actor: Actor; before: Bulletin }): Bulletin {
  theirs(deps, { actor, action: 'bulletin.submit', bulletinId: before.id });
  return orThrow(takeBack(before));
}

function ofApprover(
  deps: Deps,
  { actor, before, remark }: { actor: Actor; before: Bulletin; remark: string },
): Bulletin {
  theirs(deps, { actor, action: 'bulletin.approve', bulletinId: before.id });
  return orThrow(revoke(before, remark.slice(0, REMARK_MAX_CHARS)));
}

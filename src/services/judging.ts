// A bulletin sent for approval, approved or returned; an approval sets what waits for it going.
// It must never decide who may approve what: the rights table and src/domain/approval.ts do.
import { approve, sendBack, submit } from '../domain/approval.ts';
import { orThrow } from '../domain/errors.ts';
import type { Bulletin, Clip } from '../domain/model.ts';
import { save, theirs } from './bulletins.ts';
import type { Deps } from './deps.ts';
import type { Bulletins } from './door.ts';
import { nowLead } from './now-lead.ts';

type Judging = Pick<Bulletins, 'submit' | 'approve' | 'sendBack'>;

export function makeJudging(deps: Deps): Judging {
  return {
    submit(actor, { bulletinId }) {
      const before = theirs(deps, { actor, action: 'bulletin.submit', bulletinId });
      return save(deps, { actor, action: 'bulletin.submit', bulletin: orThrow(submit(before)) });
    },
    approve: approveBulletin(deps),
    sendBack(actor, { bulletinId, remark }) {
      const before = theirs(deps, { actor, action: 'bulletin.return', bulletinId });
      const bulletin = orThrow(sendBack(before, remark.slice(0, 1_000)));
      return save(deps, { actor, action: 'bulletin.return', bulletin });
    },
  };
}

function approveBulletin(deps: Deps): Judging['approve'] {
  const { store } = deps;
  return (actor, { bulletinId, contentHash }) => {
    const before = theirs(deps, { actor, action: 'bulletin.approve', bulletinId });
    const clip = before.clipId === null ? null : store.clips.get(before.clipId);
    const by = { approverId: actor.accountId, seenHash: contentHash, clip };
    const bulletin = orThrow(approve(before, by));
    // on the plan's clock: an approval given after an occurrence's time came too late for it
    const atMs = deps.clock.planMs();
    const also = () => {
      const { accountId: approverId } = actor;
      const { version } = bulletin;
      store.approvals.insert({
        id: deps.ids.next(),
        bulletinId,
        version,
        contentHash,
        approverId,
        atMs,
      });
      if (clip) airWhatWaited(deps, { bulletin, clip, atMs });
    };
    return save(deps, { actor, action: 'bulletin.approve', bulletin, also });
  };
}

/** "Now" means as soon as approved: its time is set in the approval's own transaction. */
function airWhatWaited(deps: Deps, of: { bulletin: Bulletin; clip: Clip; atMs: number }): void {
  for (const schedule of deps.store.schedules.ofBulletin(of.bulletin.id)) {
    const waits = schedule.rule.kind === 'now' && schedule.rule.atMs === null;
    if (!waits || schedule.endedAtMs !== null) continue;
    deps.store.schedules.setAtMs(schedule.id, of.atMs + nowLead(deps, of.clip));
  }
}

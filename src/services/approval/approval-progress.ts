// How far the approval of a bulletin has come: who is needed, who agreed, and whether the asker may.
// It must never approve anything.
import { mayJudge, neededIds } from '../../domain/approval/approval-group.ts';
import { tenantChain } from '../../domain/areas.ts';
import type { Actor, Bulletin, Clip } from '../../domain/model.ts';
import { may } from '../../domain/rights.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';
import { groupOf } from './approval-groups.ts';
import type { ApprovalProgress } from './approvals-door.ts';

export function progressOf(
  deps: Deps,
  of: { actor: Actor; bulletin: Bulletin; clip: Clip | null },
): ApprovalProgress {
  const { store } = deps;
  const { actor, bulletin, clip } = of;
  const { id: bulletinId, version } = bulletin;
  const name = (id: string) => store.accounts.get(id)?.fullName ?? '';
  const valid = store.approvals
    .of(bulletinId)
    .filter((one) => one.voidedAtMs === null && one.version === version)
    .filter(({ contentHash }) => contentHash === clip?.contentHash);
  const group = groupOf(deps, bulletin.tenantId);
  const at = (id: string) => valid.find(({ approverId }) => approverId === id)?.atMs ?? null;
  const seen = store.seen.get({ accountId: actor.accountId, bulletinId });
  const edition = seen && store.editions.get({ bulletinId, version: seen.version });
  const needed = neededIds(group, bulletin.writerIds).map((accountId) => ({
    accountId,
    name: name(accountId),
    approvedAtMs: at(accountId),
  }));
  const last = store.decisions.get(bulletinId);
  const nameOf = (accountId: string) => ({ accountId, name: name(accountId) });
  const settled = needed.length > 0 && needed.every(({ approvedAtMs }) => approvedAtMs !== null);
  return {
    mode: group.rule.mode,
    needed,
    given: valid.map(({ approverId, atMs, standingId, slipHash }) => ({
      accountId: approverId,
      name: name(approverId),
      atMs,
      standing: standingId !== null,
      slip: slipHash !== null,
    })),
    mine: mine(deps, { actor, bulletin, done: at(actor.accountId) !== null && !settled }),
    last: last && { ...nameOf(last.accountId), what: last.what, atMs: last.atMs },
    seen: edition ? { version: edition.version, contentHash: edition.contentHash } : null,
  };
}

/** @param of.done agreed already; a group that shrank since lets them press again */
function mine(
  deps: Deps,
  of: { actor: Actor; bulletin: Bulletin; done: boolean },
): ApprovalProgress['mine'] {
  const { actor, bulletin } = of;
  const { tenantId, writerIds } = bulletin;
  const chain = tenantChain(treeAbove(deps.store.areas, tenantId), tenantId);
  if (!may(actor, 'bulletin.approve', chain)) return 'no-role';
  if (writerIds.includes(actor.accountId)) return 'own';
  if (!mayJudge(groupOf(deps, tenantId).rule, actor.accountId)) return 'not-in-group';
  return of.done ? 'done' : 'may';
}

// Approves an emergency in the name of whoever gave the standing trust: the signature of the source system is the word.
// It must never be called for a key that is not trusted, nor for anything but an emergency.
import type { Approval, Bulletin, Clip } from '../../domain/model.ts';
import type { IncomingRow, Trust } from '../../domain/source/source-model.ts';
import { setGoing, whatWaited } from '../airing/waited.ts';
import { editionOf } from '../approval/approval-seen.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';

/** Within a transaction of the caller's; the commune's own group is not asked: there is no time (issue #5, 12). */
export function approveByTrust(
  deps: Deps,
  of: { bulletin: Bulletin; clip: Clip; trust: Trust; row: IncomingRow },
): Bulletin {
  const { clip, trust, row } = of;
  const { store, clock, ids } = deps;
  const atMs = clock.planMs();
  const bulletin: Bulletin = { ...of.bulletin, state: 'approved', stateReason: null };
  const { id: bulletinId, tenantId, version, title } = bulletin;
  const { approverId, keyId } = trust;
  const approval: Approval = {
    ...{ id: ids.next(), bulletinId, version, contentHash: clip.contentHash, approverId, atMs },
    ...{ neededIds: [], standingId: null, slipHash: null, voidedAtMs: null },
  };
  store.bulletins.update(bulletin);
  store.approvals.insert(approval);
  const decided = { bulletinId, what: 'approved', accountId: approverId } as const;
  store.decisions.put({ ...decided, atMs: clock.wallMs() });
  store.editions.put(editionOf(bulletin, clip));
  setGoing(deps, whatWaited(deps, { bulletin, clip, nowMs: atMs }));
  const { externalId, revision } = row;
  const detail = { title, externalId, revision, keyId, approverId };
  record(deps, {
    ...{ actor: null, action: 'service.source-approved', subject: `bulletin:${bulletinId}` },
    ...{ tenantId, detail },
  });
  return bulletin;
}

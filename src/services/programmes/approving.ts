// An edition is approved by its parts' approvals: nothing in it was not heard and agreed to by whoever may.
// It must never approve what is no edition, nor one with a part that no longer holds.
import type { Approval, Bulletin, Clip } from '../../domain/model.ts';
import type { EditionPart } from '../../domain/programmes/programme-model.ts';
import { setGoing, whatWaited } from '../airing/waited.ts';
import { editionOf } from '../approval/approval-seen.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import type { Holding } from './holding.ts';
import { brokenPart } from './joined.ts';

/** After its sound was made. @returns false when it is no edition, and goes the way of all bulletins */
export function editionSounded(deps: Deps, holding: Holding, bulletinId: string): boolean {
  const { store } = deps;
  const edition = store.programmeEditions.get(bulletinId);
  if (edition === null) return false;
  const bulletin = store.bulletins.get(bulletinId);
  const clip = bulletin?.clipId ? store.clips.get(bulletin.clipId) : null;
  if (bulletin?.state !== 'ready' || !bulletin.submitsItself || !clip) return true;
  if (edition.version !== bulletin.version) return true;
  const parts = store.programmeEditions.parts(bulletinId);
  const broken = edition.broken ?? brokenPart(deps, { parts, tenantId: edition.tenantId });
  if (broken !== null) holding.breakOff(edition, broken);
  else approve(deps, { bulletin, clip, parts });
  return true;
}

type Sounded = { bulletin: Bulletin; clip: Clip; parts: readonly EditionPart[] };

function approve(deps: Deps, { bulletin, clip, parts }: Sounded): void {
  const { store, ids, clock } = deps;
  const { id: bulletinId, tenantId, version, title, authorId } = bulletin;
  const given = approvalsOf(deps, parts);
  const atMs = clock.planMs();
  const after: Bulletin = { ...bulletin, state: 'approved', submitsItself: false };
  const waited = whatWaited(deps, { bulletin: after, clip, nowMs: atMs });
  store.transaction(() => {
    store.bulletins.update(after);
    for (const approverId of new Set(given.map((one) => one.approverId)))
      store.approvals.insert({
        ...{ id: ids.next(), bulletinId, version, contentHash: clip.contentHash, approverId, atMs },
        ...{ neededIds: [], standingId: null, slipHash: null, voidedAtMs: null },
      });
    store.editions.put(editionOf(after, clip));
    setGoing(deps, waited);
    record(deps, {
      ...{ actor: null, action: 'service.programme-approved', tenantId },
      subject: `bulletin:${bulletinId}`,
      detail: {
        ...{ version, contentHash: clip.contentHash },
        // by whose word each part is said
        parts: given.map(({ id, bulletinId: partId, approverId, version: of }) => ({
          ...{ approvalId: id, bulletinId: partId, version: of, approverId },
        })),
      },
    });
  });
  const airsAtMs = waited.find(({ postponed }) => postponed)?.atMs ?? null;
  deps.happenings.tell({
    kind: 'bulletin-approved',
    bulletinId,
    tenantId,
    title,
    authorId,
    airsAtMs,
  });
  deps.changes.tell({ kind: 'bulletin', id: bulletinId, tenantId });
}

/** Of each part the approvals that count for the very sound that was joined. */
function approvalsOf({ store }: Deps, parts: readonly EditionPart[]): Approval[] {
  const once = new Map(parts.flatMap((part) => (part.bulletinId ? [[part.bulletinId, part]] : [])));
  return [...once.entries()].flatMap(([id, { version, contentHash }]) =>
    store.approvals
      .of(id)
      .filter(
        (one) =>
          one.voidedAtMs === null && one.version === version && one.contentHash === contentHash,
      ),
  );
}

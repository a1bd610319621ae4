// What happens to a notice once its sound is there: approved by whoever stands for its words, else sent to approvers.
// It must never decide what a standing covers (src/domain/notices/notice-standing.ts), nor how an approval is written (judging.ts).
import { AppError } from '../../domain/errors.ts';
import type { Bulletin } from '../../domain/model.ts';
import { approveByStanding, submitByItself } from '../approval/judging.ts';
import type { Deps } from '../deps.ts';
import { useOf } from '../frames/framed-sound.ts';
import { isHeardByApprover } from './frame-heard.ts';
import { standingsThatCover } from './notice-standings.ts';
import type { Notice } from './notice-store.ts';

/** Call it outside a transaction, after the bulletin became ready. Nothing is thrown: it waits as it is. */
export function goOn(deps: Deps, bulletinId: string): void {
  const bulletin = deps.store.bulletins.get(bulletinId);
  if (bulletin?.state !== 'ready' || !bulletin.submitsItself) return;
  const account = deps.store.accounts.get(bulletin.authorId);
  // who may not sign in any more sends nothing: it stays for the others to see
  if (!account || account.disabledAtMs !== null) return;
  if (waitsForOriginal(deps, bulletin)) return;
  if (!approvedByStanding(deps, bulletin)) submitByItself(deps, { bulletinId });
  sentOnce(deps, bulletinId);
}

/** @returns false when nobody's word covers it, so that an approver is asked */
function approvedByStanding(deps: Deps, bulletin: Bulletin): boolean {
  const notice = noticeBehind(deps, bulletin);
  const clip = bulletin.clipId === null ? null : deps.store.clips.get(bulletin.clipId);
  if (!notice || !clip || bulletin.standingId === null) return false;
  // nobody stood for a reading that is doubtful
  if (clip.doubts > 0) return false;
  const { id: bulletinId, tenantId, title } = bulletin;
  let given = false;
  for (const { id, approverId } of standingsThatCover(deps, { notice, bulletin })) {
    const { contentHash } = clip;
    const of = { bulletinId, contentHash, approverId, standingId: id };
    const after = approveByStanding(deps, of);
    // by the commune's own rule this person may not, or not alone
    if (after instanceof AppError) continue;
    given = true;
    deps.happenings.tell({ kind: 'standing-used', tenantId, bulletinId, title, approverId });
    if (after.state === 'approved') break;
  }
  return given;
}

/** What was approved meanwhile lets its own languages go on. */
export function followOriginals(deps: Deps): void {
  deps.happenings.listen((happening) => {
    if (happening.kind !== 'bulletin-approved') return;
    for (const { id } of deps.store.bulletins.variantsOf(happening.bulletinId)) goOn(deps, id);
  });
}

/** Nobody is asked for the Thái of what the commune may not say in Vietnamese. */
function waitsForOriginal({ store }: Deps, { originalId }: Bulletin): boolean {
  return originalId !== null && store.bulletins.get(originalId)?.state !== 'approved';
}

/**
 * A frame says the values of the notice with words an approver heard and confirmed: whoever stands for the
 * template stands for it too, as long as both are what was written.
 */
function noticeBehind(deps: Deps, bulletin: Bulletin): Notice | null {
  const { originalId } = bulletin;
  if (originalId === null) return deps.store.notices.get(bulletin.id);
  const use = useOf(deps, bulletin);
  if (use === null || !isHeardByApprover(deps, { use, bulletin })) return null;
  const original = deps.store.bulletins.get(originalId);
  return original?.version === 1 ? deps.store.notices.get(originalId) : null;
}

/** Taken back by its author it does not send itself a second time. */
function sentOnce({ store }: Deps, bulletinId: string): void {
  const after = store.bulletins.get(bulletinId);
  if (after && after.state !== 'ready') store.bulletins.update({ ...after, submitsItself: false });
}

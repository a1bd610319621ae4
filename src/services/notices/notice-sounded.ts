// What happens to a notice once its sound is there: approved by whoever stands for its words, else sent to approvers.
// It must never decide what a standing covers (src/domain/notices/notice-standing.ts), nor how an approval is written (judging.ts).
import { AppError } from '../../domain/errors.ts';
import type { Bulletin } from '../../domain/model.ts';
import { approveByStanding, submitByItself } from '../approval/judging.ts';
import type { Deps } from '../deps.ts';
import { standingsThatCover } from './notice-standings.ts';

/** Call it outside a transaction, after the bulletin became ready. Nothing is thrown: it waits as it is. */
export function goOn(deps: Deps, bulletinId: string): void {
  const bulletin = deps.store.bulletins.get(bulletinId);
  if (bulletin?.state !== 'ready' || !bulletin.submitsItself) return;
  const account = deps.store.accounts.get(bulletin.authorId);
  // who may not sign in any more sends nothing: it stays for the others to see
  if (!account || account.disabledAtMs !== null) return;
  if (!approvedByStanding(deps, bulletin)) submitByItself(deps, { bulletinId });
  sentOnce(deps, bulletinId);
}

/** @returns false when nobody's word covers it, so that an approver is asked */
function approvedByStanding(deps: Deps, bulletin: Bulletin): boolean {
  const notice = deps.store.notices.get(bulletin.id);
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

/** Taken back by its author it does not send itself a second time. */
function sentOnce({ store }: Deps, bulletinId: string): void {
  const after = store.bulletins.get(bulletinId);
  if (after && after.state !== 'ready') store.bulletins.update({ ...after, submitsItself: false });
}

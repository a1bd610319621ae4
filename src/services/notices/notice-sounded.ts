// What happens to a notice once its sound is there: approved by whoever stands for its words, else sent to approvers.
// It must never decide what a standing covers (src/domain/notices/notice-standing.ts), nor how an approval is written (judging.ts).
import { AppError } from '../../domain/errors.ts';
import type { Bulletin, Schedule } from '../../domain/model.ts';
import { stoppedSince } from '../airing/stopped-since.ts';
import { approveByStanding, submitByItself } from '../approval/judging.ts';
import type { Deps } from '../deps.ts';
import { useOf } from '../frames/framed-sound.ts';
import { isHeardByApprover } from './frame-heard.ts';
import { noteNotSaid } from './notice-not-said.ts';
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
  const open = openOf(deps, bulletinId);
  if (isStopped(deps, { bulletin, open })) {
    goOnStopped(deps, { bulletin, open });
    return;
  }
  if (!approvedByStanding(deps, bulletin)) submitByItself(deps, { bulletinId });
  sentOnce(deps, bulletinId);
}

type ToStop = { bulletin: Bulletin; open: readonly Schedule[] };

/** "Dừng phát" or "Hết khẩn cấp" was pressed while this was being made: whoever stands for the words did not mean it after that. */
function isStopped(deps: Deps, { bulletin, open }: ToStop): boolean {
  const { id, originalId, tenantId } = bulletin;
  const agreed = [id, originalId ?? id].flatMap((one) => deps.store.approvals.of(one));
  // an approver who released the notice after the stop released its other languages with it
  const later = agreed.filter(({ voidedAtMs }) => voidedAtMs === null).map((one) => one.id);
  const sinceId = [id, ...later].reduce((a, b) => (a > b ? a : b));
  const times = open.flatMap(({ rule }) => (rule.kind === 'once' ? rule.atMs : []));
  const isAtOnce = times.length === 0 || times.length < open.length;
  const beginsAtMs = isAtOnce ? null : Math.min(...times);
  return stoppedSince(deps, { bulletin, tenantIds: [tenantId], sinceId, beginsAtMs });
}

/** The notice itself is shown to a person, where it has a time left; what only says it again is not sent at all. */
function goOnStopped(deps: Deps, { bulletin, open }: ToStop): void {
  const { id, originalId } = bulletin;
  if (originalId === null && open.length > 0) {
    submitByItself(deps, { bulletinId: id });
    sentOnce(deps, id);
    return;
  }
  deps.store.transaction(() => {
    deps.store.bulletins.update({ ...bulletin, submitsItself: false });
    const of = { bulletinId: originalId ?? id, tenantId: bulletin.tenantId };
    noteNotSaid(deps, of, [{ language: bulletin.language, state: 'stopped', missing: [] }]);
  });
  deps.changes.tell({ kind: 'bulletin', id, tenantId: bulletin.tenantId });
}

function openOf({ store }: Deps, bulletinId: string): Schedule[] {
  return store.schedules.ofBulletin(bulletinId).filter(({ endedAtMs }) => endedAtMs === null);
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

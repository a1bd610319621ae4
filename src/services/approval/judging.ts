// A bulletin sent for approval, approved or returned; an approval sets what waits for it going.
// It must never decide who may approve what: the rights table and src/domain/approval*.ts do.

import { approve, sendBack, submit } from '../../domain/approval/approval.ts';
import type { Decision } from '../../domain/approval/approval-model.ts';
import { AppError, orThrow } from '../../domain/errors.ts';
import type { Actor, Bulletin } from '../../domain/model.ts';
import { setGoing, whatWaited } from '../airing/waited.ts';
import { save, theirs } from '../bulletins/bulletins.ts';
import type { Deps } from '../deps.ts';
import type { Bulletins } from '../door.ts';
import { refuseUnanswered, settleAnswer } from '../personal/suspecting.ts';
import { missing, notYourRole } from '../refusals.ts';
import { groupOf, isAble } from './approval-groups.ts';
import { editionOf } from './approval-seen.ts';

type Judged = Pick<Bulletins, 'submit' | 'approve' | 'sendBack'>;
/** Longer remarks are read by nobody on a phone. */
export const REMARK_MAX_CHARS = 1_000;

export function makeJudging(deps: Deps): Judged {
  return {
    submit(actor, { bulletinId }) {
      const before = theirs(deps, { actor, action: 'bulletin.submit', bulletinId });
      const bulletin = orThrow(submit(before));
      refuseUnanswered(deps, before);
      saveSubmitted(deps, { actor, bulletin });
      return bulletin;
    },
    approve(actor, { bulletinId, contentHash }) {
      const before = theirs(deps, { actor, action: 'bulletin.approve', bulletinId });
      const by = { approverId: actor.accountId, seenHash: contentHash, standingId: null };
      const judged = orThrow(judge(deps, before, by));
      const also = () => {
        judged.also();
        settleAnswer(deps, bulletinId);
      };
      save(deps, { actor, action: 'bulletin.approve', ...judged, also });
      tellApproved(deps, judged);
      return judged.bulletin;
    },
    sendBack(actor, { bulletinId, remark }) {
      const before = theirs(deps, { actor, action: 'bulletin.return', bulletinId });
      const bulletin = orThrow(sendBack(before, remark.slice(0, REMARK_MAX_CHARS)));
      // whoever agreed before did not know of the objection: all of them look again
      const also = () => {
        deps.store.approvals.voidAll(bulletinId, deps.clock.planMs());
        decide(deps, { bulletinId, what: 'returned', actor });
      };
      save(deps, { actor, action: 'bulletin.return', bulletin, also });
      const { tenantId, title, authorId, stateReason } = bulletin;
      const facts = { bulletinId, tenantId, title, authorId, remark: stateReason ?? '' };
      deps.happenings.tell({ kind: 'bulletin-returned', ...facts });
      return bulletin;
    },
  };
}

/**
 * For a bulletin that goes for approval as soon as its sound is there: in its author's name.
 * Call it outside a transaction. @returns why not, where its state forbids it
 */
export function submitByItself(deps: Deps, of: { bulletinId: string }): Bulletin | AppError {
  const before = deps.store.bulletins.get(of.bulletinId);
  const bulletin = before ? submit(before) : missing();
  if (bulletin instanceof AppError) return bulletin;
  saveSubmitted(deps, { actor: asActor(deps, bulletin.authorId), bulletin });
  return bulletin;
}

/**
 * Approves in the name of somebody who stands for the words of a template, with the sound just made;
 * where a whole group must agree it is one agreement of several and the bulletin waits for the others.
 * Call it outside a transaction; who asked for it is checked here, what the standing covers is not.
 * @returns why not; nothing was written then
 */
export function approveByStanding(
  deps: Deps,
  of: { bulletinId: string; contentHash: string; approverId: string; standingId: string },
): Bulletin | AppError {
  const { bulletinId, contentHash: seenHash, approverId, standingId } = of;
  const before = deps.store.bulletins.get(bulletinId);
  if (!before) return missing();
  if (!isAble(deps, approverId, before.tenantId)) return notYourRole();
  const pending = before.state === 'pending' ? before : submit(before);
  if (pending instanceof AppError) return pending;
  const judged = judge(deps, pending, { approverId, seenHash, standingId });
  if (judged instanceof AppError) return judged;
  const actor = asActor(deps, approverId);
  save(deps, { actor, action: 'bulletin.approve', ...judged });
  if (judged.bulletin.state === 'pending' && before.state !== 'pending')
    tellWanted(deps, judged.bulletin);
  tellApproved(deps, judged);
  return judged.bulletin;
}

type By = { approverId: string; seenHash: string; standingId: string | null };
type Judgement = {
  bulletin: Bulletin;
  detail: Record<string, unknown>;
  also(): void;
  /** later than at once: the first hour allowed */
  airsAtMs: number | null;
};

function judge(deps: Deps, before: Bulletin, by: By): Judgement | AppError {
  const { store } = deps;
  const { approverId, seenHash, standingId } = by;
  const clip = before.clipId === null ? null : store.clips.get(before.clipId);
  const group = groupOf(deps, before.tenantId);
  const approvals = store.approvals.of(before.id);
  const judged = approve(before, { approverId, seenHash, clip, group, approvals });
  if (judged instanceof AppError) return judged;
  const { bulletin, neededIds } = judged;
  // on the plan's clock: an approval given after an occurrence's time came too late for it
  const atMs = deps.clock.planMs();
  // a paper somebody else laid beside it, or one that nobody signed, is not this approver's word
  const slip = store.slips
    .of(bulletin.id)
    .find(
      ({ contentHash, uploadedBy, signatures }) =>
        contentHash === seenHash && uploadedBy === approverId && signatures.length > 0,
    );
  const slipHash = slip?.file.hash ?? null;
  const waited =
    clip && bulletin.state === 'approved' ? whatWaited(deps, { bulletin, clip, nowMs: atMs }) : [];
  const airsAtMs = waited.find(({ postponed }) => postponed)?.atMs ?? null;
  const also = () => {
    const { id: bulletinId, version } = bulletin;
    const of = { bulletinId, version, contentHash: seenHash, approverId, atMs };
    const how = { neededIds, standingId, slipHash, voidedAtMs: null };
    store.approvals.insert({ id: deps.ids.next(), ...of, ...how });
    const what = bulletin.state === 'approved' ? 'approved' : 'agreed';
    store.decisions.put({ bulletinId, what, accountId: approverId, atMs: deps.clock.wallMs() });
    if (clip) store.editions.put(editionOf(bulletin, clip));
    setGoing(deps, waited);
  };
  const detail = {
    ...(standingId === null ? {} : { standingId }),
    ...(slipHash === null ? {} : { slipHash }),
    ...(bulletin.state === 'pending' ? { waitsForOthers: true } : {}),
  };
  return { bulletin, detail, also, airsAtMs };
}

function saveSubmitted(
  deps: Deps,
  { actor, bulletin }: { actor: Actor; bulletin: Bulletin },
): void {
  const also = () => decide(deps, { bulletinId: bulletin.id, what: 'submitted', actor });
  save(deps, { actor, action: 'bulletin.submit', bulletin, also });
  tellWanted(deps, bulletin);
}

/** Within the transaction of what was decided. */
export function decide(
  { store, clock }: Deps,
  { bulletinId, what, actor }: { bulletinId: string; what: Decision['what']; actor: Actor },
): void {
  store.decisions.put({ bulletinId, what, accountId: actor.accountId, atMs: clock.wallMs() });
}

function asActor({ store }: Deps, accountId: string): Actor {
  const account = store.accounts.get(accountId);
  return { accountId, name: account?.name ?? '', grants: store.accounts.grants(accountId) };
}

function tellWanted(deps: Deps, { id, tenantId, title, priority, drill }: Bulletin): void {
  const facts = { bulletinId: id, tenantId, title, priority, drill };
  deps.happenings.tell({ kind: 'approval-wanted', ...facts });
}

function tellApproved(deps: Deps, { bulletin, airsAtMs }: Judgement): void {
  const { id: bulletinId, tenantId, title, authorId, state } = bulletin;
  if (state !== 'approved') return;
  const facts = { bulletinId, tenantId, title, authorId, airsAtMs };
  deps.happenings.tell({ kind: 'bulletin-approved', ...facts });
}

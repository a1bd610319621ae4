// A commune's answer to what it was given: taken on, or declined with a reason; placing it is an answer too.
// It must never touch the bulletin: it is the province's, and stays as it was approved.

import { tenantChain } from '../../domain/areas.ts';
import type { Answer, Assignment, AssignmentPart } from '../../domain/assign/assign-model.ts';
import type { Actor, Bulletin, Schedule } from '../../domain/model.ts';
import { type Action, may } from '../../domain/rights.ts';
import { theirs } from '../bulletins/bulletins.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';
import { plainLine } from '../plain-line.ts';
import { record } from '../record.ts';
import { missing, notYourRole, refusal } from '../refusals.ts';
import { permit, tenantsSeenBy } from '../scope.ts';
import type { AssignmentView } from './assign-door.ts';
import { viewOf } from './assign-views.ts';

type Answered = {
  actor: Actor;
  assignmentId: string;
  communeId?: string | undefined;
  answer: Exclude<Answer, 'waiting'>;
  reason: string | null;
};

export function answerFor(deps: Deps, of: Answered): AssignmentView {
  const { actor, answer } = of;
  const { assignment, part } = partOf(deps, of);
  const reason = plainLine(of.reason ?? '') || null;
  if (answer === 'declined') {
    if (reason === null) throw reasonMissing();
    if (placed(deps, { assignment, part }).length > 0) throw placedAlready();
  }
  deps.store.transaction(() => keep(deps, { actor, part, answer, reason }));
  tell(deps, { assignment, part });
  if (answer === 'declined') tellDeclined(deps, { assignment, part });
  return viewOf(deps, { actor, assignment });
}

/** Said again after a second thought it is told again: the giver counts on an answer. */
function tellDeclined(deps: Deps, of: { assignment: Assignment; part: AssignmentPart }): void {
  const { store, happenings } = deps;
  const { id: assignmentId, tenantId, bulletinId, givenBy: authorId } = of.assignment;
  const bulletin = store.bulletins.get(bulletinId);
  const title = bulletin?.personalData ? '' : of.assignment.title;
  const communeName = store.areas.get(of.part.communeId)?.name ?? '';
  const told = { tenantId, assignmentId, title, communeName, authorId };
  happenings.tell({ kind: 'assignment-declined', ...told });
}

type Kept = { actor: Actor; part: AssignmentPart; answer: Answer; reason: string | null };

function keep(deps: Deps, { actor, part, answer, reason }: Kept): void {
  const { assignmentId, communeId: tenantId } = part;
  const by = { answeredBy: actor.accountId, answeredAtMs: deps.clock.planMs() };
  deps.store.assignments.putPart({ ...part, answer, reason, ...by });
  const action = answer === 'declined' ? 'assignment.decline' : 'assignment.accept';
  const subject = `assignment:${assignmentId}`;
  record(deps, { actor, action, subject, tenantId, detail: { reason } });
}

function tell(deps: Deps, of: { assignment: Assignment; part: AssignmentPart }): void {
  for (const tenantId of [of.part.communeId, of.assignment.tenantId])
    deps.changes.tell({ kind: 'assignment', id: of.assignment.id, tenantId });
}

/** The one part this person answers for, or the one that is named. */
function partOf(deps: Deps, { actor, assignmentId, communeId }: Answered) {
  const { store } = deps;
  const assignment = store.assignments.get(assignmentId);
  const seen = new Set(tenantsSeenBy(deps, actor));
  const parts = assignment ? store.assignments.parts([assignmentId]) : [];
  const visible = parts.filter((part) => seen.has(part.communeId));
  if (!assignment || visible.length === 0) throw missing();
  const theirsToAnswer = visible.filter((part) => answers(deps, { actor, part }));
  if (theirsToAnswer.length === 0) throw notYourRole();
  const meant = theirsToAnswer.filter((part) => !communeId || part.communeId === communeId);
  const [part] = meant;
  if (!part) throw missing();
  if (meant.length > 1) throw whichCommune();
  if (assignment.withdrawnAtMs !== null) throw withdrawn();
  return { assignment, part };
}

function answers(deps: Deps, { actor, part }: { actor: Actor; part: AssignmentPart }): boolean {
  const tree = treeAbove(deps.store.areas, part.communeId);
  return may(actor, 'assignment.answer', tenantChain(tree, part.communeId));
}

function placed(
  { store }: Deps,
  { assignment, part }: { assignment: Assignment; part: AssignmentPart },
): Schedule[] {
  return store.schedules
    .ofBulletin(assignment.bulletinId)
    .filter(({ tenantId, endedAtMs }) => tenantId === part.communeId && endedAtMs === null);
}

/**
 * The bulletin as this schedule airs it: a commune airs what it was given as its own, in its own hours,
 * by the province's approval. Anything else is whoever's it is.
 */
export function airable(
  deps: Deps,
  of: { actor: Actor; action: Action; bulletinId: string; areaIds: readonly string[] },
): Bulletin {
  const { actor, action, bulletinId } = of;
  const bulletin = deps.store.bulletins.get(bulletinId);
  const communeId = bulletin && communeOf(deps, { ...of, bulletin });
  if (!bulletin || !communeId) return theirs(deps, { actor, action, bulletinId });
  permit(deps, { actor, action, tenantId: communeId });
  return { ...bulletin, tenantId: communeId };
}

/** Where it was given; null: nowhere here, or to somebody who schedules for the province itself. */
function communeOf(
  deps: Deps,
  of: { actor: Actor; bulletin: Bulletin; areaIds: readonly string[] },
): string | null {
  const { store } = deps;
  const { actor, bulletin } = of;
  const seen = tenantsSeenBy(deps, actor);
  if (seen.includes(bulletin.tenantId)) return null;
  const tenants = new Set(of.areaIds.map((id) => store.areas.get(id)?.tenantId ?? ''));
  const [communeId] = tenants;
  if (communeId === undefined || tenants.size > 1 || !seen.includes(communeId)) return null;
  const given = store.assignments.givenTo({ bulletinId: bulletin.id, communeId });
  return given.length > 0 ? communeId : null;
}

/** Within the transaction that sets a schedule: who places it has taken it on. */
export function acceptPlaced(
  deps: Deps,
  of: { actor: Actor; schedule: Pick<Schedule, 'bulletinId' | 'tenantId'> },
): void {
  const { bulletinId, tenantId: communeId } = of.schedule;
  for (const { id } of deps.store.assignments.givenTo({ bulletinId, communeId })) {
    const part = deps.store.assignments.part(id, communeId);
    if (part?.answer !== 'waiting') continue;
    keep(deps, { actor: of.actor, part, answer: 'accepted', reason: null });
  }
}

const reasonMissing = () =>
  refusal('caller', 'reason-missing', {
    vi: 'Hãy ghi lý do không nhận, để tỉnh biết.',
    en: 'Say why you decline, so that the province knows.',
    place: 'reason',
  });

const placedAlready = () =>
  refusal('conflict', 'placed-already', {
    vi: 'Xã đã xếp lịch bản tin này. Hãy rút lịch trước, rồi mới trả lời không nhận.',
    en: 'Your commune has scheduled it. Withdraw the schedule first, then decline.',
  });

const whichCommune = () =>
  refusal('caller', 'which-commune', {
    vi: 'Bạn trả lời thay cho nhiều xã: hãy chọn một xã.',
    en: 'You answer for several communes: choose one.',
    place: 'communeId',
  });

const withdrawn = () =>
  refusal('conflict', 'assignment-withdrawn', {
    vi: 'Tỉnh đã thu hồi việc giao này.',
    en: 'The province has withdrawn this.',
  });

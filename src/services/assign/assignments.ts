// Giao và đôn đốc: the province gives a bulletin to communes; they accept, place or decline it; who is behind is reminded.
// It must never keep a state beside the rows: where each commune stands is counted from schedules and verdicts.
import type { Assignment } from '../../domain/assign/assign-model.ts';
import { checkDue } from '../../domain/assign/assign-rules.ts';
import { mayRemind } from '../../domain/assign/part-standing.ts';
import type { Actor } from '../../domain/model.ts';
import type { Cancelling } from '../airing/cancelling.ts';
import { theirs } from '../bulletins/bulletins.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { missing, refusal } from '../refusals.ts';
import { permit, permitted, tenantsSeenBy } from '../scope.ts';
import { answerFor } from './answers.ts';
import type { Assignments } from './assign-door.ts';
import { assignSight, linesOf, viewOf } from './assign-views.ts';
import { giveOut } from './giving.ts';
import { standingsOf } from './standings.ts';
import { takeOff } from './taking-off.ts';

export type AssignParts = {
  deps: Deps;
  cancelling: Pick<Cancelling, 'sign' | 'withdraw' | 'send'>;
};

export function makeAssignments(parts: AssignParts): Assignments {
  const { deps } = parts;
  const { store } = deps;
  return {
    give: give(deps),
    list(actor, page) {
      const tenantIds = tenantsSeenBy(deps, actor);
      const assignments = store.assignments.list({ tenantIds, ...page });
      return linesOf(deps, { sight: assignSight(deps, actor), assignments });
    },
    get(actor, { assignmentId }) {
      const assignment = store.assignments.get(assignmentId);
      if (!assignment) throw missing();
      return viewOf(deps, { actor, assignment });
    },
    accept: (actor, of) => answerFor(deps, { actor, ...of, answer: 'accepted', reason: null }),
    decline: (actor, of) => answerFor(deps, { actor, ...of, answer: 'declined' }),
    remind: remind(deps),
    withdraw: withdraw(parts),
    extend: extend(deps),
  };
}

function give(deps: Deps): Assignments['give'] {
  return (actor, { bulletinId, note = null, ...wish }) => {
    const bulletin = theirs(deps, { actor, action: 'bulletin.view', bulletinId });
    const action = 'assignment.give';
    permit(deps, { actor, action, tenantId: bulletin.tenantId });
    const by = { actor, action, givenBy: actor.accountId };
    const assignment = giveOut(deps, { bulletin, note, ...wish, ...by });
    return viewOf(deps, { actor, assignment });
  };
}

function remind(deps: Deps): Assignments['remind'] {
  return (actor, { assignmentId }) => {
    const { store, clock } = deps;
    const assignment = open(deps, { actor, assignmentId });
    const nowMs = clock.planMs();
    const standing = standingsOf(deps, [assignment]);
    const behind = store.assignments
      .parts([assignmentId])
      .filter((part) => standing(assignment, part).behind);
    const due = behind.filter((part) => mayRemind(part, standing(assignment, part), nowMs));
    store.transaction(() => {
      for (const part of due) {
        store.assignments.putPart({ ...part, remindedAtMs: nowMs });
        const tenantId = part.communeId;
        noteOf(deps, {
          actor,
          action: 'assignment.remind',
          assignment: { ...assignment, tenantId },
        });
      }
      // the button was pressed, whomever it found behind: the province's own line says so
      const detail = { reminded: due.length, behind: behind.length };
      noteOf(deps, { actor, action: 'assignment.remind', assignment, detail });
    });
    const { title, dueAtMs, bulletinId } = assignment;
    const told = store.bulletins.get(bulletinId)?.personalData ? '' : title;
    for (const { communeId: tenantId } of due) {
      const facts = { tenantId, assignmentId, title: told, dueAtMs };
      deps.happenings.tell({ kind: 'assignment-reminder', ...facts });
      changed(deps, { assignmentId, tenantId });
    }
    changed(deps, { assignmentId, tenantId: assignment.tenantId });
    return { reminded: due.length, behind: behind.length };
  };
}

/** What communes placed of it ends with it, unless it was also given another time. */
function withdraw(parts: AssignParts): Assignments['withdraw'] {
  const { deps, cancelling } = parts;
  return (actor, { assignmentId }) => {
    const { store, clock } = deps;
    const assignment = open(deps, { actor, assignmentId });
    const { bulletinId, tenantId } = assignment;
    const nowMs = clock.planMs();
    const { ended, stopped } = store.transaction(() => {
      store.assignments.withdraw(assignmentId, nowMs);
      const isOver = (communeId: string) =>
        communeId !== tenantId && !isGiven(deps, { bulletinId, communeId });
      const { schedules, airings } = takeOff(parts, { bulletinId, actor, isOver });
      const detail = { schedules: schedules.length, airings: airings.length };
      noteOf(deps, { actor, action: 'assignment.withdraw', assignment, detail });
      return { ended: schedules, stopped: airings };
    });
    for (const airing of stopped) cancelling.send(airing);
    for (const { id, tenantId: at } of ended)
      deps.changes.tell({ kind: 'schedule', id, tenantId: at });
    for (const { communeId } of store.assignments.parts([assignmentId]))
      changed(deps, { assignmentId, tenantId: communeId });
    changed(deps, { assignmentId, tenantId });
    return viewOf(deps, { actor, assignment: { ...assignment, withdrawnAtMs: nowMs } });
  };
}

function extend(deps: Deps): Assignments['extend'] {
  return (actor, { assignmentId, dueAtMs }) => {
    const assignment = open(deps, { actor, assignmentId });
    const fault = checkDue({ dueAtMs, nowMs: deps.clock.planMs() });
    if (fault) throw fault;
    if (dueAtMs <= assignment.dueAtMs) throw notLater();
    const extended = { ...assignment, dueAtMs };
    deps.store.transaction(() => {
      deps.store.assignments.setDue(assignmentId, dueAtMs);
      const detail = { was: assignment.dueAtMs, dueAtMs };
      noteOf(deps, { actor, action: 'assignment.extend', assignment, detail });
    });
    for (const { communeId } of deps.store.assignments.parts([assignmentId]))
      changed(deps, { assignmentId, tenantId: communeId });
    changed(deps, { assignmentId, tenantId: assignment.tenantId });
    return viewOf(deps, { actor, assignment: extended });
  };
}

function isGiven({ store }: Deps, of: { bulletinId: string; communeId: string }): boolean {
  return store.assignments.givenTo(of).length > 0;
}

/** The giver's own, and not withdrawn; to a commune it is there to be answered, not to be changed. */
function open(deps: Deps, of: { actor: Actor; assignmentId: string }): Assignment {
  const thing = deps.store.assignments.get(of.assignmentId);
  const assignment = permitted(deps, { actor: of.actor, action: 'assignment.give', thing });
  if (assignment.withdrawnAtMs !== null) throw alreadyWithdrawn();
  return assignment;
}

type Noted = { actor: Actor; action: string; assignment: Assignment; detail?: object };

function noteOf(deps: Deps, { actor, action, assignment, detail }: Noted): void {
  const { id, tenantId } = assignment;
  const subject = `assignment:${id}`;
  record(deps, { actor, action, subject, tenantId, ...(detail ? { detail: { ...detail } } : {}) });
}

function changed(deps: Deps, of: { assignmentId: string; tenantId: string }): void {
  deps.changes.tell({ kind: 'assignment', id: of.assignmentId, tenantId: of.tenantId });
}

const alreadyWithdrawn = () =>
  refusal('conflict', 'assignment-withdrawn', {
    vi: 'Tỉnh đã thu hồi việc giao này.',
    en: 'The province has withdrawn this.',
  });

const notLater = () =>
  refusal('caller', 'due-not-later', {
    vi: 'Hạn mới phải sau hạn cũ: xã đã xếp lịch theo hạn cũ.',
    en: 'The new deadline must be later: communes have planned by the old one.',
    place: 'dueAtMs',
  });

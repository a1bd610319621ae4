// A bulletin of the province given to communes: by an officer, or as the source system asked when it sent it.
// It must never decide who may give: its callers do.

import type { Assignment } from '../../domain/assign/assign-model.ts';
import { checkGiving, communesGiven, outsideCommunes } from '../../domain/assign/assign-rules.ts';
import type { Actor, Bulletin } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { plainLine } from '../plain-line.ts';
import { documentEnds } from '../reading/document-ends.ts';
import { record } from '../record.ts';
import { refusal } from '../refusals.ts';
import { treeOf } from '../scope.ts';

export type Giving = Pick<Assignment, 'leastAirings' | 'dueAtMs' | 'note' | 'givenBy'> & {
  bulletin: Bulletin;
  areaIds: readonly string[];
  /** null: the service itself, in the name of `givenBy` */
  actor: Actor | null;
  action: string;
};

/** @throws AppError, the first thing wrong with it; nothing was written then */
export function giveOut(deps: Deps, of: Giving): Assignment {
  const { store, clock } = deps;
  const { bulletin, areaIds, leastAirings, dueAtMs, actor, action } = of;
  const { id: bulletinId, tenantId, title } = bulletin;
  const tree = treeOf(deps);
  const nowMs = clock.planMs();
  const documentEndMs = documentEnds(deps)(bulletin);
  const fault = checkGiving({ bulletin, areaIds, dueAtMs, nowMs, tree, documentEndMs });
  if (fault) throw fault;
  const asked = { tree, provinceId: tenantId, areaIds };
  const outside = outsideCommunes(asked);
  if (outside) throw outside;
  const given = communesGiven(asked);
  if (given === null || given.length === 0) throw nobodyGiven();
  const assignment: Assignment = {
    ...{ id: deps.ids.next(), tenantId, bulletinId, title, leastAirings, dueAtMs },
    ...{ note: plainLine(of.note ?? '') || null, givenBy: of.givenBy },
    ...{ givenAtMs: nowMs, withdrawnAtMs: null },
  };
  const { id: assignmentId } = assignment;
  const none = { answer: 'waiting', reason: null, answeredBy: null } as const;
  const never = { answeredAtMs: null, remindedAtMs: null };
  const parts = given.map((one) => ({ assignmentId, ...one, ...none, ...never }));
  store.transaction(() => {
    store.assignments.insert(assignment, parts);
    const detail = { bulletinId, communes: given.length, leastAirings, dueAtMs };
    record(deps, { actor, action, subject: `assignment:${assignmentId}`, tenantId, detail });
  });
  const told = bulletin.personalData ? '' : title;
  for (const { communeId } of given) {
    deps.changes.tell({ kind: 'assignment', id: assignmentId, tenantId: communeId });
    const facts = { tenantId: communeId, assignmentId, title: told, dueAtMs };
    deps.happenings.tell({ kind: 'assignment-given', ...facts });
  }
  deps.changes.tell({ kind: 'assignment', id: assignmentId, tenantId });
  return assignment;
}

const nobodyGiven = () =>
  refusal('caller', 'nobody-given', {
    vi: 'Hãy chọn ít nhất một xã, bản hoặc nhóm trong tỉnh.',
    en: 'Choose at least one commune, village or group of the province.',
    place: 'areaIds',
  });

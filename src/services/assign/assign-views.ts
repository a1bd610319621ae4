// What the province and a commune see of what was given: the same rows, each as far as it is theirs.
// It must never show one commune another's line: to it that line does not exist.
import type { Assignment, AssignmentPart } from '../../domain/assign/assign-model.ts';
import { countsOf } from '../../domain/assign/part-standing.ts';
import type { Actor } from '../../domain/model.ts';
import { tenantsWhere } from '../../domain/rights.ts';
import type { Deps } from '../deps.ts';
import { missing } from '../refusals.ts';
import { tenantsSeenBy } from '../scope.ts';
import type { AssignmentLine, AssignmentView, PartView } from './assign-door.ts';
import { type StandingOf, standingsOf } from './standings.ts';

/** What one asker may see and do, found once per answer. */
export type AssignSight = {
  seen: ReadonlySet<string>;
  gives: ReadonlySet<string>;
  answers: ReadonlySet<string>;
  names: ReadonlyMap<string, string>;
};

export function assignSight(deps: Deps, actor: Actor): AssignSight {
  const areas = deps.store.areas.all();
  const where = (action: 'assignment.give' | 'assignment.answer') =>
    new Set(tenantsWhere({ actor, action, areas }));
  return {
    seen: new Set(tenantsSeenBy(deps, actor)),
    gives: where('assignment.give'),
    answers: where('assignment.answer'),
    names: new Map(areas.map(({ id, name }) => [id, name])),
  };
}

export function linesOf(
  deps: Deps,
  { sight, assignments }: { sight: AssignSight; assignments: readonly Assignment[] },
): AssignmentLine[] {
  const standing = standingsOf(deps, assignments);
  const parts = new Map<string, AssignmentPart[]>();
  for (const part of deps.store.assignments.parts(assignments.map(({ id }) => id))) {
    const known = parts.get(part.assignmentId);
    if (known) known.push(part);
    else parts.set(part.assignmentId, [part]);
  }
  return assignments.flatMap((assignment) => {
    const theirs = partsOf({ assignment, parts: parts.get(assignment.id) ?? [], sight, standing });
    return theirs.length === 0 ? [] : [lineOf({ assignment, parts: theirs, sight })];
  });
}

export function viewOf(
  deps: Deps,
  { actor, assignment }: { actor: Actor; assignment: Assignment },
): AssignmentView {
  const { store } = deps;
  const sight = assignSight(deps, actor);
  const standing = standingsOf(deps, [assignment]);
  const all = store.assignments.parts([assignment.id]);
  const parts = partsOf({ assignment, parts: all, sight, standing });
  const found = store.bulletins.get(assignment.bulletinId);
  if (parts.length === 0 || !found) throw missing();
  const { id, title, text, priority, genre, state, clipId } = found;
  const bulletin = { id, title, text, priority, genre, state };
  const clip = clipId === null ? null : store.clips.get(clipId);
  return { ...lineOf({ assignment, parts, sight }), parts, bulletin, clip };
}

function partsOf(of: {
  assignment: Assignment;
  parts: readonly AssignmentPart[];
  sight: AssignSight;
  standing: StandingOf;
}): PartView[] {
  const { assignment, sight, standing } = of;
  const theirs = of.parts.filter(({ communeId }) => sight.seen.has(communeId));
  return theirs
    .map((part): PartView => {
      const { assignmentId: _, answeredBy: _by, ...facts } = part;
      return {
        ...facts,
        communeName: sight.names.get(part.communeId) ?? '',
        standing: standing(assignment, part),
        answers: assignment.withdrawnAtMs === null && sight.answers.has(part.communeId),
      };
    })
    .sort((a, b) => a.communeName.localeCompare(b.communeName, 'vi'));
}

function lineOf(of: {
  assignment: Assignment;
  parts: readonly PartView[];
  sight: AssignSight;
}): AssignmentLine {
  const { assignment, parts, sight } = of;
  const [only] = parts;
  const gives = sight.gives.has(assignment.tenantId);
  return {
    ...assignment,
    counts: countsOf(parts.map(({ standing }) => standing)),
    communes: parts.length,
    gives,
    // who gave it looks at a board, even of one commune
    own: !gives && parts.length === 1 && only?.answers ? only : null,
  };
}

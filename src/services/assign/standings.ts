// How far every commune is with what was given: plans and verdicts of many assignments gathered in one pass.
// It must never decide what counts or who is behind: src/domain/assign does.
import { occurrencesOf } from '../../domain/airing/occurrences.ts';
import type {
  AiredOnce,
  Assignment,
  AssignmentPart,
  PartStanding,
} from '../../domain/assign/assign-model.ts';
import { standingOfPart } from '../../domain/assign/part-standing.ts';
import { DAY_MS } from '../../domain/vietnam-time.ts';
import { planFacts } from '../airing/plan.ts';
import type { Deps } from '../deps.ts';

/** A plan further ahead than a quarter is a wish; deadlines beyond it count what is placed until then. */
const AHEAD_MAX_MS = 92 * DAY_MS;

export type StandingOf = (assignment: Assignment, part: AssignmentPart) => PartStanding;

/** Whatever is asked afterwards costs a look into two maps. */
export function standingsOf(deps: Deps, assignments: readonly Assignment[]): StandingOf {
  const nowMs = deps.clock.planMs();
  const planned = plannedOf(deps, { assignments, nowMs });
  const aired = airedOf(deps, assignments);
  return (assignment, part) => {
    const key = keyOf(assignment.bulletinId, part.communeId);
    const airings = aired.get(key) ?? [];
    return standingOfPart({
      ...{ assignment, part, nowMs, airings },
      plannedAtMs: planned.get(key) ?? [],
    });
  };
}

const keyOf = (bulletinId: string, communeId: string) => `${bulletinId} ${communeId}`;

function plannedOf(
  deps: Deps,
  { assignments, nowMs }: { assignments: readonly Assignment[]; nowMs: number },
): Map<string, number[]> {
  const open = assignments.filter((one) => one.withdrawnAtMs === null && one.dueAtMs > nowMs);
  const given = new Map(open.map(({ bulletinId, tenantId }) => [bulletinId, tenantId]));
  const times = new Map<string, number[]>();
  if (given.size === 0) return times;
  // by bulletin: a province's other thirty thousand rules are not read for it
  const schedules = [...given].flatMap(([bulletinId, giverId]) =>
    deps.store.schedules
      .ofBulletin(bulletinId)
      .filter(({ tenantId, endedAtMs }) => endedAtMs === null && tenantId !== giverId),
  );
  const lastMs = Math.max(...open.map(({ dueAtMs }) => dueAtMs));
  const horizonMs = Math.min(lastMs - nowMs + 1, AHEAD_MAX_MS);
  for (const one of occurrencesOf(planFacts(deps, { schedules, nowMs, horizonMs }))) {
    if (one.hindrance !== null || one.playAtMs < nowMs) continue;
    push(times, keyOf(one.bulletinId, one.tenantId), one.playAtMs);
  }
  return times;
}

function airedOf(deps: Deps, assignments: readonly Assignment[]): Map<string, AiredOnce[]> {
  const aired = new Map<string, AiredOnce[]>();
  const bulletinIds = [...new Set(assignments.map(({ bulletinId }) => bulletinId))];
  const sinceMs = assignments.reduce(
    (least, { givenAtMs }) => Math.min(least, givenAtMs),
    Infinity,
  );
  if (bulletinIds.length === 0) return aired;
  for (const one of deps.store.assignments.airedOf({ bulletinIds, sinceMs }))
    push(aired, keyOf(one.bulletinId, one.tenantId), one);
  return aired;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

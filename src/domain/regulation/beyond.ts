// What a regulation made stricter later no longer has room for: where each occurrence falls silent, at its time.
// It must never know rows: whole days of occurrences in, the same occurrences with their hindrance out.
import { passesHours } from '../../../devices/rules/index.ts';
import type { AreaTree } from '../areas.ts';
import type { Occurrence, Regulation, Site } from '../model.ts';
import { mapping, type Piecemeal, whole } from '../piecemeal.ts';
import { findingLists, heardBy, hearersOf } from './hearers.ts';
import { beyondLimits, hasLimits } from './sessions.ts';

type Told = Pick<
  Occurrence,
  'id' | 'scheduleId' | 'bulletinId' | 'areaIds' | 'playAtMs' | 'durationMs' | 'priority'
>;
export type DayFacts = {
  tree: AreaTree;
  sites: readonly Site[];
  regulations: readonly Regulation[];
  /** all that is to be heard on whole days: a day cut short counts wrongly */
  occurrences: readonly Told[];
  drill(occurrence: Told): boolean;
  /** a second person has agreed that it airs beyond the limits: it takes nobody's room */
  covered(occurrence: Told): boolean;
};

/** Occurrence → areas where its day has no room for it. */
export type Beyond = ReadonlyMap<string, ReadonlySet<string>>;

export function beyondOf(facts: DayFacts): Beyond {
  return whole(findingBeyond(facts));
}

/** Village by village, so that a province's two weeks keep nobody waiting. */
export function* findingBeyond(facts: DayFacts): Piecemeal<Beyond> {
  const counted = yield* mapping(facts.occurrences, (one) => {
    const passes = passesHours({ priority: one.priority, drill: facts.drill(one) });
    return passes || facts.covered(one) ? null : one;
  });
  const found = new Map<string, Set<string>>();
  const lists = yield* findingLists(counted);
  const groups = hearersOf({ ...facts, reach: [...lists.values()].map(areasOf) });
  yield;
  for (const group of groups.filter(({ regulation }) => hasLimits(regulation.rules))) {
    for (const id of beyondLimits(heardBy(group, lists), group.regulation.rules)) {
      const areas = found.get(id) ?? new Set();
      for (const areaId of group.areaIds) areas.add(areaId);
      found.set(id, areas);
    }
    yield;
  }
  return found;
}

const areasOf = ([first]: readonly Told[]) => (first as Told).areaIds;

/**
 * One occurrence stays one where it airs everywhere or nowhere; else it is two, so that every pole has
 * its one verdict: the villages with room hear it, the others are told why not.
 */
export function partedBy(tree: AreaTree, beyond: ReadonlySet<string>, occurrence: Occurrence) {
  if (occurrence.hindrance !== null || beyond.size === 0) return [occurrence];
  const areaIds = occurrence.areaIds.flatMap((id) => narrowed(tree, beyond, id));
  const silent = { ...occurrence, hindrance: 'over-regulation' as const };
  if (areaIds.length === 0) return [silent];
  return [
    { ...occurrence, areaIds },
    { ...silent, id: `${occurrence.id}-over`, areaIds: [...beyond] },
  ];
}

/** An area whose every village has room stays one; of another its parts that have. */
function narrowed(tree: AreaTree, beyond: ReadonlySet<string>, areaId: string): string[] {
  const all = tree.downwards(areaId);
  if (!all.some(({ id }) => beyond.has(id))) return [areaId];
  if (beyond.has(areaId)) return [];
  return all
    .filter(({ parentId }) => parentId === areaId)
    .flatMap(({ id }) => narrowed(tree, beyond, id));
}

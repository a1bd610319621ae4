// What is still to be sent to each speaker for the day to come: an airing is made only when its send time comes.
// It must never expand the plan once per speaker: one expansion, then one count for all of them.
import { occurrencesOf } from '../../domain/airing/occurrences.ts';
import { sitesUnder, tenantChain } from '../../domain/areas.ts';
import type { Site } from '../../domain/model.ts';
import { planFacts } from '../airing/plan.ts';
import type { Deps } from '../deps.ts';
import { treeOf } from '../scope.ts';

/** @param of.sites those with a unit: a pole without a box is sent nothing */
export function plannedAt(
  deps: Deps,
  of: { sites: readonly Site[]; horizonMs: number },
): ReadonlyMap<string, number> {
  const { store, clock } = deps;
  const planned = new Map<string, number>();
  const active = of.sites.length === 0 ? [] : store.schedules.active();
  if (active.length === 0) return planned;
  const tree = treeOf(deps);
  const own = new Set(of.sites.map(({ tenantId }) => tenantId));
  const heard = new Set([...own].flatMap((id) => tenantChain(tree, id)));
  const schedules = active.filter(({ tenantId }) => heard.has(tenantId));
  const facts = planFacts(deps, { ...of, schedules, nowMs: clock.planMs() });
  // many schedules are for the same areas: the sites under these are counted once
  const byAreas = new Map<string, { areaIds: readonly string[]; count: number }>();
  for (const { id, areaIds, hindrance } of occurrencesOf(facts)) {
    if (hindrance !== null || store.airings.byOccurrence(id)) continue;
    const key = areaIds.join(' ');
    byAreas.set(key, { areaIds, count: (byAreas.get(key)?.count ?? 0) + 1 });
  }
  for (const { areaIds, count } of byAreas.values())
    for (const site of sitesUnder({ tree, areaIds, sites: of.sites }))
      planned.set(site.id, (planned.get(site.id) ?? 0) + count);
  return planned;
}

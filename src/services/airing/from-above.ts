// What the province airs on a commune's own poles: there to be seen by the commune, and not to be stopped.
// It must never show a draft of the province, nor a pole or an area of another commune.

import { occurrencesOf, type PlanFacts } from '../../domain/airing/occurrences.ts';
import { type AreaTree, sitesUnder, tenantChain } from '../../domain/areas.ts';
import type { Actor, AiringSpeaker, Occurrence, Schedule } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { tenantsSeenBy, treeOf } from '../scope.ts';

export type Sight = {
  tree: AreaTree;
  /** the tenants whose things this actor sees */
  own: ReadonlySet<string>;
  /** those above them, whose airings may sound on their poles */
  above: readonly string[];
};

export function sightOf(deps: Deps, actor: Actor): Sight {
  const tree = treeOf(deps);
  const own = new Set(tenantsSeenBy(deps, actor));
  const chains = [...own].flatMap((id) => tenantChain(tree, id));
  return { tree, own, above: [...new Set(chains)].filter((id) => !own.has(id)) };
}

/** The areas an airing is meant for, as far as they are this actor's or lie above. */
export function trimmed<T extends { tenantId: string; areaIds: readonly string[] }>(
  { tree, own, above }: Sight,
  thing: T,
): T {
  if (own.has(thing.tenantId)) return thing;
  const shown = (id: string) => above.includes(id) || own.has(tree.get(id)?.tenantId ?? '');
  return { ...thing, areaIds: thing.areaIds.filter(shown) };
}

export function ownSpeakers(
  { store }: Deps,
  sight: Sight,
  speakers: readonly AiringSpeaker[],
): AiringSpeaker[] {
  return speakers.filter(({ siteId }) => sight.own.has(store.sites.get(siteId)?.tenantId ?? ''));
}

/** What will be heard here, and what only this commune's hours keep from it; drafts are the province's. */
export function occurrencesFromAbove(
  sight: Sight,
  of: { facts: PlanFacts; schedules: readonly Schedule[] },
): Occurrence[] {
  const { tree, own, above } = sight;
  const sites = of.facts.sites.filter(({ tenantId }) => own.has(tenantId));
  const schedules = of.schedules.filter(
    ({ tenantId, areaIds }) =>
      above.includes(tenantId) && sitesUnder({ tree, areaIds, sites }).length > 0,
  );
  return occurrencesOf({ ...of.facts, schedules, sites })
    .filter(({ hindrance }) => hindrance === null || hindrance === 'out-of-hours')
    .map((occurrence) => trimmed(sight, occurrence));
}

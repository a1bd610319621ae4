// Poles that hear the same things by the same regulation, as one: sessions are counted where they are heard.
// It must never know what is heard, nor when.
import { regulationsIn } from '../airing/hours-of-sites.ts';
import type { AreaTree } from '../areas.ts';
import type { Regulation, Site } from '../model.ts';
import { type Piecemeal, visiting, whole } from '../piecemeal.ts';
import type { ZoneKind } from './regulation-model.ts';

type AreaIds = readonly string[];
export type Hearers = {
  regulation: Regulation;
  /** where these poles stand */
  areaIds: readonly string[];
  zones: readonly ZoneKind[];
  /** the lists of areas that reach them */
  lists: readonly string[];
};

/** A day of a province is ten thousand airings: each is found by its list of areas, not tried at every pole. */
export type ByList<T> = ReadonlyMap<string, readonly T[]>;

export function byList<T extends { areaIds: AreaIds }>(all: readonly T[]): ByList<T> {
  return whole(findingLists(all));
}

export function* findingLists<T extends { areaIds: AreaIds }>(
  all: readonly T[],
): Piecemeal<ByList<T>> {
  const found = new Map<string, T[]>();
  yield* visiting(all, (one) => {
    const known = found.get(keyOf(one.areaIds));
    if (known) known.push(one);
    else found.set(keyOf(one.areaIds), [one]);
  });
  return found;
}

export function heardBy<T>({ lists }: Pick<Hearers, 'lists'>, all: ByList<T>): T[] {
  return lists.flatMap((list) => all.get(list) ?? []);
}

/** @param of.reach every list of areas that something is to be heard in; a pole none of them reaches is left out */
export function hearersOf(of: {
  tree: AreaTree;
  sites: readonly Site[];
  regulations: readonly Regulation[];
  reach: readonly AreaIds[];
}): Hearers[] {
  const reaching = reachOf(of);
  const regulationAt = regulationsIn(of);
  const zones = new Map<string, Set<ZoneKind>>();
  for (const { areaId, zone } of of.sites) {
    const known = zones.get(areaId);
    if (known) known.add(zone);
    else zones.set(areaId, new Set([zone]));
  }
  const groups = new Map<string, Group>();
  for (const [areaId, kinds] of zones) {
    const keys = reaching.get(areaId);
    const regulation = keys ? regulationAt(areaId) : null;
    if (!keys || !regulation) continue;
    const name = `${regulation.areaId}|${keys.join('|')}`;
    const group = groups.get(name) ?? { regulation, keys, areaIds: [], zones: new Set() };
    group.areaIds.push(areaId);
    for (const kind of kinds) group.zones.add(kind);
    groups.set(name, group);
  }
  return [...groups.values()].map(asHearers);
}

type Group = { regulation: Regulation; keys: string[]; areaIds: string[]; zones: Set<ZoneKind> };

function asHearers({ regulation, keys, areaIds, zones }: Group): Hearers {
  return { regulation, areaIds, zones: [...zones], lists: keys };
}

/** For each area the lists that reach it, in the order they came. */
function reachOf({ tree, reach }: { tree: AreaTree; reach: readonly AreaIds[] }) {
  const reaching = new Map<string, string[]>();
  for (const [key, areaIds] of new Map(reach.map((each) => [keyOf(each), each]))) {
    const covered = new Set(areaIds.flatMap((id) => tree.downwards(id).map((area) => area.id)));
    for (const areaId of covered) {
      const keys = reaching.get(areaId);
      if (keys) keys.push(key);
      else reaching.set(areaId, [key]);
    }
  }
  return reaching;
}

function keyOf(areaIds: AreaIds): string {
  return areaIds.join(' ');
}

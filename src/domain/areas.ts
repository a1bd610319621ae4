// The tree of areas: province → commune → village → group, and whose tenant each of them is.
// It must never know who is asking, nor how a topic is spelt.
import type { Area, AreaKind, Site } from './model.ts';

/** Two levels of government since 1/7/2025 (Nghị quyết 202/2025/QH15): no district between them. */
const PARENTS: Record<AreaKind, readonly AreaKind[]> = {
  province: [],
  commune: ['province'],
  village: ['commune'],
  group: ['village', 'commune'],
};
/** Province, commune, village, group, and room for a group in a group: deeper is a loop. */
const DEPTH_MAX = 8;

export type AreaTree = {
  get(id: string): Area | null;
  /** this area first, then what it lies in, up to the province; empty when unknown */
  upwards(id: string): Area[];
  /** this area and everything beneath it; empty when unknown */
  downwards(id: string): Area[];
};

export function areaTree(areas: readonly Area[]): AreaTree {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const children = childrenOf(areas);
  const get = (id: string) => byId.get(id) ?? null;
  return {
    get,
    upwards: (id) => upwards(get, id),
    downwards: (id) => downwards(get(id), children),
  };
}

function childrenOf(areas: readonly Area[]): Map<string | null, Area[]> {
  const children = new Map<string | null, Area[]>();
  for (const area of areas) {
    const siblings = children.get(area.parentId);
    if (siblings) siblings.push(area);
    else children.set(area.parentId, [area]);
  }
  return children;
}

function upwards(get: AreaTree['get'], id: string): Area[] {
  const chain: Area[] = [];
  let area = get(id);
  while (area && chain.length < DEPTH_MAX) {
    chain.push(area);
    area = area.parentId === null ? null : get(area.parentId);
  }
  return chain;
}

function downwards(top: Area | null, children: Map<string | null, Area[]>): Area[] {
  const found = top ? [top] : [];
  // the list grows while it is walked; every area has one parent, so it is met once
  for (const area of found) found.push(...(children.get(area.id) ?? []));
  return found;
}

/** May an area of this kind lie in that one? The province lies in nothing. */
export function parentFits(kind: AreaKind, parent: Area | null): boolean {
  return parent === null ? kind === 'province' : PARENTS[kind].includes(parent.kind);
}

/** Whose thing a new area is: provinces and communes are their own (Nghị định 49/2024 Art. 7). */
export function tenantOfNew(of: { id: string; kind: AreaKind; parent: Area | null }): string {
  const own = of.kind === 'province' || of.kind === 'commune';
  return own || of.parent === null ? of.id : of.parent.tenantId;
}

/** Roles are held at the province or at one commune, never at a village. */
export function isTenant(area: Area): boolean {
  return area.kind === 'province' || area.kind === 'commune';
}

/** The tenant of this area and the areas above it: where a grant covers it. Empty when unknown. */
export function tenantChain(tree: AreaTree, areaId: string): string[] {
  return tree
    .upwards(areaId)
    .filter(isTenant)
    .map((area) => area.id);
}

/** Codes from the province down to this area: what a speaker standing there listens to. */
export function chainCodes(tree: AreaTree, areaId: string): string[] {
  return tree
    .upwards(areaId)
    .map((area) => area.code)
    .reverse();
}

/** The same for one set of areas after another: thousands of sites are gone through once. */
export function sitesIn(
  tree: AreaTree,
  sites: readonly Site[],
): (areaIds: readonly string[]) => Site[] {
  const byArea = new Map<string, Site[]>();
  for (const site of sites) {
    const there = byArea.get(site.areaId);
    if (there) there.push(site);
    else byArea.set(site.areaId, [site]);
  }
  return (areaIds) => {
    const areas = new Set(areaIds.flatMap((id) => tree.downwards(id).map((area) => area.id)));
    return [...areas].flatMap((id) => byArea.get(id) ?? []);
  };
}

/** Every site in or under the areas, once, in the order given. */
export function sitesUnder(of: {
  tree: AreaTree;
  areaIds: readonly string[];
  sites: readonly Site[];
}): Site[] {
  const covered = new Set(of.areaIds.flatMap((id) => of.tree.downwards(id).map((area) => area.id)));
  return of.sites.filter((site) => covered.has(site.areaId));
}

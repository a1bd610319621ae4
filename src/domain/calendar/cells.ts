// Sites that hear the same: of one village, keeping the same hours; what is decided for one is decided for all.
// It must never know what is aired.
import type { SiteHours } from '../../../devices/rules/index.ts';
import type { AreaTree } from '../areas.ts';
import type { Site } from '../model.ts';

/** Equal areas and equal hours: one representative answers for all of its sites. */
export type Cell = {
  key: string;
  areaId: string;
  hours: SiteHours;
  /** equal texts, equal hours */
  hoursKey: string;
  sites: readonly Site[];
};

export function cellsOf(sites: readonly Site[], hoursOf: (site: Site) => SiteHours): Cell[] {
  const found = new Map<string, Cell & { sites: Site[] }>();
  const keyOf = hoursKeys();
  for (const site of sites) {
    const hours = hoursOf(site);
    const hoursKey = keyOf(hours);
    const key = `${site.areaId} ${hoursKey}`;
    const cell = found.get(key);
    if (cell) cell.sites.push(site);
    else found.set(key, { key, areaId: site.areaId, hours, hoursKey, sites: [site] });
  }
  return [...found.values()];
}

/** Thousands of sites share a handful of hours: each is written out once, and gets a short name. */
function hoursKeys(): (hours: SiteHours) => string {
  const known = new Map<SiteHours, string>();
  const names = new Map<string, string>();
  return (hours) => {
    const found = known.get(hours);
    if (found !== undefined) return found;
    const text = JSON.stringify(hours);
    const name = names.get(text) ?? `h${names.size}`;
    names.set(text, name);
    known.set(hours, name);
    return name;
  };
}

export type Hearing = (areaIds: readonly string[]) => readonly Cell[];

/** The cells in or under areas, each once; asked again and again for the same few sets of areas. */
export function hearing(tree: AreaTree, cells: readonly Cell[]): Hearing {
  const byArea = new Map<string, Cell[]>();
  for (const cell of cells) {
    const there = byArea.get(cell.areaId);
    if (there) there.push(cell);
    else byArea.set(cell.areaId, [cell]);
  }
  const known = new Map<string, readonly Cell[]>();
  return (areaIds) => {
    const key = areaIds.join(' ');
    const found = known.get(key);
    if (found) return found;
    const areas = new Set(areaIds.flatMap((id) => tree.downwards(id).map((area) => area.id)));
    const heard = [...areas].flatMap((id) => byArea.get(id) ?? []);
    known.set(key, heard);
    return heard;
  };
}

/** Areas a schedule must name one of to be heard somewhere these are: themselves, above and beneath. */
export function meetingAreas(tree: AreaTree, areaIds: readonly string[]): Set<string> {
  const near = areaIds.flatMap((id) => [...tree.upwards(id), ...tree.downwards(id)]);
  return new Set(near.map(({ id }) => id));
}

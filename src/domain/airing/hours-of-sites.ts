// Whose allowed hours a site keeps: its commune's own, else the province's, else none.
// It must never know how hours are compared with a time (devices/rules).
import type { AllowedHours } from '../../../devices/protocol/index.ts';
import { fitsHours, passesHours } from '../../../devices/rules/index.ts';
import type { AreaTree } from '../areas.ts';
import type { Regulation, Site } from '../model.ts';
import { hoursOfSite } from '../regulation/zone-hours.ts';

/** The regulation nearest above an area; null means nothing but an emergency may sound: mute on doubt. */
export function regulationFor(of: {
  tree: AreaTree;
  areaId: string;
  regulations: readonly Regulation[];
}): Regulation | null {
  return regulationsIn(of)(of.areaId);
}

/** The same for many areas of one tree. */
export function regulationsIn(of: {
  tree: AreaTree;
  regulations: readonly Regulation[];
}): (areaId: string) => Regulation | null {
  const known = new Map(of.regulations.map((regulation) => [regulation.areaId, regulation]));
  return (areaId) => {
    for (const area of of.tree.upwards(areaId)) {
      const found = known.get(area.id);
      if (found) return found;
    }
    return null;
  };
}

/** The different hours these sites keep, each once; sites without any add none. */
export function hoursOfSites(of: {
  tree: AreaTree;
  sites: readonly Site[];
  regulations: readonly Regulation[];
}): AllowedHours[] {
  const regulationAt = regulationsIn(of);
  const found = new Map<string, AllowedHours>();
  const asked = new Map(of.sites.map((site) => [`${site.areaId} ${site.zone}`, site]));
  for (const { areaId, zone } of asked.values()) {
    const regulation = regulationAt(areaId);
    if (!regulation) continue;
    const key = `${regulation.areaId} ${zone}`;
    if (!found.has(key)) found.set(key, hoursOfSite(regulation, zone));
  }
  return [...new Set(found.values())];
}

/**
 * A province's bulletin reaches communes of different hours: it is planned when one of them allows it,
 * and speakers of the others refuse it by their own commune's rule, with a receipt that says so.
 */
export function fitsSome(
  slot: Parameters<typeof fitsHours>[0],
  hours: readonly AllowedHours[],
): boolean {
  return passesHours(slot) || hours.some((each) => fitsHours(slot, each));
}

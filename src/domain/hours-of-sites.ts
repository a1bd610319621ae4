// Whose allowed hours a site keeps: its commune's own, else the province's, else none.
// It must never know how hours are compared with a time (devices/rules).
import type { AllowedHours } from '../../devices/protocol/index.ts';
import { fitsHours } from '../../devices/rules/index.ts';
import type { AreaTree } from './areas.ts';
import type { Regulation, Site } from './model.ts';

/** The regulation nearest above an area; null means nothing but an emergency may sound: mute on doubt. */
export function regulationFor(of: {
  tree: AreaTree;
  areaId: string;
  regulations: readonly Regulation[];
}): Regulation | null {
  const byArea = new Map(of.regulations.map((regulation) => [regulation.areaId, regulation]));
  for (const area of of.tree.upwards(of.areaId)) {
    const found = byArea.get(area.id);
    if (found) return found;
  }
  return null;
}

/** The different hours these sites keep, each once; sites without any add none. */
export function hoursOfSites(of: {
  tree: AreaTree;
  sites: readonly Site[];
  regulations: readonly Regulation[];
}): AllowedHours[] {
  const { tree, regulations } = of;
  const villages = new Set(of.sites.map((site) => site.areaId));
  const found = new Set<AllowedHours>();
  for (const areaId of villages) {
    const regulation = regulationFor({ tree, areaId, regulations });
    if (regulation) found.add(regulation.hours);
  }
  return [...found];
}

/**
 * A province's bulletin reaches communes of different hours: it is planned when one of them allows it,
 * and speakers of the others refuse it by their own commune's rule, with a receipt that says so.
 */
export function fitsSome(
  slot: Parameters<typeof fitsHours>[0],
  hours: readonly AllowedHours[],
): boolean {
  return slot.priority === 'emergency' || hours.some((each) => fitsHours(slot, each));
}

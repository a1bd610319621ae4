// The areas above one area, fetched one by one: four rows instead of a province's fifteen hundred.
// It must never know what the chain is asked for.
import { type AreaTree, areaTree } from '../domain/areas.ts';
import type { Area } from '../domain/model.ts';
import type { Store } from './ports.ts';

/** As deep as src/domain/areas.ts looks. */
const DEPTH_MAX = 8;

/** A tree that knows only this area and what it lies in; 5,000 speakers may join within a minute. */
export function treeAbove(areas: Store['areas'], areaId: string): AreaTree {
  const chain: Area[] = [];
  let area = areas.get(areaId);
  while (area && chain.length < DEPTH_MAX) {
    chain.push(area);
    area = area.parentId === null ? null : areas.get(area.parentId);
  }
  return areaTree(chain);
}

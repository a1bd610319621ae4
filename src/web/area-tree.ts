// Areas as a tree with the speakers beneath each, for choosing places and for counting who hears.
// It must never know the API or a screen.
import type { Area } from '../http/schemas/area.ts';
import type { Speaker } from '../http/schemas/speaker.ts';

export type Node = { area: Area; children: Node[]; speakers: number; online: number };

export function treeOf(areas: readonly Area[], speakers: readonly Speaker[]): Node[] {
  const known = new Set(areas.map(({ id }) => id));
  const grow = (parentId: string | null): Node[] =>
    areas
      .filter((area) => (parentId === null ? isTop(area, known) : area.parentId === parentId))
      .sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }))
      .map((area) => nodeOf(area, grow(area.id), speakers));
  return grow(null);
}

/** What one may see may begin at a commune: its province is then not among the areas. */
const isTop = (area: Area, known: ReadonlySet<string>): boolean =>
  area.parentId === null || !known.has(area.parentId);

function nodeOf(area: Area, children: Node[], speakers: readonly Speaker[]): Node {
  const here = speakers.filter(({ site }) => site.areaId === area.id);
  const sum = (of: (node: Node) => number) => children.reduce((all, node) => all + of(node), 0);
  return {
    area,
    children,
    speakers: here.length + sum((node) => node.speakers),
    online: here.filter(({ online }) => online).length + sum((node) => node.online),
  };
}

export function find(nodes: readonly Node[], areaId: string): Node | null {
  for (const node of nodes) {
    if (node.area.id === areaId) return node;
    const below = find(node.children, areaId);
    if (below !== null) return below;
  }
  return null;
}

/** A commune's bulletin airs in that commune: only its part of the tree is offered. */
export function within(nodes: readonly Node[], areaId: string): Node[] {
  const node = find(nodes, areaId);
  return node === null ? [] : [node];
}

/** Who hears when these places are chosen; a village inside a chosen commune counts once. */
export function heardBy(
  nodes: readonly Node[],
  chosen: ReadonlySet<string>,
): {
  speakers: number;
  online: number;
} {
  const all = { speakers: 0, online: 0 };
  for (const node of nodes) {
    const part = chosen.has(node.area.id) ? node : heardBy(node.children, chosen);
    all.speakers += part.speakers;
    all.online += part.online;
  }
  return all;
}

/** Chosen places without those inside another chosen place: the fewest names that say it. */
export function fewest(nodes: readonly Node[], chosen: ReadonlySet<string>): string[] {
  return nodes.flatMap((node) =>
    chosen.has(node.area.id) ? [node.area.id] : fewest(node.children, chosen),
  );
}

/** Whether something planned for these areas is heard at this one: at it, above it or below it. */
export function touches(
  areas: readonly Area[],
  of: { areaIds: readonly string[]; at: string },
): boolean {
  const parents = new Map(areas.map(({ id, parentId }) => [id, parentId]));
  const above = (id: string, wanted: string): boolean => {
    for (let at: string | null = id; at !== null; at = parents.get(at) ?? null)
      if (at === wanted) return true;
    return false;
  };
  return of.areaIds.some((id) => above(id, of.at) || above(of.at, id));
}

// The columns of a day: the places just beneath the one looked at, in the order people know them.
// It must never know the grid.
import type { Area } from '../../../http/schemas/area.ts';
import { find, type Node } from '../../area-tree.ts';

export type Column = { id: string; name: string };

/** A column is at least a thumb wide; more of them are walked through page by page. */
export const COLUMNS_MAX = 40;

/** A province's communes, a commune's villages; a village, or whatever has nothing beneath, is one column. */
export function columnsOf(nodes: readonly Node[], at: string): Column[] {
  let shown = at === '' ? nodes : [find(nodes, at)].filter((node) => node !== null);
  // a province of one commune, a commune seen alone: what lies beneath is what differs
  while (shown.length === 1 && shown[0]?.area.kind !== 'village' && shown[0]?.children.length)
    shown = shown[0].children;
  return shown.map(({ area }) => ({ id: area.id, name: area.name }));
}

export type ColumnPage = {
  columns: readonly Column[];
  /** counted from 1: "41–75 of 75" */
  first: number;
  last: number;
  all: number;
  page: number;
  pages: number;
};

/** @param page one that is no more, for another place has fewer, is the last there is */
export function columnPage(all: readonly Column[], page: number): ColumnPage {
  const pages = Math.max(1, Math.ceil(all.length / COLUMNS_MAX));
  const at = Math.min(page, pages - 1);
  const columns = all.slice(at * COLUMNS_MAX, (at + 1) * COLUMNS_MAX);
  const first = at * COLUMNS_MAX + 1;
  return {
    columns,
    first,
    last: at * COLUMNS_MAX + columns.length,
    all: all.length,
    page: at,
    pages,
  };
}

/** Areas nest: what is for the commune is heard in each of its villages, and so stands in each column. */
export function columnsHearing(
  areas: readonly Area[],
  of: { columns: readonly Column[]; areaIds: readonly string[] },
): string[] {
  const parents = new Map(areas.map(({ id, parentId }) => [id, parentId]));
  const chainOf = (from: string): Set<string> => {
    const chain = new Set<string>();
    for (let id: string | null = from; id !== null; id = parents.get(id) ?? null) chain.add(id);
    return chain;
  };
  const wanted = new Set(of.areaIds);
  const above = new Set(of.areaIds.flatMap((id) => [...chainOf(id)]));
  return of.columns
    .filter(({ id }) => above.has(id) || [...chainOf(id)].some((one) => wanted.has(one)))
    .map(({ id }) => id);
}

/** The commune whose regulation holds at a place; null above all communes. */
export function communeOf(areas: readonly Area[], at: string): string | null {
  const byId = new Map(areas.map((area) => [area.id, area]));
  for (let area = byId.get(at); area; area = byId.get(area.parentId ?? ''))
    if (area.kind === 'commune') return area.id;
  const communes = areas.filter(({ kind }) => kind === 'commune');
  return at === '' && communes.length === 1 ? (communes[0]?.id ?? null) : null;
}

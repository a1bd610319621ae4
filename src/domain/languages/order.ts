// In which languages a village is spoken to, first to last; what it lies in answers where it says nothing itself.
// It must never know rows, nor whether a bulletin exists in any of them.
import { areaTree } from '../areas.ts';
import { VIETNAMESE } from '../languages.ts';
import type { Area } from '../model.ts';

/** As an area says it itself; without one the area it lies in answers. */
export type LanguageOrder = { areaId: string; languages: readonly string[] };

/** Everything is heard once in each: in more than four nobody waits for their own. */
export const ORDER_MAX = 4;
const UNSAID: readonly string[] = [VIETNAMESE];

/** Its own, else its commune's, else the province's, else Vietnamese. */
export function languagesOf(
  areaId: string,
  orders: readonly LanguageOrder[],
  areas: readonly Area[],
): readonly string[] {
  return languageFinder(orders, areas)(areaId).languages;
}

export type FoundOrder = {
  languages: readonly string[];
  /** the area that says so; null: nobody does */
  fromAreaId: string | null;
};

/** The same for many villages: the tree is built once. */
export function languageFinder(
  orders: readonly LanguageOrder[],
  areas: readonly Area[],
): (areaId: string) => FoundOrder {
  const tree = areaTree(areas);
  const said = new Map(orders.map(({ areaId, languages }) => [areaId, languages]));
  return (areaId) => {
    const from = tree.upwards(areaId).find(({ id }) => said.has(id));
    const languages = from === undefined ? undefined : said.get(from.id);
    return { languages: languages ?? UNSAID, fromAreaId: from?.id ?? null };
  };
}

/** What is wrong with an order as somebody wrote it, or null. */
export function orderFault(
  languages: readonly string[],
  known: ReadonlySet<string>,
): 'none' | 'too-many' | 'twice' | { unknown: string } | null {
  if (languages.length === 0) return 'none';
  if (languages.length > ORDER_MAX) return 'too-many';
  if (new Set(languages).size < languages.length) return 'twice';
  const unknown = languages.find((code) => !known.has(code));
  return unknown === undefined ? null : { unknown };
}

/** Areas that are spoken to alike, in the order in which they were given. */
export function alikeByOrder(
  areaIds: readonly string[],
  find: (areaId: string) => FoundOrder,
): { languages: readonly string[]; areaIds: string[] }[] {
  const groups = new Map<string, { languages: readonly string[]; areaIds: string[] }>();
  for (const areaId of areaIds) {
    const { languages } = find(areaId);
    const key = languages.join(' ');
    const group = groups.get(key);
    if (group) group.areaIds.push(areaId);
    else groups.set(key, { languages, areaIds: [areaId] });
  }
  return [...groups.values()];
}

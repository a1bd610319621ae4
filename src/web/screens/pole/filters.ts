// Which speakers a person asked to see, and in which villages: by one fact each, and by words typed.
// It must never know how a speaker is shown.
import type { LinkState, Speaker } from '../../../http/schemas/speaker.ts';
import type { Node } from '../../area-tree.ts';

export const FILTERS = ['all', 'silent', 'battery', 'hushed', 'sim', 'incidents'] as const;
export type Filter = (typeof FILTERS)[number];

/** The broker says a box is gone at once; it is believed only after a while, but not called there meanwhile. */
export const stateOf = ({ link, online }: Speaker): LinkState =>
  link.state === 'online' && !online ? 'late' : link.state;

export const isThere = (speaker: Speaker): boolean => stateOf(speaker) === 'online';

const SILENT: readonly LinkState[] = ['late', 'silent', 'never'];
export const isSilent = (speaker: Speaker): boolean => SILENT.includes(stateOf(speaker));

const SHOWS: Record<Filter, (speaker: Speaker) => boolean> = {
  all: () => true,
  silent: isSilent,
  battery: ({ power }) => power?.source === 'battery',
  hushed: ({ hush }) => hush !== null,
  sim: ({ sim }) => sim?.warn === true,
  incidents: ({ incidents }) => incidents > 0,
};

export const counted = (speakers: readonly Speaker[]): Record<Filter, number> =>
  Object.fromEntries(
    FILTERS.map((filter) => [filter, speakers.filter(SHOWS[filter]).length]),
  ) as Record<Filter, number>;

/** Letters as they are typed in a hurry: "mong" finds "Mòng". */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\u0111/g, 'd') // đ does not decompose
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

export type Village = { node: Node; path: string; here: readonly Speaker[] };

/** Villages in the order of the tree, each with the speakers that stand there. */
export function villagesOf(nodes: readonly Node[], speakers: readonly Speaker[]): Village[] {
  const byArea = new Map<string, Speaker[]>();
  for (const speaker of speakers) {
    const here = byArea.get(speaker.site.areaId);
    if (here) here.push(speaker);
    else byArea.set(speaker.site.areaId, [speaker]);
  }
  const walk = (level: readonly Node[], above: string): Village[] =>
    level.flatMap((node) => {
      const here = byArea.get(node.area.id) ?? [];
      const below = walk(node.children, node.area.name);
      return here.length === 0 ? below : [{ node, path: above, here }, ...below];
    });
  return walk(nodes, '');
}

export function found(
  villages: readonly Village[],
  { filter, words }: { filter: Filter; words: string },
): Village[] {
  const wanted = folded(words.trim()).split(/\s+/).filter(Boolean);
  const says = (text: string) => wanted.every((word) => text.includes(word));
  return villages.flatMap((village) => {
    const around = `${village.node.area.name} ${village.path}`;
    const here = village.here
      .filter(SHOWS[filter])
      .filter(
        ({ site }) => wanted.length === 0 || says(folded(`${site.name} ${site.id} ${around}`)),
      );
    return here.length === 0 ? [] : [{ ...village, here }];
  });
}

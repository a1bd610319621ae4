// Which of what is ready would not be heard everywhere, were it now: speakers that say nothing stand beneath it.
// It must never foresee the day: a rehearsal does, with all that is known of each speaker.
import type { Area } from '../../../http/schemas/area.ts';
import type { Speaker } from '../../../http/schemas/speaker.ts';
import { dayNumber } from '../../format.ts';
import type { Item } from './items.ts';

type Known = { areas: readonly Area[]; speakers: readonly Speaker[]; nowMs: number };
type Counted = { all: number; silent: number };

/** Today and tomorrow: what is silent now says nothing of next week. */
const DAYS = 2;
const SILENT: ReadonlySet<Speaker['link']['state']> = new Set(['silent', 'never', 'no-unit']);

export function withSilent(items: readonly Item[], known: Known): Item[] {
  const beneath = countedBeneath(known);
  const lastDay = dayNumber(known.nowMs) + DAYS;
  return items.map((item) => {
    if (item.state !== 'ready' || dayNumber(item.playAtMs) >= lastDay) return item;
    const parts = item.areaIds.map((id) => beneath.get(id) ?? { all: 0, silent: 0 });
    const silent = sum(parts.map((part) => part.silent));
    if (silent === 0) return item;
    return { ...item, state: 'silent', silent: { silent, all: sum(parts.map(({ all }) => all)) } };
  });
}

const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0);

/** Of each area with all that lies in it. */
function countedBeneath({ areas, speakers }: Known): Map<string, Counted> {
  const parents = new Map(areas.map(({ id, parentId }) => [id, parentId]));
  const counted = new Map<string, Counted>();
  for (const { site, link } of speakers)
    for (let at: string | null = site.areaId; at !== null; at = parents.get(at) ?? null) {
      const before = counted.get(at) ?? { all: 0, silent: 0 };
      const silent = before.silent + (SILENT.has(link.state) ? 1 : 0);
      counted.set(at, { all: before.all + 1, silent });
    }
  return counted;
}

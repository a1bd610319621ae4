// All that wants one speaker's voice beside an airing, and its hours: what the arbiter is asked with.
// It must never decide whose turn it is (src/domain/airing/awaited.ts).
import { LONGEST_MS } from '../../domain/airing/airing.ts';
import type { Queue } from '../../domain/airing/awaited.ts';
import type { Airing, Site } from '../../domain/model.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';
import { siteHours } from '../rehearsal/foreseen.ts';

type Of = {
  airing: Airing;
  site: Site;
  regulations: Parameters<typeof siteHours>[1]['regulations'];
};

export function queueAt({ store, clock }: Deps, { airing, site, regulations }: Of): Queue {
  const span = { fromMs: airing.playAtMs - LONGEST_MS, toMs: clock.planMs() };
  const others = store.airings.atSite(site.id, span);
  // its own commune's hours: few sites are asked about, so no tree of the whole province
  const hours = siteHours(treeAbove(store.areas, site.areaId), { regulations })(site);
  return { airing, others, hours };
}

// Until when one airing's silent speakers may still have their turn: those that hold the sound and are there.
// It must never give a verdict, nor decide whose turn it is (src/domain/airing/awaited.ts).

import { LONGEST_MS } from '../../domain/airing/airing.ts';
import { fateKnownMs } from '../../domain/airing/awaited.ts';
import type { Airing } from '../../domain/model.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';
import { siteHours } from '../rehearsal/foreseen.ts';
import { planSpan } from '../wire/orders.ts';
import { regulations } from './plan.ts';

/**
 * A pole whose turn comes late is not yet silent: telling "no report" of it would be wrong, and
 * corrected a minute after. What is out of reach, or never had the sound, is judged at once.
 * @returns plan ms until which that site's word is waited for; 0: no longer
 */
export function awaited(deps: Deps, airing: Airing): (siteId: string) => number {
  const { store } = deps;
  if (airing.state !== 'sent') return () => 0;
  const { playAtMs } = airing;
  const graceMs = planSpan(deps, deps.terms.graceMs);
  const regulated = regulations(deps);
  return (siteId) => {
    const site = store.sites.get(siteId);
    if (!site || !store.statuses.get(siteId)?.status.online) return 0;
    if (store.receipts.of(airing.id, siteId).length === 0) return 0;
    const span = { fromMs: playAtMs - LONGEST_MS, toMs: deps.clock.planMs() };
    const others = store.airings.atSite(siteId, span);
    // its own commune's hours: few sites are asked about, so no tree of the whole province
    const tree = treeAbove(store.areas, site.areaId);
    const hours = siteHours(tree, { regulations: regulated })(site);
    return fateKnownMs({ airing, others, hours }) + graceMs;
  };
}

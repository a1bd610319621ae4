// Until when one airing's silent speakers may still have their turn: those that hold the sound and are there.
// It must never give a verdict, nor decide whose turn it is (src/domain/airing/awaited.ts).

import { fateKnownMs } from '../../domain/airing/awaited.ts';
import type { Airing } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { planSpan } from '../wire/orders.ts';
import { regulations } from './plan.ts';
import { queueAt } from './site-queue.ts';

/**
 * A pole whose turn comes late is not yet silent: telling "no report" of it would be wrong, and
 * corrected a minute after. What is out of reach, or never had the sound, is judged at once.
 * @returns plan ms until which that site's word is waited for; 0: no longer
 */
export function awaited(deps: Deps, airing: Airing): (siteId: string) => number {
  const { store } = deps;
  if (airing.state !== 'sent') return () => 0;
  const graceMs = planSpan(deps, deps.terms.graceMs);
  const known = regulations(deps);
  return (siteId) => {
    const site = store.sites.get(siteId);
    if (!site || !store.statuses.get(siteId)?.status.online) return 0;
    if (store.receipts.of(airing.id, siteId).length === 0) return 0;
    return fateKnownMs(queueAt(deps, { airing, site, regulations: known })) + graceMs;
  };
}

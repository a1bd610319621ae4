// Airings whose beginning must not be missed unnoticed: half a minute after it, people are told where it was.
// It must never judge what it hears: src/domain/airing/missed-beginning.ts does.
import { LOOKED_AT_MS, missedBeginning } from '../../domain/airing/missed-beginning.ts';
import type { AiringBrief } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { planSpan } from '../wire/orders.ts';

export type Escalating = { look(): void };

/** REAL milliseconds between two looks: a fifth of the half minute people are told after. */
const EVERY_MS = 5_000;
/** After an outage of the service what is older is told by its verdicts. */
const LOOK_BACK_MS = 10 * 60_000;
/** Until which beginning everything was looked at, on the plan's clock: nobody is told twice. */
const SEEN_KEY = 'escalating.seenMs';

export function makeEscalating(deps: Deps): Escalating {
  let lookedMs = Number.NEGATIVE_INFINITY;
  return {
    look() {
      if (deps.clock.monoMs() - lookedMs < EVERY_MS) return;
      lookedMs = deps.clock.monoMs();
      lookAtBeginnings(deps);
    },
  };
}

function lookAtBeginnings(deps: Deps): void {
  const { store, clock } = deps;
  const toMs = clock.planMs() - planSpan(deps, LOOKED_AT_MS);
  const seenMs = Number(store.settings.get(SEEN_KEY) ?? toMs - EVERY_MS);
  const fromMs = Math.max(seenMs, toMs - LOOK_BACK_MS);
  // a clock set back: what was looked at is not looked at again
  if (toMs <= fromMs) return;
  const tenantIds = [...new Set(store.areas.all().map(({ tenantId }) => tenantId))];
  const begun = store.airings.list({ tenantIds, fromMs, toMs });
  for (const airing of begun)
    if (airing.air.missed.kind === 'escalate' && isOn(airing)) tellMissed(deps, airing);
  store.settings.put(SEEN_KEY, String(toMs));
}

/** What a person stopped, or the plan never let go out, is accounted for elsewhere. */
function isOn({ state }: AiringBrief): boolean {
  return state === 'planned' || state === 'sending' || state === 'sent' || state === 'closed';
}

function tellMissed(deps: Deps, airing: AiringBrief): void {
  const { store } = deps;
  const { id: airingId, tenantId, bulletinId, title, playAtMs } = airing;
  const parts = store.airings.speakers(airingId);
  const missed = parts.filter(({ siteId, unitId, verdict }) => {
    if (verdict?.kind === 'skipped-by-rule') return false;
    const last = store.statuses.get(siteId);
    const online = last?.status.unitId === unitId && last.status.online;
    return missedBeginning({ receipts: store.receipts.of(airingId, siteId), online });
  });
  if (missed.length === 0) return;
  const siteIds = missed.map(({ siteId }) => siteId).slice(0, SITES_SAID);
  record(deps, {
    actor: null,
    action: 'service.beginning-missed',
    subject: `airing:${airingId}`,
    tenantId,
    detail: { missed: missed.length, speakers: parts.length, siteIds },
  });
  const facts = { tenantId, bulletinId, title, airingId, playAtMs };
  const counts = { missed: missed.length, speakers: parts.length };
  deps.happenings.tell({ kind: 'airing-missed', ...facts, ...counts });
}

/** A line of the audit is read by people: of hundreds the first are enough to begin with. */
const SITES_SAID = 20;

// Occurrences whose send time comes become airings, each once; those an outage swallowed get their verdicts.
// It must never decide what is due or worth airing: src/domain does.
import { isDue, newAiring, worthAiring } from '../domain/airing.ts';
import { sitesUnder } from '../domain/areas.ts';
import type { Airing, Occurrence } from '../domain/model.ts';
import { occurrencesOf, type PlanFacts } from '../domain/occurrences.ts';
import type { Deps } from './deps.ts';
import { verdictOfMissed } from './missed.ts';
import { planSpan } from './orders.ts';
import { planFacts } from './plan.ts';
import { record } from './record.ts';
import { treeOf } from './scope.ts';

export type Planning = { look(): void; stop(): void };

/** Nothing changed: the plan is expanded again only so often, or four times per lead if that is short. */
const EVERY_MS = 10_000;
const EVERY_LEAST_MS = 1_000;
/** An outage longer than three days is accounted for by hand: the plan itself reaches no further. */
const LOOK_BACK_MS = 72 * 3_600_000;
/** Until when the plan was last looked at, on the plan's clock: what an outage swallowed starts there. */
const SEEN_KEY = 'planning.seenMs';

export function makePlanning(deps: Deps): Planning {
  const everyMs = Math.min(EVERY_MS, Math.max(EVERY_LEAST_MS, deps.terms.leadMs / 4));
  let lookedMs = Number.NEGATIVE_INFINITY;
  const stop = deps.changes.listen(({ kind }) => {
    // what a person just changed is due at once
    if (kind === 'schedule' || kind === 'bulletin' || kind === 'area' || kind === 'clock')
      lookedMs = Number.NEGATIVE_INFINITY;
  });
  return {
    look() {
      if (deps.clock.monoMs() - lookedMs < everyMs) return;
      lookedMs = deps.clock.monoMs();
      makeAirings(deps, everyMs);
    },
    stop,
  };
}

/** What comes due before the next look is made now; its send time stays exact. */
function makeAirings(deps: Deps, everyMs: number): void {
  const { store } = deps;
  const nowMs = deps.clock.planMs();
  const seenMs = Number(store.settings.get(SEEN_KEY) ?? nowMs);
  const fromMs = Math.max(Math.min(seenMs, nowMs), nowMs - LOOK_BACK_MS);
  const leadPlanMs = planSpan(deps, deps.terms.leadMs + everyMs);
  const schedules = store.schedules.active();
  const horizonMs = nowMs - fromMs + leadPlanMs + 1;
  const facts = planFacts(deps, { schedules, nowMs: fromMs, horizonMs });
  for (const occurrence of occurrencesOf(facts)) {
    if (store.airings.byOccurrence(occurrence.id)) continue;
    if (isDue(occurrence, { nowMs, leadPlanMs })) insert(deps, { occurrence, facts, nowMs });
    else if (isLost(occurrence, { fromMs, nowMs })) insert(deps, { occurrence, facts, nowMs });
  }
  store.settings.put(SEEN_KEY, String(nowMs));
}

/** It should have begun while nobody looked, and nothing of it is left to play. */
function isLost(occurrence: Occurrence, at: { fromMs: number; nowMs: number }): boolean {
  const { hindrance, playAtMs } = occurrence;
  return hindrance === null && playAtMs >= at.fromMs && !worthAiring(occurrence, at.nowMs);
}

function insert(deps: Deps, of: { occurrence: Occurrence; facts: PlanFacts; nowMs: number }): void {
  const { occurrence, facts, nowMs } = of;
  const bulletin = facts.bulletin(occurrence.bulletinId);
  if (!bulletin?.clipId) return;
  const airing = newAiring({
    id: deps.ids.next(),
    occurrence,
    bulletin,
    clipId: bulletin.clipId,
    nowMs,
    leadPlanMs: planSpan(deps, deps.terms.leadMs),
    gracePlanMs: planSpan(deps, deps.terms.graceMs),
  });
  const made = deps.store.transaction(() => insertOnce(deps, { airing, facts, nowMs }));
  if (made) deps.changes.tell({ kind: 'airing', id: airing.id, tenantId: airing.tenantId });
}

/** False when this occurrence has its airing: the unique column decides, not memory. */
function insertOnce(
  deps: Deps,
  { airing, facts, nowMs }: { airing: Airing; facts: PlanFacts; nowMs: number },
): boolean {
  const { store } = deps;
  const sites = sitesUnder({ tree: treeOf(deps), areaIds: airing.areaIds, sites: facts.sites });
  const speakers = sites.flatMap(({ id: siteId }) => {
    const unit = store.units.at(siteId);
    return unit ? [{ siteId, unitId: unit.id }] : [];
  });
  if (!store.airings.insert(airing, speakers)) return false;
  const lost = !worthAiring(airing, nowMs);
  if (lost) {
    for (const { siteId } of speakers)
      store.airings.putVerdict(verdictOfMissed({ airing, siteId, receipts: [], nowMs }));
    store.airings.setState(airing.id, 'closed');
  }
  record(deps, {
    actor: null,
    action: lost ? 'service.airing-missed' : 'service.airing-planned',
    subject: `airing:${airing.id}`,
    tenantId: airing.tenantId,
    detail: { occurrenceId: airing.occurrenceId, speakers: speakers.length },
  });
  return true;
}

// Occurrences whose send time comes become airings, each once; those lost or hindered get their verdicts.
// It must never decide what is due or worth airing: src/domain does.
import { isDue, newAiring, worthAiring } from '../../domain/airing/airing.ts';
import { occurrencesOf, type PlanFacts } from '../../domain/airing/occurrences.ts';
import { hasNoMoreTimes } from '../../domain/airing/slots.ts';
import { sitesUnder } from '../../domain/areas.ts';
import type { Airing, Bulletin, Hindrance, Occurrence, Schedule } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { treeOf } from '../scope.ts';
import { planSpan } from '../wire/orders.ts';
import { isSaid } from './missed.ts';
import { planFacts } from './plan.ts';
import { chosenTurn, sayChosen } from './precedence.ts';
import { severityOf } from './severity.ts';
import { isStopped } from './stopping.ts';
import { judged, noteFact } from './verdict-facts.ts';

export type Planning = { look(): void; stop(): void };

/** Nothing changed: the plan is expanded again only so often, or four times per lead if that is short. */
const EVERY_MS = 10_000;
const EVERY_LEAST_MS = 1_000;
/** An outage longer than three days is accounted for by hand: the plan itself reaches no further. */
const LOOK_BACK_MS = 72 * 3_600_000;
/** Two statements each and one commit for all: a twentieth of a second at most. */
const ENDED_PER_LOOK = 500;
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
  const occurrences = occurrencesOf(facts);
  for (const occurrence of occurrences) {
    if (store.airings.byOccurrence(occurrence.id)) continue;
    const at = { fromMs, nowMs, leadPlanMs };
    if (isDue(occurrence, at) || isLost(occurrence, at)) insert(deps, { occurrence, facts, nowMs });
    else if (isHindered(occurrence, at)) sayHindered(deps, { occurrence, facts, nowMs });
  }
  const sounding = occurrences.filter((occurrence) => worthAiring(occurrence, nowMs));
  endOver(deps, { schedules, sounding, exceptions: facts.exceptions, nowMs });
  store.settings.put(SEEN_KEY, String(nowMs));
}

/** It should have begun while nobody looked, and nothing of it is left to play. */
function isLost(occurrence: Occurrence, at: { fromMs: number; nowMs: number }): boolean {
  const { hindrance, playAtMs } = occurrence;
  return hindrance === null && playAtMs >= at.fromMs && !worthAiring(occurrence, at.nowMs);
}

/** Its time has come, and something still stands in its way. What leaves only a line leaves it once. */
function isHindered(occurrence: Occurrence, at: { fromMs: number; nowMs: number }): boolean {
  const { hindrance, playAtMs } = occurrence;
  if (hindrance === null || playAtMs > at.nowMs) return false;
  return isSaid(hindrance) || playAtMs > at.fromMs;
}

/**
 * Schedules whose only time is behind them are over once their airing is: they are never asked about
 * again. So many per look, so that a database of years is cleared in minutes without a slow beat.
 */
function endOver(
  deps: Deps,
  of: {
    schedules: readonly Schedule[];
    sounding: readonly Occurrence[];
    exceptions: PlanFacts['exceptions'];
    nowMs: number;
  },
): void {
  const { store, changes } = deps;
  const sounding = new Set(of.sounding.map(({ scheduleId }) => scheduleId));
  const spent = of.schedules.filter((schedule) =>
    hasNoMoreTimes(schedule, of.nowMs, of.exceptions(schedule.id)),
  );
  const isOver = ({ id, rule }: Schedule) => {
    const only =
      rule.kind === 'cron' || rule.kind === 'repeat'
        ? null
        : store.airings.byOccurrence(`${id}@${rule.atMs}`);
    const done = only ? only.state === 'closed' || only.state === 'cancelled' : true;
    return done && (only !== null || !sounding.has(id));
  };
  const over = spent.slice(0, ENDED_PER_LOOK).filter(isOver);
  if (over.length === 0) return;
  // one commit for all of them: two hundred are two hundred waits for the disk
  store.transaction(() => {
    for (const { id } of over) store.schedules.end(id, of.nowMs);
  });
  for (const { id, tenantId } of over) changes.tell({ kind: 'schedule', id, tenantId });
}

type Wanted = { occurrence: Occurrence; facts: PlanFacts; nowMs: number };

/** Once for each occurrence: whoever waits for it hears why it stayed silent, and can still act. */
function tellHindered(
  deps: Deps,
  of: { bulletin: Bulletin; hindrance: Hindrance; playAtMs: number },
): void {
  const { bulletin, hindrance, playAtMs } = of;
  // whoever wrote and approved it was told of the document once: not again at every time it had
  if (hindrance === 'document-ended') return;
  // somebody meant it, and knows
  if (hindrance === 'cancelled-once') return;
  const { id: bulletinId, tenantId, title, authorId } = bulletin;
  const facts = { tenantId, bulletinId, title, authorId, hindrance, playAtMs };
  deps.happenings.tell({ kind: 'airing-hindered', ...facts });
}

/** A closed airing that tells every speaker why; where that cannot be, at least a line of the audit. */
function sayHindered(deps: Deps, of: Wanted): void {
  const { id, bulletinId, hindrance, playAtMs, scheduleId, tenantId } = of.occurrence;
  const bulletin = of.facts.bulletin(bulletinId);
  if (hindrance === null || bulletin === null) return;
  if (bulletin.clipId !== null && isSaid(hindrance)) {
    insert(deps, of);
    return;
  }
  const said = deps.store.transaction(() => {
    // a clock that was put back passes this time again: the unique row decides, not memory
    if (!deps.store.hinderedLines.insert(id, of.nowMs)) return false;
    const subject = `schedule:${scheduleId}`;
    const detail = { occurrenceId: id, hindrance };
    record(deps, { actor: null, action: 'service.airing-hindered', subject, tenantId, detail });
    return true;
  });
  if (said) tellHindered(deps, { bulletin, hindrance, playAtMs });
}

function insert(deps: Deps, { occurrence, facts, nowMs }: Wanted): void {
  const bulletin = facts.bulletin(occurrence.bulletinId);
  if (!bulletin?.clipId) return;
  const turn = chosenTurn(deps, occurrence);
  const order = turn.order ?? severityOf(deps, bulletin);
  const airing = newAiring({
    id: deps.ids.next(),
    occurrence: { ...occurrence, playAtMs: turn.playAtMs },
    ...(order === undefined ? {} : { order }),
    bulletin,
    clipId: bulletin.clipId,
    nowMs,
    leadPlanMs: planSpan(deps, deps.terms.leadMs),
    gracePlanMs: planSpan(deps, deps.terms.graceMs),
  });
  const { hindrance } = occurrence;
  const made = deps.store.transaction(() => insertOnce(deps, { airing, hindrance, facts, nowMs }));
  if (!made) return;
  sayChosen(deps, { airing, turn, nowMs });
  deps.changes.tell({ kind: 'airing', id: airing.id, tenantId: airing.tenantId });
  if (hindrance !== null) tellHindered(deps, { bulletin, hindrance, playAtMs: airing.playAtMs });
  else if (worthAiring(airing, nowMs) && deps.store.airings.get(airing.id)?.state === 'planned')
    tellEmergency(deps, airing);
}

/** Goes out in the commune's name: whoever answers for it is told at once, of a drill as well. */
function tellEmergency(deps: Deps, airing: Airing): void {
  if (airing.priority !== 'emergency') return;
  const { id: airingId, tenantId, bulletinId, title, drill } = airing;
  const areaNames = airing.areaIds.flatMap((id) => deps.store.areas.get(id)?.name ?? []);
  const facts = { airingId, tenantId, bulletinId, title, drill, areaNames };
  deps.happenings.tell({ kind: 'emergency-out', ...facts });
}

type New = { airing: Airing; hindrance: Hindrance | null; facts: PlanFacts; nowMs: number };

/** False when this occurrence has its airing: the unique column decides, not memory. */
function insertOnce(deps: Deps, { airing, hindrance, facts, nowMs }: New): boolean {
  const { store } = deps;
  const sites = sitesUnder({ tree: treeOf(deps), areaIds: airing.areaIds, sites: facts.sites });
  const speakers = sites.flatMap(({ id: siteId }) => {
    const unit = store.units.at(siteId);
    return unit ? [{ siteId, unitId: unit.id }] : [];
  });
  if (!store.airings.insert(airing, speakers)) return false;
  const lost = !worthAiring(airing, nowMs);
  if (hindrance !== null && isSaid(hindrance))
    noteFact(deps, airing.id, { kind: 'hindered', atMs: airing.playAtMs, why: hindrance });
  else noteFact(deps, airing.id, { kind: 'planned', atMs: nowMs });
  if (hindrance !== null || lost) {
    const shared = store.airingFacts.of(airing.id);
    for (const part of speakers) {
      const found = judged(deps, { airing, part, nowMs, shared, previous: null, isOver: true });
      if (found) store.airings.putVerdict(found.verdict, found.facts);
    }
    store.airings.setState(airing.id, 'closed');
  }
  const stopped = hindrance === null && !lost && isStopped(deps, airing);
  if (stopped) store.airings.setState(airing.id, 'cancelled');
  record(deps, {
    actor: null,
    action: `service.airing-${stopped ? 'cancelled' : hindrance ? 'hindered' : lost ? 'missed' : 'planned'}`,
    subject: `airing:${airing.id}`,
    tenantId: airing.tenantId,
    detail: {
      occurrenceId: airing.occurrenceId,
      speakers: speakers.length,
      ...(hindrance ? { hindrance } : {}),
    },
  });
  return true;
}

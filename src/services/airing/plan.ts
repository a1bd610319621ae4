// The hours to come, computed by the same pure function that airs them (issue #2, 3).
// It must never decide whether something airs: rows are gathered here, src/domain answers.

import { occurrencesOf, type PlanFacts, type TurnsOf } from '../../domain/airing/occurrences.ts';
import { type PlanPage, planPage } from '../../domain/airing/plan-page.ts';
import { areaTree } from '../../domain/areas.ts';
import type { Occurrence, Regulation, Schedule, Site } from '../../domain/model.ts';
import { calendarFacts } from '../calendar/calendar-facts.ts';
import { askedSpan } from '../calendar/plan-span.ts';
import type { Deps } from '../deps.ts';
import type { Plan, PlannedOccurrence } from '../door.ts';
import { hushedIn } from '../poles/hushes.ts';
import { boundBulletins } from '../programmes/part-binding.ts';
import { documentEnds } from '../reading/document-ends.ts';
import { beyondRegulation } from '../regulation/beyond.ts';
import { chosenTurns } from './chosen-turns.ts';
import { occurrencesFromAbove, type Sight, sightOf } from './from-above.ts';

export function makePlan(deps: Deps): Plan {
  return {
    list(actor, wanted) {
      const nowMs = deps.clock.planMs();
      const sight = sightOf(deps, actor);
      const { occurrences, next } = pageOf(deps, { sight, nowMs, wanted });
      return { nowMs, occurrences: shownTo(deps, { sight, nowMs, occurrences }), next };
    },
  };
}

type Page = { sight: Sight; nowMs: number; wanted: Parameters<Plan['list']>[1] };

function pageOf(deps: Deps, { sight, nowMs, wanted }: Page): PlanPage {
  const active = deps.store.schedules.active();
  const schedules = active.filter(({ tenantId }) => sight.own.has(tenantId));
  const asked = askedSpan(wanted, nowMs);
  const waiting = schedules.filter(({ rule }) => rule.kind === 'now' && rule.atMs === null);
  return planPage(asked, ({ fromMs, toMs }) => {
    const turns = chosenTurns(deps, fromMs);
    const facts = planFacts(deps, { schedules, nowMs: fromMs, horizonMs: toMs - fromMs, turns });
    // "now" that waits stands where now is
    const isNow = fromMs <= nowMs && nowMs < toMs && waiting.length > 0;
    return [
      ...occurrencesOf(facts),
      ...occurrencesFromAbove(sight, { facts, schedules: active }),
      ...(isNow ? occurrencesOf({ ...facts, schedules: waiting, nowMs, waiting: true }) : []),
    ];
  });
}

/** What a screen shows beside each: its title, what became of it, and who stays silent then. */
function shownTo(
  deps: Deps,
  of: { sight: Sight; nowMs: number; occurrences: readonly Occurrence[] },
): PlannedOccurrence[] {
  const { store } = deps;
  const { sight, occurrences } = of;
  const first = occurrences[0]?.playAtMs ?? of.nowMs;
  const last = occurrences.at(-1)?.playAtMs ?? of.nowMs;
  const tenantIds = [...sight.own, ...sight.above];
  const made = store.airings.list({ tenantIds, fromMs: first, toMs: last + 1 });
  const airings = new Map(made.map((airing) => [airing.occurrenceId, airing]));
  const bulletin = once((id: string) => store.bulletins.get(id));
  const sites = sitesWithUnits(deps).filter(({ tenantId }) => sight.own.has(tenantId));
  const hushed = hushedIn(deps, { tree: sight.tree, sites, bulletin });
  return occurrences.map((occurrence) => {
    const airing = airings.get(occurrence.id);
    return {
      ...occurrence,
      title: bulletin(occurrence.bulletinId)?.title ?? '',
      airing: airing?.state ?? null,
      airingId: airing?.id ?? null,
      hushed: hushed(occurrence),
    };
  });
}

/** Rows are fetched once per answer, however many occurrences ask for them. */
export function planFacts(
  deps: Deps,
  of: {
    schedules: readonly Schedule[];
    nowMs: number;
    horizonMs: number;
    /** those asked about, where not all are: each with a unit */
    sites?: readonly Site[];
    /** as it will really sound; without it, at the times of the rules */
    turns?: TurnsOf;
  },
): PlanFacts {
  const { store } = deps;
  const facts = {
    ...of,
    ...calendarFacts(deps, of),
    documentEndMs: documentEnds(deps),
    bound: boundBulletins(deps),
    bulletin: once((id) => store.bulletins.get(id)),
    clip: once((id) => store.clips.get(id)),
    approvals: once((id) => store.approvals.of(id)),
    areas: store.areas.all(),
    regulations: regulations(deps),
    sites: of.sites ?? sitesWithUnits(deps),
  };
  const sites = () => (of.sites ? sitesWithUnits(deps) : facts.sites);
  return { ...facts, beyond: beyondRegulation(deps, { facts, sites }) };
}

/** The tenant's own poles: what a family of another commune asked for is that commune's. */
export function hushedBelow(deps: Deps, of: { tenantId: string; facts: PlanFacts }) {
  const { tenantId, facts } = of;
  const tree = areaTree(facts.areas);
  const below = new Set(tree.downwards(tenantId).map(({ id }) => id));
  const sites = facts.sites.filter(({ areaId }) => below.has(areaId));
  return hushedIn(deps, { tree, sites, bulletin: facts.bulletin });
}

export function regulations({ store }: Pick<Deps, 'store'>): Regulation[] {
  return store.regulations.all();
}

/** A pole without a box is no speaker. */
export function sitesWithUnits({ store }: Pick<Deps, 'store'>): Site[] {
  const installed = new Set(store.units.installed().map(({ siteId }) => siteId));
  return store.sites.all().filter(({ id }) => installed.has(id));
}

function once<T>(fetch: (id: string) => T): (id: string) => T {
  const kept = new Map<string, T>();
  return (id) => {
    const known = kept.get(id);
    if (known !== undefined) return known;
    const fresh = fetch(id);
    kept.set(id, fresh);
    return fresh;
  };
}

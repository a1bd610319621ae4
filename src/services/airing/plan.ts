// The hours to come, computed by the same pure function that airs them (issue #2, 3).
// It must never decide whether something airs: rows are gathered here, src/domain answers.

import { LONGEST_MS } from '../../domain/airing/airing.ts';
import { occurrencesOf, type PlanFacts } from '../../domain/airing/occurrences.ts';
import { areaTree } from '../../domain/areas.ts';
import type { Regulation, Schedule, Site } from '../../domain/model.ts';
import { calendarFacts } from '../calendar/calendar-facts.ts';
import type { Deps } from '../deps.ts';
import type { Plan } from '../door.ts';
import { hushedIn } from '../poles/hushes.ts';
import { documentEnds } from '../reading/document-ends.ts';
import { occurrencesFromAbove, sightOf } from './from-above.ts';

const HOUR_MS = 3_600_000;
/** A month: further ahead nobody reads a plan. */
const HOURS_MAX = 744;

export function makePlan(deps: Deps): Plan {
  const { store, clock } = deps;
  return {
    list(actor, { hours }) {
      const nowMs = clock.planMs();
      const sight = sightOf(deps, actor);
      const active = store.schedules.active();
      const schedules = active.filter(({ tenantId }) => sight.own.has(tenantId));
      const horizonMs = Math.min(hours, HOURS_MAX) * HOUR_MS;
      const facts = planFacts(deps, { schedules, nowMs, horizonMs });
      // what sounds now may have begun so long ago; what is to come has airings for the lead only
      const span = { fromMs: nowMs - LONGEST_MS, toMs: nowMs + horizonMs };
      const made = store.airings.list({ tenantIds: [...sight.own, ...sight.above], ...span });
      const airings = new Map(made.map((airing) => [airing.occurrenceId, airing]));
      const occurrences = [
        ...occurrencesOf({ ...facts, waiting: true }),
        ...occurrencesFromAbove(sight, { facts, schedules: active }),
      ].sort((a, b) => a.playAtMs - b.playAtMs || (a.id < b.id ? -1 : 1));
      const ownSites = facts.sites.filter(({ tenantId }) => sight.own.has(tenantId));
      const hushed = hushedIn(deps, {
        tree: sight.tree,
        sites: ownSites,
        bulletin: facts.bulletin,
      });
      return {
        nowMs,
        occurrences: occurrences.map((occurrence) => {
          const airing = airings.get(occurrence.id);
          return {
            ...occurrence,
            title: facts.bulletin(occurrence.bulletinId)?.title ?? '',
            airing: airing?.state ?? null,
            airingId: airing?.id ?? null,
            hushed: hushed(occurrence),
          };
        }),
      };
    },
  };
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
  },
): PlanFacts {
  const { store } = deps;
  return {
    ...of,
    ...calendarFacts(deps, of),
    documentEndMs: documentEnds(deps),
    bulletin: once((id) => store.bulletins.get(id)),
    clip: once((id) => store.clips.get(id)),
    approvals: once((id) => store.approvals.of(id)),
    areas: store.areas.all(),
    regulations: regulations(deps),
    sites: of.sites ?? sitesWithUnits(deps),
  };
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
  const found = store.areas.all().map(({ id }) => store.regulations.get(id));
  return found.filter((regulation) => regulation !== null);
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

// One rehearsal from rows to words: the plan of a tenant's poles, the fleet as it stands, what will fail.
// It must never keep the service from its beat: a few places at a time.
import { areaTree, sitesUnder } from '../../domain/areas.ts';
import { cellsOf, hearing } from '../../domain/calendar/cells.ts';
import type { Planned } from '../../domain/calendar/turns.ts';
import type { Piecemeal } from '../../domain/piecemeal.ts';
import type { Rehearsed, SpokenFinding } from '../../domain/rehearsal/rehearsal-model.ts';
import { spokenFinding } from '../../domain/rehearsal/rehearsal-words.ts';
import { type RehearsalFacts, rehearsing } from '../../domain/rehearsal/rehearse.ts';
import { breathing } from '../breathing.ts';
import type { Deps } from '../deps.ts';
import {
  fleetStates,
  foreseenFacts,
  hushedHours,
  peopleOfSites,
  planning,
  schedulesNear,
  siteHours,
} from './foreseen.ts';

export type RehearsalSpan = { tenantId: string; fromMs: number; toMs: number };
export type PlayedThrough = Omit<Rehearsed, 'findings'> & { findings: SpokenFinding[] };

export function playThrough(deps: Deps, of: RehearsalSpan): Promise<PlayedThrough> {
  return breathing(deps, playing(deps, of));
}

function* playing(deps: Deps, of: RehearsalSpan): Piecemeal<PlayedThrough> {
  const { facts, nameOf } = yield* gathered(deps, of);
  const { findings, ...result } = yield* rehearsing(facts);
  const nowMs = deps.clock.planMs();
  const said = findings.map((finding) =>
    spokenFinding({ finding, siteName: nameOf(finding.siteId), nowMs }),
  );
  return { ...result, findings: said };
}

type Gathered = { facts: RehearsalFacts; nameOf(id: string | null): string | null };

function* gathered(deps: Deps, of: RehearsalSpan): Piecemeal<Gathered> {
  const { store } = deps;
  const tree = areaTree(store.areas.all());
  const areaIds = [of.tenantId];
  const sites = sitesUnder({ tree, areaIds, sites: store.sites.all() });
  yield;
  const installed = new Set(store.units.installed().map(({ siteId }) => siteId));
  const below = new Set(tree.downwards(of.tenantId).map(({ id }) => id));
  const schedules = yield* schedulesNear(deps, { tree, areaIds });
  const withUnits = sites.filter(({ id }) => installed.has(id));
  const plan = foreseenFacts(deps, { ...of, schedules, sites: withUnits });
  yield;
  const planned = yield* planning(deps, plan);
  const stateOf = fleetStates(deps);
  yield;
  const facts: RehearsalFacts = {
    ...aired(deps, { ...of, planned: planned.filter((each) => isTheirs(each, below)) }),
    ...heardAt({ tree, sites, hours: hushedHours(deps, siteHours(tree, plan)) }),
    ...{ stateOf, peopleOf: peopleOfSites(tree, sites) },
  };
  yield;
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  return { facts, nameOf: (id) => (id === null ? null : (names.get(id) ?? id)) };
}

/** What is not approved above is a draft of the province's; here it takes nobody's turn. */
function isTheirs({ tenantId, hindrance }: Planned, below: ReadonlySet<string>): boolean {
  return below.has(tenantId) || hindrance === null || hindrance === 'out-of-hours';
}

function heardAt(of: {
  tree: ReturnType<typeof areaTree>;
  sites: Parameters<typeof cellsOf>[0];
  hours: Parameters<typeof cellsOf>[1];
}): Pick<RehearsalFacts, 'cells' | 'hear'> {
  const cells = cellsOf(of.sites, of.hours);
  return { cells, hear: hearing(of.tree, cells) };
}

/** Of what has its airing already: what was stopped does not come, what was sent should be held. */
function aired(
  { store }: Deps,
  { planned, fromMs, toMs }: RehearsalSpan & { planned: readonly Planned[] },
): Pick<RehearsalFacts, 'occurrences' | 'streamOf'> {
  const tenantIds = [...new Set(planned.map(({ tenantId }) => tenantId))];
  const made = store.airings.list({ tenantIds, fromMs, toMs });
  const byOccurrence = new Map(made.map((airing) => [airing.occurrenceId, airing]));
  const isOver = ({ id }: Planned) => {
    const state = byOccurrence.get(id)?.state;
    return state === 'cancelled' || state === 'closed';
  };
  return {
    occurrences: planned.filter((each) => !isOver(each)),
    streamOf(id) {
      const airing = byOccurrence.get(id);
      return airing?.state === 'sent' ? airing.id : null;
    },
  };
}

// One rehearsal from rows to words: the plan of a tenant's poles, the fleet as it stands, what will fail.
// It must never keep the service from its beat: a few places at a time.
import { areaTree, sitesUnder } from '../../domain/areas.ts';
import { cellsOf, hearing } from '../../domain/calendar/cells.ts';
import type { Planned } from '../../domain/calendar/turns.ts';
import type { Rehearsed, SpokenFinding } from '../../domain/rehearsal/rehearsal-model.ts';
import { spokenFinding } from '../../domain/rehearsal/rehearsal-words.ts';
import { beginRehearsal, type RehearsalFacts } from '../../domain/rehearsal/rehearse.ts';
import { regulations } from '../airing/plan.ts';
import type { Deps } from '../deps.ts';
import {
  fleetStates,
  hushedHours,
  peopleOfSites,
  plannedWithin,
  schedulesNear,
  siteHours,
} from './foreseen.ts';

export type RehearsalSpan = { tenantId: string; fromMs: number; toMs: number };
export type PlayedThrough = Omit<Rehearsed, 'findings'> & { findings: SpokenFinding[] };

/** Some milliseconds of work between two breaths, on the slowest machine. */
const PLACES_AT_ONCE = 50;

export async function playThrough(deps: Deps, of: RehearsalSpan): Promise<PlayedThrough> {
  const { facts, nameOf } = gathered(deps, of);
  const rehearsing = beginRehearsal(facts);
  while (rehearsing.step(PLACES_AT_ONCE)) await new Promise((resolve) => setImmediate(resolve));
  const { findings, ...result } = rehearsing.result();
  const nowMs = deps.clock.planMs();
  const said = findings.map((finding) =>
    spokenFinding({ finding, siteName: nameOf(finding.siteId), nowMs }),
  );
  return { ...result, findings: said };
}

function gathered(deps: Deps, of: RehearsalSpan) {
  const { store } = deps;
  const tree = areaTree(store.areas.all());
  const areaIds = [of.tenantId];
  const sites = sitesUnder({ tree, areaIds, sites: store.sites.all() });
  const installed = new Set(store.units.installed().map(({ siteId }) => siteId));
  const below = new Set(tree.downwards(of.tenantId).map(({ id }) => id));
  const { planned } = plannedWithin(deps, {
    ...of,
    schedules: schedulesNear(deps, { tree, areaIds }),
    sites: sites.filter(({ id }) => installed.has(id)),
  });
  const hoursOf = siteHours(tree, { regulations: regulations(deps) });
  const facts: RehearsalFacts = {
    ...aired(deps, { ...of, planned: planned.filter((each) => isTheirs(each, below)) }),
    ...heardAt({ tree, sites, hours: hushedHours(deps, hoursOf) }),
    stateOf: fleetStates(deps),
    peopleOf: peopleOfSites(tree, sites),
  };
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  return { facts, nameOf: (id: string | null) => (id === null ? null : (names.get(id) ?? id)) };
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

// What conflicts, coming times and rehearsals all ask: planned times, the hours of each site, the fleet's own word.
// It must never decide anything: rows are gathered here, src/domain answers.
import type { Hush, SiteHours } from '../../../devices/rules/index.ts';
import { regulationFor } from '../../domain/airing/hours-of-sites.ts';
import { expanding, type PlanFacts } from '../../domain/airing/occurrences.ts';
import { ON_TIME_MS } from '../../domain/airing/verdicts.ts';
import type { AreaTree } from '../../domain/areas.ts';
import { meetingAreas } from '../../domain/calendar/cells.ts';
import { byTime, type Planned } from '../../domain/calendar/turns.ts';
import type { Schedule, Site } from '../../domain/model.ts';
import { mapping, type Piecemeal, whole } from '../../domain/piecemeal.ts';
import { signsOf } from '../../domain/poles/health-signs.ts';
import { firstFacts } from '../../domain/poles/site-facts.ts';
import { hoursOfSite } from '../../domain/regulation/zone-hours.ts';
import type { SiteState } from '../../domain/rehearsal/rehearsal-model.ts';
import { VIETNAM_OFFSET_MS } from '../../domain/vietnam-time.ts';
import { activeSchedules } from '../airing/active-schedules.ts';
import { chosenTurns } from '../airing/chosen-turns.ts';
import { planFacts } from '../airing/plan.ts';
import { severityOf } from '../airing/severity.ts';
import type { Deps } from '../deps.ts';

/** No regulation anywhere above: nothing but an emergency may sound. */
const NEVER: SiteHours = { utcOffsetMin: VIETNAM_OFFSET_MS / 60_000, windows: [] };

/** The hours each site keeps; the very same value for sites that keep the same. */
export function siteHours(
  tree: AreaTree,
  { regulations }: Pick<PlanFacts, 'regulations'>,
): (site: Site) => SiteHours {
  const known = new Map<string, SiteHours>();
  return ({ areaId, zone }) => {
    const key = `${areaId} ${zone}`;
    const found = known.get(key);
    if (found) return found;
    const regulation = regulationFor({ tree, areaId, regulations });
    const hours = regulation ? hoursOfSite(regulation, zone) : NEVER;
    known.set(key, hours);
    return hours;
  };
}

/** The same, less the silences asked for: such a site is a cell of its own. */
export function hushedHours(
  deps: Pick<Deps, 'store' | 'clock'>,
  hoursOf: (site: Site) => SiteHours,
): (site: Site) => SiteHours {
  const bySite = new Map<string, Hush[]>();
  for (const { siteId, fromMs, untilMs } of deps.store.hushes.active(deps.clock.planMs()))
    bySite.set(siteId, [...(bySite.get(siteId) ?? []), { fromMs, untilMs }]);
  return (site) => {
    const hushes = bySite.get(site.id);
    return hushes ? { ...hoursOf(site), hushes } : hoursOf(site);
  };
}

/** Schedules heard somewhere in, above or beneath these areas. */
export function* schedulesNear(
  deps: Pick<Deps, 'store'>,
  { tree, areaIds }: { tree: AreaTree; areaIds: readonly string[] },
): Piecemeal<Schedule[]> {
  const near = meetingAreas(tree, areaIds);
  return yield* activeSchedules(deps, (one) => one.areaIds.some((id) => near.has(id)));
}

type Span = { fromMs: number; toMs: number };

/** What of these schedules begins within a span, with what a sentence needs. */
export function plannedWithin(
  deps: Deps,
  of: Span & { schedules: readonly Schedule[]; sites: readonly Site[] },
): { planned: Planned[]; facts: PlanFacts } {
  const facts = foreseenFacts(deps, of);
  return { planned: whole(planning(deps, facts)).sort(byTime), facts };
}

/** The plan as it will really sound: with the orders communes have chosen. */
export function foreseenFacts(
  deps: Deps,
  of: Span & { schedules: readonly Schedule[]; sites: readonly Site[] },
): PlanFacts {
  const { fromMs, toMs, schedules, sites } = of;
  const turns = chosenTurns(deps, fromMs);
  return planFacts(deps, { schedules, sites, turns, nowMs: fromMs, horizonMs: toMs - fromMs });
}

/** The same in pieces, in no order. */
export function* planning(deps: Pick<Deps, 'store'>, facts: PlanFacts): Piecemeal<Planned[]> {
  return yield* mapping(yield* expanding(facts), (occurrence): Planned | null => {
    const bulletin = facts.bulletin(occurrence.bulletinId);
    if (!bulletin || occurrence.playAtMs < facts.nowMs) return null;
    const { drill, title } = bulletin;
    const schedule = { id: occurrence.scheduleId, tenantId: occurrence.tenantId };
    const place = facts.turns?.(schedule).get(occurrence.id)?.place;
    const order = place ?? severityOf(deps, bulletin);
    return { ...occurrence, drill, title, ...(order === undefined ? {} : { order }) };
  });
}

/** What every box last said; of thousands, each table is read once. */
export function fleetStates({ store }: Pick<Deps, 'store'>): (siteId: string) => SiteState {
  const units = new Map(store.units.installed().map(({ siteId, id }) => [siteId, id]));
  const statuses = new Map(store.statuses.all().map((row) => [row.siteId, row.status]));
  const classes = new Map(store.siteFacts.all().map((row) => [row.siteId, row.deviceClass]));
  const silent = new Map(
    store.incidents
      .allOpen()
      .filter(({ kind }) => kind === 'silent')
      .map(({ siteId, sinceMs }) => [siteId, sinceMs]),
  );
  return (siteId) => {
    const unitId = units.get(siteId);
    if (!unitId) return { ...UNHEARD, link: 'no-unit' };
    const status = statuses.get(siteId);
    // what the box before this one last said is no news of this one
    if (status?.unitId !== unitId) return UNHEARD;
    const signs = signsOf(status, classes.get(siteId) ?? firstFacts(siteId).deviceClass);
    const sinceMs = silent.get(siteId) ?? null;
    return {
      link: sinceMs === null ? 'online' : 'silent',
      sinceMs,
      hasPolicy: status.policyCounter > 0,
      // whoever has no clock begins nothing: no news of it is bad news
      clockOff: status.clockErrorMs === null || status.clockErrorMs > ON_TIME_MS,
      diskFull: Boolean(signs['disk-full']),
      batteryPercent: signs['battery-low'] ? (status.power?.batteryPercent ?? null) : null,
      holds: status.holds,
    };
  };
}

const UNHEARD: SiteState = {
  ...{ link: 'never', sinceMs: null, hasPolicy: false, clockOff: false, diskFull: false },
  ...{ batteryPercent: null, holds: [] },
};

/** How many people a site is for: its village's, shared among the sites there; else its commune's. */
export function peopleOfSites(tree: AreaTree, sites: readonly Site[]): (site: Site) => number {
  const sharing = new Map<string, number>();
  for (const { areaId } of sites)
    for (const { id } of tree.upwards(areaId)) sharing.set(id, (sharing.get(id) ?? 0) + 1);
  return ({ areaId }) => {
    const counted = tree.upwards(areaId).find(({ population }) => population !== null);
    return Math.round((counted?.population ?? 0) / (sharing.get(counted?.id ?? '') ?? 1));
  };
}

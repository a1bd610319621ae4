// All coming times of one bulletin, village by village, with what is ready there and what is not.
// It must never decide what hinders a time: the plan's own function does.
import { closedFor } from '../../../devices/rules/index.ts';
import { airedBy } from '../../domain/airing/playlist.ts';
import { areaTree } from '../../domain/areas.ts';
import { type Cell, cellsOf, hearing } from '../../domain/calendar/cells.ts';
import type { Planned } from '../../domain/calendar/turns.ts';
import type { Actor, Schedule } from '../../domain/model.ts';
import { fleetFaultOf } from '../../domain/rehearsal/fleet-fault.ts';
import type { SiteState } from '../../domain/rehearsal/rehearsal-model.ts';
import { DAY_MS } from '../../domain/vietnam-time.ts';
import { regulations } from '../airing/plan.ts';
import { theirs } from '../bulletins/bulletins.ts';
import type { Deps } from '../deps.ts';
import { tenantsSeenBy } from '../scope.ts';
import { fleetStates, hushedHours, plannedWithin, siteHours } from './foreseen.ts';
import type { Airtime, AirtimeState, Foresight } from './rehearsal-door.ts';

/** As far ahead as a plan is read. */
const AHEAD_MS = 31 * DAY_MS;

export function makeAirtimes(deps: Deps): Pick<Foresight, 'airtimes'> {
  return {
    airtimes(actor, { bulletinId, cursor, limit }) {
      theirs(deps, { actor, action: 'bulletin.view', bulletinId });
      const all = airtimesOf(deps, { actor, bulletinId });
      const from = cursor === null ? 0 : all.findIndex((each) => keyOf(each) > cursor);
      const page = from < 0 ? [] : all.slice(from, from + limit);
      const last = page.at(-1);
      const more = last !== undefined && last !== all.at(-1);
      return { airtimes: page, next: more ? keyOf(last) : null };
    },
  };
}

/** In the order they are shown: times in milliseconds have as many digits until the year 2286. */
function keyOf({ playAtMs, areaId, occurrenceId }: Airtime): string {
  return `${playAtMs}_${areaId}_${occurrenceId.replaceAll('#', '-')}`;
}

function airtimesOf(deps: Deps, of: { actor: Actor; bulletinId: string }): Airtime[] {
  const { store, clock } = deps;
  const tree = areaTree(store.areas.all());
  const seen = new Set(tenantsSeenBy(deps, of.actor));
  const sites = store.sites.all().filter(({ tenantId }) => seen.has(tenantId));
  const installed = new Set(store.units.installed().map(({ siteId }) => siteId));
  const fromMs = clock.planMs();
  const { planned } = plannedWithin(deps, {
    schedules: schedulesOf(deps, { ...of, fromMs }),
    sites: sites.filter(({ id }) => installed.has(id)),
    ...{ fromMs, toMs: fromMs + AHEAD_MS },
  });
  const hoursOf = siteHours(tree, { regulations: regulations(deps) });
  const hear = hearing(tree, cellsOf(sites, hushedHours(deps, hoursOf)));
  const stateOf = fleetStates(deps);
  const found = planned
    .filter(({ bulletinId }) => bulletinId === of.bulletinId)
    .flatMap((time) => {
      const cells = hear(time.areaIds);
      return [...new Set(cells.map(({ areaId }) => areaId))].map((areaId) => {
        const there = cells.filter((cell) => cell.areaId === areaId);
        const states = there.flatMap((cell) =>
          cell.sites.map(({ id }) => stateIn(stateOf(id), { cell, time })),
        );
        return airtimeOf({ time, areaId, areaName: tree.get(areaId)?.name ?? areaId, states });
      });
    });
  return found.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Its own, and those where it airs in another's place. */
function schedulesOf(
  { store }: Deps,
  { bulletinId, fromMs }: { bulletinId: string; fromMs: number },
): Schedule[] {
  const changed = store.exceptions.withBulletin(bulletinId, fromMs);
  const instead = new Set(changed.map(({ scheduleId }) => scheduleId));
  const airsIt = (schedule: Schedule) =>
    instead.has(schedule.id) || airedBy(schedule).includes(bulletinId);
  return store.schedules.active().filter(airsIt);
}

/** What a rehearsal would say of it, in one word; a low battery may last. */
function stateIn(state: SiteState, { cell, time }: { cell: Cell; time: Planned }): AirtimeState {
  const { link } = state;
  if (link === 'no-unit' || link === 'never') return link;
  const closed = closedFor(time, cell.hours);
  if (closed !== null) return closed === 'hushed' ? 'hushed' : 'closed';
  if (link === 'silent') return 'silent';
  const fault = fleetFaultOf(state);
  return fault === null || fault === 'battery-low' ? 'ready' : 'faulty';
}

function airtimeOf(of: {
  time: Planned;
  areaId: string;
  areaName: string;
  states: readonly AirtimeState[];
}): Airtime {
  const { time, areaId, areaName, states } = of;
  const { id: occurrenceId, scheduleId, playAtMs, hindrance } = time;
  const speakers = { all: states.length, ...NONE };
  for (const state of states) speakers[state] += 1;
  return { occurrenceId, scheduleId, areaId, areaName, playAtMs, hindrance, speakers };
}
const NONE = { ready: 0, hushed: 0, closed: 0, 'no-unit': 0, never: 0, silent: 0, faulty: 0 };

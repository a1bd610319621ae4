// Asked before a schedule is saved: whom it meets where, by which rule, and how to get out of it.
// It must never write anything, nor show a commune what is not heard on its own poles.
import { type AreaTree, areaTree, sitesUnder, tenantChain } from '../../domain/areas.ts';
import { cellsOf, hearing } from '../../domain/calendar/cells.ts';
import { spoken } from '../../domain/calendar/conflict-words.ts';
import {
  AROUND_MS,
  conflictsOf,
  neighboursOf,
  WISHED_MAX,
} from '../../domain/calendar/conflicts.ts';
import { REACH_MS } from '../../domain/calendar/free-slots.ts';
import { mayWellSound, type Planned } from '../../domain/calendar/turns.ts';
import { waysOut } from '../../domain/calendar/ways-out.ts';
import type { Bulletin, Schedule, Site } from '../../domain/model.ts';
import { DAY_MS } from '../../domain/vietnam-time.ts';
import { regulations, sitesWithUnits } from '../airing/plan.ts';
import { airable } from '../assign/answers.ts';
import type { Deps } from '../deps.ts';
import { missing } from '../refusals.ts';
import { plannedWithin, schedulesNear, siteHours } from './foreseen.ts';
import type { Foresight } from './rehearsal-door.ts';
import { beginOfWish, wishedSchedule } from './wished.ts';

/** What is set now for next month is looked at again in the rehearsals to come. */
const AHEAD_MS = 14 * DAY_MS;

export function makeConflicts(deps: Deps): Pick<Foresight, 'conflicts'> {
  return {
    conflicts(actor, wish) {
      const { bulletinId, areaIds } = wish;
      const bulletin = airable(deps, { actor, action: 'schedule.create', bulletinId, areaIds });
      const tree = areaTree(deps.store.areas.all());
      for (const areaId of wish.areaIds)
        if (!tenantChain(tree, areaId).includes(bulletin.tenantId)) throw missing();
      const schedule = wishedSchedule(deps, { actor, wish, bulletin });
      return conflictsAt(deps, { schedule, bulletin, tree });
    },
  };
}

type Asked = { schedule: Schedule; bulletin: Bulletin; tree: AreaTree };

function conflictsAt(deps: Deps, asked: Asked): ReturnType<Foresight['conflicts']> {
  const { schedule, tree } = asked;
  const { areaIds } = schedule;
  const sites = sitesUnder({ tree, areaIds, sites: sitesWithUnits(deps) });
  const wished = wishedTimes(deps, { schedule, sites });
  const [first, last] = [wished[0], wished.at(-1)];
  if (!first || !last) return { conflicts: [], ways: [] };
  const repeats = schedule.rule.kind === 'cron' || schedule.rule.kind === 'repeat';
  const hoursOf = siteHours(tree, { regulations: regulations(deps) });
  const hear = hearing(tree, cellsOf(sites, hoursOf));
  const near = schedulesNear(deps, { tree, areaIds }).filter(({ id }) => id !== schedule.id);
  const within = (aroundMs: number) => {
    const span = { fromMs: first.playAtMs - aroundMs, toMs: last.playAtMs + aroundMs };
    return othersWithin(deps, { ...asked, ...span, schedules: near, sites });
  };
  // a rule keeps its days, so its days are all that is looked at; a single time may move a week
  const facts = { wished, others: within(repeats ? DAY_MS : AROUND_MS), hear };
  const conflicts = conflictsOf(facts);
  if (conflicts.length === 0) return { conflicts: [], ways: [] };
  const others = repeats ? facts.others : within(REACH_MS);
  const neighbours = neighboursOf({ ...facts, others });
  const notBeforeMs = deps.clock.planMs();
  const ways = waysOut({ ...facts, conflicts, neighbours, notBeforeMs, repeats });
  const siteNames = new Map(sites.map(({ id, name }) => [id, name]));
  const area = (id: string) => tree.get(id)?.name ?? id;
  const names = { area, site: (id: string) => siteNames.get(id) ?? id };
  return { conflicts: conflicts.map((each) => spoken(each, names)), ways };
}

/** As it would be aired; what hinders it today may be seen to before its time. */
function wishedTimes(
  deps: Deps,
  { schedule, sites }: { schedule: Schedule; sites: readonly Site[] },
): Planned[] {
  const fromMs = beginOfWish(deps, schedule);
  const of = { schedules: [schedule], sites, fromMs, toMs: fromMs + AHEAD_MS };
  return plannedWithin(deps, of)
    .planned.filter(({ durationMs, change }) => durationMs > 0 && change !== 'cancelled')
    .slice(0, WISHED_MAX);
}

/** A draft of the province is the province's alone until it is approved. */
function othersWithin(
  deps: Deps,
  of: Asked & { schedules: readonly Schedule[]; sites: readonly Site[] } & {
    fromMs: number;
    toMs: number;
  },
): Planned[] {
  const below = new Set(of.tree.downwards(of.bulletin.tenantId).map(({ id }) => id));
  return plannedWithin(deps, of).planned.filter(
    (each) => mayWellSound(each) && (below.has(each.tenantId) || each.hindrance === null),
  );
}

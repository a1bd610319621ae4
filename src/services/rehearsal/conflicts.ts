// Asked before a schedule is saved: whom it meets where, by which rule, and how to get out of it.
// It must never write anything, nor show a commune what is not heard on its own poles.
import { expanding, type PlanFacts } from '../../domain/airing/occurrences.ts';
import { type AreaTree, areaTree, sitesUnder, tenantChain } from '../../domain/areas.ts';
import { cellsOf, hearing } from '../../domain/calendar/cells.ts';
import type { Conflict, SpokenConflict, WayOut } from '../../domain/calendar/conflict-model.ts';
import { spoken } from '../../domain/calendar/conflict-words.ts';
import {
  AROUND_MS,
  aroundOf,
  findingConflicts,
  findingNear,
  WISHED_MAX,
} from '../../domain/calendar/conflicts.ts';
import { REACH_MS, type Span } from '../../domain/calendar/free-slots.ts';
import { mayMeet } from '../../domain/calendar/may-meet.ts';
import { byTime, mayWellSound, type Planned } from '../../domain/calendar/turns.ts';
import { findingWays } from '../../domain/calendar/ways-out.ts';
import type { Bulletin, Occurrence, Schedule, Site } from '../../domain/model.ts';
import { mapping, type Piecemeal } from '../../domain/piecemeal.ts';
import { DAY_MS } from '../../domain/vietnam-time.ts';
import { sitesWithUnits } from '../airing/plan.ts';
import { airable } from '../assign/answers.ts';
import { breathing } from '../breathing.ts';
import type { Deps } from '../deps.ts';
import { missing } from '../refusals.ts';
import { foreseenFacts, planning, schedulesNear, siteHours } from './foreseen.ts';
import type { Foresight } from './rehearsal-door.ts';
import { beginOfWish, wishedSchedule } from './wished.ts';

/** What is set now for next month is looked at again in the rehearsals to come. */
const AHEAD_MS = 14 * DAY_MS;

export function makeConflicts(deps: Deps): Pick<Foresight, 'conflicts'> {
  return {
    async conflicts(actor, wish) {
      const { bulletinId, areaIds } = wish;
      const bulletin = airable(deps, { actor, action: 'schedule.create', bulletinId, areaIds });
      const tree = areaTree(deps.store.areas.all());
      for (const areaId of wish.areaIds)
        if (!tenantChain(tree, areaId).includes(bulletin.tenantId)) throw missing();
      const schedule = wishedSchedule(deps, { actor, wish, bulletin });
      return breathing(deps, checking(deps, { schedule, bulletin, tree }));
    },
  };
}

type Asked = { schedule: Schedule; bulletin: Bulletin; tree: AreaTree };
type Answer = { conflicts: SpokenConflict[]; ways: WayOut[] };
const NOTHING: Answer = { conflicts: [], ways: [] };

function* checking(deps: Deps, asked: Asked): Piecemeal<Answer> {
  const { schedule, tree } = asked;
  const { areaIds, rule } = schedule;
  yield;
  const all = sitesWithUnits(deps);
  yield;
  const sites = sitesUnder({ tree, areaIds, sites: all });
  const wished = yield* wishedTimes(deps, { schedule, sites });
  if (wished.length === 0) return NOTHING;
  // a rule keeps its days, so its days are all that is looked at; a single time may move a week
  const repeats = rule.kind === 'cron' || rule.kind === 'repeat';
  const facts = yield* factsAround(deps, { ...asked, sites, wished, repeats });
  yield;
  const hear = hearing(tree, cellsOf(sites, siteHours(tree, facts)));
  yield;
  const others = yield* nearTimes(deps, { ...asked, facts, wished });
  const near = yield* findingNear({ wished, others, hear });
  const found = { wished, others, hear, near };
  const conflicts = yield* findingConflicts(found);
  if (conflicts.length === 0) return NOTHING;
  // whole days are expanded only for whoever has to go somewhere else
  const reach = ({ fromMs: nowMs, toMs }: Span) =>
    heardHere(asked, expanding({ ...facts, nowMs, horizonMs: toMs - nowMs }));
  const notBeforeMs = deps.clock.planMs();
  const ways = yield* findingWays({ ...found, conflicts, reach, notBeforeMs, repeats });
  return { conflicts: yield* said(deps, { tree, sites, conflicts }), ways };
}

/** As it would be aired; what hinders it today may be seen to before its time. */
function* wishedTimes(
  deps: Deps,
  { schedule, sites }: { schedule: Schedule; sites: readonly Site[] },
): Piecemeal<Planned[]> {
  const fromMs = beginOfWish(deps, schedule);
  const of = { schedules: [schedule], sites, fromMs, toMs: fromMs + AHEAD_MS };
  return (yield* planning(deps, foreseenFacts(deps, of)))
    .filter(({ durationMs, change }) => durationMs > 0 && change !== 'cancelled')
    .sort(byTime)
    .slice(0, WISHED_MAX);
}

type Around = Asked & { sites: readonly Site[]; wished: readonly Planned[]; repeats: boolean };

function* factsAround(deps: Deps, of: Around): Piecemeal<PlanFacts> {
  const { tree, schedule, sites, wished } = of;
  const { areaIds } = schedule;
  const reachMs = of.repeats ? DAY_MS : REACH_MS;
  const [first, last] = [wished[0] as Planned, wished.at(-1) as Planned];
  const span = { fromMs: first.playAtMs - reachMs, toMs: last.playAtMs + reachMs };
  const all = yield* schedulesNear(deps, { tree, areaIds });
  const schedules = all.filter(({ id }) => id !== schedule.id);
  return foreseenFacts(deps, { ...span, schedules, sites });
}

type Near = { facts: PlanFacts; wished: readonly Planned[] };

/** Only what can be near a wished time is expanded, and only around it. */
function* nearTimes(deps: Deps, of: Asked & Near): Piecemeal<Planned[]> {
  const { facts, wished } = of;
  const [first, last] = [wished[0] as Planned, wished.at(-1) as Planned];
  // a programme of hours that began before is still in the way
  const nowMs = Math.max(facts.nowMs, first.playAtMs - DAY_MS);
  const toMs = Math.min(facts.nowMs + facts.horizonMs, last.playAtMs + last.durationMs + AROUND_MS);
  const { clip, bulletin, exceptions, turns } = facts;
  const lengthOf = (id: string | null) => (id === null ? null : (clip(id)?.durationMs ?? null));
  const may = mayMeet({
    spans: aroundOf(wished),
    durationOf: (id) => lengthOf(bulletin(id)?.clipId ?? null),
    isChanged: (one) => exceptions(one.id).length > 0 || (turns?.(one).size ?? 0) > 0,
  });
  const schedules: Schedule[] = [];
  for (const one of facts.schedules) {
    if (may(one)) schedules.push(one);
    yield;
  }
  const around = { ...facts, schedules, nowMs, horizonMs: toMs - nowMs };
  return yield* heardHere(of, planning(deps, around));
}

/** A draft of the province is the province's alone until it is approved. */
function* heardHere<T extends Occurrence>(
  { tree, bulletin }: Asked,
  planned: Piecemeal<T[]>,
): Piecemeal<T[]> {
  const below = new Set(tree.downwards(bulletin.tenantId).map(({ id }) => id));
  return yield* mapping(yield* planned, (each) => {
    const isTheirs = below.has(each.tenantId) || each.hindrance === null;
    return isTheirs && mayWellSound(each) ? each : null;
  });
}

type Said = {
  tree: AreaTree;
  sites: readonly Site[];
  conflicts: readonly Conflict[];
};

function* said({ clock }: Deps, { tree, sites, conflicts }: Said): Piecemeal<SpokenConflict[]> {
  const siteNames = new Map(sites.map(({ id, name }) => [id, name]));
  const area = (id: string) => tree.get(id)?.name ?? id;
  const names = { area, site: (id: string) => siteNames.get(id) ?? id, nowMs: clock.planMs() };
  const found: SpokenConflict[] = [];
  for (const conflict of conflicts) {
    found.push(spoken(conflict, names));
    yield;
  }
  return found;
}

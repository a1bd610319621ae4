// A schedule to be saved against the regulations where it would be heard, on every kind of day it has in a year.
// It must never decide what breaks a rule, nor save anything: src/domain/regulation does the first.
import { passesHours } from '../../../devices/rules/index.ts';
import { regulationsIn } from '../../domain/airing/hours-of-sites.ts';
import type { PlanFacts } from '../../domain/airing/occurrences.ts';
import { areaTree, sitesUnder } from '../../domain/areas.ts';
import { meetingAreas } from '../../domain/calendar/cells.ts';
import type { Bulletin, Regulation, Schedule, Site } from '../../domain/model.ts';
import {
  regulationFaults as faultsOf,
  type Hearable,
  type RegulationFaults,
} from '../../domain/regulation/regulation-faults.ts';
import type { SpecialZone } from '../../domain/regulation/regulation-model.ts';
import { hasLimits } from '../../domain/regulation/sessions.ts';
import { planFacts } from '../airing/plan.ts';
import type { Deps } from '../deps.ts';
import { daysLookedAt, LOOKED_MS, type Span } from './days-looked-at.ts';
import { plannedIn, schedulesOfDays, wholeDays } from './planned.ts';

const NONE: RegulationFaults = { refusal: null, faults: [], warnings: [] };

type Asked = {
  schedule: Schedule;
  /** one time of another schedule that it takes the place of */
  instead?: { scheduleId: string; slotMs: number };
  /** not saved yet, or with its length only estimated: a notice's sound is made afterwards */
  unsaved?: { bulletin: Bulletin; durationMs: number };
};

/** @throws AppError what the regulation says against it: it cannot be saved without an exception (issue #5, 2) */
export function refuseUnregulated(deps: Deps, asked: Asked): void {
  const { refusal } = regulationFaults(deps, asked);
  if (refusal) throw refusal;
}

/** What is refused and what is only warned of; a schedule that is changed does not count against itself. */
export function regulationFaults(deps: Deps, asked: Asked): RegulationFaults {
  const { schedule } = asked;
  const nowMs = deps.clock.planMs();
  const facts = factsFor(deps, { ...asked, nowMs });
  const bulletin = facts.bulletin(schedule.bulletinId);
  if (!bulletin || passesHours(bulletin)) return NONE;
  const tree = areaTree(facts.areas);
  const sites = sitesUnder({ tree, areaIds: schedule.areaIds, sites: facts.sites });
  const bound = regulationsOf(facts, sites);
  const counts = bound.some(({ rules }) => hasLimits(rules) || rules.order.length > 0);
  const zoned = sites.some(({ zone }) => zone !== 'ordinary' && bound.some(hasHoursOf(zone)));
  // one commune's hours are asked about with the rule's own words (schedule-rules.ts)
  if (!counts && !zoned && bound.length < 2) return NONE;
  const planned = daysLookedAt(schedule, facts).flatMap((span) => {
    const asNew = { facts: { ...facts, ...span, waiting: true }, isNew: true };
    const fresh = lasting(plannedIn(deps, asNew), asked.unsaved);
    return counts ? [...plannedThere(deps, { ...asked, facts, span }), ...fresh] : fresh;
  });
  return faultsOf({ tree, sites, regulations: bound, planned });
}

/** Its poles may stay silent while their neighbours sound. */
const hasHoursOf =
  (zone: SpecialZone) =>
  ({ rules }: Regulation) =>
    rules.zones[zone] !== null;

function regulationsOf(facts: PlanFacts, sites: readonly Site[]): Regulation[] {
  const at = regulationsIn({ tree: areaTree(facts.areas), regulations: facts.regulations });
  const found = [...new Set(sites.map(({ areaId }) => areaId))].map(at);
  return [...new Set(found.filter((one) => one !== null))];
}

function plannedThere(deps: Deps, of: Asked & { facts: PlanFacts; span: Span }) {
  const { facts, span, schedule, instead } = of;
  const days = wholeDays({ fromMs: span.nowMs, toMs: span.nowMs + span.horizonMs - 1 });
  const near = meetingAreas(areaTree(facts.areas), schedule.areaIds);
  const schedules = schedulesOfDays(deps, days.nowMs).filter(
    ({ id, areaIds }) => id !== schedule.id && areaIds.some((areaId) => near.has(areaId)),
  );
  const there = { ...facts, ...days, schedules, waiting: false };
  const gone = instead ? `${instead.scheduleId}@${instead.slotMs}` : null;
  return plannedIn(deps, { facts: there, isNew: false }).filter(
    ({ id }) => id !== gone && !id.startsWith(`${gone}#`),
  );
}

/** Without what the regulation itself leaves no room for: that is what is asked here. */
function factsFor(deps: Deps, { schedule, unsaved, nowMs }: Asked & { nowMs: number }): PlanFacts {
  const gathered = planFacts(deps, { schedules: [schedule], nowMs, horizonMs: LOOKED_MS });
  const { beyond: _, ...facts } = gathered;
  if (!unsaved) return facts;
  const { bulletin } = unsaved;
  return {
    ...facts,
    bulletin: (id) => (id === bulletin.id ? bulletin : facts.bulletin(id)),
  };
}

/** A sound that is still to be made lasts as long as it is estimated to. */
function lasting(planned: readonly Hearable[], unsaved: Asked['unsaved']): readonly Hearable[] {
  if (!unsaved) return planned;
  return planned.map((one) => ({ ...one, durationMs: unsaved.durationMs }));
}

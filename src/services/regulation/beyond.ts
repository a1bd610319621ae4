// Which of what is planned the regulation, as it is now, has no room for: worked out once for an answer or a beat.
// It must never decide which: src/domain/regulation/beyond.ts does.
import { regulationsIn } from '../../domain/airing/hours-of-sites.ts';
import { expanding, type Parting, type PlanFacts } from '../../domain/airing/occurrences.ts';
import { areaTree } from '../../domain/areas.ts';
import { meetingAreas } from '../../domain/calendar/cells.ts';
import type { Occurrence, Site } from '../../domain/model.ts';
import { mapping, type Piecemeal } from '../../domain/piecemeal.ts';
import { type Beyond, findingBeyond, partedBy } from '../../domain/regulation/beyond.ts';
import { hasLimits } from '../../domain/regulation/sessions.ts';
import { DAY_MS } from '../../domain/vietnam-time.ts';
import type { Deps } from '../deps.ts';
import { coverage, findingSchedulesOfDays, wholeDays } from './planned.ts';

/** Further ahead a plan is looked at, not aired: there only its own rules are shown. */
const LOOKED_MS = 14 * DAY_MS;
const NOWHERE: ReadonlySet<string> = new Set();

type Rows = Pick<Deps, 'store'>;
type Of = { facts: PlanFacts; sites(): readonly Site[] };

/** Nothing is expanded before somebody asks, nor ever where no commune has limits. */
export function beyondRegulation(deps: Rows, of: Of): NonNullable<PlanFacts['beyond']> {
  const { areas, regulations } = of.facts;
  const isLimited = regulations.some(({ rules }) => hasLimits(rules));
  let known: Parting | null = isLimited ? null : (occurrence) => [occurrence];
  return function* () {
    known ??= parting(areaTree(areas), yield* beyondIn(deps, of));
    return known;
  };
}

function parting(tree: ReturnType<typeof areaTree>, found: Beyond): Parting {
  return (occurrence: Occurrence) =>
    partedBy(tree, found.get(occurrence.id) ?? NOWHERE, occurrence);
}

/** Only what is heard where a regulation has limits is expanded. */
function* beyondIn(deps: Rows, { facts, sites: allSites }: Of): Piecemeal<Beyond> {
  const { nowMs, horizonMs, areas, regulations, bulletin } = facts;
  const days = wholeDays({ fromMs: nowMs, toMs: nowMs + Math.min(horizonMs, LOOKED_MS) });
  const tree = areaTree(areas);
  const regulationAt = regulationsIn({ tree, regulations });
  const limited = ({ areaId }: Site) => {
    const regulation = regulationAt(areaId);
    return regulation !== null && hasLimits(regulation.rules);
  };
  const sites = allSites().filter(limited);
  const near = meetingAreas(tree, [...new Set(sites.map(({ areaId }) => areaId))]);
  yield;
  const schedules = yield* findingSchedulesOfDays(deps, { fromMs: days.nowMs, near });
  const all = { ...facts, ...days, schedules, sites: allSites(), waiting: false };
  const { beyond: _, ...unbound } = all;
  const covered = coverage(deps, all);
  const occurrences = yield* mapping(yield* expanding(unbound), (one) =>
    one.hindrance === null ? one : null,
  );
  const drill = ({ bulletinId }: Pick<Occurrence, 'bulletinId'>) =>
    bulletin(bulletinId)?.drill ?? false;
  return yield* findingBeyond({ tree, sites, regulations, occurrences, drill, covered });
}

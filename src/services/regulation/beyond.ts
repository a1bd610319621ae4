// Which of what is planned the regulation, as it is now, has no room for: worked out once for an answer or a beat.
// It must never decide which: src/domain/regulation/beyond.ts does.
import { occurrencesOf, type PlanFacts } from '../../domain/airing/occurrences.ts';
import { areaTree } from '../../domain/areas.ts';
import type { Occurrence, Site } from '../../domain/model.ts';
import { type Beyond, beyondOf, partedBy } from '../../domain/regulation/beyond.ts';
import { hasLimits } from '../../domain/regulation/sessions.ts';
import { DAY_MS } from '../../domain/vietnam-time.ts';
import type { Deps } from '../deps.ts';
import { coverage, schedulesOfDays, wholeDays } from './planned.ts';

/** Further ahead a plan is looked at, not aired: there only its own rules are shown. */
const LOOKED_MS = 14 * DAY_MS;
const NOWHERE: ReadonlySet<string> = new Set();

type Rows = Pick<Deps, 'store'>;
type Of = { facts: PlanFacts; sites(): readonly Site[] };

/** Nothing is expanded before somebody asks, nor ever where no commune has limits. */
export function beyondRegulation(deps: Rows, of: Of): NonNullable<PlanFacts['beyond']> {
  const { areas, regulations } = of.facts;
  if (!regulations.some(({ rules }) => hasLimits(rules))) return (occurrence) => [occurrence];
  const tree = areaTree(areas);
  let found: Beyond | null = null;
  return (occurrence: Occurrence) => {
    found ??= beyondIn(deps, of);
    return partedBy(tree, found.get(occurrence.id) ?? NOWHERE, occurrence);
  };
}

export function beyondIn(deps: Rows, { facts, sites }: Of): Beyond {
  const { nowMs, horizonMs, areas, regulations, bulletin } = facts;
  const days = wholeDays({ fromMs: nowMs, toMs: nowMs + Math.min(horizonMs, LOOKED_MS) });
  const schedules = schedulesOfDays(deps, days.nowMs);
  const all = { ...facts, ...days, schedules, sites: sites(), waiting: false };
  const { beyond: _, ...unbound } = all;
  return beyondOf({
    ...{ tree: areaTree(areas), sites: all.sites, regulations },
    occurrences: occurrencesOf(unbound).filter(({ hindrance }) => hindrance === null),
    drill: ({ bulletinId }) => bulletin(bulletinId)?.drill ?? false,
    covered: coverage(deps, all),
  });
}

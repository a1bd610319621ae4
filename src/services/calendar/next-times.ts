// The next times a schedule leads to, as they will be aired: what an officer wants to see before believing it.
// It must never expand a rule itself: src/domain does.
import { HORIZON_MS, occurrencesOf } from '../../domain/airing/occurrences.ts';
import type { Schedule } from '../../domain/model.ts';
import { hushedBelow, planFacts } from '../airing/plan.ts';
import type { Deps } from '../deps.ts';
import type { NextOccurrence } from './calendar-door.ts';

const NEXT_SHOWN = 5;
const YEAR_MS = 366 * 24 * 3_600_000;

/** The next five; a rule too rare for that in 72 hours is looked for in the whole year. */
export function nextOf(deps: Deps, schedule: Schedule): NextOccurrence[] {
  const nowMs = deps.clock.planMs();
  const facts = planFacts(deps, { schedules: [schedule], nowMs, horizonMs: HORIZON_MS });
  const soon = occurrencesOf(facts);
  const repeats = schedule.rule.kind === 'cron' || schedule.rule.kind === 'repeat';
  const isRare = repeats && soon.length < NEXT_SHOWN;
  const year = { ...facts, horizonMs: YEAR_MS };
  const shown = (soon.length > 0 && !isRare ? soon : occurrencesOf(year)).slice(0, NEXT_SHOWN);
  const hushed = hushedBelow(deps, { tenantId: schedule.tenantId, facts });
  return shown.map((occurrence) => ({ ...occurrence, hushed: hushed(occurrence) }));
}

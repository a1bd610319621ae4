// What an approver's page warns of: where an approval given now would lead.
// It must never decide what hinders an airing: src/domain/airing does.
import { HORIZON_MS } from '../../domain/airing/occurrences.ts';
import { type Outlook, outlookOf } from '../../domain/airing/outlook.ts';
import type { Bulletin, Clip, Schedule } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import type { HushedSite } from '../poles/pole-door.ts';
import { nowLead } from './now-lead.ts';
import { hushedBelow, planFacts } from './plan.ts';

export type ScheduleOutlook = Outlook & { hushed: readonly HushedSite[] };

/** Rare patterns ("the first of the month") come up within a year, or never. */
const YEAR_MS = 366 * 24 * 3_600_000;

export function outlookFor(
  deps: Deps,
  of: { bulletin: Bulletin; clip: Clip | null; schedules: readonly Schedule[] },
): ScheduleOutlook[] {
  const { bulletin, clip, schedules } = of;
  if (schedules.length === 0) return [];
  const nowMs = deps.clock.planMs();
  const plan = planFacts(deps, { schedules, nowMs, horizonMs: HORIZON_MS });
  const facts = { bulletin, clip, leadMs: clip ? nowLead(deps, clip) : 0 };
  const hushed = hushedBelow(deps, { tenantId: bulletin.tenantId, facts: plan });
  const soon = new Map(outlookOf({ ...facts, plan }).map((one) => [one.scheduleId, one]));
  const rare = schedules.filter(({ id, endedAtMs }) => endedAtMs === null && isRare(soon.get(id)));
  for (const one of outlookOf({
    ...facts,
    plan: { ...plan, schedules: rare, horizonMs: YEAR_MS },
  }))
    soon.set(one.scheduleId, one);
  const { priority } = bulletin;
  const durationMs = clip?.durationMs ?? 0;
  return schedules.flatMap(({ id, areaIds, bulletinId }) => {
    const one = soon.get(id);
    if (!one) return [];
    const slot = { areaIds, bulletinId, priority, durationMs };
    const silent = one.nextAtMs === null ? [] : hushed({ ...slot, playAtMs: one.nextAtMs });
    return [{ ...one, hushed: silent }];
  });
}

function isRare(one: Outlook | undefined): boolean {
  return (one?.nextAtMs ?? null) === null;
}

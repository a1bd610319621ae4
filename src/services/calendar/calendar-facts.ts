// What the calendar says of times: the special days of each tenant and the changes of single times, each read once.
// It must never decide what they do to a rule: src/domain/calendar does.

import { LONGEST_MS } from '../../domain/airing/airing.ts';
import type { SlotFacts } from '../../domain/airing/slots.ts';
import { tenantChain } from '../../domain/areas.ts';
import type { ScheduleException, SpecialDay } from '../../domain/calendar/calendar-model.ts';
import { type SpecialOn, specialDays } from '../../domain/calendar/recurrence.ts';
import { fieldsOf } from '../airing/cron-pattern.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';

/** For one answer or one beat: nothing of it is kept longer. */
export function calendarFacts(
  deps: Pick<Deps, 'store' | 'specialDays'>,
  of: { nowMs: number },
): SlotFacts {
  const days = new Map<string, SpecialOn>();
  let changes: Map<string, ScheduleException[]> | null = null;
  return {
    fieldsOf,
    special(tenantId) {
      const known = days.get(tenantId);
      if (known) return known;
      const fresh = specialDays(daysOf(deps, tenantId));
      days.set(tenantId, fresh);
      return fresh;
    },
    exceptions(scheduleId) {
      changes ??= grouped(deps.store.exceptions.since(of.nowMs - LOOK_BACK_MS));
      return changes.get(scheduleId) ?? [];
    },
  };
}

/** What one slot airs five times with gaps of six hours has sounded by then. */
const LOOK_BACK_MS = 5 * (LONGEST_MS + 6 * 3_600_000);

/** The country's, the province's and its own. */
export function daysOf(deps: Pick<Deps, 'store' | 'specialDays'>, tenantId: string): SpecialDay[] {
  const tenantIds = tenantChain(treeAbove(deps.store.areas, tenantId), tenantId);
  return [...deps.specialDays, ...deps.store.specialDays.ofTenants(tenantIds)];
}

function grouped(all: readonly ScheduleException[]): Map<string, ScheduleException[]> {
  const found = new Map<string, ScheduleException[]>();
  for (const each of all) {
    const own = found.get(each.scheduleId);
    if (own) own.push(each);
    else found.set(each.scheduleId, [each]);
  }
  return found;
}

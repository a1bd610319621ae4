// When an edition is to be heard next, by all its schedules.
// It must never expand a rule itself: src/services/calendar does.
import { nextOf } from '../calendar/next-times.ts';
import type { Deps } from '../deps.ts';

/** null: it has no time to come */
export function nextTimeOf(deps: Deps, bulletinId: string): number | null {
  const nowMs = deps.clock.planMs();
  const times = deps.store.schedules
    .ofBulletin(bulletinId)
    .filter(({ endedAtMs }) => endedAtMs === null)
    .flatMap((schedule) => nextOf(deps, schedule))
    .filter(({ hindrance }) => hindrance !== 'cancelled-once')
    .map(({ playAtMs }) => playAtMs)
    .filter((playAtMs) => playAtMs > nowMs);
  return times.length === 0 ? null : Math.min(...times);
}

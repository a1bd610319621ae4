// "Now" means as soon as approved: when each schedule that waited for it begins.
// It must never decide which hour is allowed: src/domain/airing/now-time.ts does.
import { timeOfNow } from '../../domain/airing/now-time.ts';
import { hoursFor } from '../../domain/airing/occurrences.ts';
import type { Bulletin, Clip, Schedule } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { nowLead } from './now-lead.ts';
import { regulations, sitesWithUnits } from './plan.ts';

type Approved = { bulletin: Bulletin; clip: Clip; nowMs: number };
export type Waited = { schedule: Schedule; atMs: number; postponed: boolean };

/** When it can begin, and whether that is later than its sound alone would need. */
export function beginning(
  deps: Deps,
  { areaIds, bulletin, clip, nowMs }: Approved & Pick<Schedule, 'areaIds'>,
): { atMs: number; postponed: boolean } {
  const { priority, drill, expiresAtMs } = bulletin;
  const playAtMs = nowMs + nowLead(deps, clip);
  const [regulated, sites] = [regulations(deps), sitesWithUnits(deps)];
  const facts = { areas: deps.store.areas.all(), regulations: regulated, sites };
  const slot = { priority, drill, playAtMs, durationMs: clip.durationMs };
  const atMs = timeOfNow({ slot, hours: hoursFor({ areaIds }, facts), expiresAtMs });
  return { atMs, postponed: atMs > playAtMs };
}

export function whatWaited(deps: Deps, of: Approved): Waited[] {
  return deps.store.schedules.ofBulletin(of.bulletin.id).flatMap((schedule) => {
    const { rule, endedAtMs, areaIds } = schedule;
    if (rule.kind !== 'now' || rule.atMs !== null || endedAtMs !== null) return [];
    return [{ schedule, ...beginning(deps, { ...of, areaIds }) }];
  });
}

/** Within the approval's own transaction. */
export function setGoing(deps: Deps, waited: readonly Waited[]): void {
  for (const { schedule, atMs, postponed } of waited) {
    const { id, tenantId, bulletinId } = schedule;
    deps.store.schedules.setAtMs(id, atMs);
    if (!postponed) continue;
    record(deps, {
      actor: null,
      action: 'service.airing-postponed',
      subject: `schedule:${id}`,
      tenantId,
      detail: { bulletinId, atMs },
    });
  }
}

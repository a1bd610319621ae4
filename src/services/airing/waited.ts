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
  of: Approved & Pick<Schedule, 'areaIds'>,
): { atMs: number; postponed: boolean } {
  const soonest = of.nowMs + nowLead(deps, of.clip);
  return allowedFrom(deps, { ...of, playAtMs: soonest });
}

/** @param of.playAtMs no earlier than this */
function allowedFrom(
  deps: Deps,
  {
    areaIds,
    bulletin,
    clip,
    playAtMs,
  }: Approved & Pick<Schedule, 'areaIds'> & { playAtMs: number },
): { atMs: number; postponed: boolean } {
  const { priority, drill, expiresAtMs } = bulletin;
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
    const first = beginning(deps, { ...of, areaIds });
    const afterMs = afterOriginalMs(deps, of.bulletin);
    if (afterMs <= first.atMs) return [{ schedule, ...first }];
    // behind a notice that ends with the allowed hours it waits for the next of them, and is not silent
    const behind = allowedFrom(deps, { ...of, areaIds, playAtMs: afterMs });
    const postponed = first.postponed || behind.postponed;
    return [{ schedule, atMs: behind.atMs, postponed }];
  });
}

/** One breath between two languages. */
const BETWEEN_MS = 2_000;

/** A variant begins when what it says again is over: begun with it, it would be cut off in its first word. */
function afterOriginalMs({ store }: Deps, { originalId }: Bulletin): number {
  const original = originalId === null ? null : store.bulletins.get(originalId);
  const clip = original?.clipId ? store.clips.get(original.clipId) : null;
  if (!original || !clip) return 0;
  const begins = store.schedules
    .ofBulletin(original.id)
    .flatMap(({ rule }) => (rule.kind === 'now' ? (rule.atMs ?? []) : []));
  return Math.max(0, ...begins.map((atMs) => atMs + clip.durationMs + BETWEEN_MS));
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

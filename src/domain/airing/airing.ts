// An occurrence becomes an airing: when it is sent, when silence counts, and whether it is still worth airing.
// It must never know topics, orders or rows; leads and graces arrive as plan milliseconds.
import type { AirTerms } from '../../../devices/protocol/index.ts';
import type { Airing, AiringBrief, Bulletin, Occurrence } from '../model.ts';
import { airTerms, startsUntilMs } from './air-terms.ts';
import { AWAITED_MAX_MS } from './awaited.ts';

/**
 * Real milliseconds become plan milliseconds at the rim (service clock × speed): a loudspeaker needs
 * the same real time to fetch its chunks however fast a demonstration's clock runs.
 */
export function newAiring(of: {
  id: string;
  occurrence: Occurrence;
  bulletin: Bulletin;
  clipId: string;
  nowMs: number;
  leadPlanMs: number;
  gracePlanMs: number;
  /** its place among emergencies, or among priority items that collide */
  order?: number;
}): Airing {
  const { occurrence, bulletin } = of;
  const { playAtMs, durationMs, priority } = occurrence;
  const air = airTerms(occurrence.air, { priority, order: of.order });
  return {
    id: of.id,
    occurrenceId: occurrence.id,
    scheduleId: occurrence.scheduleId,
    bulletinId: bulletin.id,
    clipId: of.clipId,
    title: bulletin.title,
    tenantId: occurrence.tenantId,
    areaIds: occurrence.areaIds,
    priority,
    drill: bulletin.drill,
    air,
    playAtMs,
    durationMs,
    sendAtMs: Math.max(of.nowMs, playAtMs - of.leadPlanMs),
    closeAtMs: startsUntilMs({ playAtMs, air }) + durationMs + of.gracePlanMs,
    state: 'planned',
    orderBytes: null,
  };
}

/** The longest sound there can be: 4,096 chunks of 8 s (devices/protocol). Older airings are over. */
export const LONGEST_MS = 4_096 * 8_000;

type Slot = { playAtMs: number; durationMs: number; air?: Pick<AirTerms, 'missed'> };

/**
 * After an outage a late start is still worth it while any of it can be heard: speakers join in, or
 * begin it late where its rule allows.
 */
export function worthAiring({ playAtMs, durationMs, air }: Slot, nowMs: number): boolean {
  const lateMs = air?.missed.kind === 'late' ? air.missed.untilMs + 1 : 0;
  return playAtMs + Math.max(durationMs, lateMs) > nowMs;
}

/** Is this the moment to make an airing of it? Hindered ones never are. */
export function isDue(occurrence: Occurrence, at: { nowMs: number; leadPlanMs: number }): boolean {
  return (
    occurrence.hindrance === null &&
    occurrence.playAtMs - at.leadPlanMs <= at.nowMs &&
    worthAiring(occurrence, at.nowMs)
  );
}

/**
 * Something is left to stop: it has not closed, and its sound is not over. What waits its turn, or was
 * interrupted, sounds past its own time: until silence counts, it can still be on its way.
 */
export function canCancel(airing: AiringBrief, nowMs: number): boolean {
  const isOpen = airing.state !== 'closed' && airing.state !== 'cancelled';
  return isOpen && (nowMs < airing.closeAtMs || worthAiring(airing, nowMs));
}

/** Until when a cancel may still find something to stop at a pole, however its turns fell. */
export function mayStillSoundMs(airing: Slot & Pick<Airing, 'closeAtMs'>): number {
  return Math.max(airing.closeAtMs, airing.playAtMs + airing.durationMs + AWAITED_MAX_MS);
}

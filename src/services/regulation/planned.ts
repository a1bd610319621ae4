// What is to be heard on whole days, as the regulation counts it: bulletins' levels, drills, and exceptions in force.
// It must never decide what breaks a rule: src/domain/regulation does.
import { occurrencesOf, type PlanFacts } from '../../domain/airing/occurrences.ts';
import { rowOf } from '../../domain/airing/playlist.ts';
import { hasNoMoreTimes } from '../../domain/airing/slots.ts';
import type { Bulletin, Hindrance, Occurrence, Schedule } from '../../domain/model.ts';
import type { Piecemeal } from '../../domain/piecemeal.ts';
import { levelOf } from '../../domain/regulation/level.ts';
import { isCovered } from '../../domain/regulation/override.ts';
import type { Hearable } from '../../domain/regulation/regulation-faults.ts';
import { DAY_MS, dayNumber, midnightMs } from '../../domain/vietnam-time.ts';
import { activeSchedules } from '../airing/active-schedules.ts';
import type { Deps } from '../deps.ts';

type Rows = Pick<Deps, 'store'>;

/** Still to be seen to, and likely to be: what waits for an approval holds its place in the day. */
const TO_COME: ReadonlySet<Hindrance | null> = new Set([
  null,
  'not-approved',
  'changed-since-approval',
  'approval-too-old',
]);

export function isToCome({ hindrance }: Pick<Occurrence, 'hindrance'>): boolean {
  return TO_COME.has(hindrance);
}

/** Whatever a person does now, it will not be heard at that time. */
const CALLED_OFF: ReadonlySet<Hindrance | null> = new Set([
  'cancelled-once',
  'expired',
  'document-ended',
]);

/** Open ones, and those that were over earlier that day: what has been heard has been heard. */
export function schedulesOfDays(deps: Rows, fromMs: number): Schedule[] {
  return [...deps.store.schedules.active(), ...overSince(deps, fromMs)];
}

/** The same of those that are heard in some areas, and in pieces. */
export function* findingSchedulesOfDays(
  deps: Rows,
  { fromMs, near }: { fromMs: number; near: ReadonlySet<string> },
): Piecemeal<Schedule[]> {
  const isNear = ({ areaIds }: Schedule) => areaIds.some((id) => near.has(id));
  const active = yield* activeSchedules(deps, isNear);
  return [...active, ...overSince(deps, fromMs).filter(isNear)];
}

function overSince({ store }: Rows, fromMs: number): Schedule[] {
  return store.schedules.endedSince(fromMs).flatMap((schedule) => {
    const over = schedule.endedAtMs !== null && hasNoMoreTimes(schedule, schedule.endedAtMs);
    return over ? [{ ...schedule, endedAtMs: null }] : [];
  });
}

/** From the midnight before to the midnight after: a day cut short would count too few sessions. */
export function wholeDays(of: { fromMs: number; toMs: number }): {
  nowMs: number;
  horizonMs: number;
} {
  const nowMs = midnightMs(dayNumber(of.fromMs));
  return { nowMs, horizonMs: midnightMs(dayNumber(of.toMs)) + DAY_MS - nowMs };
}

/** Agreed to by a second person: it takes nobody's room and is counted by nothing. */
export function coverage(deps: Rows, facts: Pick<PlanFacts, 'schedules' | 'bulletin' | 'clip'>) {
  const { schedules, bulletin, clip } = facts;
  const byId = new Map(schedules.map((schedule) => [schedule.id, schedule]));
  const overrides = deps.store.overrides.confirmedSince(0);
  const bound = new Set(overrides.flatMap((one) => rowOf(one, one.bulletinId)));
  return (occurrence: Pick<Occurrence, 'scheduleId' | 'bulletinId' | 'playAtMs'>): boolean => {
    const schedule = byId.get(occurrence.scheduleId);
    if (!schedule || !bound.has(occurrence.bulletinId)) return false;
    const clipId = bulletin(occurrence.bulletinId)?.clipId ?? null;
    const made = clipId === null ? null : clip(clipId);
    const { bulletinId, playAtMs } = occurrence;
    return isCovered({ schedule, bulletinId, clip: made, playAtMs, overrides });
  };
}

export function makeLevels({ store }: Rows) {
  const known = new Map<string, Hearable['level']>();
  return (bulletin: Bulletin): Hearable['level'] => {
    const { documentId, tenantId } = bulletin;
    const key = `${tenantId} ${documentId}`;
    const found = known.get(key);
    if (found) return found;
    const number = documentId === null ? null : (store.documents.get(documentId)?.number ?? null);
    const level = levelOf({ number, kind: store.areas.get(tenantId)?.kind ?? 'commune' });
    known.set(key, level);
    return level;
  };
}

/** @param of.isNew the schedule that is asked about; all others are there already */
export function plannedIn(deps: Rows, of: { facts: PlanFacts; isNew: boolean }): Hearable[] {
  const { facts, isNew } = of;
  const level = makeLevels(deps);
  const covered = coverage(deps, facts);
  return occurrencesOf(facts)
    .filter((one) => !covered(one) && (isNew ? !CALLED_OFF.has(one.hindrance) : isToCome(one)))
    .flatMap((one) => {
      const bulletin = facts.bulletin(one.bulletinId);
      if (!bulletin) return [];
      const { id, playAtMs, durationMs, priority, areaIds } = one;
      const { drill } = bulletin;
      return [
        { id, playAtMs, durationMs, priority, areaIds, drill, level: level(bulletin), isNew },
      ];
    });
}

// What one slot airs in a row: the schedule's own bulletin and, of a gap filler, the rest of its playlist (issue #5, 3).
// It must never know sounds, approvals or a clock.
import { replacementOf } from '../calendar/on-special-day.ts';
import type { Schedule } from '../model.ts';

type Of = Pick<Schedule, 'bulletinId' | 'rule' | 'air'>;

/** @param bulletinId the slot's: another than the schedule's airs alone, in the place of all */
export function rowOf({ air, bulletinId: own }: Of, bulletinId: string): readonly string[] {
  return bulletinId === own ? [own, ...(air.playlist ?? [])] : [bulletinId];
}

/** Every bulletin that its rule can air, single times aside. */
export function airedBy(schedule: Of): readonly string[] {
  const instead = replacementOf(schedule.rule);
  return [...rowOf(schedule, schedule.bulletinId), ...(instead === null ? [] : [instead])];
}

// Planned times at one small province as plain values, for tests of conflicts and rehearsals.
// It must never know the rules under test.
import { areaTree } from '../../../src/domain/areas.ts';
import { USUAL_RULES } from '../../../src/domain/calendar/calendar-model.ts';
import { cellsOf, hearing } from '../../../src/domain/calendar/cells.ts';
import type { Planned } from '../../../src/domain/calendar/turns.ts';
import { AREAS, at, DAYTIME, SITES } from '../samples.ts';

export const TREE = areaTree(AREAS);
export const CELLS = cellsOf(SITES, () => DAYTIME);
export const hear = hearing(TREE, CELLS);
export const clock = (time: string) => at('2026-12-05', time);
export const minutes = (count: number) => count * 60_000;

/** A minute's bulletin for all of xa-a, of its own schedule. */
export function planned(id: string, time: string | number, of: Partial<Planned> = {}): Planned {
  const playAtMs = typeof time === 'number' ? time : clock(time);
  return {
    id: `${id}@${playAtMs}`,
    scheduleId: id,
    bulletinId: `bt-${id}`,
    title: `Bản ${id}`,
    tenantId: 'xa-a',
    areaIds: ['xa-a'],
    slotMs: playAtMs,
    playAtMs,
    durationMs: minutes(3),
    priority: 'normal',
    drill: false,
    air: USUAL_RULES,
    change: null,
    special: null,
    hindrance: null,
    ...of,
  };
}

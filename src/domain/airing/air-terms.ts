// A schedule's rules of the air as one airing carries them to the loudspeaker.
// It must never decide whose turn it is: devices/rules does, from these terms.
import type { AirTerms, Priority } from '../../../devices/protocol/index.ts';
import { USUAL_AIR } from '../../../devices/rules/index.ts';
import type { AirRules } from '../calendar/calendar-model.ts';

/**
 * The place among emergencies of one whose severity nobody said, as an officer's own is not: a warning of the
 * source system may stand before it or behind it (src/domain/source/severity.ts). 0–99 are nobody's yet.
 */
export const EMERGENCY_ORDER = 200;

/** Repeats are airings of their own, so times and gap stay behind; an emergency fills no gaps. */
export function airTerms(
  { start, missed, under, filler }: AirRules,
  of: { priority: Priority; order?: number | undefined },
): AirTerms {
  const usual = of.priority === 'emergency' ? EMERGENCY_ORDER : USUAL_AIR.order;
  const order = of.order ?? usual;
  return { start, missed, under, order, filler: filler && of.priority !== 'emergency' };
}

/** Nothing a unit that knows no terms would do otherwise: then they cost no byte of the manifest. */
export function isUsual(air: AirTerms): boolean {
  return (
    air.start.kind === 'after' &&
    air.missed.kind === 'join' &&
    air.under === 'pause' &&
    air.order === USUAL_AIR.order &&
    !air.filler
  );
}

/** So much of other bulletins may lie over a filler before its silence at closing counts. */
export const FILLER_STRETCH_MS = 30 * 60_000;

/**
 * Until when its first word may lawfully come by its own rules. An ordinary wait of ten minutes is
 * not in it: it is rare, and whoever waits is waited for (awaited.ts).
 */
export function startsUntilMs(of: { playAtMs: number; air: AirTerms }): number {
  const { start, missed, filler } = of.air;
  const waitMs = start.kind === 'within' ? start.withinMs : 0;
  const lateMs = missed.kind === 'late' ? missed.untilMs : 0;
  return of.playAtMs + Math.max(waitMs, lateMs, filler ? FILLER_STRETCH_MS : 0);
}

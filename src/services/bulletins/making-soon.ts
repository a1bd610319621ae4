// When what is to be made airs, and who of two gives way to the other: asked anew each time, as schedules come and go.
// It must never change a row or a line.
import { nextOf } from '../calendar/next-times.ts';
import type { Deps } from '../deps.ts';
import { planSpan } from '../wire/orders.ts';
import { AIRS_SOON_MS, type InLine } from './making-queue.ts';

/** A bulletin of usual length is made within a minute (npm run bench -- --only sound). */
const MADE_WITHIN_MS = 60_000;

/** The next of its schedules' times that comes within two hours; null: none. It never throws: a bad row airs nothing sooner. */
export function airsSoonMs(deps: Deps, bulletinId: string): number | null {
  try {
    const untilMs = deps.clock.planMs() + AIRS_SOON_MS;
    const times = deps.store.schedules
      .ofBulletin(bulletinId)
      .filter(({ endedAtMs }) => endedAtMs === null)
      .flatMap((schedule) => nextOf(deps, schedule).map(({ playAtMs }) => playAtMs))
      .filter((playAtMs) => playAtMs <= untilMs);
    return times.length === 0 ? null : Math.min(...times);
  } catch (error) {
    deps.log.warn({ err: error, bulletinId }, 'when a bulletin airs is not known');
    return null;
  }
}

export type Under = { one: InLine; leftMs: number | null };

/**
 * A half hour of speech is no reason to wait for water, nor for what would leave too late once it is through:
 * what was said of it is kept, and it goes on from there. What airs sooner itself gives way to nothing but water.
 */
export function goesBefore(deps: Deps, { one, under }: { one: InLine; under: Under }): boolean {
  if (under.one.urgent) return false;
  if (one.urgent) return true;
  const airsAtMs = one.airsAtMs ?? null;
  if (airsAtMs === null) return false;
  if (airsAtMs >= (airsSoonMs(deps, under.one.id) ?? Number.POSITIVE_INFINITY)) return false;
  // nobody can say yet how long it takes: then it has only begun
  const leftMs = under.leftMs ?? Number.POSITIVE_INFINITY;
  const thereAtMs = deps.clock.planMs() + planSpan(deps, leftMs + MADE_WITHIN_MS);
  return airsAtMs - planSpan(deps, deps.terms.leadMs) <= thereAtMs;
}

// What sounds now or within ten minutes at a commune, and the order that stops it there.
// It must never call an order sent that nobody answered.
import type { Airing } from '../../http/schemas/airing.ts';
import type { Area } from '../../http/schemas/area.ts';
import type { AiringState } from '../../http/schemas/schedule.ts';
import type { Stopped } from '../../http/schemas/speaker.ts';
import { touches } from '../area-tree.ts';
import { planNow } from '../clock.ts';
import { tenantsHeld } from '../places-held.ts';
import { poleApi } from '../pole-api.ts';
import { ApiFailure } from '../send.ts';
import { session } from '../session.ts';

/** The service's table: airing.stop. */
export const STOPPERS = ['operator', 'approver', 'author', 'planner'] as const;

/** The stop reaches as far ahead as this: what lies further is withdrawn from its schedule. */
const AHEAD_MS = 10 * 60_000;
/** The longest an airing can be (a manifest's 4,096 chunks of 8 s) is nine hours and a little. */
const BACK_MS = 10 * 3_600_000;

export type Place = Pick<Area, 'id' | 'name'>;
export type Sounding = Airing & { sounds: boolean };

/** Where this person may stop; before the areas are known, by the roles' own places. */
export function stoppable(areas: readonly Area[]): Place[] {
  const held = tenantsHeld(areas, ...STOPPERS);
  if (held.length > 0) return held;
  const roles: readonly string[] = STOPPERS;
  const ids = session.peek()?.grants.filter(({ role }) => roles.includes(role)) ?? [];
  return [...new Set(ids.map(({ areaId }) => areaId))].map((id) => ({ id, name: id }));
}

const OPEN: readonly AiringState[] = ['planned', 'sending', 'sent'];

export async function askSounding(): Promise<Sounding[]> {
  const nowMs = Math.floor(planNow.peek());
  const span = { fromMs: nowMs - BACK_MS, toMs: nowMs + AHEAD_MS };
  const { airings } = await poleApi.airingsWithin(span);
  return airings
    .filter(
      ({ state, playAtMs, durationMs }) => OPEN.includes(state) && playAtMs + durationMs > nowMs,
    )
    .map((airing) => ({ ...airing, sounds: airing.playAtMs <= nowMs }));
}

/** What a stop at this place ends: its own airings. */
export const ownOf = (all: readonly Sounding[], at: string): Sounding[] =>
  all.filter(({ tenantId }) => tenantId === at);

/** What is heard there all the same: the province's, which only the province stops. */
export const fromAbove = (
  all: readonly Sounding[],
  { areas, at }: { areas: readonly Area[]; at: string },
): Sounding[] =>
  all.filter(({ areaIds, tenantId }) => tenantId !== at && touches(areas, { areaIds, at }));

export type Ended = { place: Place; stopped: Stopped } | { place: Place; failure: ApiFailure };

/** Longer than this a loudspeaker does not go on unspoken for: the person is told and asked again. */
const PATIENCE_MS = 10_000;

/** Each commune is an order of its own: one that fails leaves the others stopped. */
export function stopAt(places: readonly Place[], reason: string): Promise<Ended[]> {
  return Promise.all(places.map((place) => stopOne(place, reason)));
}

async function stopOne(place: Place, reason: string): Promise<Ended> {
  const end = new AbortController();
  const patience = setTimeout(() => end.abort(), PATIENCE_MS);
  try {
    return { place, stopped: await poleApi.stop(place.id, { reason, signal: end.signal }) };
  } catch (failure) {
    if (!(failure instanceof ApiFailure)) throw failure;
    return { place, failure };
  } finally {
    clearTimeout(patience);
  }
}

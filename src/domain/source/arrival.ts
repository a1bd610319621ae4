// What becomes of a message that arrived: whose it is, whether it is in time, which revision counts, what may air alone.
// It must never know rows, clocks or keys.
import { type AreaTree, areaTree } from '../areas.ts';
import { checkDue } from '../assign/assign-rules.ts';
import type { Area } from '../model.ts';
import type { Place } from '../poles/pole-model.ts';
import { isInside } from './cap-places.ts';
import { refused } from './refused-words.ts';
import { soundFault } from './sound-wish.ts';
import type { Incoming, IncomingRow, Refused, Trust } from './source-model.ts';

/** As far as a signed time may be off. */
const FUTURE_MAX_MS = 5 * 60_000;
/** What lay in a queue for longer is no news: a person looks before it wakes a village. */
export const FRESH_MS = 15 * 60_000;

export type Target = { tenantId: string; areaIds: readonly string[] };
export type Pole = { areaId: string; place: Place };

/** The first thing that keeps it off the air in this province, now. */
export function arrivalFault(of: {
  incoming: Incoming;
  provinceCodes: readonly string[];
  nowMs: number;
  /** of the source system's own address (sound-wish.ts) */
  origin: string | null;
}): Refused | null {
  const { incoming, nowMs, origin } = of;
  const { province, issuedAtMs, expiresAtMs, text, sound, priority, gives } = incoming;
  if (province !== null && !of.provinceCodes.includes(province))
    return refused('other-province', province);
  if (issuedAtMs > nowMs + FUTURE_MAX_MS) return refused('from-the-future', 'issuedAt');
  if (incoming.does === 'cancel') return null;
  if (expiresAtMs !== null && expiresAtMs <= nowMs) return refused('expired', 'expiresAt');
  if (gives && checkDue({ dueAtMs: gives.dueAtMs, nowMs }))
    return refused('deadline-past', 'assign.deadline');
  if (text !== '') return null;
  const why = sound === null ? 'nothing-to-say' : soundFault({ sound, priority, origin });
  return why === null ? null : refused(why, sound === null ? null : 'sound');
}

/** What is to be given to communes is the province's own bulletin first: it is approved once. */
export function asGiven(targets: readonly Target[], provinceId: string): Target[] {
  return [{ tenantId: provinceId, areaIds: targets.flatMap(({ areaIds }) => areaIds) }];
}

/** One bulletin for each tenant: a commune's areas are the commune's, the whole province is the province's. */
export function targetsOf(of: {
  incoming: Pick<Incoming, 'areas' | 'polygons' | 'areaWords'>;
  areas: readonly Area[];
  poles: readonly Pole[];
}): Target[] | Refused {
  const { incoming, areas, poles } = of;
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const named: Area[] = [];
  for (const code of incoming.areas) {
    const area = byCode.get(code);
    if (!area) return refused('unknown-area', code);
    named.push(area);
  }
  const drawn = areasInside({ polygons: incoming.polygons, areas, poles });
  const all = withoutNested([...named, ...drawn], areaTree(areas));
  if (all.length === 0) return refused('nowhere', incoming.areaWords);
  const targets = new Map<string, string[]>();
  for (const { id, tenantId } of all) targets.set(tenantId, [...(targets.get(tenantId) ?? []), id]);
  return [...targets].map(([tenantId, areaIds]) => ({ tenantId, areaIds }));
}

/** A village is meant when one of its poles stands inside: villages have no border of their own here. */
function areasInside(of: {
  polygons: Incoming['polygons'];
  areas: readonly Area[];
  poles: readonly Pole[];
}): Area[] {
  if (of.polygons.length === 0) return [];
  const hit = of.poles.filter(({ place }) => of.polygons.some((ring) => isInside(ring, place)));
  const ids = new Set(hit.map(({ areaId }) => areaId));
  return of.areas.filter(({ id }) => ids.has(id));
}

/** A commune and one of its villages are the commune: nobody hears it twice. */
function withoutNested(areas: readonly Area[], tree: AreaTree): Area[] {
  const ids = new Set(areas.map(({ id }) => id));
  const covered = ({ id }: Area) =>
    tree
      .upwards(id)
      .slice(1)
      .some((above) => ids.has(above.id));
  return [...new Map(areas.map((area) => [area.id, area])).values()].filter(
    (area) => !covered(area),
  );
}

export type Known = Pick<IncomingRow, 'revision' | 'hash' | 'state'>;
export type Standing = 'new' | 'duplicate' | 'contradictory' | 'older';

/** @param known every revision of this bulletin that is kept of the same key */
export function standingOf(
  { revision, hash }: Pick<IncomingRow, 'revision' | 'hash'>,
  known: readonly Known[],
): Standing {
  // what was refused says nothing about what is valid: put right, or come again later, it is judged anew
  const counts = known.filter(({ state }) => state !== 'refused');
  const same = counts.find((one) => one.revision === revision);
  if (same) return same.hash === hash ? 'duplicate' : 'contradictory';
  return counts.some((one) => one.revision > revision) ? 'older' : 'new';
}

/** air: by the standing trust, at once · ask: an approver is asked, urgently · wait: the commune chooses when */
export type Way = 'air' | 'ask' | 'wait';

/** The signature is checked before: an emergency without one never comes here. */
export function wayOf(of: {
  incoming: Pick<Incoming, 'priority' | 'issuedAtMs'>;
  keyId: string | null;
  trusts: readonly Trust[];
  nowMs: number;
}): Way {
  const { incoming, keyId, nowMs } = of;
  if (incoming.priority !== 'emergency') return 'wait';
  const trusted = of.trusts.some((trust) => trust.keyId === keyId);
  return trusted && nowMs - incoming.issuedAtMs <= FRESH_MS ? 'air' : 'ask';
}

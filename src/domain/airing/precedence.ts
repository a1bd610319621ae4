// Priority items that want one time at one loudspeaker: which they are, and the times an order of a person's gives them.
// It must never know rows or who chooses; what sounds when nobody does is the arbiter's (devices/rules).
import type { Occurrence } from '../model.ts';

/** Thông tư 39/2020: the commune's user decides. Asked when it can still be thought about … */
export const ASKED_BEFORE_MS = 30 * 60_000;
/** … and settled while every speaker can still be told: after that, order of arrival. */
export const SETTLED_BEFORE_MS = 10 * 60_000;
/** Further ahead schedules still change. */
export const COLLISIONS_AHEAD_MS = 24 * 3_600_000;
/** Chosen to begin first at the very same second, it begins this much earlier: what sounds is not displaced. */
const FIRST_BY_MS = 1_000;

type Item = Pick<Occurrence, 'id' | 'tenantId' | 'playAtMs' | 'durationMs'>;
export type Collision = {
  /** the commune at whose speakers they meet, and who decides */
  tenantId: string;
  /** by time */
  items: readonly Item[];
  /** until when an order may be chosen */
  untilMs: number;
};

/**
 * @param speakers at which an occurrence is to be heard, each with its commune. What is chained by
 *   overlaps is one question: A meets B, B meets C.
 */
export function collisionsOf(of: {
  occurrences: readonly Occurrence[];
  speakers(occurrence: Occurrence): readonly { id: string; tenantId: string }[];
}): Collision[] {
  const priority = of.occurrences
    .filter((one) => one.priority === 'priority' && one.hindrance === null && one.durationMs > 0)
    .sort(byTime);
  const byTenant = new Map<string, { item: Occurrence; sites: Set<string> }[]>();
  for (const item of priority) {
    const sites = new Map<string, Set<string>>();
    for (const { id, tenantId } of of.speakers(item))
      sites.set(tenantId, (sites.get(tenantId) ?? new Set()).add(id));
    for (const [tenantId, ids] of sites) {
      const known = byTenant.get(tenantId) ?? [];
      known.push({ item, sites: ids });
      byTenant.set(tenantId, known);
    }
  }
  return [...byTenant].flatMap(([tenantId, heard]) => ofTenant(tenantId, heard));
}

const byTime = (a: Item, b: Item) => a.playAtMs - b.playAtMs || (a.id < b.id ? -1 : 1);

type HeardItem = { item: Occurrence; sites: ReadonlySet<string> };

/** Sorted by time, so whoever begins after the end of all before it opens a new group. */
function ofTenant(tenantId: string, heard: readonly HeardItem[]): Collision[] {
  const groups: { members: HeardItem[]; endMs: number }[] = [];
  for (const one of heard) {
    const near = groups.filter(({ endMs }) => endMs > one.item.playAtMs);
    const met = near.filter(({ members }) => members.some((other) => collide(other, one)));
    const members = [...met.flatMap((group) => group.members), one];
    const endMs = Math.max(...members.map(({ item }) => item.playAtMs + item.durationMs));
    for (const group of met) groups.splice(groups.indexOf(group), 1);
    groups.push({ members, endMs });
  }
  return groups
    .filter(({ members }) => members.length > 1)
    .map(({ members }) => {
      const items = members
        .map(({ item: { id, tenantId: by, playAtMs, durationMs } }) => ({
          ...{ id, tenantId: by, playAtMs, durationMs },
        }))
        .sort(byTime);
      const firstMs = Math.min(...items.map(({ playAtMs }) => playAtMs));
      return { tenantId, items, untilMs: firstMs - SETTLED_BEFORE_MS };
    });
}

function collide(one: HeardItem, other: HeardItem): boolean {
  const endsAfter = one.item.playAtMs + one.item.durationMs > other.item.playAtMs;
  return endsAfter && [...other.sites].some((id) => one.sites.has(id));
}

export type Turn = { id: string; place: number; playAtMs: number };

/** A commune's answer as it is kept, one for each of its items. */
export type ChosenTurn = {
  tenantId: string;
  occurrenceId: string;
  place: number;
  playAtMs: number;
};

/** Of each schedule, by occurrence. What the province airs has its own time everywhere: only a commune's own is moved. */
export function turnsFrom(
  chosen: readonly ChosenTurn[],
): (schedule: { id: string; tenantId: string }) => ReadonlyMap<string, Turn> {
  const bySchedule = new Map<string, Map<string, Turn>>();
  for (const { tenantId, occurrenceId, place, playAtMs } of chosen) {
    const key = `${tenantId} ${occurrenceId.split('@')[0]}`;
    const known = bySchedule.get(key) ?? new Map<string, Turn>();
    bySchedule.set(key, known.set(occurrenceId, { id: occurrenceId, place, playAtMs }));
  }
  return ({ id, tenantId }) => bySchedule.get(`${tenantId} ${id}`) ?? NONE;
}
const NONE: ReadonlyMap<string, Turn> = new Map();

/**
 * The times a chosen order means: each begins at its own time or when the one before it ends. The
 * province's item sounds in many communes at one time, so only the commune's own are moved: before
 * it they begin first and it waits its turn, behind it they begin after its end.
 * @returns null when that order cannot be: a commune's item begins too late to go before the province's
 */
export function turnsOf(of: { tenantId: string; items: readonly Item[] }): Turn[] | null {
  const turns: Turn[] = [];
  let freeMs = Number.NEGATIVE_INFINITY;
  for (const [place, { id, tenantId, playAtMs, durationMs }] of of.items.entries()) {
    const last = turns.at(-1);
    if (tenantId === of.tenantId) {
      const turn = { id, place, playAtMs: Math.max(playAtMs, freeMs) };
      turns.push(turn);
      freeMs = turn.playAtMs + durationMs;
      continue;
    }
    if (last && last.playAtMs > playAtMs) return null;
    if (last && last.playAtMs === playAtMs) last.playAtMs -= FIRST_BY_MS;
    turns.push({ id, place, playAtMs });
    freeMs = Math.max(playAtMs, freeMs) + durationMs;
  }
  return turns;
}

// Three ways out of a conflict: another time, fewer seconds, or a higher priority.
// It must never take one of them: a person does.
import type { SiteHours } from '../../../devices/rules/index.ts';
import type { Occurrence } from '../model.ts';
import { mapping, type Piecemeal, whole } from '../piecemeal.ts';
import { DAY_MS, dayNumber, midnightMs } from '../vietnam-time.ts';
import type { Conflict, WayOut } from './conflict-model.ts';
import {
  type ConflictFacts,
  findingHarm,
  findingNear,
  findingNeighbours,
  type Neighbours,
} from './conflicts.ts';
import { findingBusy, findingShift, nextBusy, REACH_MS, type Span } from './free-slots.ts';
import type { Planned } from './turns.ts';

/** Shorter is no bulletin: a chime and one sentence take as long. */
const SHORTEST_S = 10;

export type WayFacts = ConflictFacts & {
  conflicts: readonly Conflict[];
  /** all that may sound within a span: asked for only where there is a conflict */
  reach(span: Span): Piecemeal<readonly Occurrence[]>;
  notBeforeMs: number;
  /** a rule with many times, whose days stay what they are */
  repeats: boolean;
};

export function waysOut(of: WayFacts): WayOut[] {
  return whole(findingWays(of));
}

export function* findingWays(of: WayFacts): Piecemeal<WayOut[]> {
  const first = of.wished[0];
  if (of.conflicts.length === 0 || !first) return [];
  const near = of.near ?? (yield* findingNear(of));
  const busy = yield* findingBusy(near.values());
  const moved = yield* move({ ...of, near }, first);
  return [...moved, ...shorten(of, busy), ...(yield* askPriority({ ...of, near }))];
}

type Near = { near: Neighbours<Planned> };

/**
 * First one day is looked at: where a rule finds no time on its first day it finds none, and where a
 * single time finds one within a day nobody asks about the week.
 */
function* move(of: WayFacts & Near, first: Planned): Piecemeal<WayOut[]> {
  const shiftMs = yield* shiftOf(of, first);
  return shiftMs === null ? [] : [{ kind: 'move', atMs: first.playAtMs + shiftMs, shiftMs }];
}

function* shiftOf(of: WayFacts & Near, first: Planned): Piecemeal<number | null> {
  const { wished, repeats } = of;
  const { playAtMs, durationMs } = first;
  const midnight = midnightMs(dayNumber(playAtMs));
  const week = { slots: wished, reachMs: REACH_MS, ...around(wished, repeats ? DAY_MS : REACH_MS) };
  if (repeats) {
    const day = { fromMs: midnight, toMs: midnight + DAY_MS + durationMs };
    const some = yield* freeIn(of, { slots: [first], reachMs: DAY_MS, ...day });
    return some === null || wished.length === 1 ? some : yield* freeIn(of, week);
  }
  const day = { slots: wished, reachMs: DAY_MS, ...around(wished, DAY_MS) };
  return (yield* freeIn(of, day)) ?? (yield* freeIn(of, week));
}

function around(wished: readonly Planned[], byMs: number): Span {
  const [first, last] = [wished[0] as Planned, wished.at(-1) as Planned];
  return { fromMs: first.playAtMs - byMs, toMs: last.playAtMs + last.durationMs + byMs };
}

type Searched = Span & { slots: readonly Planned[]; reachMs: number };

/** Where even their own times leave no room, it is not asked how long they wait for each other. */
function* freeIn(of: WayFacts & Near, on: Searched): Piecemeal<number | null> {
  const { hear, wished, notBeforeMs, repeats: sameDay } = of;
  const { priority, drill } = wished[0] as Planned;
  const others = yield* mapping(yield* of.reach(on), (one) =>
    hear(one.areaIds).length > 0 ? one : null,
  );
  const search = { priority, drill, ...on, hours: hoursOf(of.near), notBeforeMs, sameDay };
  const busy = yield* findingBusy(apart(others));
  if ((yield* findingShift({ ...search, busy })) === null) return null;
  const lists = yield* findingNeighbours({ wished, others, hear });
  return yield* findingShift({ ...search, busy: yield* findingBusy(lists.values()) });
}

/** Each at its own time, whoever it would have to wait for. */
function* apart(others: readonly Occurrence[]): Generator<[Occurrence]> {
  for (const other of others) yield [other];
}

function hoursOf(neighbours: Neighbours<Planned>): SiteHours[] {
  const byKey = new Map([...neighbours.keys()].map(({ hoursKey, hours }) => [hoursKey, hours]));
  return [...byKey.values()];
}

/** To what is left before the next; no way when it begins while another sounds. */
function shorten({ wished }: WayFacts, busy: readonly Span[]): WayOut[] {
  // cut, a drill would lose the words that say it was one
  if (wished.some(({ drill }) => drill)) return [];
  let roomMs = Number.POSITIVE_INFINITY;
  for (const { playAtMs } of wished)
    roomMs = Math.min(roomMs, (nextBusy(busy, playAtMs)?.fromMs ?? roomMs + playAtMs) - playAtMs);
  const maxSeconds = Math.floor(roomMs / 1_000);
  const fits = maxSeconds >= SHORTEST_S && Number.isFinite(roomMs);
  return fits ? [{ kind: 'shorten', maxSeconds }] : [];
}

/** Only where it helps: with it nothing would happen to the wish any more. */
function* askPriority(of: WayFacts): Piecemeal<WayOut[]> {
  const { wished, conflicts } = of;
  const suffers = conflicts.some(({ whose }) => whose === 'wish');
  if (wished[0]?.priority !== 'normal' || !suffers) return [];
  const raised = wished.map((each) => ({ ...each, priority: 'priority' as const }));
  const stillHarmed = yield* findingHarm({ ...of, wished: raised });
  return stillHarmed ? [] : [{ kind: 'ask-priority' }];
}

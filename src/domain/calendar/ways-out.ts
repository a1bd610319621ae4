// Three ways out of a conflict: another time, fewer seconds, or a higher priority.
// It must never take one of them: a person does.
import type { SiteHours } from '../../../devices/rules/index.ts';
import type { Conflict, WayOut } from './conflict-model.ts';
import { type ConflictFacts, conflictsOf, type Neighbours } from './conflicts.ts';
import { busyOf, nearestShift, nextBusy, type Span } from './free-slots.ts';
import type { Planned } from './turns.ts';

/** Shorter is no bulletin: a chime and one sentence take as long. */
const SHORTEST_S = 10;

export type WayFacts = ConflictFacts & {
  conflicts: readonly Conflict[];
  /** over the whole reach of a move */
  neighbours: Neighbours;
  notBeforeMs: number;
  /** a rule with many times, whose days stay what they are */
  repeats: boolean;
};

export function waysOut(of: WayFacts): WayOut[] {
  const first = of.wished[0];
  if (of.conflicts.length === 0 || !first) return [];
  const busy = busyOf(of.neighbours.values());
  return [...move(of, { first, busy }), ...shorten(of, busy), ...askPriority(of)];
}

function move(of: WayFacts, { first, busy }: { first: Planned; busy: Span[] }): WayOut[] {
  const { priority, drill } = first;
  const shiftMs = nearestShift({
    ...{ priority, drill, busy, slots: of.wished },
    hours: hoursOf(of.neighbours),
    notBeforeMs: of.notBeforeMs,
    sameDay: of.repeats,
  });
  return shiftMs === null ? [] : [{ kind: 'move', atMs: first.playAtMs + shiftMs, shiftMs }];
}

function hoursOf(neighbours: Neighbours): SiteHours[] {
  const byKey = new Map([...neighbours.keys()].map(({ hoursKey, hours }) => [hoursKey, hours]));
  return [...byKey.values()];
}

/** To what is left before the next; no way when it begins while another sounds. */
function shorten({ wished }: WayFacts, busy: readonly Span[]): WayOut[] {
  let roomMs = Number.POSITIVE_INFINITY;
  for (const { playAtMs } of wished)
    roomMs = Math.min(roomMs, (nextBusy(busy, playAtMs)?.fromMs ?? roomMs + playAtMs) - playAtMs);
  const maxSeconds = Math.floor(roomMs / 1_000);
  const fits = maxSeconds >= SHORTEST_S && Number.isFinite(roomMs);
  return fits ? [{ kind: 'shorten', maxSeconds }] : [];
}

/** Only where it helps: with it nothing would happen to the wish any more. */
function askPriority(of: WayFacts): WayOut[] {
  const { wished, conflicts } = of;
  const suffers = (all: readonly Conflict[]) => all.some(({ whose }) => whose === 'wish');
  if (wished[0]?.priority !== 'normal' || !suffers(conflicts)) return [];
  const raised = wished.map((each) => ({ ...each, priority: 'priority' as const }));
  return suffers(conflictsOf({ ...of, wished: raised })) ? [] : [{ kind: 'ask-priority' }];
}

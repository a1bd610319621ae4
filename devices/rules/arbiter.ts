// Who sounds when several airings want the same minute: one pure arranger for both ends (issue #2, 5).
// It must never know sound, storage, networks or the time now: items and hours in, segments out.
import type { Priority } from '../protocol/index.ts';
import { allowedUntil, type Closed, closedAt } from './hours.ts';
import type { SiteHours } from './hush.ts';

// The rules (Thông tư 39/2020; PRODUCT "Priorities"):
// 1. Ranks: emergency > drill > priority > normal. A drill is an emergency to all but a real one.
// 2. A higher rank interrupts at once. What it interrupted goes on after it, however long it took,
//    where it stopped; only the allowed hours can end it.
// 3. Within a rank what sounds is never displaced. Among those that wait: earlier playAt, then id
//    (ids grow with time, so that is order of arrival, and the same at every speaker).
// 4. Waiting for a turn ends after ten minutes, pre-empted. Emergencies and drills wait without limit.
// 5. What arrives after its time joins where the others are; the missed beginning is "late".
// 6. Nothing but a real emergency sounds outside allowed hours: what would start outside does not,
//    what an interruption pushed over the end is cut there.
// 7. In a hush the same holds as outside hours: what sounds when it begins is cut there, what would
//    start in it does not, and neither comes back after it (issue #4, 4).
// Nothing looks ahead of an arrival, so a later arrival never changes what has sounded before it.

/** PRODUCT: the commune decides collisions by ten minutes before, so ten minutes is a turn's worth. */
export const WAIT_MAX_MS = 600_000;

export type Item = {
  id: string;
  priority: Priority;
  drill?: boolean;
  playAtMs: number;
  durationMs: number;
  arrivedAtMs: number;
  cancelledAtMs?: number | null;
};

/** The item's sound from `offsetMs` on is heard in [fromMs, toMs). */
export type Segment = { fromMs: number; toMs: number; offsetMs: number };
export type Shortage = 'pre-empted' | 'cancelled' | 'late' | Closed;
export type Pause = { fromMs: number; toMs: number; byId: string; resumed: boolean };

export type Arranged = {
  id: string;
  segments: readonly Segment[];
  /** `null`: all of it is heard */
  shortOf: Shortage | null;
  /** what took its turn, when pre-empted */
  byId: string | null;
  pauses: readonly Pause[];
  /** when its fate is known: the end of its sound, or the moment it lost it */
  decidedAtMs: number;
};

/** Arranges all items of one speaker on its one voice; answers in the order of `items`. */
export function arrange(items: readonly Item[], hours: SiteHours): Arranged[] {
  const turns = items.map(turnOf);
  let nowMs = Math.min(...turns.map((turn) => turn.releaseMs));
  let soundingId = '';
  while (turns.some((turn) => turn.decidedAtMs === null)) {
    const ready = turns.filter((turn) => turn.releaseMs <= nowMs && turn.decidedAtMs === null);
    for (const turn of ready) settle(turn, { nowMs, hours, soundingId });
    const open = ready.filter((turn) => turn.decidedAtMs === null).sort(byRight);
    const [sounding] = open;
    if (sounding) soundingId = sounding.item.id;
    const nextMs = nextEventMs({ turns, open, nowMs, hours });
    if (sounding) sound(sounding, nowMs, nextMs);
    for (const turn of open.slice(1)) pause(turn, { nowMs, nextMs, byId: soundingId });
    nowMs = nextMs;
  }
  return turns.map(answerOf);
}

type Turn = {
  item: Item;
  rank: number;
  /** from when on it may sound: its time, or its arrival if that came later */
  releaseMs: number;
  /** the next of its sound to be heard */
  offsetMs: number;
  startedAtMs: number | null;
  segments: Segment[];
  pauses: Pause[];
  shortOf: Shortage | null;
  byId: string | null;
  decidedAtMs: number | null;
};

/** Drills and emergencies never give up waiting; what is above a drill passes the hours. */
const RANK_DRILL = 2;

function turnOf(item: Item): Turn {
  const releaseMs = Math.max(item.playAtMs, item.arrivedAtMs);
  const turn: Turn = {
    item,
    rank: rankOf(item),
    releaseMs,
    offsetMs: releaseMs - item.playAtMs,
    startedAtMs: null,
    segments: [],
    pauses: [],
    shortOf: releaseMs > item.playAtMs ? 'late' : null,
    byId: null,
    decidedAtMs: null,
  };
  if (cancelMs(turn) <= releaseMs) end(turn, 'cancelled', cancelMs(turn));
  return turn;
}

function rankOf(item: Item): number {
  if (item.priority === 'emergency') return item.drill ? RANK_DRILL : RANK_DRILL + 1;
  return item.priority === 'priority' ? 1 : 0;
}

function cancelMs(turn: Turn): number {
  return turn.item.cancelledAtMs ?? Number.POSITIVE_INFINITY;
}

/** When it gives up waiting for its first second. */
function patienceEndsMs(turn: Turn): number {
  const waits = turn.startedAtMs === null && turn.rank < RANK_DRILL;
  return waits ? turn.releaseMs + WAIT_MAX_MS : Number.POSITIVE_INFINITY;
}

function end(turn: Turn, shortOf: Shortage | null, atMs: number): void {
  turn.shortOf = shortOf;
  turn.decidedAtMs = atMs;
}

/** Ends what is over, withdrawn, out of patience or out of hours at this instant. */
function settle(turn: Turn, at: { nowMs: number; hours: SiteHours; soundingId: string }): void {
  const closed = turn.rank <= RANK_DRILL ? closedTo(turn, at) : null;
  if (turn.offsetMs >= turn.item.durationMs) end(turn, turn.shortOf, at.nowMs);
  else if (cancelMs(turn) <= at.nowMs) end(turn, 'cancelled', at.nowMs);
  else if (closed !== null) end(turn, closed, at.nowMs);
  else if (patienceEndsMs(turn) <= at.nowMs) {
    end(turn, 'pre-empted', at.nowMs);
    turn.byId = at.soundingId;
  }
}

/** What has not begun is judged by its planned time as well: late is no way round the hours. */
function closedTo(turn: Turn, at: { nowMs: number; hours: SiteHours }): Closed | null {
  const closed = closedAt(at.hours, at.nowMs);
  if (closed !== null || turn.startedAtMs !== null) return closed;
  return closedAt(at.hours, turn.item.playAtMs);
}

/** Whose turn comes first: rank, then what has begun, then time, then id. */
function byRight(a: Turn, b: Turn): number {
  return (
    b.rank - a.rank ||
    Number(a.startedAtMs === null) - Number(b.startedAtMs === null) ||
    a.item.playAtMs - b.item.playAtMs ||
    (a.item.id < b.item.id ? -1 : 1)
  );
}

/** The next instant at which anything can change. */
function nextEventMs(at: {
  turns: readonly Turn[];
  open: readonly Turn[];
  nowMs: number;
  hours: SiteHours;
}): number {
  let nextMs = Number.POSITIVE_INFINITY;
  for (const { releaseMs } of at.turns)
    if (releaseMs > at.nowMs) nextMs = Math.min(nextMs, releaseMs);
  for (const [place, turn] of at.open.entries()) {
    nextMs = Math.min(nextMs, cancelMs(turn));
    if (place === 0) nextMs = Math.min(nextMs, at.nowMs + turn.item.durationMs - turn.offsetMs);
    else nextMs = Math.min(nextMs, patienceEndsMs(turn));
    if (turn.rank <= RANK_DRILL) nextMs = Math.min(nextMs, allowedUntil(at.hours, at.nowMs));
  }
  return nextMs;
}

function sound(turn: Turn, fromMs: number, toMs: number): void {
  const last = turn.segments.at(-1);
  const pause = turn.pauses.at(-1);
  if (pause && pause.toMs === fromMs) pause.resumed = true;
  if (last?.toMs === fromMs) last.toMs = toMs;
  else turn.segments.push({ fromMs, toMs, offsetMs: turn.offsetMs });
  turn.startedAtMs ??= fromMs;
  turn.offsetMs += toMs - fromMs;
}

/** Only what has begun can be interrupted; the first who took its turn is named. */
function pause(turn: Turn, at: { nowMs: number; nextMs: number; byId: string }): void {
  if (turn.startedAtMs === null) return;
  const last = turn.pauses.at(-1);
  if (last?.toMs === at.nowMs) last.toMs = at.nextMs;
  else turn.pauses.push({ fromMs: at.nowMs, toMs: at.nextMs, byId: at.byId, resumed: false });
}

function answerOf(turn: Turn): Arranged {
  return {
    id: turn.item.id,
    segments: turn.segments,
    shortOf: turn.shortOf,
    byId: turn.byId,
    pauses: turn.pauses,
    decidedAtMs: turn.decidedAtMs as number,
  };
}

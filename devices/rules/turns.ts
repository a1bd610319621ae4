// One item on its way to its fate: what it may, what it lost, how much of it was heard.
// It must never know the other items but by name: the arbiter compares and decides.
import type { MissedRule, StartRule, UnderRule } from '../protocol/index.ts';
import type { Arranged, Item, Pause, Segment, Shortage } from './arbiter-model.ts';
import { type Closed, closedAt } from './hours.ts';
import type { SiteHours } from './hush.ts';

/** PRODUCT: the commune decides collisions by ten minutes before, so ten minutes is a turn's worth. */
export const WAIT_MAX_MS = 600_000;
/** A second late is the wire's and the clock's, not a beginning anybody missed. */
export const MISSED_AFTER_MS = 1_000;

export type Turn = {
  item: Item;
  rank: number;
  start: StartRule;
  missed: MissedRule;
  under: UnderRule;
  order: number;
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

const RANK_FILLER = -1;
/** Drills and emergencies never give up waiting; what is above a drill passes the hours. */
const RANK_DRILL = 2;

export function turnOf(item: Item): Turn {
  const releaseMs = Math.max(item.playAtMs, item.arrivedAtMs);
  const missedMs = releaseMs - item.playAtMs;
  const missed: MissedRule =
    missedMs > MISSED_AFTER_MS ? (item.missed ?? { kind: 'join' }) : { kind: 'join' };
  const joins = missed.kind !== 'late';
  const turn: Turn = {
    item,
    rank: rankOf(item),
    start: item.start ?? { kind: 'after' },
    missed,
    under: item.under ?? 'pause',
    order: item.order ?? 0,
    releaseMs,
    offsetMs: joins ? missedMs : 0,
    startedAtMs: null,
    segments: [],
    pauses: [],
    shortOf: joins && missedMs > 0 ? 'late' : null,
    byId: null,
    decidedAtMs: null,
  };
  if (cancelMs(turn) <= releaseMs) close(turn, 'cancelled', cancelMs(turn));
  else if (missed.kind === 'skip') close(turn, 'late', releaseMs);
  else if (patienceEndsMs(turn) < releaseMs) close(turn, 'late', releaseMs);
  return turn;
}

function rankOf({ priority, drill, filler }: Item): number {
  if (priority === 'emergency') return drill ? RANK_DRILL : RANK_DRILL + 1;
  if (filler) return RANK_FILLER;
  return priority === 'priority' ? 1 : 0;
}

export function keepsHours({ rank }: Turn): boolean {
  return rank <= RANK_DRILL;
}

export function cancelMs(turn: Turn): number {
  return turn.item.cancelledAtMs ?? Number.POSITIVE_INFINITY;
}

/** Until when it waits for its first second; who has begun waits without limit. */
export function patienceEndsMs(turn: Turn): number {
  if (turn.startedAtMs !== null) return Number.POSITIVE_INFINITY;
  return Math.min(turnEndsMs(turn), lateEndsMs(turn));
}

function turnEndsMs({ rank, start, releaseMs }: Turn): number {
  if (rank >= RANK_DRILL || rank === RANK_FILLER) return Number.POSITIVE_INFINITY;
  return releaseMs + (start.kind === 'within' ? start.withinMs : WAIT_MAX_MS);
}

function lateEndsMs({ missed, item }: Turn): number {
  return missed.kind === 'late' ? item.playAtMs + missed.untilMs : Number.POSITIVE_INFINITY;
}

function close(turn: Turn, shortOf: Shortage | null, atMs: number): void {
  turn.shortOf = shortOf;
  turn.decidedAtMs = atMs;
}

/** `closed`: what the hours say at this instant to who keeps them. */
type Instant = { nowMs: number; hours: SiteHours; closed: Closed | null };

/** Ends what is over, withdrawn or out of hours at this instant, whoever else wants the voice. */
export function settle(turn: Turn, at: Instant): void {
  const closed = keepsHours(turn) ? closedTo(turn, at) : null;
  if (turn.offsetMs >= turn.item.durationMs) close(turn, turn.shortOf, at.nowMs);
  else if (cancelMs(turn) <= at.nowMs) close(turn, 'cancelled', at.nowMs);
  else if (closed !== null) close(turn, closed, at.nowMs);
}

/** What has not begun is judged by its planned time as well: late is no way round the hours. */
function closedTo(turn: Turn, { nowMs, hours, closed }: Instant): Closed | null {
  const { playAtMs } = turn.item;
  if (closed !== null || turn.startedAtMs !== null || playAtMs === nowMs) return closed;
  return closedAt(hours, playAtMs);
}

/** Whose turn comes first. A total order at any instant: nobody's place depends on who is listed. */
export function byRight(a: Turn, b: Turn): number {
  const isUrgent = a.rank >= RANK_DRILL;
  const begun = Number(a.startedAtMs === null) - Number(b.startedAtMs === null);
  return (
    b.rank - a.rank ||
    (isUrgent ? a.order - b.order : exactness(b) - exactness(a)) ||
    begun ||
    a.order - b.order ||
    a.item.playAtMs - b.item.playAtMs ||
    (a.item.id < b.item.id ? -1 : 1)
  );
}

function exactness({ start, rank }: Turn): number {
  return start.kind === 'exact' && rank !== RANK_FILLER ? 1 : 0;
}

/** Loses its turn to what sounds: out of patience, or it will not be interrupted. */
export function isOver(turn: Turn, nowMs: number): boolean {
  if (turn.startedAtMs !== null) return turn.under === 'drop';
  return patienceEndsMs(turn) <= nowMs;
}

/** Out of patience for a late start is "late": nobody took its turn, it had missed it. */
export function end(turn: Turn, at: { nowMs: number; byId: string }): void {
  const late = turn.startedAtMs === null && lateEndsMs(turn) <= at.nowMs;
  close(turn, late ? 'late' : 'pre-empted', at.nowMs);
  turn.byId = at.byId;
}

export function sound(turn: Turn, fromMs: number, toMs: number): void {
  const last = turn.segments.at(-1);
  const pause = turn.pauses.at(-1);
  if (pause && pause.toMs === fromMs) pause.resumed = true;
  if (last?.toMs === fromMs) last.toMs = toMs;
  else turn.segments.push({ fromMs, toMs, offsetMs: turn.offsetMs });
  turn.startedAtMs ??= fromMs;
  turn.offsetMs += toMs - fromMs;
}

/** Only what has begun can be interrupted; the first who took its turn is named. */
export function yieldTo(byId: string, turn: Turn, at: { nowMs: number; toMs: number }): void {
  if (turn.startedAtMs === null) return;
  const last = turn.pauses.at(-1);
  if (last?.toMs === at.nowMs) last.toMs = at.toMs;
  else turn.pauses.push({ fromMs: at.nowMs, toMs: at.toMs, byId, resumed: false });
  if (turn.under !== 'silent') return;
  turn.offsetMs += at.toMs - at.nowMs;
  turn.shortOf ??= 'pre-empted';
  turn.byId ??= byId;
}

export function answerOf(turn: Turn): Arranged {
  return {
    id: turn.item.id,
    segments: turn.segments,
    shortOf: turn.shortOf,
    byId: turn.shortOf === 'pre-empted' ? turn.byId : null,
    pauses: turn.pauses,
    decidedAtMs: turn.decidedAtMs as number,
  };
}

// What meeting at one speaker does to each of those that meet: the arbiter asked with and without the wish.
// It must never decide whose turn it is, nor say it in words.
import type { Arranged } from '../../../devices/rules/index.ts';
import { airTerms } from '../airing/air-terms.ts';
import { SETTLED_BEFORE_MS } from '../airing/precedence.ts';
import type { Conflict, DecidingRule, Outcome } from './conflict-model.ts';
import type { Arranging, Planned, Where } from './turns.ts';

/** One conflict before it is known everywhere it comes out alike. */
export type Met = Omit<Conflict, 'areaIds' | 'siteIds' | 'times'>;

export type Meeting = Where & {
  /** which of the run are the wish's */
  ids: ReadonlySet<string>;
  ask: Arranging;
};

export function metIn(run: readonly Planned[], { ids, ask, ...where }: Meeting): Met[] {
  const byId = new Map(run.map((each) => [each.id, each]));
  const together = ask(run, where);
  const others = run.filter(({ id }) => !ids.has(id));
  const without = ask(others, where);
  return run.flatMap((subject): Met[] => {
    const isWish = ids.has(subject.id);
    const now = together.get(subject.id) as Arranged;
    const alone = isWish ? ask([subject], where) : without;
    const found = changeOf({ subject, now, before: alone.get(subject.id) as Arranged, together });
    const by = found && byId.get(found.byId as string);
    if (!found || !by) return [];
    // two of the wish's own times that meet are the wish's affair, told as one
    const wish = isWish ? subject : (run.find(({ id }) => ids.has(id)) as Planned);
    const other = isWish ? by : subject;
    const rule = found.outcome.kind === 'cut' ? 'allowed-hours' : ruleBetween(by, subject);
    return [
      {
        ...{ atMs: wish.playAtMs, with: otherOf(other), whose: isWish ? 'wish' : 'other' },
        ...{ outcome: found.outcome, rule },
        chooseUntilMs: rule === 'no-order-chosen' ? chooseUntilMs(by, subject) : null,
      },
    ];
  });
}

function otherOf({ id: occurrenceId, scheduleId, bulletinId, title, playAtMs }: Planned) {
  return { occurrenceId, scheduleId, bulletinId, title, playAtMs };
}

type Change = { outcome: Outcome; byId: string | undefined };
type Compared = {
  subject: Planned;
  now: Arranged;
  before: Arranged;
  together: ReadonlyMap<string, Arranged>;
};

/** What is worse than without the other; null: nothing is. */
function changeOf({ subject, now, before, together }: Compared): Change | null {
  if (sameSound(now, before)) return null;
  const [start, last] = [now.segments[0], now.segments.at(-1)];
  const dueMs = Math.max(subject.playAtMs, ...before.segments.slice(0, 1).map((of) => of.fromMs));
  const byId = now.byId ?? soundingAt(together, dueMs);
  if (!start || !last) return { outcome: { kind: 'gives-way' }, byId };
  const [pause] = now.pauses;
  if (pause) {
    const againMs = pause.resumed ? pause.toMs : null;
    const outcome = { kind: 'interrupted', atMs: pause.fromMs, againMs } as const;
    return { outcome, byId: pause.byId };
  }
  if (now.shortOf === 'pre-empted')
    return { outcome: { kind: 'interrupted', atMs: last.toMs, againMs: null }, byId };
  if (now.shortOf !== null && before.shortOf === null)
    return { outcome: { kind: 'cut', atMs: last.toMs }, byId };
  return { outcome: { kind: 'waits', fromMs: start.fromMs }, byId };
}

function sameSound(a: Arranged, b: Arranged): boolean {
  return JSON.stringify(a.segments) === JSON.stringify(b.segments);
}

function soundingAt(all: ReadonlyMap<string, Arranged>, atMs: number): string | undefined {
  const sounds = ({ segments }: Arranged) =>
    segments.some(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  return [...all.values()].find(sounds)?.id;
}

/** Names the rule that the arbiter kept; it is not asked whose turn it is. */
function ruleBetween(winner: Planned, loser: Planned): DecidingRule {
  // what fills gaps is beneath all else, whatever its priority, and among its like it has none
  if (fills(loser) && !fills(winner)) return 'filler';
  if (fills(winner)) return byArrival(winner, loser);
  if (winner.priority !== loser.priority || winner.drill !== loser.drill) return 'higher-priority';
  if (winner.air.start.kind === 'exact' && loser.air.start.kind !== 'exact') return 'exact-start';
  if (isGraver(winner, loser)) return 'more-severe';
  if (winner.priority === 'priority' && isOrdered(winner, loser)) return 'commune-order';
  if (chooseUntilMs(winner, loser) !== null) return 'no-order-chosen';
  return byArrival(winner, loser);
}

const byArrival = (winner: Planned, loser: Planned): DecidingRule =>
  winner.playAtMs === loser.playAtMs ? 'order-of-arrival' : 'already-sounding';

/** An emergency is never filler (devices/rules/arbiter.ts). */
function fills({ air, priority }: Planned): boolean {
  return air.filler && priority !== 'emergency';
}

/** Of two emergencies, or two drills; what nobody measured stands where the arbiter puts it. */
function isGraver(winner: Planned, loser: Planned): boolean {
  const order = ({ air, ...of }: Planned) => airTerms(air, of).order;
  return winner.priority === 'emergency' && order(winner) < order(loser);
}

/** Until when a commune may say which of two priority items is first; null: it has, or it is no such question. */
export function chooseUntilMs(winner: Planned, loser: Planned): number | null {
  const are = [winner, loser].every(({ priority, drill }) => priority === 'priority' && !drill);
  if (!are || isOrdered(winner, loser)) return null;
  return Math.min(winner.playAtMs, loser.playAtMs) - SETTLED_BEFORE_MS;
}

/** An order is of all that collide: one that came after the answer is in no order yet. */
function isOrdered({ order: first }: Planned, { order: second }: Planned): boolean {
  return first !== undefined && second !== undefined && first < second;
}

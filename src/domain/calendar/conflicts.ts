// Who overlaps whom where, before it is saved: the wish put among what is planned, and the arbiter asked.
// It must never decide whose turn it is, nor say it in words.
import type { Arranged } from '../../../devices/rules/index.ts';
import type { Cell, Hearing } from './cells.ts';
import type { Conflict, DecidingRule, Outcome } from './conflict-model.ts';
import { merged, nextBusy } from './free-slots.ts';
import { type Arranging, arranging, byTime, type Planned, runsOf } from './turns.ts';

/** Fourteen days of an hourly notice; what meets somebody meets them within these. */
export const WISHED_MAX = 200;
/** More meetings than these are one message: this hour is taken. */
export const CONFLICTS_MAX = 20;
/** Runs of bulletins longer than an hour are a day's programme, whose nearest hour tells the same. */
export const AROUND_MS = 3_600_000;
/** A pattern that fires every second makes runs of thousands: its neighbours tell the same. */
const RUN_MAX = 60;

export type ConflictFacts = {
  wished: readonly Planned[];
  /** what else may sound there, the wish's own schedule left out */
  others: readonly Planned[];
  hear: Hearing;
};

/** What each cell of the wish will hear beside it, in the order of time. */
export type Neighbours = ReadonlyMap<Cell, readonly Planned[]>;

export function neighboursOf({ wished, others, hear }: ConflictFacts): Neighbours {
  const found = new Map<Cell, Planned[]>();
  for (const { areaIds } of wished) for (const cell of hear(areaIds)) found.set(cell, []);
  for (const other of [...others].sort(byTime))
    for (const cell of hear(other.areaIds)) found.get(cell)?.push(other);
  return found;
}

export function conflictsOf(facts: ConflictFacts): Conflict[] {
  const { wished, hear } = facts;
  const neighbours = neighboursOf({ ...facts, others: nearby(facts) });
  const ids = new Set(wished.map(({ id }) => id));
  const ask = arranging();
  const met: Conflict[] = [];
  const cellsOfWish = new Map(wished.map((each) => [each, new Set(hear(each.areaIds))]));
  for (const [cell, others] of neighbours) {
    const heard = wished.filter((each) => cellsOfWish.get(each)?.has(cell));
    for (const run of runsOf([...others, ...heard].sort(byTime))) {
      if (run.length < 2 || !run.some(({ id }) => ids.has(id))) continue;
      met.push(...inRun(near(run, ids), { cell, ids, ask }));
    }
  }
  return together(met)
    .sort((a, b) => a.atMs - b.atMs)
    .slice(0, CONFLICTS_MAX);
}

/** A week of a province is thousands of times; what can meet the wish is within an hour of one of its own. */
function nearby({ wished, others }: ConflictFacts): Planned[] {
  const around = merged(
    wished.map(({ playAtMs, durationMs }) => ({
      ...{ fromMs: playAtMs - AROUND_MS, toMs: playAtMs + durationMs + AROUND_MS },
    })),
  );
  return others.filter(({ playAtMs, durationMs }) => {
    const span = nextBusy(around, playAtMs);
    return span !== null && span.fromMs < playAtMs + durationMs;
  });
}

function near(run: readonly Planned[], ids: ReadonlySet<string>): readonly Planned[] {
  if (run.length <= RUN_MAX) return run;
  const at = run.findIndex(({ id }) => ids.has(id));
  const from = Math.max(0, at - RUN_MAX / 2);
  return run.slice(from, from + RUN_MAX);
}

type Meeting = { cell: Cell; ids: ReadonlySet<string>; ask: Arranging };

function inRun(run: readonly Planned[], { cell, ids, ask }: Meeting): Conflict[] {
  const byId = new Map(run.map((each) => [each.id, each]));
  const together = ask(run, cell);
  const without = ask(
    run.filter(({ id }) => !ids.has(id)),
    cell,
  );
  return run.flatMap((subject): Conflict[] => {
    const isWish = ids.has(subject.id);
    const now = together.get(subject.id) as Arranged;
    const alone = isWish ? ask([subject], cell) : without;
    const found = changeOf({ subject, now, before: alone.get(subject.id) as Arranged, together });
    const by = found && byId.get(found.byId as string);
    if (!found || !by) return [];
    // two of the wish's own times that meet are the wish's affair, told as one
    const wish = isWish ? subject : firstOf(run, ids);
    const other = isWish ? by : subject;
    return [
      {
        atMs: wish.playAtMs,
        times: 1,
        with: otherOf(other),
        whose: isWish ? 'wish' : 'other',
        outcome: found.outcome,
        rule: found.outcome.kind === 'cut' ? 'allowed-hours' : ruleBetween(by, subject),
        areaIds: [cell.areaId],
        siteIds: cell.sites.map(({ id }) => id),
      },
    ];
  });
}

function firstOf(run: readonly Planned[], ids: ReadonlySet<string>): Planned {
  return run.find(({ id }) => ids.has(id)) as Planned;
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
  if (winner.priority !== loser.priority || winner.drill !== loser.drill) return 'higher-priority';
  if (loser.air.filler && !winner.air.filler) return 'filler';
  if ((winner.order ?? 0) !== (loser.order ?? 0)) return 'commune-order';
  if (winner.air.start.kind === 'exact' && loser.air.start.kind !== 'exact') return 'exact-start';
  return winner.playAtMs === loser.playAtMs ? 'order-of-arrival' : 'already-sounding';
}

/** The same meeting in many villages, and on many days, is told once. */
function together(met: readonly Conflict[]): Conflict[] {
  const days = new Map<string, Conflict>();
  for (const each of met) {
    const found = days.get(keyOf(each, 0));
    days.set(keyOf(each, 0), found ? joined(found, each) : each);
  }
  const rules = new Map<string, Conflict>();
  for (const each of days.values()) {
    const key = `${keyOf(each, each.atMs)} ${each.siteIds.join(' ')}`;
    const found = rules.get(key);
    const first = found && found.atMs <= each.atMs ? found : each;
    rules.set(key, found ? { ...first, times: found.times + 1 } : each);
  }
  return [...rules.values()];
}

/** Instants counted from `zeroMs`: with 0 the day counts, with the wished time only the shape does. */
function keyOf({ atMs, with: other, whose, outcome, rule }: Conflict, zeroMs: number): string {
  const said = Object.values(outcome).map((of) => (typeof of === 'number' ? of - zeroMs : of));
  const facts = [other.scheduleId, other.playAtMs - zeroMs, atMs - zeroMs, whose, rule, ...said];
  return facts.join(' ');
}

function joined(a: Conflict, b: Conflict): Conflict {
  const areaIds = [...new Set([...a.areaIds, ...b.areaIds])];
  return { ...a, areaIds, siteIds: [...new Set([...a.siteIds, ...b.siteIds])] };
}

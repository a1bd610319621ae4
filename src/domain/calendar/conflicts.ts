// Who overlaps whom where, before it is saved: the wish put among what is planned, and the arbiter asked.
// It must never decide whose turn it is, nor say it in words.
import type { Occurrence } from '../model.ts';
import { mapping, type Piecemeal, whole } from '../piecemeal.ts';
import type { Cell, Hearing } from './cells.ts';
import type { Conflict } from './conflict-model.ts';
import { merged, nextBusy, type Span } from './free-slots.ts';
import { type Met, metIn } from './meeting.ts';
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
  /** where they are known already: of those within an hour of the wish */
  near?: Neighbours<Planned>;
};

/** What each cell of the wish will hear beside it, in the order of time. */
export type Neighbours<T> = ReadonlyMap<Cell, readonly T[]>;
type Sounding = Pick<Occurrence, 'id' | 'playAtMs' | 'durationMs' | 'areaIds'>;
type Beside<T> = { wished: readonly Sounding[]; others: readonly T[]; hear: Hearing };

export function* findingNeighbours<T extends Sounding>({
  wished,
  others,
  hear,
}: Beside<T>): Piecemeal<Neighbours<T>> {
  const found = new Map<Cell, T[]>();
  for (const cells of new Set(wished.map(({ areaIds }) => hear(areaIds))))
    for (const cell of cells) found.set(cell, []);
  for (const other of others) {
    for (const cell of hear(other.areaIds)) found.get(cell)?.push(other);
    yield;
  }
  for (const list of found.values()) {
    list.sort(byTime);
    yield;
  }
  return found;
}

export function conflictsOf(facts: ConflictFacts): Conflict[] {
  return whole(findingConflicts(facts));
}

/** Place by place, so that a province's ten thousand schedules keep nobody waiting. */
export function* findingConflicts(facts: ConflictFacts): Piecemeal<Conflict[]> {
  const found = new Map<string, Found>();
  const known = new Map<string, readonly Found[]>();
  for (const [cell, runs] of yield* findingRuns(facts)) {
    for (const run of runs) {
      const key = `${cell.hoursKey} ${run.run.map(({ id }) => id).join(' ')}`;
      const met = known.get(key) ?? metIn(run.run, { ...run, ...cell }).map(kept(found));
      known.set(key, met);
      for (const each of met) each.cells.add(cell);
    }
    yield;
  }
  return (yield* together([...found.values()]))
    .sort((a, b) => a.atMs - b.atMs)
    .slice(0, CONFLICTS_MAX);
}

/** Does anything happen to the wish itself? The first place that says so is enough. */
export function* findingHarm(facts: ConflictFacts): Piecemeal<boolean> {
  const known = new Set<string>();
  for (const [cell, runs] of yield* findingRuns(facts)) {
    for (const run of runs) {
      const key = `${cell.hoursKey} ${run.run.map(({ id }) => id).join(' ')}`;
      if (known.has(key)) continue;
      known.add(key);
      if (metIn(run.run, { ...run, ...cell }).some(({ whose }) => whose === 'wish')) return true;
    }
    yield;
  }
  return false;
}

type Run = { run: readonly Planned[]; ids: ReadonlySet<string>; ask: Arranging };

/** Of each cell, what meets the wish there. */
function* findingRuns(facts: ConflictFacts): Piecemeal<Iterable<[Cell, Run[]]>> {
  const { wished, hear } = facts;
  const neighbours = facts.near ?? (yield* findingNear(facts));
  const ids = new Set(wished.map(({ id }) => id));
  const ask = arranging();
  const heardBy = new Map<readonly Cell[], ReadonlySet<Cell>>();
  for (const { areaIds } of wished) heardBy.set(hear(areaIds), new Set(hear(areaIds)));
  const hears = (cell: Cell) => (each: Planned) => heardBy.get(hear(each.areaIds))?.has(cell);
  return mapped(neighbours, (cell, others) =>
    runsOf([...others, ...wished.filter(hears(cell))].sort(byTime))
      .filter((run) => run.length > 1 && run.some(({ id }) => ids.has(id)))
      .map((run) => ({ run: near(run, ids), ids, ask })),
  );
}

/** One after another, when it is asked for. */
function* mapped<K, V, T>(of: ReadonlyMap<K, V>, make: (key: K, value: V) => T): Generator<[K, T]> {
  for (const [key, value] of of) yield [key, make(key, value)];
}

/** Only what can meet the wish. */
export function* findingNear(facts: ConflictFacts): Piecemeal<Neighbours<Planned>> {
  return yield* findingNeighbours({ ...facts, others: yield* nearby(facts) });
}

/** Where something may be that meets the wish. */
export function aroundOf(wished: readonly Planned[]): Span[] {
  return merged(
    wished.map(({ playAtMs, durationMs }) => ({
      ...{ fromMs: playAtMs - AROUND_MS, toMs: playAtMs + durationMs + AROUND_MS },
    })),
  );
}

/** A week of a province is thousands of times; what can meet the wish is within an hour of one of its own. */
function* nearby({ wished, others }: ConflictFacts): Piecemeal<Planned[]> {
  const around = aroundOf(wished);
  return yield* mapping(others, (other) => {
    const span = nextBusy(around, other.playAtMs);
    return span !== null && span.fromMs < other.playAtMs + other.durationMs ? other : null;
  });
}

function near(run: readonly Planned[], ids: ReadonlySet<string>): readonly Planned[] {
  if (run.length <= RUN_MAX) return run;
  const at = run.findIndex(({ id }) => ids.has(id));
  const from = Math.max(0, at - RUN_MAX / 2);
  return run.slice(from, from + RUN_MAX);
}

/** The same meeting in many villages is one, with all its places. */
type Found = { met: Met; cells: Set<Cell> };

function kept(found: Map<string, Found>): (met: Met) => Found {
  return (met) => {
    const key = keyOf(met, 0);
    const known = found.get(key) ?? { met, cells: new Set<Cell>() };
    found.set(key, known);
    return known;
  };
}

/** The same meeting on many days, at the same places, is told once. */
function* together(found: readonly Found[]): Piecemeal<Conflict[]> {
  const rules = new Map<string, Conflict>();
  for (const { met, cells } of found) {
    const conflict = { ...met, times: 1, ...placesOf(cells) };
    const key = `${keyOf(met, met.atMs)} ${conflict.siteIds.join(' ')}`;
    const known = rules.get(key);
    const first = known && known.atMs <= met.atMs ? known : conflict;
    rules.set(key, known ? { ...first, times: known.times + 1 } : conflict);
    yield;
  }
  return [...rules.values()];
}

function placesOf(cells: ReadonlySet<Cell>): Pick<Conflict, 'areaIds' | 'siteIds'> {
  const all = [...cells];
  const areaIds = [...new Set(all.map(({ areaId }) => areaId))];
  return { areaIds, siteIds: all.flatMap(({ sites }) => sites.map(({ id }) => id)) };
}

/** Instants counted from `zeroMs`: with 0 the day counts, with the wished time only the shape does. */
function keyOf({ atMs, with: other, whose, outcome, rule }: Met, zeroMs: number): string {
  const said = Object.values(outcome).map((of) => (typeof of === 'number' ? of - zeroMs : of));
  const facts = [other.scheduleId, other.playAtMs - zeroMs, atMs - zeroMs, whose, rule, ...said];
  return facts.join(' ');
}

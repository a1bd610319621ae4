// A day of the plan played through, speaker by speaker, before it happens: what will sound, what will not and why.
// It must never decide whose turn it is (devices/rules does), nor say anything in words.
import { type Arranged, allowedAt } from '../../../devices/rules/index.ts';
import type { Cell, Hearing } from '../calendar/cells.ts';
import { type Arranging, arranging, byTime, type Planned, runsOf } from '../calendar/turns.ts';
import type { Site, VerdictKind } from '../model.ts';
import { type Piecemeal, whole } from '../piecemeal.ts';
import { fleetFaultOf } from './fleet-fault.ts';
import { type Gathered, type Gathering, gathering } from './gathering.ts';
import type { Fault, Finding, Rehearsed, SiteState } from './rehearsal-model.ts';

export type RehearsalFacts = {
  occurrences: readonly Planned[];
  cells: readonly Cell[];
  hear: Hearing;
  stateOf(siteId: string): SiteState;
  /** how many people hear this site */
  peopleOf(site: Site): number;
  /** the stream of an occurrence that has gone out already; null: not yet */
  streamOf(occurrenceId: string): string | null;
};

export function rehearse(facts: RehearsalFacts): Rehearsed {
  return whole(rehearsing(facts));
}

/** Place by place, so that a province's week keeps nobody waiting. */
export function* rehearsing(facts: RehearsalFacts): Piecemeal<Rehearsed> {
  const inOrder = [...facts.occurrences].sort(byTime);
  yield;
  const found = gathering(facts.peopleOf);
  const ask = arranging();
  const spoken = new Set<string>();
  for (const [cell, planned] of yield* heardBy(facts, inOrder)) {
    for (const { id } of cell.sites) spoken.add(id);
    playThrough(facts, { cell, planned, ask, found });
    yield;
  }
  for (const occurrence of inOrder)
    if (facts.hear(occurrence.areaIds).length === 0) found.addUnheard(occurrence);
  yield;
  return { ...found.result(), occurrences: inOrder.length, speakers: spoken.size };
}

type There = { cell: Cell; planned: readonly Planned[]; ask: Arranging; found: Gathering };

function playThrough(facts: RehearsalFacts, { cell, planned, ask, found }: There): void {
  const states = cell.sites.map((site) => ({ site, state: facts.stateOf(site.id) }));
  const will = planned.filter(({ hindrance }) => hindrance === null);
  const fates = fatesIn(will, { cell, ask });
  for (const occurrence of planned)
    for (const { site, state } of states)
      found.add(outcomeOf(facts, { occurrence, site, state, fate: fates.get(occurrence.id) }));
}

function* heardBy(
  { hear }: RehearsalFacts,
  inOrder: readonly Planned[],
): Piecemeal<Map<Cell, Planned[]>> {
  const found = new Map<Cell, Planned[]>();
  for (const occurrence of inOrder) {
    for (const cell of hear(occurrence.areaIds)) {
      const list = found.get(cell);
      if (list) list.push(occurrence);
      else found.set(cell, [occurrence]);
    }
    yield;
  }
  return found;
}

/** `pushed`: its own time was within the hours, and its turn came when they were over. */
type Fate = { arranged: Arranged; by: Planned | null; pushed: boolean };

function fatesIn(
  planned: readonly Planned[],
  { cell, ask }: { cell: Cell; ask: Arranging },
): Map<string, Fate> {
  const fates = new Map<string, Fate>();
  for (const run of runsOf(planned)) {
    const arranged = ask(run, cell);
    for (const { id, playAtMs } of run) {
      const own = arranged.get(id) as Arranged;
      const byId = own.byId ?? own.pauses[0]?.byId;
      const by = run.find((each) => each.id === byId) ?? null;
      fates.set(id, { arranged: own, by, pushed: allowedAt(cell.hours, playAtMs) });
    }
  }
  return fates;
}

type Pair = { occurrence: Planned; site: Site; state: SiteState; fate: Fate | undefined };

function outcomeOf(facts: RehearsalFacts, { occurrence, site, state, fate }: Pair): Gathered {
  const pair = { occurrence, site, state };
  const { hindrance } = occurrence;
  if (hindrance !== null || !fate)
    return { ...pair, kind: 'skipped-by-rule', fault: hindrance, by: null };
  const { arranged, by } = fate;
  const fault = fleetFaultOf(state) ?? streamFault(facts, pair);
  const whole = arranged.shortOf === null;
  if (arranged.segments.length > 0 && fault !== null)
    return { ...pair, kind: EXPECTED[fault] ?? 'failed', fault, by: null };
  if (whole) return { ...pair, kind: 'played', fault: null, by };
  return { ...pair, ...shortOf(fate), by };
}

/** A wrong clock sounds out of step; a low battery may well last. */
const EXPECTED: { readonly [F in Fault]?: VerdictKind } = {
  'clock-off': 'partly-played',
  'battery-low': 'played',
};

/** What was sent and is not there is mended by itself while there is time; that is seen to first. */
function streamFault(facts: RehearsalFacts, pair: Omit<Pair, 'fate'>): Fault | null {
  const stream = facts.streamOf(pair.occurrence.id);
  return stream === null || pair.state.holds.includes(stream) ? null : 'stream-missing';
}

function shortOf({ arranged: { shortOf, segments }, pushed }: Fate): {
  kind: Finding['expected'];
  fault: Fault | null;
} {
  const isHeard = segments.length > 0;
  if (shortOf === 'pre-empted')
    return isHeard
      ? { kind: 'partly-played', fault: 'interrupted' }
      : { kind: 'pre-empted', fault: 'pre-empted' };
  // somebody asked for that silence: it is counted, and nobody has to be told
  if (shortOf === 'hushed')
    return { kind: isHeard ? 'partly-played' : 'skipped-by-rule', fault: null };
  return isHeard
    ? { kind: 'partly-played', fault: 'hours-end' }
    : { kind: 'skipped-by-rule', fault: pushed ? 'hours-end' : 'out-of-hours-here' };
}

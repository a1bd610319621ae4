// Gathers what the service keeps of one airing at one speaker, and has it judged.
// It must never judge: src/domain/airing/verdicts.ts reduces the facts.
import type { FinishedReceipt, Receipt } from '../../../devices/protocol/index.ts';
import { turnMs } from '../../domain/airing/awaited.ts';
import { lateBeginning, type Pace } from '../../domain/airing/beginning.ts';
import {
  type Ending,
  type Fact,
  type KeptFact,
  lastFact,
  saidFacts,
  TURN_KINDS,
} from '../../domain/airing/facts.ts';
import { ON_TIME_MS, revised, verdictFrom, verdictOf } from '../../domain/airing/verdicts.ts';
import type { Actor, Airing, AiringSpeaker, Verdict } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { withHush } from '../poles/hushes.ts';
import { queueAt } from './site-queue.ts';

type Asked = {
  airing: Airing;
  part: Pick<AiringSpeaker, 'siteId' | 'unitId'>;
  nowMs: number;
  /** of the whole airing: read once where many speakers are judged at a time */
  shared?: readonly Fact[];
};

/** Lost for longer than a week is looked up by its last turn. */
const TURNS_BACK_MS = 7 * 24 * 3_600_000;

/** Within a transaction of the caller's. */
export function noteFact({ store }: Pick<Deps, 'store'>, airingId: string, fact: KeptFact): void {
  store.airingFacts.append(airingId, fact);
}

const ENDINGS: Readonly<Record<string, Ending>> = {
  stopped: 'stop',
  cancelled: 'cancel',
  'schedule-withdrawn': 'withdrawn',
  'approval no longer holds': 'changed',
  'bulletin-changed': 'changed',
  'bulletin-withdrawn': 'changed',
  'document-ended': 'ended',
  'all-clear': 'all-clear',
  'assignment-withdrawn': 'withdrawn',
  'schedule-changed': 'replanned',
  'time-changed': 'replanned',
  'special-day': 'replanned',
  'order-chosen': 'replanned',
};

const CODE = /^[a-z]+(-[a-z]+)+$/;

/** Whoever stops everything may write why; all other reasons are the service's own words for it. */
export function endedBy(
  { store, clock }: Deps,
  { actor, reason }: { actor: Actor | null; reason: string },
): KeptFact {
  const by = actor && (store.accounts.get(actor.accountId)?.fullName ?? null);
  const known = Object.hasOwn(ENDINGS, reason) ? ENDINGS[reason] : undefined;
  // a code nobody gave a word yet is no person's, and reaches no reader
  const how = known ?? (CODE.test(reason) ? 'changed' : 'stop');
  const said = known === undefined && how === 'stop' ? reason : null;
  return { kind: 'ended', atMs: clock.planMs(), how, by, reason: said };
}

/** All of it, by kind of source. */
export function factsOf(deps: Deps, of: Asked): Fact[] {
  const { airing, part, shared = deps.store.airingFacts.of(airing.id) } = of;
  const receipts = deps.store.receipts.takenOf(airing.id, part.siteId);
  return [
    ...shared,
    ...receipts.map((one): Fact => ({ kind: 'receipt', atMs: one.receipt.atMs, ...one })),
    ...receipts.flatMap(({ receipt }) => displacedBy(deps, { airing, receipt })),
    ...turnsOf(deps, of),
    ...lastWord(deps, of),
    ...unitGone(deps, part.unitId),
    ...hushOf(deps, of),
  ];
}

/**
 * The verdict and what its sentence needs; null while nothing is decided, or nothing new was learnt.
 * @param of.previous the verdict that counts so far
 */
export function judged(
  deps: Deps,
  of: Asked & { previous: Verdict | null; isOver: boolean },
): { verdict: Verdict; facts: Fact[] } | null {
  const { airing, part, nowMs, previous, isOver } = of;
  const { siteId } = part;
  // what stood in the way of all of it is all there is to know
  const hindered = of.shared?.some(({ kind }) => kind === 'hindered') ? of.shared : null;
  const whole = hindered ? null : playedWhole(deps, of);
  const facts = whole ? chosenOrder(deps, of) : [...(hindered ?? factsOf(deps, of))];
  const pace = paceAt(deps, siteId);
  const asked = { airing, siteId, facts, nowMs, isOver, pace, turnMs: turnAt(deps, of) };
  const found = whole ?? verdictFrom(asked);
  const verdict = found && revised(previous, withHush(deps, airing, found));
  return verdict && { verdict, facts: saidFacts(facts) };
}

/** Asked of what began late though its rule makes up for it: few of them, so it is worked out for each. */
function turnAt(deps: Deps, { airing, part }: Asked): () => number | null {
  return () => {
    const site = deps.store.sites.get(part.siteId);
    const regulations = deps.store.regulations.all();
    return site && turnMs(queueAt(deps, { airing, site, regulations }));
  };
}

/** Nearly all of them, and at their time: nothing more is read than its receipts, nothing is left to explain. */
function playedWhole(deps: Deps, { airing, part, nowMs }: Asked): Verdict | null {
  const { siteId } = part;
  const receipts = deps.store.receipts.of(airing.id, siteId);
  const verdict = verdictOf({ airing, siteId, receipts, nowMs });
  if (verdict?.reason !== 'whole') return null;
  const facts = receipts.map((receipt): Fact => {
    return { kind: 'receipt', atMs: receipt.atMs, receipt, takenAtMs: nowMs };
  });
  const isLate = lateBeginning({ airing, facts, pace: paceAt(deps, siteId) }) !== null;
  return isLate ? null : verdict;
}

function paceAt({ store, clock }: Deps, siteId: string): Pace {
  const startOffsetMs = store.sites.get(siteId)?.startOffsetMs ?? 0;
  return { startOffsetMs, speed: clock.speed() };
}

/** Thông tư 39/2020: whose turn came first is said of what was heard whole too; only of priority is it asked. */
function chosenOrder({ store }: Deps, { airing, shared }: Asked): Fact[] {
  if (airing.priority !== 'priority') return [];
  const known = shared ?? store.airingFacts.of(airing.id);
  return known.filter(({ kind }) => kind === 'order');
}

function displacedBy(
  { store }: Deps,
  { airing, receipt }: { airing: Airing; receipt: Receipt },
): Fact[] {
  if (receipt.event !== 'finished') return [];
  return displacements(receipt).flatMap(({ byStreamId, atMs, untilMs }): Fact[] => {
    const by = store.airings.get(byStreamId);
    if (!by) return [];
    const alike = by.priority === 'emergency' && airing.priority === 'emergency';
    const severer = alike && by.drill === airing.drill && by.air.order < airing.air.order;
    const ended = lastFact(store.airingFacts.of(by.id), 'ended');
    const clear = ended?.how === 'all-clear' ? { atMs: ended.atMs, by: ended.by } : null;
    return [
      {
        ...{ kind: 'displaced', atMs, byTitle: by.title, untilMs },
        ...(severer ? { severer } : {}),
        ...(clear ? { clear } : {}),
      },
    ];
  });
}

function displacements({ interruptions, preemptedBy, atMs }: FinishedReceipt) {
  const paused = interruptions.map(({ byStreamId, fromMs, toMs }) => ({
    ...{ byStreamId, atMs: fromMs, untilMs: toMs },
  }));
  return preemptedBy === null
    ? paused
    : [...paused, { byStreamId: preemptedBy, atMs, untilMs: null }];
}

function turnsOf({ store }: Deps, { airing, part, nowMs }: Asked): Fact[] {
  const { siteId } = part;
  const span = { fromMs: airing.playAtMs - TURNS_BACK_MS, toMs: nowMs };
  const near = store.siteTurns.of(siteId, span);
  const [lost, back, mainsLost, mainsBack] = TURN_KINDS;
  const older = [[lost, back] as const, [mainsLost, mainsBack] as const].flatMap((kinds) => {
    const isKnown = near.some(({ kind }) => kinds.some((one) => one === kind));
    const last = isKnown ? null : store.siteTurns.last(siteId, kinds);
    return last && last.atMs < span.fromMs ? [last] : [];
  });
  return [...older, ...near].map(({ kind, atMs }): Fact => ({ kind, atMs }));
}

/** What another box at this site said is no news of the one that had the order. */
function lastWord({ store }: Deps, { part }: Asked): Fact[] {
  const row = store.statuses.get(part.siteId);
  if (row?.status.unitId !== part.unitId) return [];
  const { online, clockErrorMs } = row.status;
  const heard: Fact = { kind: 'heard', atMs: row.heardAtMs, online };
  const isOff = clockErrorMs !== null && clockErrorMs > ON_TIME_MS;
  return isOff
    ? [heard, { kind: 'clock-off', atMs: row.heardAtMs, errorMs: clockErrorMs }]
    : [heard];
}

function unitGone({ store }: Deps, unitId: string): Fact[] {
  const atMs = store.units.get(unitId)?.removedAtMs ?? null;
  return atMs === null ? [] : [{ kind: 'unit-removed', atMs }];
}

function hushOf({ store }: Deps, { airing, part }: Asked): Fact[] {
  const { playAtMs, durationMs } = airing;
  const span = { fromMs: playAtMs, toMs: playAtMs + durationMs };
  const hush = store.hushes.covering(part.siteId, span);
  if (!hush) return [];
  const { fromMs, untilMs, reason } = hush;
  return [{ kind: 'hush', atMs: fromMs, untilMs, reason }];
}

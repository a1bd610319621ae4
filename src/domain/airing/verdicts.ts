// How an airing ended at one speaker: from its receipts, or from its silence, exactly one verdict.
// It must never know signatures, rows or screens: checked receipts in, a verdict out.
import type { FinishedReceipt, Receipt, RefusedReceipt } from '../../../devices/protocol/index.ts';
import type { Airing, Verdict, VerdictKind, VerdictReason } from '../model.ts';
import { type Beginning, lateBeginning, type Pace } from './beginning.ts';
import { type Fact, lastFact, receiptsIn } from './facts.ts';

/** Heard from here on counts as whole: the last words of a bulletin are "xin cảm ơn". */
export const WHOLE_SHARE = 0.98;
/** Less than this is nothing: not one word of Vietnamese fits. */
export const NOTHING_MS = 1_000;
/** REAL milliseconds: a start further off than this was heard by neighbours as a second voice. */
export const ON_TIME_MS = 1_000;

export type VerdictOf = {
  airing: Airing;
  siteId: string;
  receipts: readonly Receipt[];
  nowMs: number;
};

/**
 * The verdict of the receipts so far; null while they decide nothing. "finished" always decides.
 * Of refusals only those decide at once that nothing can heal before closing: a speaker that lacks
 * its policy or clock now may still play when it is told, so it is judged at closeAtMs.
 */
export function verdictOf(of: VerdictOf): Verdict | null {
  const finished = lastOf(of.receipts, isFinished);
  if (finished) return judged(of, fateOfFinished(finished, of.airing), finished);
  const refused = lastOf(of.receipts, isRefused);
  if (refused && FINAL_REFUSALS.has(refused.reason))
    return judged(of, fateOfRefused(refused, of.airing));
  return null;
}

/** What the service knows of the speaker when the airing closes without its word. */
export type Presence = {
  /** as last said or as its last will said; null when it was never heard */
  status: { online: boolean; heardAtMs: number } | null;
  /** the unit that had the order was taken down */
  unitRemoved: boolean;
};

/** Silence at closeAtMs becomes a verdict too: "nobody can tell me why" is no answer (PRODUCT.md). */
export function verdictOfSilence(of: VerdictOf & Presence): Verdict {
  return verdictOf(of) ?? judged(of, fateOfSilence(of));
}

/**
 * The reduction: all that is known of one airing at one speaker, in any order, becomes its verdict.
 * @param of.isOver nothing more is waited for: what is not known by now counts as silence
 * @returns null while the facts decide nothing and may still be waited for
 */
export function verdictFrom(of: {
  airing: Airing;
  siteId: string;
  facts: readonly Fact[];
  nowMs: number;
  isOver: boolean;
  pace?: Pace;
  turnMs?: Beginning['turnMs'];
}): Verdict | null {
  const { airing, siteId, facts, nowMs } = of;
  const base = { airing, siteId, receipts: receiptsIn(facts), nowMs };
  const hindered = lastFact(facts, 'hindered');
  if (hindered) return judged(base, { kind: 'skipped-by-rule', reason: hindered.why });
  if (!of.isOver) return asBegun(asEnded(verdictOf(base), facts), of);
  const heard = lastFact(facts, 'heard');
  const silent = verdictOfSilence({
    ...base,
    status: heard && { online: heard.online, heardAtMs: heard.atMs },
    unitRemoved: lastFact(facts, 'unit-removed') !== null,
  });
  const isSent = airing.state !== 'planned' || lastFact(facts, 'sent') !== null;
  const isMissed = !isSent && (silent.reason === 'offline' || silent.reason === 'no-receipt');
  if (isMissed) return judged(base, { kind: 'failed', reason: 'late', detail: 'not-sent' });
  return asBegun(asEnded(silent, facts), of);
}

/** Heard whole, though not at the time of its schedule: a neighbour's clock would say so. */
function asBegun<V extends Verdict | null>(
  verdict: V,
  { airing, facts, turnMs, pace = USUAL_PACE }: Omit<Beginning, 'pace'> & { pace?: Pace },
): V {
  if (verdict?.reason !== 'whole') return verdict;
  return { ...verdict, detail: lateBeginning({ airing, facts, pace, turnMs }) };
}
const USUAL_PACE: Pace = { startOffsetMs: 0, speed: 1 };

/** An emergency that is over was not cancelled: somebody said that the danger has passed. */
function asEnded<V extends Verdict | null>(verdict: V, facts: readonly Fact[]): V {
  if (verdict?.reason !== 'cancelled' || lastFact(facts, 'ended')?.how !== 'all-clear')
    return verdict;
  return { ...verdict, reason: 'all-clear' };
}

/**
 * One row per airing and speaker: what a late receipt says replaces what silence said.
 * @returns the row to write, or null when nothing new was learnt
 */
export function revised(previous: Verdict | null, next: Verdict): Verdict | null {
  if (!previous) return next;
  if (meaningOf(previous) === meaningOf(next)) return null;
  return { ...next, revision: previous.revision + 1 };
}

function meaningOf({ givenAtMs: _, revision: __, ...meaning }: Verdict): string {
  const entries = Object.entries(meaning).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(entries);
}

type Fate = { kind: VerdictKind; reason: VerdictReason; detail?: string | null };

function fateOfFinished(receipt: FinishedReceipt, airing: Airing): Fate {
  const heardWhole = receipt.heardMs >= airing.durationMs * WHOLE_SHARE;
  if (heardWhole) return fateOfWhole(receipt);
  const why = reasonOfShort(receipt);
  if (why.reason === 'late' && receipt.heardMs < NOTHING_MS && isSkipped(airing)) return SKIPPED;
  if (receipt.heardMs >= NOTHING_MS) return { kind: 'partly-played', ...why };
  if (why.reason === 'interrupted') return { ...why, kind: 'pre-empted', reason: 'other-airing' };
  return { kind: RULED.has(why.reason) ? 'skipped-by-rule' : 'failed', ...why };
}

/** "Lỡ thì bỏ": what missed its beginning stays silent because its schedule says so. */
const isSkipped = ({ air }: Airing): boolean => air.missed.kind === 'skip';
const SKIPPED: Fate = { kind: 'skipped-by-rule', reason: 'missed-start' };

/** Somebody decided so: the commune by its hours, a person by a stop or a hush. */
const RULED: ReadonlySet<VerdictReason> = new Set(['out-of-hours', 'cancelled', 'hushed']);

function fateOfWhole({ startErrorMs, interruptions }: FinishedReceipt): Fate {
  const onTime = startErrorMs !== null && Math.abs(startErrorMs) <= ON_TIME_MS;
  const [first] = interruptions;
  if (!onTime) return { kind: 'partly-played', reason: 'late' };
  if (first) return { kind: 'played', reason: 'interrupted', detail: first.byStreamId };
  return { kind: 'played', reason: 'whole' };
}

function reasonOfShort({ shortOf, preemptedBy, interruptions }: FinishedReceipt) {
  if (shortOf === 'pre-empted') return { reason: 'interrupted' as const, detail: preemptedBy };
  if (shortOf !== null) return { reason: shortOf };
  const [first] = interruptions;
  if (first) return { reason: 'interrupted' as const, detail: first.byStreamId };
  return { reason: 'missing-chunks' as const };
}

const FINAL_REFUSALS = new Set<RefusedReceipt['reason']>([
  'out-of-hours',
  'hushed',
  'too-late',
  'expired',
]);

function fateOfRefused({ reason }: RefusedReceipt, airing: Airing): Fate {
  if (reason === 'too-late' && isSkipped(airing)) return SKIPPED;
  if (reason === 'out-of-hours' || reason === 'hushed') return { kind: 'skipped-by-rule', reason };
  return { kind: 'failed', reason: reason === 'too-late' ? 'late' : 'refused', detail: reason };
}

function fateOfSilence({ airing, receipts, status, unitRemoved }: VerdictOf & Presence): Fate {
  if (airing.state === 'cancelled') return { kind: 'skipped-by-rule', reason: 'cancelled' };
  if (unitRemoved) return { kind: 'failed', reason: 'unit-removed' };
  const refused = lastOf(receipts, isRefused);
  if (refused) return fateOfRefused(refused, airing);
  const stored = receipts.some(({ event }) => event === 'stored' || event === 'started');
  if (status?.online)
    return { kind: 'failed', reason: 'no-receipt', detail: stored ? 'stored' : null };
  return { kind: 'failed', reason: 'offline', detail: stored ? 'stored' : absence(status, airing) };
}

function absence(status: Presence['status'], { playAtMs }: Airing): string {
  if (!status) return 'never';
  return status.heardAtMs < playAtMs ? 'before' : 'after';
}

function judged(of: VerdictOf, fate: Fate, finished?: FinishedReceipt): Verdict {
  const counted = lastOf(of.receipts, hasCounts);
  const started = lastOf(of.receipts, isStarted);
  return {
    airingId: of.airing.id,
    siteId: of.siteId,
    kind: fate.kind,
    reason: fate.reason,
    detail: fate.detail ?? null,
    startErrorMs: finished ? finished.startErrorMs : (started?.startErrorMs ?? null),
    heardMs: finished?.heardMs ?? 0,
    chunksReceived: counted?.chunksReceived ?? 0,
    chunksRepaired: counted?.chunksRepaired ?? 0,
    interruptions: finished?.interruptions ?? [],
    givenAtMs: of.nowMs,
    revision: 0,
  };
}

/** The last by the speaker's own clock; arrival order says nothing after an outage. */
function lastOf<Kind extends Receipt>(
  receipts: readonly Receipt[],
  is: (receipt: Receipt) => receipt is Kind,
): Kind | null {
  let last: Kind | null = null;
  for (const receipt of receipts)
    if (is(receipt) && (last === null || isLater(receipt, last))) last = receipt;
  return last;
}

function isLater(a: Receipt, b: Receipt): boolean {
  return a.atMs === b.atMs ? a.receiptId > b.receiptId : a.atMs > b.atMs;
}

const isFinished = (receipt: Receipt) => receipt.event === 'finished';
const isRefused = (receipt: Receipt) => receipt.event === 'refused';
const isStarted = (receipt: Receipt) => receipt.event === 'started';
const hasCounts = (receipt: Receipt) => receipt.event === 'finished' || receipt.event === 'stored';

// Keeps the account of what sounded and closes each stream with exactly one `finished`.
// It must never know how sound was made, nor how the service judges the account.
import type { FinishedReceipt, Interruption } from '../../protocol/index.ts';
import type { Arranged } from '../../rules/index.ts';
import { ACCOUNT_WAIT_MS, CLOSED_KEPT_MS } from '../limits.ts';
import { rearrange } from './arrangement.ts';
import { say } from './receipts.ts';
import type { Account, Event, Stream, Turn } from './state.ts';
import { act, note, patch, putStream, saveFacts, warn } from './turn.ts';

type Told<K extends Event['kind']> = Extract<Event, { kind: K }>;

export function started(turn: Turn, event: Told<'started'>): void {
  const stream = turn.state.streams.get(event.streamId);
  if (!stream || stream.closedAtMs !== null) return;
  const { account } = stream;
  const { streamId, startErrorMs } = event;
  const begun = { ...stream, sounding: true };
  if (account.restart?.toMs === null)
    begun.account = { ...account, restart: { ...account.restart, toMs: event.atMs } };
  if (account.startErrorMs === null) {
    begun.account = { ...begun.account, startErrorMs };
    say(turn, { event: 'started', streamId, startErrorMs });
    note(turn, 'airing started', { airingId: streamId, startErrorMs });
  }
  putStream(turn, begun);
  saveFacts(turn, begun);
}

export function heard(turn: Turn, event: Told<'heard'>): void {
  const stream = turn.state.streams.get(event.streamId);
  if (!stream || stream.closedAtMs !== null) return;
  const account = { ...stream.account, heardMs: event.heardMs, lastAtMs: event.atMs };
  const grown = { ...stream, account };
  putStream(turn, grown);
  saveFacts(turn, grown);
}

export function ended(turn: Turn, event: Told<'ended'>): void {
  const stream = turn.state.streams.get(event.streamId);
  if (!stream || stream.closedAtMs !== null) return;
  const { heardMs, whole, atMs } = event;
  const account = { ...stream.account, heardMs, whole, lastAtMs: atMs };
  const over = { ...stream, account, sounding: false };
  if (!runsUnheard(turn, stream)) {
    close(turn, over);
    return;
  }
  putStream(turn, over);
  saveFacts(turn, over);
}

/** Under something that may still be withdrawn: then it is heard again, from where it would be. */
function runsUnheard(turn: Turn, { order, cancelledAtMs }: Stream): boolean {
  const fate = turn.state.fates.get(order.streamId);
  const isBeneath = fate?.pauses.at(-1)?.toMs === fate?.decidedAtMs;
  if (order.air?.under !== 'silent' || cancelledAtMs !== null || !isBeneath) return false;
  return Number(turn.now.planMs) < Number(fate?.decidedAtMs);
}

export function sinkFailed(turn: Turn, { streamId, reason }: Told<'sink-failed'>): void {
  warn(turn, 'the sink failed', { airingId: streamId, reason });
  const stream = turn.state.streams.get(streamId);
  if (!stream || stream.closedAtMs !== null) return;
  const account = { ...stream.account, sinkFailed: true };
  putStream(turn, { ...stream, account, sounding: false });
}

/** Closes what is over and was never told to have ended; forgets what no longer matters. */
export function closeDecided(turn: Turn): void {
  const { planMs } = turn.now;
  if (planMs === null || !turn.state.policy) return;
  for (const stream of turn.state.streams.values()) {
    if (stream.closedAtMs === null) closeIfOver(turn, stream, planMs);
    else if (planMs - lastOf(stream) > CLOSED_KEPT_MS) dropStream(turn, stream);
  }
}

/** Streams found on disk whose time has begun: the speaker was away in between. */
export function noticeRestarts(turn: Turn): void {
  const { planMs } = turn.now;
  if (planMs === null) return;
  for (const stream of turn.state.streams.values()) {
    if (!stream.woken) continue;
    const { order, account } = stream;
    const missed = planMs > order.playAtMs + (turn.state.policy?.startOffsetMs ?? 0);
    const restart = { fromMs: account.lastAtMs ?? order.playAtMs, toMs: null };
    const begins = missed && beginsAfter(stream);
    const back = {
      ...stream,
      woken: false,
      arrivedAtMs: begins ? Math.round(planMs) : stream.arrivedAtMs,
      proven: stream.heldCount === stream.held.length,
      quietSinceMs: turn.now.realMs,
      account: missed && !begins ? { ...account, restart } : account,
    };
    putStream(turn, back);
    if (begins) saveFacts(turn, back);
  }
}

/**
 * Off at its time is as good as not arrived, where it does not join in the middle: it is said late,
 * or not at all. What had begun is past such a question.
 */
function beginsAfter({ order, account }: Stream): boolean {
  const rule = order.air?.missed.kind;
  return (rule === 'late' || rule === 'skip') && account.startErrorMs === null;
}

function closeIfOver(turn: Turn, stream: Stream, planMs: number): void {
  const fate = turn.state.fates.get(stream.order.streamId);
  if (!fate) return;
  const overMs = fate.decidedAtMs + (turn.state.policy?.startOffsetMs ?? 0);
  const patienceMs = stream.sounding ? ACCOUNT_WAIT_MS * turn.state.me.speed : 0;
  if (planMs >= overMs + patienceMs) close(turn, stream);
}

function close(turn: Turn, stream: Stream): void {
  const { streamId, durationMs } = stream.order;
  const fate = turn.state.fates.get(streamId);
  const heardMs = heardOf(stream);
  const closed = { ...stream, sounding: false, closedAtMs: Math.round(Number(turn.now.planMs)) };
  putStream(turn, closed);
  const finished: Omit<FinishedReceipt, 'receiptId' | 'speakerId' | 'unitId' | 'atMs'> = {
    event: 'finished',
    streamId,
    startErrorMs: stream.account.startErrorMs,
    heardMs,
    durationMs,
    chunksReceived: stream.heldCount,
    chunksRepaired: stream.repairedCount,
    interruptions: interruptionsOf(stream, fate),
    shortOf: heardMs >= durationMs ? null : shortOf(stream, fate),
    preemptedBy: fate?.byId ?? null,
  };
  // In this order: closed without a word would be silence; a word twice is noticed (start.ts).
  say(turn, finished);
  saveFacts(turn, closed);
  note(turn, 'airing finished', { airingId: streamId, heardMs, shortOf: finished.shortOf });
  act(turn, { kind: 'drop-sound', streamId });
  rearrange(turn);
  act(turn, { kind: 'send-status' });
}

function heardOf({ order, account }: Stream): number {
  if (account.whole) return order.durationMs;
  return Math.min(order.durationMs, Math.round(account.heardBeforeMs + account.heardMs));
}

/** The first cause counts: what was decided, then what broke, then what was missing. */
function shortOf(stream: Stream, fate: Arranged | undefined): FinishedReceipt['shortOf'] {
  const { account } = stream;
  if (fate && fate.shortOf !== null && fate.shortOf !== 'late') return fate.shortOf;
  if (account.sinkFailed) return 'sink-failed';
  if (account.restart) return 'restarted';
  if (fate?.shortOf === 'late') return 'late';
  return isPunctual(account) ? 'missing-chunks' : 'late';
}

/** A second late means that a second was skipped, chunks or not. */
function isPunctual(account: Account): boolean {
  return account.startErrorMs === null || account.startErrorMs < 1_000;
}

function interruptionsOf(stream: Stream, fate: Arranged | undefined): Interruption[] {
  const pauses = (fate?.pauses ?? []).map((pause) => ({
    fromMs: Math.round(pause.fromMs),
    toMs: Math.round(pause.toMs),
    byStreamId: pause.byId,
    resumed: pause.resumed,
  }));
  const { restart } = stream.account;
  if (!restart) return pauses.slice(0, 50);
  // Interrupted by itself: the speaker was away (devices/PROTOCOL.md §8).
  const toMs = restart.toMs ?? Math.max(restart.fromMs, fate?.decidedAtMs ?? restart.fromMs);
  const away = {
    fromMs: Math.round(restart.fromMs),
    toMs: Math.round(toMs),
    byStreamId: stream.order.streamId,
    resumed: restart.toMs !== null,
  };
  return [...pauses.slice(0, 49), away].sort((a, b) => a.fromMs - b.fromMs);
}

function lastOf(stream: Stream): number {
  return Math.max(stream.closedAtMs ?? 0, stream.order.playAtMs + stream.order.durationMs);
}

function dropStream(turn: Turn, stream: Stream): void {
  const streams = new Map(turn.state.streams);
  streams.delete(stream.order.streamId);
  patch(turn, { streams });
  act(turn, { kind: 'forget-stream', streamId: stream.order.streamId });
}

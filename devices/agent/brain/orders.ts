// Judges every order: signature, schema, time, address — then does what it says or says why not.
// It must never know topics, and never act on anything unsigned (WIRE principle 4).
import {
  type AckOrder,
  type CancelOrder,
  type Order,
  open,
  type PolicyOrder,
  parseOrder,
} from '../../protocol/index.ts';
import {
  CANCELLED_MAX,
  CLOCK_FRESH_MS,
  CLOCK_FRESH_WAIT_MS,
  WAITING_MAX,
  WAITING_MS,
} from '../limits.ts';
import { admit } from './admission.ts';
import { rearrange } from './arrangement.ts';
import { takeEarly } from './chunks.ts';
import { command } from './commands.ts';
import { install } from './installing.ts';
import { followPolicy } from './policy.ts';
import { forget, refuse, refuseForged } from './receipts.ts';
import { remember } from './seen.ts';
import type { Turn, Waiting } from './state.ts';
import { stop } from './stopping.ts';
import { act, count, newest, note, patch, putStream, saveFacts } from './turn.ts';

export function takeOrder(turn: Turn, bytes: Uint8Array): void {
  const opened = open(bytes, turn.state.me.trusted);
  if (!opened.ok) {
    refuseForged(turn, opened.reason);
    return;
  }
  const parsed = parseOrder(opened.body);
  if (!parsed.ok) {
    refuseForged(turn, 'bad-message');
    return;
  }
  judge(turn, parsed.value, { bytes, sinceMs: turn.now.realMs });
}

/** Looks again at the orders that waited for a clock or a policy. */
export function lookAgain(turn: Turn): void {
  const { waiting } = turn.state;
  if (waiting.length === 0) return;
  patch(turn, { waiting: [] });
  for (const one of waiting) {
    const opened = open(one.bytes, turn.state.me.trusted);
    const parsed = opened.ok ? parseOrder(opened.body) : null;
    if (parsed?.ok) judge(turn, parsed.value, one);
  }
  takeEarly(turn);
}

function judge(turn: Turn, order: Order, from: Waiting): void {
  const wants = wanting(turn, order, from);
  if (wants !== null) {
    if (wants === 'patience') wait(turn, from);
    else refuse(turn, { ...namesOf(order), reason: wants });
    return;
  }
  if (Number(turn.now.planMs) > order.expiresAtMs) {
    refuse(turn, { ...namesOf(order), reason: 'expired' });
    return;
  }
  obey(turn, order, from.bytes);
}

function obey(turn: Turn, order: Order, bytes: Uint8Array): void {
  if (order.kind === 'play') admit(turn, order, bytes);
  else if (order.kind === 'cancel') cancel(turn, order);
  else if (order.kind === 'stop') stop(turn, order);
  else if (order.kind === 'policy') follow(turn, order, bytes);
  else if (order.kind === 'command') command(turn, order);
  else if (order.kind === 'install') install(turn, order);
  else acknowledge(turn, order);
}

/** What is missing to judge this order: nothing, some patience, or by now too much. */
function wanting(
  turn: Turn,
  order: Order,
  from: Waiting,
): null | 'patience' | 'no-clock' | 'no-policy' {
  const waitedMs = turn.now.realMs - from.sinceMs;
  if (turn.now.planMs === null) return waitedMs < WAITING_MS ? 'patience' : 'no-clock';
  if (order.kind !== 'play' && order.kind !== 'stop') return null;
  if (turn.state.policy === null) return waitedMs < WAITING_MS ? 'patience' : 'no-policy';
  if (order.kind === 'stop') return null; // at once: nobody is silenced who should not be
  // An order is judged by the hour: a clock that was right half a minute ago may run at another
  // rate in a demonstration, so it is asked first; but a deaf service must not silence anybody.
  const stale = turn.now.clockAgeMs > CLOCK_FRESH_MS && waitedMs < CLOCK_FRESH_WAIT_MS;
  return stale && turn.state.connected ? 'patience' : null;
}

function wait(turn: Turn, from: Waiting): void {
  const isNew = from.sinceMs === turn.now.realMs;
  const waiting = [...turn.state.waiting, from];
  if (waiting.length > WAITING_MAX) count(turn, 'dropped');
  patch(turn, { waiting: waiting.slice(-WAITING_MAX) });
  if (isNew) act(turn, { kind: 'ask-clock' });
}

function cancel(turn: Turn, order: CancelOrder): void {
  const { streams, cancelled, seen } = turn.state;
  if (seen.has(order.orderId)) {
    count(turn, 'duplicates');
    return;
  }
  remember(turn, order);
  const stream = streams.get(order.streamId);
  if (stream?.closedAtMs === null && stream.cancelledAtMs === null) {
    const withdrawn = { ...stream, cancelledAtMs: Math.round(Number(turn.now.planMs)) };
    putStream(turn, withdrawn);
    saveFacts(turn, withdrawn);
    note(turn, 'airing cancelled', { airingId: order.streamId });
    rearrange(turn);
  } else if (!stream) {
    const kept = new Map(cancelled).set(order.streamId, order.expiresAtMs);
    patch(turn, { cancelled: newest(kept, CANCELLED_MAX) });
  }
}

function follow(turn: Turn, order: PolicyOrder, bytes: Uint8Array): void {
  const { me, policy } = turn.state;
  const names = namesOf(order);
  if (order.speakerId !== me.speakerId || order.unitId !== me.unitId) {
    refuse(turn, { ...names, reason: 'misdirected' });
    return;
  }
  if (policy && order.counter < policy.counter) {
    refuse(turn, { ...names, reason: 'replayed' });
    return;
  }
  if (policy?.counter === order.counter) {
    count(turn, 'duplicates');
    return;
  }
  act(turn, { kind: 'save-policy', bytes });
  followPolicy(turn, order);
  lookAgain(turn);
}

/** Idempotent, and worthless to a replayer: only receipts that were acknowledged once go. */
function acknowledge(turn: Turn, order: AckOrder): void {
  forget(turn, order.receiptIds);
}

function namesOf(order: Order): { streamId: string | null; orderId: string } {
  return { streamId: 'streamId' in order ? order.streamId : null, orderId: order.orderId };
}

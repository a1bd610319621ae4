// What a technician asks of one unit: beep so that it can be found, test itself and say what it found.
// It must never let a beep into an airing or a hush, nor know how a test is made.
import type { CommandedReceipt, CommandOrder } from '../../protocol/index.ts';
import { hoursOfPolicy, hushedAt } from '../../rules/index.ts';
import { BEEP_CLEAR_MS } from '../limits.ts';
import { refuse, say } from './receipts.ts';
import { remember } from './seen.ts';
import type { Event, State, Turn } from './state.ts';
import { act, count, note } from './turn.ts';

type Facts = CommandedReceipt['facts'];
type Told = Extract<Event, { kind: 'commanded' }>;

export function command(turn: Turn, order: CommandOrder): void {
  const { me, seen } = turn.state;
  const { orderId } = order;
  if (order.speakerId !== me.speakerId || order.unitId !== me.unitId) {
    refuse(turn, { streamId: null, orderId, reason: 'misdirected' });
    return;
  }
  if (seen.has(orderId)) {
    count(turn, 'duplicates');
    return;
  }
  remember(turn, order);
  if (order.command === 'self-test') {
    act(turn, { kind: 'self-test', orderId });
    return;
  }
  const reason = objection(turn.state, Number(turn.now.planMs));
  if (reason === null) act(turn, { kind: 'beep', orderId });
  else commanded(turn, { kind: 'commanded', orderId, command: 'identify', ...no(reason) });
}

/** The rims have done it, or could not. */
export function commanded(turn: Turn, told: Told): void {
  const { orderId, command, ok, facts } = told;
  note(turn, 'commanded', { command, ok, ...facts });
  say(turn, { event: 'commanded', streamId: null, orderId, command, ok, facts });
}

/**
 * The beeps of one second are allowed outside the hours: a technician stands below. Never in a hush,
 * nor without a policy, nor when an airing is so near that its first word could be a beep.
 */
function objection(state: State, planMs: number): 'no-policy' | 'hushed' | 'busy' | null {
  if (!state.policy) return 'no-policy';
  if (hushedAt(hoursOfPolicy(state.policy), planMs)) return 'hushed';
  const clearUntilMs = planMs - state.policy.startOffsetMs + BEEP_CLEAR_MS * state.me.speed;
  for (const { id, segments } of state.fates.values())
    if (state.streams.get(id)?.closedAtMs === null)
      for (const { fromMs, toMs } of segments)
        if (toMs > planMs - state.policy.startOffsetMs && fromMs < clearUntilMs) return 'busy';
  return null;
}

function no(reason: string): { ok: false; facts: Facts } {
  return { ok: false, facts: { reason } };
}

// The outbox: a receipt is kept until the service says it has it.
// It must never know why a receipt was given, nor how it is signed.
import type { Receipt, RefusalReason } from '../../protocol/index.ts';
import {
  FORGED_BURST,
  FORGED_EVERY_MS,
  OUTBOX_AGAIN_MS,
  OUTBOX_BATCH,
  OUTBOX_MAX,
  SAID_MAX,
} from '../limits.ts';
import type { Outgoing, Turn } from './state.ts';
import { act, count, patch, warn } from './turn.ts';

type Head = 'receiptId' | 'speakerId' | 'unitId' | 'atMs';
type Unheaded<R> = R extends Receipt ? Omit<R, Head> : never;

/** Writes a receipt, keeps it, and sends it if anybody can be reached. */
export function say(turn: Turn, words: Unheaded<Receipt>): void {
  const { me, receiptCount, connected } = turn.state;
  const receipt = {
    receiptId: `${me.bootId}-${receiptCount}`,
    speakerId: me.speakerId,
    unitId: me.unitId,
    // 0: this speaker did not know the time yet (devices/PROTOCOL.md §8)
    atMs: Math.round(turn.now.planMs ?? 0),
    ...words,
  } as Receipt;
  const outbox = roomFor(turn);
  outbox.set(receipt.receiptId, { receipt, sentAtMs: connected ? turn.now.realMs : null });
  patch(turn, { outbox, receiptCount: receiptCount + 1 });
  act(turn, { kind: 'save-receipt', receipt });
  if (connected) act(turn, { kind: 'send-receipt', receipt });
}

/** A refusal of something signed: said once for each order and reason. */
export function refuse(
  turn: Turn,
  of: { streamId: string | null; orderId: string; reason: RefusalReason },
): void {
  const { said } = turn.state;
  const key = `${of.orderId} ${of.reason}`;
  if (said.has(key)) {
    count(turn, 'duplicates');
    return;
  }
  const kept = said.size < SAID_MAX ? [...said] : [...said].slice(1);
  patch(turn, { said: new Set([...kept, key]) });
  warn(turn, 'order refused', of);
  say(turn, { event: 'refused', ...of });
}

/** A refusal of what anybody could have sent: counted always, said seldom. */
export function refuseForged(turn: Turn, reason: RefusalReason): void {
  count(turn, 'forged');
  const { forgedTokens } = turn.state;
  const earned = Math.floor((turn.now.realMs - forgedTokens.atMs) / FORGED_EVERY_MS);
  const left = Math.min(FORGED_BURST, forgedTokens.left + earned);
  const atMs = earned > 0 ? turn.now.realMs : forgedTokens.atMs;
  patch(turn, { forgedTokens: { left: Math.max(0, left - 1), atMs } });
  if (left > 0) say(turn, { event: 'refused', streamId: null, orderId: null, reason });
}

/** The service has these. */
export function forget(turn: Turn, receiptIds: readonly string[]): void {
  const outbox = new Map(turn.state.outbox);
  const known = receiptIds.filter((receiptId) => outbox.delete(receiptId));
  if (known.length === 0) return;
  patch(turn, { outbox });
  act(turn, { kind: 'forget-receipts', receiptIds: known });
}

/** Sends what was never sent, or long ago and not acknowledged. */
export function sendWaiting(turn: Turn): void {
  if (!turn.state.connected) return;
  const { realMs } = turn.now;
  const due = [...turn.state.outbox.values()]
    .filter(({ sentAtMs }) => sentAtMs === null || realMs - sentAtMs >= OUTBOX_AGAIN_MS)
    .slice(0, OUTBOX_BATCH);
  if (due.length === 0) return;
  const outbox = new Map(turn.state.outbox);
  for (const { receipt } of due) {
    outbox.set(receipt.receiptId, { receipt, sentAtMs: realMs });
    act(turn, { kind: 'send-receipt', receipt });
  }
  patch(turn, { outbox });
}

/** After a new connection nothing counts as sent. */
export function unsend(turn: Turn): void {
  const outbox = [...turn.state.outbox].map(
    ([id, one]) => [id, { ...one, sentAtMs: null }] as const,
  );
  patch(turn, { outbox: new Map(outbox) });
}

/** Is the last word on a stream still on its way? */
export function isUntold(turn: Turn, streamId: string): boolean {
  for (const { receipt } of turn.state.outbox.values())
    if (receipt.event === 'finished' && receipt.streamId === streamId) return true;
  return false;
}

/** When full, what says least goes first: anything but a `finished`, oldest first. */
function roomFor(turn: Turn): Map<string, Outgoing> {
  const outbox = new Map(turn.state.outbox);
  if (outbox.size < OUTBOX_MAX) return outbox;
  const all = [...outbox.values()];
  const least = all.find(({ receipt }) => receipt.event !== 'finished') ?? all[0];
  if (!least) return outbox;
  outbox.delete(least.receipt.receiptId);
  count(turn, 'dropped');
  act(turn, { kind: 'forget-receipts', receiptIds: [least.receipt.receiptId] });
  return outbox;
}

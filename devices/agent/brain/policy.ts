// What one speaker is told of its place: topics to listen to, hours to keep.
// It must never know signatures or storage.
import { type PolicyOrder, topics } from '../../protocol/index.ts';
import { closedFor, hoursOfPolicy } from '../../rules/index.ts';
import { rearrange } from './arrangement.ts';
import { refuse } from './receipts.ts';
import type { Turn } from './state.ts';
import { act, note, patch, putStream, saveFacts } from './turn.ts';

/** Everything this speaker listens to, with or without a policy. */
export function topicsOf(speakerId: string, policy: PolicyOrder | null): string[] {
  return [
    topics.speakerOrder(speakerId),
    topics.speakerTime(speakerId),
    ...(policy?.areas ?? []).map(topics.areaOrder),
    ...(policy?.tenants ?? []).map(topics.everyStream),
  ];
}

export function followPolicy(turn: Turn, policy: PolicyOrder): void {
  const before = topicsOf(turn.state.me.speakerId, turn.state.policy);
  const after = topicsOf(turn.state.me.speakerId, policy);
  patch(turn, { policy });
  note(turn, 'policy followed', { counter: policy.counter, areas: policy.areas });
  const gone = before.filter((topic) => !after.includes(topic));
  if (gone.length > 0) act(turn, { kind: 'unsubscribe', topics: gone });
  act(turn, { kind: 'subscribe', topics: after });
  dropUnfit(turn, policy);
  rearrange(turn);
  act(turn, { kind: 'send-status' });
}

/** What was accepted under other hours or no hush, and has not begun, is judged again by these. */
function dropUnfit(turn: Turn, policy: PolicyOrder): void {
  const hours = hoursOfPolicy(policy);
  for (const stream of turn.state.streams.values()) {
    const { order, account, closedAtMs } = stream;
    if (closedAtMs !== null || account.startErrorMs !== null) continue;
    const reason = closedFor(order, hours);
    if (reason === null) continue;
    const closed = { ...stream, closedAtMs: Math.round(Number(turn.now.planMs)) };
    putStream(turn, closed);
    const { orderId, streamId } = order;
    refuse(turn, { orderId, streamId, reason });
    saveFacts(turn, closed);
    act(turn, { kind: 'drop-sound', streamId });
  }
}

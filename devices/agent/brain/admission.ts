// Whether a manifest is accepted: addressed to us, in hours, with room, and not seen before.
// It must never know chunks or sound, only what the manifest promises.
import type { PlayOrder, PolicyOrder, RefusalReason } from '../../protocol/index.ts';
import { closedFor, hoursOfPolicy } from '../../rules/index.ts';
import {
  ALARM_BYTES,
  ALARM_SPARE_BYTES,
  ALARM_STREAMS,
  STORE_MAX_BYTES,
  STORE_SPARE_BYTES,
  STREAMS_MAX,
} from '../limits.ts';
import { rearrange } from './arrangement.ts';
import { isUntold, refuse, sendWaiting, unsend } from './receipts.ts';
import { moveUp, takesNewPlace } from './reordering.ts';
import { askForSound } from './reuse.ts';
import { remember } from './seen.ts';
import { freshStream } from './start.ts';
import type { State, Stream, Turn } from './state.ts';
import { isStopped } from './stopping.ts';
import { act, count, note, patch, putStream, saveFacts } from './turn.ts';

export function admit(turn: Turn, order: PlayOrder, bytes: Uint8Array): void {
  const known = turn.state.streams.get(order.streamId);
  if (known && isSameAgain(turn, known, order)) return;
  if (known && takesNewPlace(turn, known, order)) {
    moveUp(turn, known, { order, bytes });
    return;
  }
  const reason = known ? 'replayed' : objection(turn, order);
  if (reason !== null) {
    refuse(turn, { orderId: order.orderId, streamId: order.streamId, reason });
    return;
  }
  const stream = freshStream(order, {
    arrivedAtMs: Math.round(Number(turn.now.planMs)),
    realMs: turn.now.realMs,
  });
  makePlace(turn);
  putStream(turn, stream);
  // In this order: an order remembered without its stream would be refused when it is sent again.
  act(turn, { kind: 'save-stream', streamId: order.streamId, bytes });
  saveFacts(turn, stream);
  remember(turn, order);
  askForSound(turn, stream);
  const { streamId, playAtMs } = order;
  note(turn, 'airing accepted', { airingId: streamId, playAtMs, chunks: order.sound.chunkCount });
  rearrange(turn);
  act(turn, { kind: 'send-status' });
}

/** QoS 1 delivers twice, and the service sends again what it has heard nothing of. */
function isSameAgain(turn: Turn, known: Stream, order: PlayOrder): boolean {
  if (known.order.orderId !== order.orderId) return false;
  const isOpen = known.closedAtMs === null;
  if (!isOpen && !isUntold(turn, order.streamId)) return false;
  if (!isOpen) {
    unsend(turn);
    sendWaiting(turn);
  }
  count(turn, 'duplicates');
  return true;
}

function objection(turn: Turn, order: PlayOrder): RefusalReason | null {
  const { state } = turn;
  const policy = state.policy as PolicyOrder;
  const planMs = Number(turn.now.planMs);
  if (state.seen.has(order.orderId) || state.cancelled.has(order.streamId)) return 'replayed';
  if (isStopped(state, order)) return 'replayed';
  if (!isForUs(order, policy)) return 'misdirected';
  const closed = closedFor(order, hoursOfPolicy(policy));
  if (closed !== null) return closed;
  if (isTooLate(order, planMs)) return 'too-late';
  return hasRoom(state, order) ? null : 'no-room';
}

/** Nothing is left to join, nor may it begin from its beginning any more. */
function isTooLate({ playAtMs, durationMs, air }: PlayOrder, planMs: number): boolean {
  const lateMs = air?.missed.kind === 'late' ? air.missed.untilMs + 1 : 0;
  return planMs >= playAtMs + Math.max(durationMs, lateMs);
}

/** The stream's topic must be ours to read as well: the tenant is signed, the topic is not. */
function isForUs(order: PlayOrder, policy: PolicyOrder): boolean {
  if (!policy.tenants.includes(order.tenant)) return false;
  return (
    order.to.speakers.includes(policy.speakerId) ||
    order.to.areas.some((area) => policy.areas.includes(area))
  );
}

function hasRoom(state: State, order: PlayOrder): boolean {
  const open = [...state.streams.values()].filter((stream) => stream.closedAtMs === null);
  const bytes = open.reduce((sum, stream) => sum + stream.order.sound.bytes, order.sound.bytes);
  const isAlarm = order.priority === 'emergency' && !order.drill;
  const most = isAlarm ? STREAMS_MAX + ALARM_STREAMS : STREAMS_MAX;
  if (open.length >= most) return false;
  if (bytes > STORE_MAX_BYTES + (isAlarm ? ALARM_BYTES : 0)) return false;
  const spare = isAlarm ? ALARM_SPARE_BYTES : STORE_SPARE_BYTES;
  return state.freeBytes === null || state.freeBytes >= order.sound.bytes + spare;
}

/** Closed streams are only kept for the arrangement: the oldest gives way. */
function makePlace(turn: Turn): void {
  const { streams } = turn.state;
  if (streams.size < STREAMS_MAX) return;
  const closed = [...streams.values()].find((stream) => stream.closedAtMs !== null);
  if (!closed) return;
  const { streamId } = closed.order;
  const rest = new Map(streams);
  rest.delete(streamId);
  patch(turn, { streams: rest });
  act(turn, { kind: 'forget-stream', streamId });
}

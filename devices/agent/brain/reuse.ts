// A sound that is here already needs no chunk of the air: the same content, under another stream.
// It must never take a byte unproven: what is adopted is proved like what was received.
import type { State, Stream, Turn } from './state.ts';
import { act, note, putStream } from './turn.ts';

/** Asked once when the manifest is accepted; whether it is here, the store knows. */
export function askForSound(turn: Turn, { order }: Stream): void {
  const { streamId, sound } = order;
  act(turn, { kind: 'adopt', streamId, contentHash: sound.contentHash });
}

/** The whole of it lies in the stream's folder, each chunk with the digest of this manifest. */
export function adopted(turn: Turn, streamId: string): void {
  const stream = turn.state.streams.get(streamId);
  if (!stream || stream.closedAtMs !== null || stream.proven) return;
  const held = stream.held.map((was) => was || 1);
  putStream(turn, { ...stream, held, heldCount: held.length, quietSinceMs: turn.now.realMs });
  note(turn, 'airing uses a sound held already', { airingId: streamId });
  const { contentHash } = stream.order.sound;
  act(turn, { kind: 'prove', streamId, contentHash });
}

/** Kept for the next time, and for those that wait for the same sound already. */
export function shareSound(turn: Turn, { order }: Stream): void {
  const { streamId, sound } = order;
  act(turn, { kind: 'keep-sound', streamId, contentHash: sound.contentHash });
  for (const other of waitingFor(turn.state, sound.contentHash)) askForSound(turn, other);
}

function waitingFor({ streams }: State, contentHash: string): Stream[] {
  return [...streams.values()].filter(
    ({ order, heldCount, closedAtMs }) =>
      closedAtMs === null && heldCount === 0 && order.sound.contentHash === contentHash,
  );
}

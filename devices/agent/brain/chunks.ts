// Takes chunks: proves each against the manifest, counts what is wrong, keeps what is right.
// It must never know files or decoders, nor let an unproven byte through.
import { chunkDigest, decodeFrame, unpackPackets } from '../../protocol/index.ts';
import { EARLY_MAX_BYTES } from '../limits.ts';
import { say } from './receipts.ts';
import { shareSound } from './reuse.ts';
import { digestOf } from './start.ts';
import type { Early, Stream, Turn } from './state.ts';
import { act, count, note, patch, putStream, saveFacts, warn } from './turn.ts';

export function takeChunk(turn: Turn, from: Early): void {
  const stream = turn.state.streams.get(from.streamId);
  if (!stream && turn.state.waiting.length > 0) {
    keepEarly(turn, from);
    return;
  }
  if (!stream || stream.closedAtMs !== null || stream.order.tenant !== from.tenant) {
    count(turn, 'strayChunks');
    return;
  }
  const frame = decodeFrame(from.streamId, from.bytes);
  if (!frame.ok || frame.chunk.seq >= stream.held.length) {
    count(turn, 'badChunks');
    return;
  }
  const { seq, payload, repair } = frame.chunk;
  if (stream.held[seq] !== 0) {
    count(turn, 'duplicates');
    return;
  }
  if (!chunkDigest(payload).equals(digestOf(stream, seq)) || !unpackPackets(payload)?.length) {
    count(turn, 'badChunks');
    return;
  }
  keep(turn, stream, { seq, repair });
  act(turn, { kind: 'save-chunk', streamId: from.streamId, seq, payload, repair });
  if (stream.heldCount + 1 === stream.held.length) {
    const { contentHash } = stream.order.sound;
    act(turn, { kind: 'prove', streamId: from.streamId, contentHash });
  }
}

/** Takes what came before its manifest was judged. */
export function takeEarly(turn: Turn): void {
  const { early } = turn.state;
  if (early.length === 0) return;
  patch(turn, { early: [] });
  for (const one of early) takeChunk(turn, one);
}

/** All chunks are on disk and their hash was compared with the manifest's. */
export function proved(turn: Turn, streamId: string, good: boolean): void {
  const stream = turn.state.streams.get(streamId);
  if (!stream || stream.closedAtMs !== null || stream.proven) return;
  const counted = { chunksReceived: stream.heldCount, chunksRepaired: stream.repairedCount };
  if (good) {
    putStream(turn, { ...stream, proven: true });
    shareSound(turn, stream);
    say(turn, { event: 'stored', streamId, ...counted });
    note(turn, 'airing stored', { airingId: streamId, ...counted });
    return;
  }
  const { orderId } = stream.order;
  const closed = { ...stream, closedAtMs: Math.round(turn.now.planMs ?? stream.order.playAtMs) };
  putStream(turn, closed);
  say(turn, { event: 'refused', orderId, streamId, reason: 'bad-content' });
  saveFacts(turn, closed);
  act(turn, { kind: 'drop-sound', streamId });
}

/** The disk did not take a chunk: it is missing again, and repair will ask for it. */
export function chunkLost(turn: Turn, streamId: string, seq: number): void {
  const stream = turn.state.streams.get(streamId);
  const was = stream?.held[seq];
  if (!stream || !was) return;
  const held = stream.held.slice();
  held[seq] = 0;
  const repairedCount = stream.repairedCount - (was === 2 ? 1 : 0);
  putStream(turn, { ...stream, held, heldCount: stream.heldCount - 1, repairedCount });
  warn(turn, 'chunk not written', { airingId: streamId, seq });
}

function keepEarly(turn: Turn, chunk: Early): void {
  const { early } = turn.state;
  const bytes = early.reduce((sum, one) => sum + one.bytes.length, chunk.bytes.length);
  if (bytes > EARLY_MAX_BYTES) count(turn, 'dropped');
  else patch(turn, { early: [...early, chunk] });
}

function keep(turn: Turn, stream: Stream, chunk: { seq: number; repair: boolean }): void {
  const held = stream.held.slice();
  held[chunk.seq] = chunk.repair ? 2 : 1;
  putStream(turn, {
    ...stream,
    held,
    heldCount: stream.heldCount + 1,
    repairedCount: stream.repairedCount + (chunk.repair ? 1 : 0),
    quietSinceMs: turn.now.realMs,
    rounds: 0,
  });
}

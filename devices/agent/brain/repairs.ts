// Asks for missing chunks, by ranges, when none has come for a while (WIRE principle 2).
// It must never know who answers, nor ask more often than a 4G link is worth.
import { REPAIR_FIRST_MS, REPAIR_MAX_MS, REPAIR_RANGES, REPAIR_ROUNDS } from '../limits.ts';
import type { Stream, Turn } from './state.ts';
import { act, putStream } from './turn.ts';

export function askRepairs(turn: Turn): void {
  if (!turn.state.connected) return;
  for (const stream of turn.state.streams.values()) {
    if (!isDue(stream, turn.now.realMs)) continue;
    const ranges = missingRanges(stream.held);
    putStream(turn, { ...stream, quietSinceMs: turn.now.realMs, rounds: stream.rounds + 1 });
    const { streamId } = stream.order;
    act(turn, { kind: 'send-repair', repair: { streamId, ranges } });
  }
}

/** A new connection is a new chance: the rounds begin again, the two seconds too. */
export function freshRounds(turn: Turn): void {
  for (const stream of turn.state.streams.values())
    if (stream.closedAtMs === null && stream.heldCount < stream.held.length)
      putStream(turn, { ...stream, quietSinceMs: turn.now.realMs, rounds: 0 });
}

export function missingRanges(held: Uint8Array): [number, number][] {
  const ranges: [number, number][] = [];
  for (let seq = 0; seq < held.length; seq++) {
    if (held[seq] !== 0) continue;
    const last = ranges.at(-1);
    if (last && last[1] === seq - 1) last[1] = seq;
    else if (ranges.length === REPAIR_RANGES) break;
    else ranges.push([seq, seq]);
  }
  return ranges;
}

function isDue(stream: Stream, realMs: number): boolean {
  if (stream.closedAtMs !== null || stream.heldCount === stream.held.length) return false;
  const waitMs = Math.min(REPAIR_MAX_MS, REPAIR_FIRST_MS * 2 ** stream.rounds);
  return stream.rounds < REPAIR_ROUNDS && realMs - stream.quietSinceMs >= waitMs;
}

// How a step is written: replace a part of the state, note an action.
// It must never know what any order or report means.
import type { Action, Counts, State, Stream, Turn } from './state.ts';

export function patch(turn: Turn, part: Partial<State>): void {
  turn.state = { ...turn.state, ...part };
}

export function act(turn: Turn, ...actions: readonly Action[]): void {
  turn.actions.push(...actions);
}

export function count(turn: Turn, what: keyof Counts): void {
  const { counts } = turn.state;
  patch(turn, { counts: { ...counts, [what]: counts[what] + 1 } });
}

export function putStream(turn: Turn, stream: Stream): void {
  patch(turn, { streams: new Map(turn.state.streams).set(stream.order.streamId, stream) });
}

/** Writes down what of a stream must survive the process. */
export function saveFacts(turn: Turn, stream: Stream): void {
  const { arrivedAtMs, cancelledAtMs, closedAtMs, account } = stream;
  act(turn, {
    kind: 'save-facts',
    streamId: stream.order.streamId,
    facts: { arrivedAtMs, cancelledAtMs, closedAtMs, account },
  });
}

export function note(turn: Turn, text: string, about: Record<string, unknown>): void {
  act(turn, { kind: 'log', level: 'info', text, about });
}

export function warn(turn: Turn, text: string, about: Record<string, unknown>): void {
  act(turn, { kind: 'log', level: 'warn', text, about });
}

/** The newest `limit` entries of a map that would grow past it. */
export function newest<K, V>(map: ReadonlyMap<K, V>, limit: number): ReadonlyMap<K, V> {
  return map.size <= limit ? map : new Map([...map].slice(map.size - limit));
}

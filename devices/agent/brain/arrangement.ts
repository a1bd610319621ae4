// From the streams a speaker holds to what its one voice does when: asks the rules, tells the player.
// It must never know how sound is made, nor decide anything the rules decide.
import type { PlayOrder } from '../../protocol/index.ts';
import { type Arranged, arrange, hoursOfPolicy, type Item } from '../../rules/index.ts';
import type { State, Stream, Stretch, Turn } from './state.ts';
import { act, patch } from './turn.ts';

/** To be called after every change of streams, cancels or hours. */
export function rearrange(turn: Turn): void {
  const { policy, streams } = turn.state;
  if (!policy) return;
  const items = [...streams.values()].map(itemOf);
  const fates = new Map(arrange(items, hoursOfPolicy(policy)).map((fate) => [fate.id, fate]));
  patch(turn, { fates });
  act(turn, { kind: 'follow', stretches: stretchesOf(turn.state) });
}

/** The open streams' stretches, in time. */
export function stretchesOf(state: State): Stretch[] {
  return [...state.fates.values()]
    .filter(({ id }) => state.streams.get(id)?.closedAtMs === null)
    .flatMap((fate) => stretches(fate, state.streams.get(fate.id)?.order))
    .sort((a, b) => a.fromMs - b.fromMs);
}

/** It ends of itself where its sound does: also late, and what ran on unheard in between. */
function stretches(fate: Arranged, order: PlayOrder | undefined): Stretch[] {
  const endMs = order?.durationMs ?? Number.POSITIVE_INFINITY;
  return fate.segments.map((segment) => ({
    streamId: fate.id,
    ...segment,
    ends: segment.offsetMs + segment.toMs - segment.fromMs >= endMs,
  }));
}

// The arrangement is made in the service's time without this speaker's start offset (the player adds
// it), so that every speaker of a village arranges alike.
function itemOf(stream: Stream): Item {
  const { order, arrivedAtMs, cancelledAtMs } = stream;
  return {
    id: order.streamId,
    priority: order.priority,
    drill: order.drill && order.priority === 'emergency',
    ...order.air,
    playAtMs: order.playAtMs,
    durationMs: order.durationMs,
    arrivedAtMs,
    cancelledAtMs,
  };
}

// From the streams a speaker holds to what its one voice does when: asks the rules, tells the player.
// It must never know how sound is made, nor decide anything the rules decide.
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
    .flatMap(stretches)
    .sort((a, b) => a.fromMs - b.fromMs);
}

function stretches(fate: Arranged): Stretch[] {
  const endsItself = fate.shortOf === null || fate.shortOf === 'late';
  return fate.segments.map((segment, at) => ({
    streamId: fate.id,
    ...segment,
    ends: endsItself && at === fate.segments.length - 1,
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
    playAtMs: order.playAtMs,
    durationMs: order.durationMs,
    arrivedAtMs,
    cancelledAtMs,
  };
}

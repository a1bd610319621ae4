// Listens to what happens and keeps it as rows: the urgent at once, the rest gathered within a beat.
// It must never decide who is told, nor send anything.
import { isDrill } from '../../domain/airing/drill.ts';
import type { Happening } from '../../domain/told/happening.ts';
import {
  CROWD_MS,
  type Group,
  groupOf,
  type Known,
  merged,
  opened,
  URGENT_ALONE_MAX,
} from '../../domain/told/notification-group.ts';
import { makeAllowance } from '../allowance.ts';
import type { Deps } from '../deps.ts';

export type Gathering = { flush(): void };

/**
 * Between two beats: 321 communes with every kind at once are 4,200 groups; more is a fault somewhere.
 * What is lost by a kill within that second is what somebody would have been told a minute later.
 */
const GROUPS_MAX = 5_000;

export function makeGathering(deps: Deps): Gathering {
  const waiting = new Map<string, Group>();
  const monoMs = () => deps.clock.monoMs();
  const alone = makeAllowance({ max: URGENT_ALONE_MAX, windowMs: CROWD_MS, monoMs });
  let dropped = 0;
  const take = (group: Group) => {
    const before = waiting.get(group.groupKey);
    if (before) waiting.set(group.groupKey, merged(before, group));
    else if (waiting.size < GROUPS_MAX) waiting.set(group.groupKey, group);
    else {
      dropped += 1;
      if ((dropped & (dropped - 1)) === 0)
        deps.log.warn({ dropped, kind: group.kind }, 'too much happens at once to tell of');
    }
  };
  deps.happenings.listen((happening) => {
    const group = groupOf(happening, knownOf(deps, happening));
    if (group.urgent && alone(group.groupKey))
      deps.store.transaction(() => keep(deps, { group, crowded: false }));
    else take(group);
  });
  return {
    flush() {
      if (waiting.size === 0) return;
      deps.store.transaction(() => {
        for (const group of waiting.values()) keep(deps, { group, crowded: group.urgent });
      });
      waiting.clear();
    },
  };
}

function knownOf({ store }: Deps, happening: Happening): Known {
  const bulletin = 'bulletinId' in happening ? store.bulletins.get(happening.bulletinId) : null;
  return {
    authorId: bulletin?.authorId ?? null,
    writerIds: bulletin?.writerIds ?? [],
    personal: bulletin?.personalData ?? false,
    drill: bulletin !== null && isDrill(bulletin),
  };
}

function keep(deps: Deps, { group, crowded }: { group: Group; crowded: boolean }): void {
  const { notifications } = deps.store;
  const nowMs = deps.clock.wallMs();
  const open = notifications.open(group.groupKey, nowMs);
  if (open) {
    notifications.put(merged(open, group));
    return;
  }
  notifications.put(opened({ group, id: deps.ids.next(), nowMs, crowded }));
}

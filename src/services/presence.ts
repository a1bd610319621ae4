// What speakers last said of themselves, written down many at a time: one commit reaches the disk for all.
// It must never be all that is known of a key or a verdict: those are written at once, elsewhere.
import type { Status } from '../../devices/protocol/index.ts';
import type { Deps } from './deps.ts';

export type Presence = {
  heard(siteId: string, status: Status): void;
  /** writes what waits, and tells who watches */
  flush(): void;
};

/** 5,000 speakers rejoin within a minute: 5 ms of disk for each would be half of that minute. */
const GATHER_MS = 100;
const GATHER_MAX = 500;

export function makePresence(deps: Deps): Presence {
  const { store } = deps;
  let waiting = new Map<string, { status: Status; heardAtMs: number }>();
  let timer: NodeJS.Timeout | null = null;
  const flush = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    const batch = waiting;
    waiting = new Map();
    if (batch.size === 0) return;
    store.transaction(() => {
      for (const [siteId, { status, heardAtMs }] of batch)
        store.statuses.put(siteId, status, heardAtMs);
    });
    for (const siteId of batch.keys()) {
      const tenantId = store.sites.get(siteId)?.tenantId;
      if (tenantId) deps.changes.tell({ kind: 'speaker', id: siteId, tenantId });
    }
  };
  const flushSoon = () => {
    try {
      flush();
    } catch (error) {
      // said again at the next hello; a full disk must not take the service down
      deps.log.error({ err: error }, 'statuses could not be written');
    }
  };
  return {
    flush,
    heard(siteId, status) {
      waiting.set(siteId, { status, heardAtMs: deps.clock.planMs() });
      if (waiting.size >= GATHER_MAX) flushSoon();
      else timer ??= setTimeout(flushSoon, GATHER_MS);
    },
  };
}

// What speakers last said of themselves, written down many at a time: one commit reaches the disk for all.
// It must never be all that is known of a key or a verdict: those are written at once, elsewhere.
import type { Status } from '../../devices/protocol/index.ts';
import type { Deps } from './deps.ts';

export type Heard = { status: Status; heardAtMs: number };
export type Presence = {
  /** `retained`: the broker tells what was said before, nothing was said now */
  /** what it last said, written down already or not */
  last(siteId: string): Heard | null;
  heard(siteId: string, status: Status, retained?: boolean): void;
  /** writes what waits, and tells who watches */
  flush(): void;
};

/** 5,000 speakers rejoin within a minute: 5 ms of disk for each would be half of that minute. */
const GATHER_MS = 100;
const GATHER_MAX = 500;

export function makePresence(deps: Deps): Presence {
  const { store } = deps;
  let waiting = new Map<string, Heard>();
  let timer: NodeJS.Timeout | null = null;
  const write = () => {
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
  const flush = () => {
    try {
      write();
    } catch (error) {
      // said again at the next hello; a full disk must not take the service down
      deps.log.error({ err: error }, 'statuses could not be written');
    }
  };
  const last = (siteId: string) => waiting.get(siteId) ?? store.statuses.get(siteId);
  return {
    flush,
    last,
    heard(siteId, status, retained = false) {
      const nowMs = deps.clock.planMs();
      const heardAtMs = retained ? saidAtMs({ status, before: last(siteId), nowMs }) : nowMs;
      waiting.set(siteId, { status, heardAtMs });
      if (waiting.size >= GATHER_MAX) flush();
      else timer ??= setTimeout(flush, GATHER_MS);
    },
  };
}

/** A box was there when it said so, and no longer is for being told again at each reconnect to a broker. */
function saidAtMs(of: { status: Status; before: Heard | null; nowMs: number }): number {
  const { status, before, nowMs } = of;
  const own = before?.status.unitId === status.unitId ? before : null;
  if (own?.status.atMs === status.atMs) return own.heardAtMs;
  // said while nobody listened: its own clock says when, which may be wrong, but not later than now
  return Math.max(own?.heardAtMs ?? 0, Math.min(status.atMs, nowMs));
}

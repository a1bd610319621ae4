// What speakers last said of themselves, written down many at a time: one commit reaches the disk for all.
// It must never be all that is known of a key or a verdict: those are written at once, elsewhere.
import type { Status } from '../../../devices/protocol/index.ts';
import type { Deps } from '../deps.ts';
import { makeSiteTurns, type SiteTurns } from '../poles/site-turns.ts';

export type Heard = { status: Status; heardAtMs: number };
export type Presence = {
  /** what it last said, written down already or not */
  last(siteId: string): Heard | null;
  /** the same of all, by site */
  all(): ReadonlyMap<string, Heard>;
  /** the rows were changed by somebody else */
  forget(): void;
  /** `retained`: the broker tells what was said before, nothing was said now */
  heard(siteId: string, status: Status, retained?: boolean): void;
  /** it said something else: a receipt, a question about the time */
  touched(siteId: string): void;
  /** when links and power went and came back: kept with the next writing */
  turns: Pick<SiteTurns, 'silent' | 'back'>;
  /** writes what waits, and tells who watches */
  flush(): void;
};

/** 5,000 speakers rejoin within a minute: 5 ms of disk for each would be half of that minute. */
const GATHER_MS = 100;
const GATHER_MAX = 500;
/** A time that is a minute old in the file is good enough after a crash; a write a second is not. */
const TOUCH_EVERY_MS = 60_000;

export function makePresence(deps: Deps): Presence {
  const { store, clock } = deps;
  let waiting = new Map<string, Heard>();
  let touches = new Map<string, number>();
  let touchedMs = clock.monoMs();
  let news = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  const turns = makeSiteTurns(deps);
  const write = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    const batch = waiting;
    waiting = new Map();
    const times = clock.monoMs() - touchedMs >= TOUCH_EVERY_MS ? touches : new Map();
    if (batch.size + times.size > 0 || turns.waits())
      store.transaction(() => {
        turns.write();
        for (const [siteId, heardAtMs] of times) store.statuses.touch(siteId, heardAtMs);
        for (const [siteId, { status, heardAtMs }] of batch)
          store.statuses.put(siteId, status, heardAtMs);
      });
    if (times.size > 0) {
      touches = new Map();
      touchedMs = clock.monoMs();
    }
    tellNews(deps, news);
    news = new Set();
  };
  const flush = () => {
    try {
      write();
    } catch (error) {
      // said again at the next hello; a full disk must not take the service down
      deps.log.error({ err: error }, 'statuses could not be written');
    }
  };
  /** all of them: 5,000 are five megabytes, and are asked for by every hello and every list */
  let kept: Map<string, Heard> | null = null;
  const known = () => {
    kept ??= new Map(store.statuses.all().map(({ siteId, ...row }) => [siteId, row]));
    return kept;
  };
  const last = (siteId: string) => known().get(siteId) ?? null;
  return {
    ...{ flush, turns, last, all: known },
    forget() {
      kept = null;
    },
    heard(siteId, status, retained = false) {
      const nowMs = clock.planMs();
      const before = last(siteId);
      turns.said(siteId, { status, retained, heardAtMs: before?.heardAtMs ?? null });
      const heardAtMs = retained ? saidAtMs({ status, before, nowMs }) : nowMs;
      if (!before || newsOf(before.status) !== newsOf(status)) news.add(siteId);
      waiting.set(siteId, { status, heardAtMs });
      known().set(siteId, { status, heardAtMs });
      if (waiting.size >= GATHER_MAX) flush();
      else timer ??= setTimeout(flush, GATHER_MS);
    },
    touched(siteId) {
      const row = last(siteId);
      if (!row) return;
      const heardAtMs = clock.planMs();
      touches.set(siteId, heardAtMs);
      known().set(siteId, { ...row, heardAtMs });
    },
  };
}

/** 5,000 beats a minute are no news to a screen: only what it would show otherwise is. */
function newsOf({
  online,
  unitId,
  firmware,
  volumePercent,
  power,
  holds,
  ...rest
}: Status): string {
  const { clockErrorMs, freeBytes } = rest;
  const coarse = [Math.round((clockErrorMs ?? -1) / 50), Math.round((freeBytes ?? -1) / 50e6)];
  return JSON.stringify([online, unitId, firmware, volumePercent, power, holds, coarse]);
}

function tellNews({ store, changes }: Deps, news: ReadonlySet<string>): void {
  for (const id of news) {
    const tenantId = store.sites.get(id)?.tenantId;
    if (tenantId) changes.tell({ kind: 'speaker', id, tenantId });
  }
}

/** A box was there when it said so, and no longer is for being told again at each reconnect to a broker. */
function saidAtMs(of: { status: Status; before: Heard | null; nowMs: number }): number {
  const { status, before, nowMs } = of;
  const own = before?.status.unitId === status.unitId ? before : null;
  if (own?.status.atMs === status.atMs) return own.heardAtMs;
  // said while nobody listened: its own clock says when, which may be wrong, but not later than now
  return Math.max(own?.heardAtMs ?? 0, Math.min(status.atMs, nowMs));
}

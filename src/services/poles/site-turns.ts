// Keeps when a site's link or power went and came back, many at a time: what a verdict tells of it.
// It must never decide what a silence means, nor take a turn back.
import type { Status } from '../../../devices/protocol/index.ts';
import type { SiteTurn, TurnKind } from '../../domain/airing/facts.ts';
import { makeAllowance } from '../allowance.ts';
import type { Deps } from '../deps.ts';

export type SiteTurns = {
  /** what a unit that belongs there says; `heardAtMs`: when it was heard before that */
  said(siteId: string, of: { status: Status; retained: boolean; heardAtMs: number | null }): void;
  /** nothing was heard for so long that it counts as gone */
  silent(siteId: string, sinceMs: number): void;
  /** it was heard again, saying nothing of itself */
  back(siteId: string): void;
  waits(): boolean;
  /** within a transaction of the caller's */
  write(): void;
};

/** A link that flaps every ten minutes all day: what comes after says nothing new. */
const PER_DAY = 144;
const DAY_MS = 24 * 3_600_000;
/** Rows past their keep, at a time: a tenth of a second. */
const PRUNE_ROWS = 2_000;
const PRUNE_EVERY_MS = 3_600_000;

const PAIR = {
  link: { lost: 'link-lost', back: 'link-back' },
  mains: { lost: 'mains-lost', back: 'mains-back' },
} as const;
type What = keyof typeof PAIR;

export function makeSiteTurns(deps: Deps): SiteTurns {
  const { store, clock } = deps;
  const allowed = makeAllowance({ max: PER_DAY, windowMs: DAY_MS, monoMs: clock.monoMs });
  /** whether it is lost now, by what was kept last: one entry for each of 5,000 sites and two kinds */
  const lost = new Map<string, boolean>();
  let waiting: SiteTurn[] = [];
  let prunedMs = clock.monoMs();
  const isLost = (siteId: string, what: What) => {
    const key = `${what}/${siteId}`;
    const { lost: gone, back } = PAIR[what];
    const known = lost.get(key) ?? store.siteTurns.last(siteId, [gone, back])?.kind === gone;
    lost.set(key, known);
    return known;
  };
  const turn = (of: { siteId: string; what: What; isGone: boolean; atMs: number }) => {
    const { siteId, what, isGone, atMs } = of;
    if (isLost(siteId, what) === isGone || !allowed(siteId)) return;
    lost.set(`${what}/${siteId}`, isGone);
    const kind: TurnKind = isGone ? PAIR[what].lost : PAIR[what].back;
    waiting.push({ siteId, atMs, kind });
  };
  return {
    said(siteId, { status, retained, heardAtMs }) {
      const nowMs = clock.planMs();
      const link = { siteId, what: 'link' } as const;
      if (!status.online) return turn({ ...link, isGone: true, atMs: heardAtMs ?? nowMs });
      if (retained) return;
      turn({ ...link, isGone: false, atMs: nowMs });
      const { power } = status;
      // a solar speaker is on its battery every night: nothing was lost
      if (power === null || store.siteFacts.get(siteId)?.deviceClass === 'solar-4g') return;
      turn({ siteId, what: 'mains', isGone: power.source === 'battery', atMs: nowMs });
    },
    silent(siteId, sinceMs) {
      turn({ siteId, what: 'link', isGone: true, atMs: sinceMs });
    },
    back(siteId) {
      turn({ siteId, what: 'link', isGone: false, atMs: clock.planMs() });
    },
    waits: () => waiting.length > 0,
    write() {
      store.siteTurns.append(waiting);
      waiting = [];
      if (clock.monoMs() - prunedMs < PRUNE_EVERY_MS) return;
      prunedMs = clock.monoMs();
      store.siteTurns.prune(PRUNE_ROWS);
    },
  };
}

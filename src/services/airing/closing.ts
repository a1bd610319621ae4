// Closes airings: as soon as every speaker has its verdict, or when silence has lasted long enough.
// It must never judge: src/domain/airing/verdicts.ts does.

import { verdictOfSilence } from '../../domain/airing/verdicts.ts';
import type { Airing, AiringSpeaker, Verdict } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { withHush } from '../poles/hushes.ts';
import { record } from '../record.ts';
import { verdictOfMissed } from './missed.ts';

export type Closing = {
  /** silence becomes a verdict for every airing whose closing time has come */
  look(): void;
  /** within a transaction of the caller's */
  closeIfComplete(airingId: string): void;
};

/** Told after the commit, at the next look: every speaker's verdict is in. */
export type Closed = (airing: Airing, speakers: readonly AiringSpeaker[]) => void;

export function makeClosing(deps: Deps, closed: Closed = () => undefined): Closing {
  const { store } = deps;
  let ended: string[] = [];
  const sayEnded = () => {
    const over = ended;
    ended = [];
    for (const id of over) {
      const airing = store.airings.get(id);
      if (airing?.state === 'closed') closed(airing, store.airings.speakers(id));
    }
  };
  return {
    look() {
      const nowMs = deps.clock.planMs();
      for (const airing of store.airings.dueToClose(nowMs))
        if (closeAlone(deps, { airing, nowMs })) ended.push(airing.id);
      sayEnded();
    },
    closeIfComplete(airingId) {
      const airing = store.airings.get(airingId);
      if (airing?.state !== 'sent') return;
      const silent = store.airings.speakers(airingId).some(({ verdict }) => verdict === null);
      if (silent) return;
      close(deps, { airing, silent: 0 });
      ended.push(airingId);
    },
  };
}

/** One row that cannot be closed keeps no other open: it is due again at the next beat. */
function closeAlone(deps: Deps, { airing, nowMs }: { airing: Airing; nowMs: number }): boolean {
  const { id, tenantId } = airing;
  try {
    deps.store.transaction(() => closeSilent(deps, { airing, nowMs }));
    deps.changes.tell({ kind: 'airing', id, tenantId });
    return true;
  } catch (error) {
    deps.log.error({ err: error, airingId: id }, 'an airing could not be closed');
    return false;
  }
}

function closeSilent(deps: Deps, { airing, nowMs }: { airing: Airing; nowMs: number }): void {
  const speakers = deps.store.airings.speakers(airing.id);
  const silent = speakers.filter(({ verdict }) => verdict === null);
  for (const speaker of silent)
    deps.store.airings.putVerdict(verdictOfSilent(deps, { airing, speaker, nowMs }));
  close(deps, { airing, silent: silent.length });
}

/** A cancelled airing stays one: its state says more than "closed". */
function close(deps: Deps, { airing, silent }: { airing: Airing; silent: number }): void {
  const { id, tenantId } = airing;
  if (airing.state !== 'cancelled') deps.store.airings.setState(id, 'closed');
  record(deps, {
    actor: null,
    action: 'service.airing-closed',
    subject: `airing:${id}`,
    tenantId,
    detail: { silent },
  });
}

function verdictOfSilent(
  deps: Deps,
  { airing, speaker, nowMs }: { airing: Airing; speaker: AiringSpeaker; nowMs: number },
): Verdict {
  const { siteId, unitId } = speaker;
  const receipts = deps.store.receipts.of(airing.id, siteId);
  if (airing.state === 'planned') return verdictOfMissed({ airing, siteId, receipts, nowMs });
  const last = deps.store.statuses.get(siteId);
  // what another box at this site said is no news of the one that had the order
  const row = last?.status.unitId === unitId ? last : null;
  const status = row && { online: row.status.online, heardAtMs: row.heardAtMs };
  const unitRemoved = (deps.store.units.get(unitId)?.removedAtMs ?? null) !== null;
  const of = { airing, siteId, receipts, nowMs, status, unitRemoved };
  return withHush(deps, airing, verdictOfSilence(of));
}

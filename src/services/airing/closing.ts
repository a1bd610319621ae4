// Closes airings: as soon as every speaker has its verdict, or when silence has lasted long enough.
// It must never judge: src/domain/airing/verdicts.ts does.

import type { Airing, AiringSpeaker } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { awaited } from './awaiting.ts';
import { judged } from './verdict-facts.ts';

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

/** One row that cannot be closed keeps no other open: it is due again at the next beat. @returns closed */
function closeAlone(deps: Deps, { airing, nowMs }: { airing: Airing; nowMs: number }): boolean {
  const { id, tenantId } = airing;
  try {
    const isOver = deps.store.transaction(() => closeSilent(deps, { airing, nowMs }));
    deps.changes.tell({ kind: 'airing', id, tenantId });
    return isOver;
  } catch (error) {
    deps.log.error({ err: error, airingId: id }, 'an airing could not be closed');
    return false;
  }
}

/** @returns whether it is over: a speaker that waits its turn keeps it open, the others are judged. */
function closeSilent(deps: Deps, { airing, nowMs }: { airing: Airing; nowMs: number }): boolean {
  const { store } = deps;
  const silent = store.airings.speakers(airing.id).filter(({ verdict }) => verdict === null);
  const shared = store.airingFacts.of(airing.id);
  const awaitedMs = awaited(deps, airing);
  let laterMs = nowMs;
  for (const part of silent) {
    const untilMs = awaitedMs(part.siteId);
    laterMs = Math.max(laterMs, untilMs);
    if (untilMs > nowMs) continue;
    const found = judged(deps, { airing, part, nowMs, shared, previous: null, isOver: true });
    if (found) store.airings.putVerdict(found.verdict, found.facts);
  }
  if (laterMs > nowMs) store.airings.setCloseAt(airing.id, laterMs);
  else close(deps, { airing, silent: silent.length });
  return laterMs <= nowMs;
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

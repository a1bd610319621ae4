// Once a minute: recordings whose day has passed are told to whoever asked for them, once.
// It must never decide when a day is over: src/domain/languages/commission.ts does.
import { isOverdue } from '../../domain/languages/commission.ts';
import type { Deps } from '../deps.ts';

/** A day ends once a day: a minute late is no matter. */
const EVERY_MS = 60_000;
/** More at one look would be a flood of messages; the others are told a minute later. */
const AT_ONCE = 50;

export function makeOverdue(deps: Deps): { look(): void } {
  const { store, clock, happenings } = deps;
  let lookedMs = Number.NEGATIVE_INFINITY;
  return {
    look() {
      if (clock.monoMs() - lookedMs < EVERY_MS) return;
      lookedMs = clock.monoMs();
      const nowMs = clock.planMs();
      for (const commission of store.commissions.waiting(AT_ONCE)) {
        // the earliest day first: the others have time yet
        if (!isOverdue(commission, nowMs)) return;
        store.commissions.update({ ...commission, dueToldAtMs: nowMs });
        const { tenantId, bulletinId, createdBy: authorId } = commission;
        const title = store.bulletins.get(bulletinId)?.title ?? '';
        const facts = { tenantId, bulletinId, title, authorId };
        happenings.tell({ kind: 'recording-due', ...facts });
      }
    },
  };
}

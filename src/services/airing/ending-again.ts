// Ends in every other language what one person has just ended in the first: signed with it, sent after it, one line in the audit of each tenant.
// It must never decide which times are meant: said-again.ts finds them.
import type { Actor, Airing } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import type { Cancelling } from './cancelling.ts';
import type { SaidAgain } from './said-again.ts';

export type EndingAgain = { deps: Deps; cancelling: Pick<Cancelling, 'sign' | 'send'> };
type By = { actor: Actor | null; reason: string; subject: string };

/** Within the transaction of what ended the original. @returns what is sent and told after its commit */
export function endAgain(
  { deps, cancelling }: EndingAgain,
  { airings, schedules }: SaidAgain,
  by: By,
): { count: number; send(): void } {
  const { store, clock } = deps;
  const stopped = airings.filter((airing) => cancelling.sign(airing, by));
  for (const { id } of schedules) store.schedules.end(id, clock.planMs());
  noteEnded(deps, { ...by, airings: stopped, schedules });
  return {
    count: stopped.length + schedules.length,
    send() {
      for (const airing of stopped) cancelling.send(airing);
      for (const { id, tenantId } of schedules)
        deps.changes.tell({ kind: 'schedule', id, tenantId });
    },
  };
}

type Owned = { id: string; tenantId: string };

/** One line for all of them in the audit of each whose they were; none where there was nothing. */
export function noteEnded(
  deps: Deps,
  of: By & { airings: readonly Airing[]; schedules: readonly Owned[] },
): void {
  const { actor, reason, subject } = of;
  const tenantIds = new Set([...of.airings, ...of.schedules].map(({ tenantId }) => tenantId));
  for (const tenantId of tenantIds) {
    const own = of.airings.filter((one) => one.tenantId === tenantId);
    const schedules = of.schedules.filter((one) => one.tenantId === tenantId).map(({ id }) => id);
    const said = [...new Set(own.map((one) => one.bulletinId))];
    const languages = said.flatMap((id) => deps.store.bulletins.get(id)?.language ?? []);
    const airings = own.map(({ id }) => id);
    record(deps, {
      actor,
      action: actor ? 'airing.stop-variants' : 'service.variants-stopped',
      ...{ subject, tenantId },
      detail: { reason, airings, ...(schedules.length > 0 && { schedules }), languages },
    });
  }
}

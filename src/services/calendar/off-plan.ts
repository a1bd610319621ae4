// Takes airings back that the plan no longer has: a rule changed, one time moved, a day of mourning declared.
// It must never touch what already sounds, nor decide what the plan has: src/domain does.
import { occurrencesOf } from '../../domain/airing/occurrences.ts';
import type { Actor, Airing, Occurrence, Schedule } from '../../domain/model.ts';
import type { Cancelling } from '../airing/cancelling.ts';
import { planFacts } from '../airing/plan.ts';
import type { Deps } from '../deps.ts';

export type OffPlan = { deps: Deps; cancelling: Pick<Cancelling, 'sign' | 'withdraw' | 'send'> };

type TakenBack = {
  actor: Actor;
  reason: string;
  /** rules of the air are in the order: it is sent anew */
  anew?: boolean;
  /** it shall not air: its row stays, and says so */
  forGood?: boolean;
};

/** `sign` within the transaction of the change and after its rows are written, `send` after its commit. */
export function offPlan(
  { deps, cancelling }: OffPlan,
  by: TakenBack,
): { sign(schedules: readonly Schedule[]): void; send(): void } {
  let stopped: Airing[] = [];
  return {
    sign(schedules) {
      const open = schedules.flatMap(({ id }) => notBegun(deps, id));
      if (open.length === 0) return;
      const planned = plannedUntil(deps, { schedules, untilMs: latest(open) });
      stopped = open
        .filter((airing) => by.anew === true || !stands(airing, planned.get(airing.occurrenceId)))
        .filter((airing) =>
          by.forGood ? cancelling.sign(airing, by) : cancelling.withdraw(airing, by),
        );
    },
    send() {
      for (const airing of stopped) {
        const { id, tenantId, orderBytes } = airing;
        if (orderBytes) cancelling.send(airing);
        else deps.changes.tell({ kind: 'airing', id, tenantId }); // nobody was told of it yet
      }
    },
  };
}

/** What sounds goes on: stopping it is a button of its own. */
function notBegun({ store, clock }: Deps, scheduleId: string): Airing[] {
  const nowMs = clock.planMs();
  return store.airings
    .ofSchedule(scheduleId)
    .filter(
      ({ state, playAtMs }) => state !== 'closed' && state !== 'cancelled' && playAtMs > nowMs,
    );
}

const latest = (airings: readonly Airing[]) => Math.max(...airings.map(({ playAtMs }) => playAtMs));

function plannedUntil(
  deps: Deps,
  { schedules, untilMs }: { schedules: readonly Schedule[]; untilMs: number },
): ReadonlyMap<string, Occurrence> {
  const nowMs = deps.clock.planMs();
  const facts = planFacts(deps, { schedules, nowMs, horizonMs: untilMs - nowMs + 1 });
  return new Map(occurrencesOf(facts).map((occurrence) => [occurrence.id, occurrence]));
}

function stands(airing: Airing, planned: Occurrence | undefined): boolean {
  return (
    planned !== undefined &&
    planned.hindrance === null &&
    planned.playAtMs === airing.playAtMs &&
    planned.bulletinId === airing.bulletinId &&
    planned.areaIds.join(' ') === airing.areaIds.join(' ')
  );
}

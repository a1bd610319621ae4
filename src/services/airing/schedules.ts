// Schedules set and withdrawn: checked by the domain, kept as rules, expanded only when asked.
// It must never keep a time in a timer: due times live in the database (issue #2, 6).

import { LONGEST_MS } from '../../domain/airing/airing.ts';
import { CHAIN_MAX_MS } from '../../domain/airing/said-again.ts';
import type { Schedule } from '../../domain/model.ts';
import { acceptPlaced } from '../assign/answers.ts';
import type { Schedules } from '../calendar/calendar-door.ts';
import { nextOf } from '../calendar/next-times.ts';
import { makeSingleTimes } from '../calendar/single-times.ts';
import { spoken } from '../calendar/spoken.ts';
import { updating } from '../calendar/updating.ts';
import { checked, warningsOf } from '../calendar/wishing.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { permitted, tenantsSeenBy } from '../scope.ts';
import type { Cancelling } from './cancelling.ts';
import { endAgain } from './ending-again.ts';
import { endedAiring, endedSchedule, type SaidAgain, saidAgain } from './said-again.ts';

export type ScheduleParts = { deps: Deps; cancelling: Cancelling };

/** Whoever comes back after a week still sees what ended; before that there are the airings. */
const ENDED_SHOWN_MS = 7 * 24 * 3_600_000;

/** What began earlier is over, and so is whatever began behind it. */
const BACK_MS = 2 * LONGEST_MS + CHAIN_MAX_MS;

export function makeSchedules(parts: ScheduleParts): Schedules {
  const { deps } = parts;
  return {
    create: create(deps),
    preview(actor, { scheduleId, ...wish }) {
      const action = scheduleId === undefined ? 'schedule.create' : 'schedule.edit';
      const thing = scheduleId === undefined ? null : deps.store.schedules.get(scheduleId);
      const standing =
        scheduleId === undefined ? {} : { standing: permitted(deps, { actor, action, thing }) };
      const schedule = checked(deps, { actor, action, wish, ...standing });
      const { says } = spoken(schedule);
      return { next: nextOf(deps, schedule), says, warnings: warningsOf(deps, schedule) };
    },
    list(actor) {
      const sinceMs = deps.clock.planMs() - ENDED_SHOWN_MS;
      return deps.store.schedules.ofTenants(tenantsSeenBy(deps, actor), sinceMs).map(spoken);
    },
    get(actor, { scheduleId }) {
      const thing = deps.store.schedules.get(scheduleId);
      return spoken(permitted(deps, { actor, action: 'schedule.view', thing }));
    },
    update: updating(parts),
    withdraw: withdraw(parts),
    ...makeSingleTimes(parts),
  };
}

function create(deps: Deps): Schedules['create'] {
  return (actor, wish) => {
    const schedule = checked(deps, { actor, action: 'schedule.create', wish });
    deps.store.transaction(() => {
      deps.store.schedules.insert(schedule);
      acceptPlaced(deps, { actor, schedule });
      const { id, tenantId, bulletinId, areaIds, rule, air } = schedule;
      const detail = { bulletinId, areaIds, rule, air };
      const subject = `schedule:${id}`;
      record(deps, { actor, action: 'schedule.create', subject, tenantId, detail });
    });
    deps.changes.tell({ kind: 'schedule', id: schedule.id, tenantId: schedule.tenantId });
    const warnings = warningsOf(deps, schedule);
    return { schedule: spoken(schedule), next: nextOf(deps, schedule), warnings };
  };
}

function withdraw({ deps, cancelling }: ScheduleParts): Schedules['withdraw'] {
  const { store } = deps;
  return async (actor, { scheduleId }) => {
    const thing = store.schedules.get(scheduleId);
    const schedule = permitted(deps, { actor, action: 'schedule.withdraw', thing });
    const { id, tenantId, bulletinId } = schedule;
    const by = { actor, reason: 'schedule-withdrawn', subject: `bulletin:${bulletinId}` };
    // over by itself, it may still sound in another language
    const again = () => endAgain({ deps, cancelling }, inOthers(deps, schedule), by);
    if (schedule.endedAtMs !== null) {
      store.transaction(again).send();
      return spoken(schedule);
    }
    const ended = { ...schedule, endedAtMs: deps.clock.planMs() };
    const { stopped, others } = store.transaction(() => {
      const others = again();
      store.schedules.end(id, ended.endedAtMs);
      store.precedences.forget(id);
      record(deps, { actor, action: 'schedule.withdraw', subject: `schedule:${id}`, tenantId });
      const own = store.airings.ofSchedule(id);
      return { others, stopped: own.filter((airing) => cancelling.sign(airing, by)) };
    });
    for (const airing of stopped) cancelling.send(airing);
    others.send();
    deps.changes.tell({ kind: 'schedule', id, tenantId });
    return spoken(ended);
  };
}

/** What says the same again after a time of this rule. Another language's own rule is its planner's. */
function inOthers(deps: Deps, schedule: Schedule): SaidAgain {
  const { store, clock } = deps;
  const { id, tenantId } = schedule;
  const nowMs = clock.planMs();
  const aired = store.airings
    .ofSchedule(id)
    .filter(({ playAtMs }) => playAtMs > nowMs - BACK_MS)
    .map((airing) => ({ ...endedAiring(airing, nowMs), id }));
  const times = [...endedSchedule(deps, schedule), ...aired].filter(
    ({ bulletinId }) => !store.bulletins.get(bulletinId)?.originalId,
  );
  return saidAgain(deps, { times, tenantId });
}

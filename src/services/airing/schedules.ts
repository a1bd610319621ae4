// Schedules set and withdrawn: checked by the domain, kept as rules, expanded only when asked.
// It must never keep a time in a timer: due times live in the database (issue #2, 6).

import { HORIZON_MS, occurrencesOf } from '../../domain/airing/occurrences.ts';
import { checkSchedule } from '../../domain/airing/schedule-rules.ts';
import { USUAL_RULES } from '../../domain/calendar/calendar-model.ts';
import type { Actor, Bulletin, Clip, Schedule, ScheduleRule } from '../../domain/model.ts';
import { theirs } from '../bulletins/bulletins.ts';
import type { Deps } from '../deps.ts';
import type { Schedules, ScheduleWish } from '../door.ts';
import { record } from '../record.ts';
import { permitted, tenantsSeenBy, treeOf } from '../scope.ts';
import type { Cancelling } from './cancelling.ts';
import { readPattern } from './cron-pattern.ts';
import { hushedBelow, planFacts, regulations, sitesWithUnits } from './plan.ts';
import { beginning } from './waited.ts';

export type ScheduleParts = { deps: Deps; cancelling: Cancelling };
type Wish = Parameters<Schedules['create']>[1];

/** What an officer wants to see before believing it. */
const NEXT_SHOWN = 5;
/** Whoever comes back after a week still sees what ended; before that there are the airings. */
const ENDED_SHOWN_MS = 7 * 24 * 3_600_000;

export function makeSchedules(parts: ScheduleParts): Schedules {
  const { deps } = parts;
  return {
    create(actor, wish) {
      const schedule = checked(deps, { actor, wish });
      deps.store.transaction(() => {
        deps.store.schedules.insert(schedule);
        const { id, tenantId, bulletinId, areaIds, rule } = schedule;
        const detail = { bulletinId, areaIds, rule };
        record(deps, {
          actor,
          action: 'schedule.create',
          subject: `schedule:${id}`,
          tenantId,
          detail,
        });
      });
      deps.changes.tell({ kind: 'schedule', id: schedule.id, tenantId: schedule.tenantId });
      return { schedule, next: next(deps, schedule) };
    },
    preview: (actor, wish) => next(deps, checked(deps, { actor, wish })),
    list(actor) {
      const sinceMs = deps.clock.planMs() - ENDED_SHOWN_MS;
      return deps.store.schedules.ofTenants(tenantsSeenBy(deps, actor), sinceMs);
    },
    withdraw: withdraw(parts),
  };
}

function checked(deps: Deps, { actor, wish }: { actor: Actor; wish: Wish }): Schedule {
  const { bulletinId } = wish;
  const bulletin = theirs(deps, { actor, action: 'schedule.create', bulletinId });
  const clip = bulletin.clipId === null ? null : deps.store.clips.get(bulletin.clipId);
  const nowMs = deps.clock.planMs();
  const rule = ruleOf(wish.rule, nowMs);
  const fault = checkSchedule({
    bulletin,
    clip,
    areaIds: wish.areaIds,
    rule,
    fields: rule.kind === 'cron' ? readPattern(rule.pattern) : null,
    nowMs,
    tree: treeOf(deps),
    sites: sitesWithUnits(deps),
    regulations: regulations(deps),
  });
  if (fault) throw fault;
  return {
    id: deps.ids.next(),
    tenantId: bulletin.tenantId,
    bulletinId,
    areaIds: [...new Set(wish.areaIds)],
    rule: nowIsNow(deps, { areaIds: wish.areaIds, bulletin, clip, rule, nowMs }),
    air: USUAL_RULES,
    version: 1,
    createdBy: actor.accountId,
    // a time some seconds ago still means now (src/domain/airing/schedule-rules.ts), so it must not lie before
    createdAtMs: rule.kind === 'once' ? Math.min(nowMs, rule.atMs) : nowMs,
    sinceMs: 0,
    endedAtMs: null,
  };
}

/** What is approved already has nothing to wait for. */
function nowIsNow(
  deps: Deps,
  of: {
    areaIds: readonly string[];
    bulletin: Bulletin;
    clip: Clip | null;
    rule: ScheduleRule;
    nowMs: number;
  },
): ScheduleRule {
  const { bulletin, clip, rule } = of;
  if (rule.kind !== 'now' || !clip || bulletin.state !== 'approved') return rule;
  return { kind: 'now', atMs: beginning(deps, { ...of, clip }).atMs };
}

function ruleOf(wish: ScheduleWish, nowMs: number): ScheduleRule {
  if (wish.kind === 'now') return { kind: 'now', atMs: null };
  if (wish.kind === 'once' || wish.kind === 'repeat') return wish;
  const { kind, pattern, fromMs, untilMs } = wish;
  return { kind, pattern: pattern.trim(), fromMs: fromMs ?? nowMs, untilMs: untilMs ?? null };
}

/** The next five; a pattern too rare for that in 72 hours is looked for in the whole year. */
function next(deps: Deps, schedule: Schedule) {
  const nowMs = deps.clock.planMs();
  const facts = planFacts(deps, { schedules: [schedule], nowMs, horizonMs: HORIZON_MS });
  const soon = occurrencesOf(facts);
  const repeats = schedule.rule.kind === 'cron' || schedule.rule.kind === 'repeat';
  const isRare = repeats && soon.length < NEXT_SHOWN;
  const year = { ...facts, horizonMs: 366 * 24 * 3_600_000 };
  const shown = (soon.length > 0 && !isRare ? soon : occurrencesOf(year)).slice(0, NEXT_SHOWN);
  const hushed = hushedBelow(deps, { tenantId: schedule.tenantId, facts });
  return shown.map((occurrence) => ({ ...occurrence, hushed: hushed(occurrence) }));
}

function withdraw({ deps, cancelling }: ScheduleParts): Schedules['withdraw'] {
  const { store } = deps;
  return async (actor, { scheduleId }) => {
    const thing = store.schedules.get(scheduleId);
    const schedule = permitted(deps, { actor, action: 'schedule.withdraw', thing });
    if (schedule.endedAtMs !== null) return schedule;
    const ended = { ...schedule, endedAtMs: deps.clock.planMs() };
    const { id, tenantId } = schedule;
    const stopped = store.transaction(() => {
      store.schedules.end(id, ended.endedAtMs);
      record(deps, { actor, action: 'schedule.withdraw', subject: `schedule:${id}`, tenantId });
      return store.airings
        .ofSchedule(id)
        .filter((airing) => cancelling.sign(airing, { actor, reason: 'schedule-withdrawn' }));
    });
    for (const airing of stopped) cancelling.send(airing);
    deps.changes.tell({ kind: 'schedule', id, tenantId });
    return ended;
  };
}

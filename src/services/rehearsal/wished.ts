// A wish as the schedule it would become, so that its times are found as every schedule's are.
// It must never be stored: it has no row, and its id sorts behind all that was set before it.

import { USUAL_RULES } from '../../domain/calendar/calendar-model.ts';
import { dayNoOf } from '../../domain/calendar/recurrence.ts';
import type { Actor, Bulletin, Schedule, ScheduleRule } from '../../domain/model.ts';
import { midnightMs } from '../../domain/vietnam-time.ts';
import { beginning } from '../airing/waited.ts';
import { cronRule } from '../calendar/wishing.ts';
import type { Deps } from '../deps.ts';
import type { ConflictWish } from './rehearsal-door.ts';

/** Behind every ULID: of two at the same time the one that was there first goes first. */
const NEW_ID = '~';

export function wishedSchedule(
  deps: Deps,
  of: { actor: Actor; wish: ConflictWish; bulletin: Bulletin },
): Schedule {
  const { actor, wish, bulletin } = of;
  const areaIds = [...new Set(wish.areaIds)];
  return {
    id: wish.exceptScheduleId ?? NEW_ID,
    tenantId: bulletin.tenantId,
    bulletinId: bulletin.id,
    areaIds,
    rule: ruleOf(deps, { wish, bulletin, areaIds }),
    air: wish.air ?? USUAL_RULES,
    version: 1,
    createdBy: actor.accountId,
    createdAtMs: 0,
    sinceMs: 0,
    endedAtMs: null,
  };
}

type Ruled = { wish: ConflictWish; bulletin: Bulletin; areaIds: readonly string[] };

function ruleOf(deps: Deps, { wish: { rule }, bulletin, areaIds }: Ruled): ScheduleRule {
  const nowMs = deps.clock.planMs();
  if (rule.kind === 'once' || rule.kind === 'repeat') return rule;
  if (rule.kind === 'cron') return cronRule(rule, { fromMs: nowMs, untilMs: null });
  const clip = bulletin.clipId === null ? null : deps.store.clips.get(bulletin.clipId);
  return { kind: 'now', atMs: clip && beginning(deps, { areaIds, bulletin, clip, nowMs }).atMs };
}

/** Nothing of it comes before this: a rule for next autumn is looked at next autumn. */
export function beginOfWish({ clock }: Pick<Deps, 'clock'>, { rule }: Schedule): number {
  const nowMs = clock.planMs();
  if (rule.kind === 'repeat') return Math.max(nowMs, midnightMs(dayNoOf(rule.fromDay)));
  return Math.max(nowMs, rule.kind === 'cron' ? rule.fromMs : (rule.atMs ?? nowMs));
}

// A schedule as somebody wishes it, checked: the domain's first fault is thrown, else the row it would be.
// It must never write it.
import { checkSchedule, type Following } from '../../domain/airing/schedule-rules.ts';
import { USUAL_RULES } from '../../domain/calendar/calendar-model.ts';
import { replacementOf, wishesOf } from '../../domain/calendar/on-special-day.ts';
import { warningsOfRepeat } from '../../domain/calendar/rule-faults.ts';
import type { Sentence } from '../../domain/errors.ts';
import type {
  Actor,
  Bulletin,
  Clip,
  CronRule,
  Schedule,
  ScheduleRule,
} from '../../domain/model.ts';
import type { Action } from '../../domain/rights.ts';
import { dayNumber } from '../../domain/vietnam-time.ts';
import { readPattern } from '../airing/cron-pattern.ts';
import { regulations, sitesWithUnits } from '../airing/plan.ts';
import { beginning } from '../airing/waited.ts';
import { airable } from '../assign/answers.ts';
import type { Deps } from '../deps.ts';
import { missing } from '../refusals.ts';
import { refuseUnregulated, regulationFaults } from '../regulation/schedule-faults.ts';
import { treeOf } from '../scope.ts';
import type { ScheduleInput, ScheduleWish } from './calendar-door.ts';
import { calendarFacts } from './calendar-facts.ts';

type Wished = {
  actor: Actor;
  action: Action;
  wish: ScheduleInput;
  /** the one it takes the place of */
  standing?: Schedule;
  /** an exception from the regulation is asked for, so that alone is not refused here */
  excepted?: true;
};

/** @throws AppError, the first thing wrong with it */
export function checked(deps: Deps, wished: Wished): Schedule {
  const { actor, action, wish, standing } = wished;
  const { bulletinId, areaIds, air = USUAL_RULES } = wish;
  const nowMs = deps.clock.planMs();
  const { bulletin, clip } = sounding(deps, { actor, action, bulletinId, areaIds });
  // a commune's schedule stays that commune's, whatever else its editor may see
  if (standing && standing.tenantId !== bulletin.tenantId) throw missing();
  const rule = ruleOf(wish.rule, { nowMs, standing: standing?.rule ?? null });
  const otherId = replacementOf(rule);
  const other =
    otherId === null ? null : sounding(deps, { actor, action, bulletinId: otherId, areaIds });
  if (other && other.bulletin.tenantId !== bulletin.tenantId) throw missing();
  const following = (air.playlist ?? []).map((id) =>
    sounding(deps, { actor, action, bulletinId: id, areaIds }),
  );
  if (following.some((each) => each.bulletin.tenantId !== bulletin.tenantId)) throw missing();
  const facts = { bulletin, clip, areaIds: wish.areaIds, rule, air, following, nowMs };
  refuseFaulty(deps, facts, other?.clip?.durationMs);
  const isNew = !standing || JSON.stringify(standing.rule) !== JSON.stringify(rule);
  const schedule: Schedule = {
    id: standing?.id ?? deps.ids.next(),
    tenantId: bulletin.tenantId,
    bulletinId,
    areaIds: [...new Set(wish.areaIds)],
    rule: nowIsNow(deps, facts),
    air,
    version: (standing?.version ?? 0) + 1,
    createdBy: standing?.createdBy ?? actor.accountId,
    // a time some seconds ago still means now (src/domain/airing/schedule-rules.ts), so it must not lie before
    createdAtMs:
      standing?.createdAtMs ?? (rule.kind === 'once' ? Math.min(nowMs, rule.atMs) : nowMs),
    sinceMs: standing ? (isNew ? nowMs : standing.sinceMs) : 0,
    endedAtMs: null,
  };
  if (!wished.excepted) refuseUnregulated(deps, { schedule });
  return schedule;
}

function sounding(deps: Deps, of: Parameters<typeof airable>[1]) {
  const bulletin = airable(deps, of);
  const clip = bulletin.clipId === null ? null : deps.store.clips.get(bulletin.clipId);
  return { bulletin, clip };
}

type Faulty = {
  bulletin: Bulletin;
  clip: Clip | null;
  areaIds: readonly string[];
  rule: ScheduleRule;
  air: Schedule['air'];
  following?: Following;
  nowMs: number;
};

/** Also of one time alone: as a schedule for just that time would be. */
export function refuseFaulty(deps: Deps, facts: Faulty, otherDurationMs?: number): void {
  const fault = checkSchedule({
    ...facts,
    ...(otherDurationMs === undefined ? {} : { otherDurationMs }),
    fields: facts.rule.kind === 'cron' ? readPattern(facts.rule.pattern) : null,
    special: calendarFacts(deps, facts).special(facts.bulletin.tenantId),
    tree: treeOf(deps),
    sites: sitesWithUnits(deps),
    regulations: regulations(deps),
  });
  if (fault) throw fault;
}

/** What is approved already has nothing to wait for. */
function nowIsNow(deps: Deps, of: Faulty): ScheduleRule {
  const { bulletin, clip, rule } = of;
  if (rule.kind !== 'now' || !clip || bulletin.state !== 'approved') return rule;
  return { kind: 'now', atMs: beginning(deps, { ...of, clip }).atMs };
}

function ruleOf(
  wish: ScheduleWish,
  { nowMs, standing }: { nowMs: number; standing: ScheduleRule | null },
): ScheduleRule {
  if (wish.kind === 'now') return { kind: 'now', atMs: null };
  if (wish.kind === 'once' || wish.kind === 'repeat') return wish;
  return cronRule(wish, standing?.kind === 'cron' ? standing : { fromMs: nowMs, untilMs: null });
}

/** What is left unsaid stays as it stands: an end, above all, is taken away by null and by nothing else. */
export function cronRule(
  wish: Extract<ScheduleWish, { kind: 'cron' }>,
  before: Omit<CronRule, 'kind' | 'pattern'>,
): CronRule {
  const { kind, pattern, special = wishesOf(before), replaceWith = before.replaceWith } = wish;
  const untilMs = wish.untilMs === undefined ? before.untilMs : wish.untilMs;
  const span = { fromMs: wish.fromMs ?? before.fromMs, untilMs };
  return { kind, pattern: pattern.trim(), ...span, special, replaceWith: replaceWith ?? null };
}

export function warningsOf(deps: Deps, schedule: Schedule): Sentence[] {
  const { rule, tenantId } = schedule;
  const { warnings } = regulationFaults(deps, { schedule });
  if (rule.kind !== 'repeat' && rule.kind !== 'cron') return [...warnings];
  const nowMs = deps.clock.planMs();
  const special = calendarFacts(deps, { nowMs }).special(tenantId);
  return [...warningsOfRepeat(rule, { special, fromDayNo: dayNumber(nowMs) }), ...warnings];
}

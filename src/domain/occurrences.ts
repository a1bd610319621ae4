// What will air in the hours to come, and why some of it will not: the same answer for the plan and the heartbeat.
// It must never know a clock, a row or a cron pattern's text: parsed rules and rows in, occurrences out.
import type { AllowedHours } from '../../devices/protocol/index.ts';
import { approvalStanding } from './approval.ts';
import { type AreaTree, areaTree, sitesUnder } from './areas.ts';
import { type CronFields, occurrencesBetween } from './cron.ts';
import { fitsSome, hoursOfSites } from './hours-of-sites.ts';
import type {
  Approval,
  Area,
  Bulletin,
  Clip,
  Hindrance,
  Occurrence,
  Regulation,
  Schedule,
  Site,
} from './model.ts';

export const HORIZON_MS = 72 * 3_600_000;
/** A bulletin every nine minutes for 72 hours; more is a pattern written by mistake. */
export const PER_SCHEDULE_MAX = 500;

export type PlanFacts = {
  nowMs: number;
  horizonMs: number;
  schedules: readonly Schedule[];
  /** null: a pattern that can no longer be read, which then never fires */
  fieldsOf(pattern: string): CronFields | null;
  bulletin(id: string): Bulletin | null;
  clip(id: string): Clip | null;
  approvals(bulletinId: string): readonly Approval[];
  areas: readonly Area[];
  regulations: readonly Regulation[];
  /** only sites with a unit installed: a pole without a box is no speaker */
  sites: readonly Site[];
};

/** Whatever still sounds now or starts before the horizon, by time. */
export function occurrencesOf(facts: PlanFacts): Occurrence[] {
  const tree = areaTree(facts.areas);
  return facts.schedules
    .flatMap((schedule) => ofSchedule(schedule, { ...facts, tree }))
    .sort((a, b) => a.playAtMs - b.playAtMs || (a.id < b.id ? -1 : 1));
}

function ofSchedule(schedule: Schedule, facts: PlanFacts & { tree: AreaTree }): Occurrence[] {
  const bulletin = facts.bulletin(schedule.bulletinId);
  if (!bulletin || schedule.endedAtMs !== null) return [];
  const clip = bulletin.clipId === null ? null : facts.clip(bulletin.clipId);
  const durationMs = clip?.durationMs ?? 0;
  const { tree, regulations } = facts;
  const sites = sitesUnder({ tree, areaIds: schedule.areaIds, sites: facts.sites });
  const hours = hoursOfSites({ tree, sites, regulations });
  const approvals = facts.approvals(bulletin.id);
  // one that sounds at this moment is still of the plan: after an outage it starts late
  const span = { fromMs: facts.nowMs - durationMs + 1, toMs: facts.nowMs + facts.horizonMs };
  return playTimes(schedule, { ...span, fieldsOf: facts.fieldsOf }).map((playAtMs) => ({
    id: `${schedule.id}@${playAtMs}`,
    scheduleId: schedule.id,
    bulletinId: bulletin.id,
    tenantId: schedule.tenantId,
    areaIds: schedule.areaIds,
    playAtMs,
    durationMs,
    priority: bulletin.priority,
    hindrance: hindranceOf({ playAtMs, bulletin, clip, approvals, sites, hours }),
  }));
}

type Span = { fromMs: number; toMs: number } & Pick<PlanFacts, 'fieldsOf'>;

function playTimes({ rule, createdAtMs }: Schedule, { fromMs, toMs, fieldsOf }: Span): number[] {
  if (rule.kind !== 'cron') {
    const { atMs } = rule;
    return atMs !== null && atMs >= fromMs && atMs < toMs ? [atMs] : [];
  }
  const fields = fieldsOf(rule.pattern);
  if (!fields) return [];
  return occurrencesBetween({
    fields,
    // a pattern made at 17:05 does not begin in the middle of its 17:00
    fromMs: Math.max(fromMs, rule.fromMs, createdAtMs),
    toMs: Math.min(toMs, rule.untilMs ?? toMs),
    limit: PER_SCHEDULE_MAX,
  });
}

type Asked = {
  playAtMs: number;
  bulletin: Bulletin;
  clip: Clip | null;
  approvals: readonly Approval[];
  sites: readonly Site[];
  hours: readonly AllowedHours[];
};

/** The first thing a person has to see to. An approval given after its time came too late for it. */
function hindranceOf({
  playAtMs,
  bulletin,
  clip,
  approvals,
  sites,
  hours,
}: Asked): Hindrance | null {
  const standing = approvalStanding({ bulletin, clip, approvals, byMs: playAtMs });
  if (standing === 'changed') return 'changed-since-approval';
  if (standing === 'too-old') return 'approval-too-old';
  if (!clip) return 'no-clip';
  if (standing === 'none') return 'not-approved';
  if (sites.length === 0) return 'no-speakers';
  const { priority, drill } = bulletin;
  const slot = { priority, drill, playAtMs, durationMs: clip.durationMs };
  if (!fitsSome(slot, hours)) return 'out-of-hours';
  return null;
}

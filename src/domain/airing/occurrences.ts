// What will air in the hours to come, and why some of it will not: the same answer for the plan and the heartbeat.
// It must never know a clock, a row or a cron pattern's text: parsed rules and rows in, occurrences out.
import type { AllowedHours } from '../../../devices/protocol/index.ts';
import { approvalStanding } from '../approval/approval.ts';
import { areaTree, sitesUnder } from '../areas.ts';
import { dayNoOf, firingsBetween, NO_SPECIAL_DAYS } from '../calendar/recurrence.ts';
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
} from '../model.ts';
import { midnightMs } from '../vietnam-time.ts';
import { LONGEST_MS } from './airing.ts';
import { type CronFields, occurrencesBetween } from './cron.ts';
import { fitsSome, hoursOfSites } from './hours-of-sites.ts';

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
  /** also "now" that waits for its approval, as if it were aired at this moment: for those who read a plan */
  waiting?: boolean;
};

/** Whatever still sounds now or starts before the horizon, by time. */
export function occurrencesOf(facts: PlanFacts): Occurrence[] {
  const heardIn = heardInOf(facts);
  return facts.schedules
    .flatMap((schedule) => ofSchedule(schedule, { ...facts, heardIn }))
    .sort((a, b) => a.playAtMs - b.playAtMs || (a.id < b.id ? -1 : 1));
}

type Heard = { sites: readonly Site[]; hours: readonly AllowedHours[] };
type HeardIn = (areaIds: readonly string[]) => Heard;

/** Hundreds of schedules are for the same few areas of thousands of sites: each is looked up once. */
function heardInOf(facts: Pick<PlanFacts, 'areas' | 'regulations' | 'sites'>): HeardIn {
  const tree = areaTree(facts.areas);
  const known = new Map<string, Heard>();
  return (areaIds) => {
    const key = areaIds.join(' ');
    const found = known.get(key);
    if (found) return found;
    const sites = sitesUnder({ tree, areaIds, sites: facts.sites });
    const hours = hoursOfSites({ tree, sites, regulations: facts.regulations });
    const heard = { sites, hours };
    known.set(key, heard);
    return heard;
  };
}

function ofSchedule(schedule: Schedule, facts: PlanFacts & { heardIn: HeardIn }): Occurrence[] {
  // its times come first: rows of what was aired years ago are never asked for
  if (schedule.endedAtMs !== null || !hasTimes(schedule, facts)) return [];
  const bulletin = facts.bulletin(schedule.bulletinId);
  if (!bulletin) return [];
  const clip = bulletin.clipId === null ? null : facts.clip(bulletin.clipId);
  const durationMs = clip?.durationMs ?? 0;
  const { sites, hours } = facts.heardIn(schedule.areaIds);
  const approvals = facts.approvals(bulletin.id);
  // one that sounds at this moment is still of the plan: after an outage it starts late
  const span = { fromMs: facts.nowMs - durationMs + 1, toMs: facts.nowMs + facts.horizonMs };
  const waits = isWaiting(schedule, facts);
  const times = waits ? [facts.nowMs] : playTimes(schedule, { ...span, fieldsOf: facts.fieldsOf });
  return times.map((playAtMs) => ({
    id: `${schedule.id}@${waits ? 'now' : playAtMs}`,
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

/** The different hours kept where a schedule is heard. */
export function hoursFor(
  { areaIds }: Pick<Schedule, 'areaIds'>,
  facts: Pick<PlanFacts, 'areas' | 'regulations' | 'sites'>,
): AllowedHours[] {
  return [...heardInOf(facts)(areaIds).hours];
}

/** Whether anything of it can still sound, or begins before the horizon, whatever its bulletin is now. */
function hasTimes(schedule: Schedule, facts: PlanFacts): boolean {
  const { nowMs, horizonMs, fieldsOf } = facts;
  const span = { fromMs: nowMs - LONGEST_MS, toMs: nowMs + horizonMs, fieldsOf, limit: 1 };
  return isWaiting(schedule, facts) || playTimes(schedule, span).length > 0;
}

function isWaiting({ rule }: Schedule, { waiting = false }: PlanFacts): boolean {
  return waiting && rule.kind === 'now' && rule.atMs === null;
}

/** Nothing of it begins any more; what began may still be sounding. "Now" waits without limit. */
export function hasNoMoreTimes({ rule }: Schedule, nowMs: number): boolean {
  if (rule.kind === 'repeat')
    return rule.untilDay !== null && midnightMs(dayNoOf(rule.untilDay) + 1) + LONGEST_MS <= nowMs;
  if (rule.kind !== 'cron') return rule.atMs !== null && rule.atMs <= nowMs;
  return rule.untilMs !== null && rule.untilMs + LONGEST_MS <= nowMs;
}

type Span = { fromMs: number; toMs: number; limit?: number } & Pick<PlanFacts, 'fieldsOf'>;

function playTimes({ rule, createdAtMs }: Schedule, span: Span): number[] {
  const { fromMs, toMs, fieldsOf, limit = PER_SCHEDULE_MAX } = span;
  if (rule.kind === 'repeat') {
    const from = Math.max(fromMs, createdAtMs);
    const of = { rule, special: NO_SPECIAL_DAYS, fromMs: from, toMs, limit };
    return firingsBetween(of).map(({ atMs }) => atMs);
  }
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
    limit,
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

/** The first thing a person has to see to; of what is past nothing is left to see to. An approval given after its time came too late for it. */
function hindranceOf({
  playAtMs,
  bulletin,
  clip,
  approvals,
  sites,
  hours,
}: Asked): Hindrance | null {
  if (bulletin.expiresAtMs !== null && playAtMs >= bulletin.expiresAtMs) return 'expired';
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

// Whether a new schedule can ever be heard as its maker means it: the first fault, as a sentence.
// It must never know who asks (rights.ts) nor how a pattern is written (src/services/airing/cron-pattern.ts).

import { passesHours } from '../../../devices/rules/index.ts';
import type { AreaTree } from '../areas.ts';
import { sitesUnder, tenantChain } from '../areas.ts';
import { dayNoOf, firingsBetween, NO_SPECIAL_DAYS, nextFiring } from '../calendar/recurrence.ts';
import type { AppError } from '../errors.ts';
import type { Area, Bulletin, Clip, Regulation, ScheduleRule, Site } from '../model.ts';
import { DAY_MS, midnightMs } from '../vietnam-time.ts';
import { type CronFields, nextOccurrence, occurrencesBetween } from './cron.ts';
import { fitsSome, hoursOfSites } from './hours-of-sites.ts';
import * as problem from './schedule-problems.ts';

/** Every time of the coming week is tried against the hours: windows repeat weekly. */
const WEEK_MS = 7 * DAY_MS;
/** A time every five minutes for a week is more than any regulation allows. */
const TRIED_MAX = 2_016;
/** A clock set by a person is not exact to the second: this much ago still means now. */
const JUST_NOW_MS = 5_000;

export type ScheduleFacts = {
  bulletin: Bulletin;
  /** its length alone counts, which may be an estimate */
  clip: Pick<Clip, 'durationMs'> | null;
  areaIds: readonly string[];
  rule: ScheduleRule;
  /** of a cron pattern; null when the parser itself saw that it cannot fire */
  fields: CronFields | null;
  nowMs: number;
  tree: AreaTree;
  /** only sites with a unit installed */
  sites: readonly Site[];
  regulations: readonly Regulation[];
};

/** @returns the first thing wrong, or null when the schedule may stand */
export function checkSchedule(facts: ScheduleFacts): AppError | null {
  if (!facts.clip) return problem.noSoundYet(facts.bulletin.state === 'failed');
  return checkPlaces(facts) ?? checkTimes(facts, facts.clip.durationMs);
}

/** Another commune's area is as unknown as one that does not exist (issue #2, 4). */
function checkPlaces({ areaIds, bulletin, tree, sites }: ScheduleFacts): AppError | null {
  if (areaIds.length === 0) return problem.noAreas();
  for (const areaId of areaIds) {
    const area: Area | null = tree.get(areaId);
    if (!area || !tenantChain(tree, areaId).includes(bulletin.tenantId)) {
      return problem.unknownArea();
    }
    if (sitesUnder({ tree, areaIds: [areaId], sites }).length === 0) {
      return problem.areaWithoutSpeakers(area.name);
    }
  }
  return null;
}

function checkTimes(facts: ScheduleFacts, durationMs: number): AppError | null {
  const { rule, nowMs } = facts;
  if (rule.kind !== 'cron' && rule.kind !== 'repeat') {
    const atMs = rule.kind === 'now' ? nowMs : rule.atMs;
    if (atMs < nowMs - JUST_NOW_MS) return problem.inThePast(atMs);
    const { expiresAtMs } = facts.bulletin;
    if (expiresAtMs !== null && atMs >= expiresAtMs) return problem.afterItsEvent(expiresAtMs);
    return checkHours(facts, { times: [atMs], durationMs });
  }
  // whoever approves one alarm does not approve an alarm every night
  if (passesHours(facts.bulletin)) return problem.emergencyRepeats();
  const untilMs = endOf(rule);
  if (untilMs !== null && untilMs <= Math.max(beginOf(rule), nowMs))
    return problem.overBeforeItBegins(untilMs);
  const times = comingTimes(facts, rule);
  if (times.length === 0)
    return problem.neverFires(rule.kind === 'cron' ? rule.pattern : rule.fromDay);
  return checkSpacing(times, durationMs) ?? checkHours(facts, { times, durationMs });
}

type Repeating = Extract<ScheduleRule, { kind: 'cron' | 'repeat' }>;

const beginOf = (rule: Repeating) =>
  rule.kind === 'cron' ? rule.fromMs : midnightMs(dayNoOf(rule.fromDay));

function endOf(rule: Repeating): number | null {
  if (rule.kind === 'cron') return rule.untilMs;
  return rule.untilDay === null ? null : midnightMs(dayNoOf(rule.untilDay) + 1);
}

/** The week from its first time on: a pattern for New Year's Day is checked on New Year's Day. */
function comingTimes({ fields, nowMs }: ScheduleFacts, rule: Repeating): number[] {
  if (rule.kind === 'repeat') {
    const of = { rule, special: NO_SPECIAL_DAYS };
    const next = nextFiring({ ...of, fromMs: nowMs });
    if (next === null) return [];
    const span = { fromMs: next.atMs, toMs: next.atMs + WEEK_MS, limit: TRIED_MAX };
    return firingsBetween({ ...of, ...span }).map(({ atMs }) => atMs);
  }
  if (fields === null) return [];
  const first = nextOccurrence(fields, Math.max(nowMs, rule.fromMs));
  if (first === null) return [];
  const toMs = Math.min(first + WEEK_MS, rule.untilMs ?? Number.POSITIVE_INFINITY);
  return occurrencesBetween({ fields, fromMs: first, toMs, limit: TRIED_MAX });
}

function checkSpacing(times: readonly number[], durationMs: number): AppError | null {
  const close = times.find((atMs, place) => atMs - (times[place - 1] ?? -Infinity) < durationMs);
  return close === undefined ? null : problem.tooOften(close, durationMs);
}

function checkHours(
  facts: ScheduleFacts,
  { times, durationMs }: { times: readonly number[]; durationMs: number },
): AppError | null {
  const { tree, areaIds, regulations, bulletin } = facts;
  const sites = sitesUnder({ tree, areaIds, sites: facts.sites });
  const hours = hoursOfSites({ tree, sites, regulations });
  const { priority, drill } = bulletin;
  const slot = { priority, drill, durationMs };
  const outside = times.find((playAtMs) => !fitsSome({ ...slot, playAtMs }, hours));
  return outside === undefined ? null : problem.outsideHours({ atMs: outside, durationMs, hours });
}

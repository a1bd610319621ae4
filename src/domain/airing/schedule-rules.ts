// Whether a new schedule can ever be heard as its maker means it: the first fault, as a sentence.
// It must never know who asks (rights.ts) nor how a pattern is written (src/services/airing/cron-pattern.ts).

import { passesHours } from '../../../devices/rules/index.ts';
import type { AreaTree } from '../areas.ts';
import { sitesUnder, tenantChain } from '../areas.ts';
import type { AirRules } from '../calendar/calendar-model.ts';
import { dayNoOf, type SpecialOn } from '../calendar/recurrence.ts';
import { spokenRepeat } from '../calendar/repeat-words.ts';
import { faultOfRepeat, faultOfSpecial, waitsForSpecial } from '../calendar/rule-faults.ts';
import type { AppError } from '../errors.ts';
import type { Area, Bulletin, Clip, Regulation, ScheduleRule, Site } from '../model.ts';
import { dayNumber, midnightMs } from '../vietnam-time.ts';
import { LONGEST_MS } from './airing.ts';
import type { CronFields } from './cron.ts';
import { fitsSome, hoursOfSites } from './hours-of-sites.ts';
import * as problem from './schedule-problems.ts';
import { oneOfEach, type Repeating, yearAhead } from './year-ahead.ts';

/** A clock set by a person is not exact to the second: this much ago still means now. */
const JUST_NOW_MS = 5_000;

export type Following = readonly {
  bulletin: Bulletin;
  clip: Pick<Clip, 'durationMs'> | null;
}[];
export type ScheduleFacts = {
  bulletin: Bulletin;
  /** its length alone counts, which may be an estimate */
  clip: Pick<Clip, 'durationMs'> | null;
  areaIds: readonly string[];
  rule: ScheduleRule;
  /** of a cron pattern; null when the parser itself saw that it cannot fire */
  fields: CronFields | null;
  air: AirRules;
  special: SpecialOn;
  /** of the bulletin that airs in its place on special days */
  otherDurationMs?: number;
  /** the rest of its playlist */
  following?: Following;
  nowMs: number;
  tree: AreaTree;
  /** only sites with a unit installed */
  sites: readonly Site[];
  regulations: readonly Regulation[];
};

/** @returns the first thing wrong, or null when the schedule may stand */
export function checkSchedule(facts: ScheduleFacts): AppError | null {
  if (!facts.clip) return problem.noSoundYet(facts.bulletin.state === 'failed');
  const playlist = checkPlaylist(facts);
  if (typeof playlist !== 'number') return playlist;
  return checkPlaces(facts) ?? checkTimes(facts, facts.clip.durationMs + playlist);
}

/** @returns how long what follows takes; all of it is one sound to whoever plans it */
function checkPlaylist({ air, bulletin, following = [] }: ScheduleFacts): AppError | number {
  if (following.length === 0) return 0;
  if (!air.filler) return problem.playlistNoFiller();
  let takesMs = 0;
  for (const each of [{ bulletin, clip: { durationMs: 0 } }, ...following]) {
    // whoever approves one alarm does not approve it between two songs
    if (each.bulletin.priority === 'emergency') return problem.playlistAlarm(each.bulletin.title);
    if (!each.clip) return problem.noSoundYet(each.bulletin.state === 'failed');
    takesMs += each.clip.durationMs;
  }
  return takesMs > LONGEST_MS ? problem.playlistTooLong() : takesMs;
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
  const { rule, nowMs, air } = facts;
  if (rule.kind !== 'cron' && rule.kind !== 'repeat') {
    const atMs = rule.kind === 'now' ? nowMs : rule.atMs;
    if (atMs < nowMs - JUST_NOW_MS) return problem.inThePast(atMs);
    const { expiresAtMs } = facts.bulletin;
    if (expiresAtMs !== null && atMs >= expiresAtMs) return problem.afterItsEvent(expiresAtMs);
    return checkHours(facts, { times: saidAgain([atMs], { air, durationMs }), durationMs });
  }
  // whoever approves one alarm does not approve an alarm every night
  if (passesHours(facts.bulletin)) return problem.emergencyRepeats();
  return checkRepeating(facts, rule, durationMs);
}

function checkRepeating(facts: ScheduleFacts, rule: Repeating, ownMs: number): AppError | null {
  const { nowMs, air } = facts;
  const fault = rule.kind === 'repeat' ? faultOfRepeat(rule) : faultOfSpecial(rule);
  if (fault) return fault;
  const untilMs = endOf(rule);
  if (untilMs !== null && untilMs <= Math.max(beginOf(rule), nowMs))
    return problem.overBeforeItBegins(untilMs);
  const slots = yearAhead({ ...facts, rule });
  if (slots.length === 0) return isPatient(facts, rule) ? null : problem.neverFires(nameOf(rule));
  const durationMs = Math.max(ownMs, facts.otherDurationMs ?? 0);
  const runMs = air.times * durationMs + (air.times - 1) * air.gapMs;
  return (
    checkSpacing(slots, { runMs, durationMs, air }) ??
    problem.tooMany(busiestDay(slots, air.times)) ??
    checkHours(facts, { times: saidAgain(oneOfEach(slots), { air, durationMs }), durationMs })
  );
}

/** "Only on days of mourning", while none is known: it waits, which is no fault. */
function isPatient({ special, nowMs }: ScheduleFacts, rule: Repeating): boolean {
  return waitsForSpecial(rule, { special, fromDayNo: dayNumber(nowMs) });
}

const nameOf = (rule: Repeating) =>
  rule.kind === 'cron' ? `“${rule.pattern}”` : spokenRepeat(rule);

const beginOf = (rule: Repeating) =>
  rule.kind === 'cron' ? rule.fromMs : midnightMs(dayNoOf(rule.fromDay));

function endOf(rule: Repeating): number | null {
  if (rule.kind === 'cron') return rule.untilMs;
  return rule.untilDay === null ? null : midnightMs(dayNoOf(rule.untilDay) + 1);
}

/** Of every slot all that it airs. */
function saidAgain(
  slots: readonly number[],
  { air, durationMs }: { air: AirRules; durationMs: number },
): number[] {
  const again = Array.from({ length: air.times }, (_, n) => n * (durationMs + air.gapMs));
  return slots.flatMap((atMs) => again.map((afterMs) => atMs + afterMs));
}

function busiestDay(slots: readonly number[], times: number): { atMs: number; count: number } {
  const days = new Map<number, number>();
  for (const atMs of slots) days.set(dayNumber(atMs), (days.get(dayNumber(atMs)) ?? 0) + times);
  let busiest = { atMs: 0, count: 0 };
  for (const [dayNo, count] of days)
    if (count > busiest.count) busiest = { atMs: midnightMs(dayNo), count };
  return busiest;
}

/** What one slot airs is over before the next begins. */
function checkSpacing(
  slots: readonly number[],
  { runMs, durationMs, air }: { runMs: number; durationMs: number; air: AirRules },
): AppError | null {
  const close = slots.find((atMs, place) => atMs - (slots[place - 1] ?? -Infinity) < runMs);
  if (close === undefined) return null;
  return air.times === 1
    ? problem.tooOften(close, durationMs)
    : problem.againTooLong({ atMs: close, runMs, times: air.times });
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

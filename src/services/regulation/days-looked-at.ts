// Which days a schedule is held against the regulation on: its first two weeks, and what of a year is unlike them.
// It must never decide what breaks a rule, nor read a row.
import { occurrencesOf, type PlanFacts } from '../../domain/airing/occurrences.ts';
import { slotsBetween } from '../../domain/airing/slots.ts';
import type { Schedule } from '../../domain/model.ts';
import { DAY_MS, dayNumber, midnightMs, VIETNAM_OFFSET_MS } from '../../domain/vietnam-time.ts';

/** Sessions of a rule come again every week: two weeks show every second week's too (issue #5, 2). */
export const LOOKED_MS = 14 * DAY_MS;
const YEAR_DAYS = 366;
/** A hundred times a day, five hundred a span (slots.ts). */
const STEP_DAYS = 5;
/** Seven weekdays of four seasons; each costs the plan of one day. */
const MORE_MAX = 28;

export type Span = { nowMs: number; horizonMs: number };

/** From its first time on: what begins next month is looked at then. None: it has no time within a year. */
export function daysLookedAt(schedule: Schedule, facts: PlanFacts): Span[] {
  const { kind } = schedule.rule;
  const firstMs = kind === 'repeat' || kind === 'cron' ? null : onlyTime(facts);
  if (firstMs !== null) return [{ nowMs: firstMs, horizonMs: LOOKED_MS }];
  const days = daysOfYear(schedule, facts);
  const [first] = days;
  if (!first) return [];
  const fromMs = first.atMs;
  // whole days, so that none of them is looked at twice
  const toMs = midnightMs(dayNumber(fromMs)) + LOOKED_MS;
  const known = new Set<string>();
  const unlike = days.filter(({ key, atMs }) => {
    const isNew = !known.has(key);
    known.add(key);
    return isNew && atMs >= toMs;
  });
  const more = unlike.slice(0, MORE_MAX).map(({ atMs }) => {
    return { nowMs: midnightMs(dayNumber(atMs)), horizonMs: DAY_MS };
  });
  return [{ nowMs: fromMs, horizonMs: toMs - fromMs }, ...more];
}

/** Once, or "now" as if it were this moment. */
function onlyTime(facts: PlanFacts): number | null {
  const asked = { ...facts, waiting: true, horizonMs: YEAR_DAYS * DAY_MS };
  const first = occurrencesOf(asked)[0];
  return first ? Math.max(facts.nowMs, first.playAtMs) : null;
}

type Day = { atMs: number; key: string };

/** Days on which it airs, each with what makes it alike to others: weekday, times, bulletins. */
function daysOfYear(schedule: Schedule, facts: PlanFacts): Day[] {
  const found = new Map<number, { atMs: number; parts: string[] }>();
  for (let past = 0; past < YEAR_DAYS; past += STEP_DAYS) {
    const fromMs = facts.nowMs + past * DAY_MS;
    const span = { fromMs, toMs: fromMs + STEP_DAYS * DAY_MS };
    for (const { playAtMs, bulletinId } of slotsBetween(schedule, span, facts)) {
      const dayNo = dayNumber(playAtMs);
      const day = found.get(dayNo) ?? { atMs: playAtMs, parts: [`${dayNo % 7}`] };
      day.parts.push(`${(playAtMs + VIETNAM_OFFSET_MS) % DAY_MS}`, bulletinId);
      found.set(dayNo, day);
    }
  }
  return [...found.values()].map(({ atMs, parts }) => ({ atMs, key: parts.join(' ') }));
}

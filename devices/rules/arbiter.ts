// Who sounds when several airings want the same minute: one pure arranger for both ends (issue #2, 5).
// It must never know sound, storage, networks or the time now: items and hours in, segments out.
import type { Arranged, Item } from './arbiter-model.ts';
import { allowedUntil, closedAt } from './hours.ts';
import type { SiteHours } from './hush.ts';
import {
  answerOf,
  byRight,
  cancelMs,
  end,
  isOver,
  keepsHours,
  patienceEndsMs,
  settle,
  sound,
  type Turn,
  turnOf,
  yieldTo,
} from './turns.ts';

// The rules (Thông tư 39/2020; PRODUCT "Priorities"; issue #5, 3):
//  1. Ranks: emergency > drill > priority > normal > filler. A drill is an emergency to all but a
//     real one. An emergency is never filler.
//  2. A higher rank interrupts at once. What it interrupted obeys its own `under`:
//     pause: goes on after it where it stopped, however long it took; only the allowed hours end it;
//     silent: runs on unheard and is heard again from where it would be, if it is not over by then;
//     drop: ends there, pre-empted.
//  3. Emergencies (and drills) are ordered among themselves by `order`: a more severe one (lower)
//     interrupts a lesser one. Of the same order what sounds goes on.
//  4. Of priority, normal and filler items of one rank `exact` goes before what is not exact, and
//     takes its turn from it. Otherwise what sounds is never displaced. Among those that wait: what
//     has begun, then `order` (the commune's answer), then earlier playAt, then id (ids grow with
//     time, so that is order of arrival, and the same at every speaker).
//  5. Waiting for a turn ends after ten minutes (`within`: after withinMs), pre-empted. Emergencies,
//     drills and fillers wait without limit. Who gets a turn at that very instant has it.
//  6. What arrives after its time has missed its beginning when that is more than a second ago:
//     join, escalate: comes in where the others are; what was missed is "late". (To escalate is
//     for the service: here nobody can be told.) skip: does not sound, "late".
//     late: from its beginning if that can begin within untilMs of its time, else not, "late".
//  7. Nothing but a real emergency sounds outside allowed hours: what would start outside does not,
//     what an interruption pushed over the end is cut there.
//  8. In a hush the same holds as outside hours: what sounds when it begins is cut there, what would
//     start in it does not, and neither comes back after it (issue #4, 4).
// Nothing looks ahead of an arrival, so a later arrival never changes what has sounded before it.

export { MISSED_AFTER_MS, WAIT_MAX_MS } from './turns.ts';

/**
 * Arranges all items of one speaker on its one voice; answers in the order of `items`. Only those
 * that wait at the same time are compared: a week of separate airings costs a sort.
 */
export function arrange(items: readonly Item[], hours: SiteHours): Arranged[] {
  const turns = items.map(turnOf);
  const coming = turns.filter((turn) => turn.decidedAtMs === null).sort(byRelease);
  let open: Turn[] = [];
  let next = 0;
  const arrivalMs = () => coming[next]?.releaseMs ?? Number.POSITIVE_INFINITY;
  let nowMs = Number.NEGATIVE_INFINITY;
  while (next < coming.length || open.length > 0) {
    if (open.length === 0) nowMs = Math.max(nowMs, arrivalMs());
    for (; arrivalMs() <= nowMs; next++) open.push(coming[next] as Turn);
    open = queueAt(open, { nowMs, hours });
    const [sounding] = open;
    if (!sounding) continue;
    const toMs = Math.min(arrivalMs(), nextEventMs(open, { nowMs, hours }));
    sound(sounding, nowMs, toMs);
    for (const turn of open.slice(1)) yieldTo(sounding.item.id, turn, { nowMs, toMs });
    nowMs = toMs;
  }
  return turns.map(answerOf);
}

function byRelease(a: Turn, b: Turn): number {
  return a.releaseMs - b.releaseMs;
}

/** Who wants the voice at this instant, best right first; who lost it has its fate. */
function queueAt(open: readonly Turn[], at: { nowMs: number; hours: SiteHours }): Turn[] {
  const closed = open.some(keepsHours) ? closedAt(at.hours, at.nowMs) : null;
  for (const turn of open) settle(turn, { ...at, closed });
  const row = open.filter((turn) => turn.decidedAtMs === null).sort(byRight);
  const [sounding] = row;
  if (!sounding) return [];
  for (const turn of row.slice(1))
    if (isOver(turn, at.nowMs)) end(turn, { ...at, byId: sounding.item.id });
  return row.filter((turn) => turn.decidedAtMs === null);
}

/** The next instant at which anything can change, but for arrivals. */
function nextEventMs(row: readonly Turn[], at: { nowMs: number; hours: SiteHours }): number {
  let nextMs = Number.POSITIVE_INFINITY;
  for (const [place, turn] of row.entries()) {
    const leftMs = turn.item.durationMs - turn.offsetMs;
    const runs = place === 0 || (turn.startedAtMs !== null && turn.under === 'silent');
    nextMs = Math.min(nextMs, cancelMs(turn), runs ? at.nowMs + leftMs : patienceEndsMs(turn));
  }
  if (!row.some(keepsHours)) return nextMs;
  return Math.min(nextMs, allowedUntil(at.hours, at.nowMs, nextMs));
}

// What a village hears as one session: airings with no long silence between them; and what goes beyond the limits.
// It must never know whose airings they are: times and lengths in, sessions out.
import { dayNumber } from '../vietnam-time.ts';
import type { RegulationRules } from './regulation-model.ts';

export type Heard = { id: string; playAtMs: number; durationMs: number };
export type Session<T extends Heard = Heard> = {
  fromMs: number;
  toMs: number;
  heard: readonly T[];
};
export type SessionLimits = Pick<
  RegulationRules,
  'sessionsPerDay' | 'minutesPerSession' | 'sessionGapMinutes'
>;

const MINUTE_MS = 60_000;

export function hasLimits(rules: SessionLimits): boolean {
  return rules.sessionsPerDay !== null || rules.minutesPerSession !== null;
}

/** In order of time, whatever the order they come in; each belongs to the day it begins on. */
export function sessionsOf<T extends Heard>(heard: readonly T[], limits: SessionLimits) {
  const found: Session<T>[] = [];
  for (const one of inOrder(heard)) {
    const last = found.at(-1);
    if (last && joins(last, one, limits)) found[found.length - 1] = joined(last, one);
    else found.push(begun(one));
  }
  return found;
}

/**
 * Who comes first is heard: the ids of those for which the day holds no more room. None of them counts
 * against what comes after it, so a session too many in the morning does not silence the evening.
 */
export function beyondLimits(heard: readonly Heard[], limits: SessionLimits): Set<string> {
  const { sessionsPerDay, minutesPerSession } = limits;
  const beyond = new Set<string>();
  const mostMs = (minutesPerSession ?? Number.POSITIVE_INFINITY) * MINUTE_MS;
  let [day, count]: [number, number] = [Number.NaN, 0];
  let last: Session | null = null;
  for (const one of inOrder(heard)) {
    const today = dayNumber(one.playAtMs);
    if (today !== day) [day, count, last] = [today, 0, null];
    const going: Session | null = last && joins(last, one, limits) ? last : null;
    const next: Session = going ? joined(going, one) : begun(one);
    const isMore = going === null && count >= (sessionsPerDay ?? Number.POSITIVE_INFINITY);
    if (isMore || next.toMs - next.fromMs > mostMs) {
      beyond.add(one.id);
      continue;
    }
    if (going === null) count += 1;
    last = next;
  }
  return beyond;
}

function inOrder<T extends Heard>(heard: readonly T[]): T[] {
  return [...heard].sort((a, b) => a.playAtMs - b.playAtMs || (a.id < b.id ? -1 : 1));
}

function joins(session: Session, one: Heard, { sessionGapMinutes }: SessionLimits): boolean {
  return (
    dayNumber(one.playAtMs) === dayNumber(session.fromMs) &&
    one.playAtMs - session.toMs < sessionGapMinutes * MINUTE_MS
  );
}

function begun<T extends Heard>(one: T): Session<T> {
  return { fromMs: one.playAtMs, toMs: one.playAtMs + one.durationMs, heard: [one] };
}

function joined<T extends Heard>(session: Session<T>, one: T): Session<T> {
  const toMs = Math.max(session.toMs, one.playAtMs + one.durationMs);
  return { ...session, toMs, heard: [...session.heard, one] };
}

// Whether what is to be planned keeps a commune's regulation on one day: hours, sessions, their length, their order.
// It must never know rules of recurrence or rows: what is heard that day in, violations out.
import type { AllowedHours, Priority } from '../../../devices/protocol/index.ts';
import { fitsHours, passesHours } from '../../../devices/rules/index.ts';
import type { Regulation } from '../model.ts';
import type { Level, ZoneKind } from './regulation-model.ts';
import { type Heard, type Session, sessionsOf } from './sessions.ts';
import { hoursOfSite } from './zone-hours.ts';

export type Planned = Heard & {
  priority: Priority;
  drill: boolean;
  level: Level;
  /** what is to be saved; else it is there already */
  isNew: boolean;
};

export type Violation = { atMs: number; durationMs: number } & (
  | { kind: 'out-of-hours'; zone: ZoneKind; hours: AllowedHours }
  | { kind: 'too-many-sessions'; most: number; there: readonly SessionSpan[] }
  | { kind: 'session-too-long'; mostMinutes: number; session: SessionSpan }
  | { kind: 'wrong-order'; level: Level; after: Level; order: readonly Level[] }
);
export type ViolationKind = Violation['kind'];
export type SessionSpan = { fromMs: number; toMs: number; count: number };

const MINUTE_MS = 60_000;

/**
 * @param of.planned all that one pole hears on one day; a real emergency is asked about by nobody, a drill is
 * @returns what is wrong with the new ones among them, the gravest kind first
 */
export function checkRegulation(of: {
  regulation: Regulation;
  zones: readonly ZoneKind[];
  planned: readonly Planned[];
}): Violation[] {
  const bound = of.planned.filter((one) => !passesHours(one));
  const inTime = { ...of, planned: bound };
  return [...outOfHours(inTime), ...tooMany(inTime), ...tooLong(inTime), ...wrongOrder(inTime)];
}

type Asked = Parameters<typeof checkRegulation>[0];

function outOfHours({ regulation, zones, planned }: Asked): Violation[] {
  return [...new Set(zones)].flatMap((zone) => {
    const hours = hoursOfSite(regulation, zone);
    const outside = planned.filter((one) => one.isNew && !fitsHours(one, hours));
    return outside.map((one) => ({ ...placeOf(one), kind: 'out-of-hours' as const, zone, hours }));
  });
}

/** What joins a session adds none: only a new one more than there were is one too many. */
function tooMany({ regulation: { rules }, planned }: Asked): Violation[] {
  const { sessionsPerDay: most } = rules;
  if (most === null) return [];
  const before = sessionsOf(
    planned.filter(({ isNew }) => !isNew),
    rules,
  );
  const after = sessionsOf(planned, rules);
  if (after.length <= most || after.length <= before.length) return [];
  // each session with something old in it was one before: a session more is all new
  const added = after.filter(({ heard }) => heard.every(({ isNew }) => isNew));
  const there = before.map(spanOf);
  return added.slice(0, 1).map(({ fromMs: atMs, toMs }) => {
    return { atMs, durationMs: toMs - atMs, kind: 'too-many-sessions', most, there };
  });
}

function tooLong({ regulation: { rules }, planned }: Asked): Violation[] {
  const { minutesPerSession: mostMinutes } = rules;
  if (mostMinutes === null) return [];
  return sessionsOf(planned, rules).flatMap((session) => {
    const first = session.heard.find(({ isNew }) => isNew);
    if (!first || session.toMs - session.fromMs <= mostMinutes * MINUTE_MS) return [];
    const kind = 'session-too-long' as const;
    return [{ ...placeOf(first), kind, mostMinutes, session: spanOf(session) }];
  });
}

function wrongOrder({ regulation: { rules }, planned }: Asked): Violation[] {
  const { order } = rules;
  return sessionsOf(planned, rules).flatMap(({ heard }) => {
    const found = heard.flatMap((one, at) => {
      const earlier = heard.slice(0, at).find((each) => isLate(order, each, one));
      return earlier && (one.isNew || earlier.isNew) ? [{ one, earlier }] : [];
    });
    const [first] = found;
    if (!first) return [];
    const { one, earlier } = first;
    const kind = 'wrong-order' as const;
    return [{ ...placeOf(one), kind, level: one.level, after: earlier.level, order }];
  });
}

/** Said after something that the order puts behind it. */
function isLate(order: readonly Level[], earlier: Planned, one: Planned): boolean {
  const [a, b] = [order.indexOf(earlier.level), order.indexOf(one.level)];
  return b >= 0 && a > b;
}

function placeOf({ playAtMs, durationMs }: Heard): { atMs: number; durationMs: number } {
  return { atMs: playAtMs, durationMs };
}

function spanOf({ fromMs, toMs, heard }: Session): SessionSpan {
  return { fromMs, toMs, count: heard.length };
}

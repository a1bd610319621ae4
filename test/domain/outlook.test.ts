// Where an approval given now would lead, and when "now" really is: in hours, at night, too late.
// It must never know rows.
import nodeCron from 'node-cron';
import { describe, expect, test } from 'vitest';
import { timeOfNow } from '../../src/domain/airing/now-time.ts';
import { HORIZON_MS, type PlanFacts } from '../../src/domain/airing/occurrences.ts';
import { type OutlookFacts, outlookOf } from '../../src/domain/airing/outlook.ts';
import { NO_SPECIAL_DAYS } from '../../src/domain/calendar/recurrence.ts';
import type { Bulletin, Clip, Schedule } from '../../src/domain/model.ts';
import { NO_RULES } from '../../src/domain/regulation/regulation-model.ts';
import {
  AREAS,
  approval,
  at,
  bulletin,
  clip,
  DAYTIME,
  daily,
  NOON,
  SITES,
  schedule,
} from './samples.ts';

const MINUTE = 60_000;
const FIVE = at('2026-12-05', '17:00');
const NIGHT = at('2026-12-05', '22:15');
const MORNING = at('2026-12-06', '05:00');

type Of = {
  nowMs?: number;
  bulletin?: Partial<Bulletin>;
  clip?: Clip | null;
  schedule?: Partial<Schedule>;
  plan?: Partial<PlanFacts>;
};

function outlook(of: Of = {}) {
  const theBulletin = bulletin({ state: 'pending', ...of.bulletin });
  const theClip = of.clip === undefined ? clip() : of.clip;
  const facts: OutlookFacts = {
    bulletin: theBulletin,
    clip: theClip,
    leadMs: 6_000,
    plan: {
      nowMs: of.nowMs ?? NOON,
      horizonMs: HORIZON_MS,
      schedules: [schedule(of.schedule)],
      special: () => NO_SPECIAL_DAYS,
      exceptions: () => [],
      fieldsOf: (pattern) => nodeCron.parse(pattern),
      bulletin: () => theBulletin,
      clip: () => theClip,
      approvals: () => [],
      areas: AREAS,
      regulations: [{ areaId: 'xa-a', hours: DAYTIME, rules: NO_RULES, counter: 1 }],
      sites: SITES,
      ...of.plan,
    },
  };
  return outlookOf(facts).map(({ nextAtMs, hindrance }) => ({ nextAtMs, hindrance }));
}

const now = { rule: { kind: 'now', atMs: null } } as const;
const lead = (atMs: number) => atMs + 6_000;

describe('approving it now leads', () => {
  test.each<[string, Of, { nextAtMs: number | null; hindrance: string | null }]>([
    ['to its one time', {}, { nextAtMs: FIVE, hindrance: null }],
    ['to this moment', { schedule: now }, { nextAtMs: lead(NOON), hindrance: null }],
    [
      'to the morning, of “now” at night',
      { nowMs: NIGHT, schedule: now },
      { nextAtMs: MORNING, hindrance: null },
    ],
    [
      'to this very night, of an emergency',
      { nowMs: NIGHT, schedule: now, bulletin: { priority: 'emergency' } },
      { nextAtMs: lead(NIGHT), hindrance: null },
    ],
    [
      'to nothing, of “now” that expires before the morning',
      { nowMs: NIGHT, schedule: now, bulletin: { expiresAtMs: at('2026-12-06', '04:00') } },
      { nextAtMs: lead(NIGHT), hindrance: 'out-of-hours' },
    ],
    [
      'to nothing, of what has expired',
      { schedule: now, bulletin: { expiresAtMs: NOON - 1 } },
      { nextAtMs: lead(NOON), hindrance: 'expired' },
    ],
    [
      'to nothing, when its time is past',
      { nowMs: FIVE + 1 },
      { nextAtMs: null, hindrance: 'past' },
    ],
    [
      'to nothing, when its schedule ended of itself',
      { nowMs: FIVE + 1, schedule: { endedAtMs: FIVE + 1 } },
      { nextAtMs: null, hindrance: 'past' },
    ],
    [
      'to nothing without sound',
      { clip: null, schedule: now, bulletin: { clipId: null } },
      { nextAtMs: lead(NOON), hindrance: 'no-clip' },
    ],
    [
      'to the next of many times',
      { schedule: { rule: { kind: 'cron', pattern: '0 6,17 * * *', fromMs: 0, untilMs: null } } },
      { nextAtMs: FIVE, hindrance: null },
    ],
  ])('%s', (_, of, expected) => {
    expect(outlook(of)).toEqual([expected]);
  });

  test('nowhere where a person withdrew the schedule', () => {
    expect(outlook({ schedule: { endedAtMs: NOON - 1 } })).toEqual([]);
  });
});

test('what is approved already is what the plan says, and nothing of what is over', () => {
  const done = { state: 'approved' } as const;
  const plan = { approvals: () => [approval()] };
  expect(outlook({ bulletin: done, plan })).toEqual([{ nextAtMs: FIVE, hindrance: null }]);
  expect(outlook({ bulletin: done, plan, nowMs: FIVE + 2 * MINUTE })).toEqual([]);
  expect(outlook({ bulletin: done, plan, schedule: { endedAtMs: FIVE + 1 } })).toEqual([]);
  expect(outlook({ bulletin: done })).toEqual([{ nextAtMs: FIVE, hindrance: 'not-approved' }]);
});

describe('“now” begins', () => {
  const slot = { priority: 'normal', playAtMs: NIGHT, durationMs: MINUTE } as const;
  const begin = (of: Partial<Parameters<typeof timeOfNow>[0]>) =>
    timeOfNow({ slot, hours: [DAYTIME], expiresAtMs: null, ...of });

  test('in the morning when it is night', () => {
    expect(begin({})).toBe(MORNING);
    expect(begin({ expiresAtMs: MORNING + 1 })).toBe(MORNING);
  });

  test('in the morning when the rest of the evening is too short for it', () => {
    const late = { ...slot, playAtMs: at('2026-12-05', '19:59') + 1 };
    expect(begin({ slot: late })).toBe(MORNING);
  });

  test('when the first of several communes allows it', () => {
    expect(begin({ hours: [DAYTIME, daily(4 * 60, 5 * 60)] })).toBe(at('2026-12-06', '04:00'));
  });

  test('on the day of the week that has hours', () => {
    const fridays = { utcOffsetMin: 420, windows: [{ days: [5], fromMinute: 300, toMinute: 400 }] };
    expect(begin({ hours: [fridays] })).toBe(at('2026-12-11', '05:00'));
    const again = { ...slot, playAtMs: at('2026-12-11', '07:00') };
    expect(begin({ slot: again, hours: [fridays] })).toBe(at('2026-12-18', '05:00'));
  });

  test('at its first moment where no hour ever fits or comes in time, so that the plan says why', () => {
    expect(begin({ hours: [] })).toBe(NIGHT);
    expect(begin({ hours: [daily(300, 300)] })).toBe(NIGHT);
    expect(begin({ expiresAtMs: MORNING })).toBe(NIGHT);
  });
});

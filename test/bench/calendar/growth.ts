// What a thousand, ten thousand and fifty thousand schedules cost: a week's expansion, a conflict check, one beat.
// It must never know how any of it is done.
import { occurrencesOf } from '../../../src/domain/airing/occurrences.ts';
import type { RepeatRule } from '../../../src/domain/calendar/calendar-model.ts';
import { DAY_MS } from '../../../src/domain/vietnam-time.ts';
import { planFacts } from '../../../src/services/airing/plan.ts';
import { makePlanning } from '../../../src/services/airing/planning.ts';
import { makeConflicts } from '../../../src/services/rehearsal/conflicts.ts';
import { playThrough } from '../../../src/services/rehearsal/play-through.ts';
import { fakeWire, handClock } from '../../services/fakes.ts';
import { type Result, rounded } from '../result.ts';
import { type Desk, openDesk } from './desk.ts';
import { MONDAY, makeProvince } from './province.ts';
import { living, middle } from './stretch.ts';

const COUNTS = [1_000, 10_000, 50_000];
const SPEAKERS = 5_000;
const NOON = MONDAY + 13 * 3_600_000;

export async function growth(counts: readonly number[] = COUNTS): Promise<Result[]> {
  const found: Result[] = [];
  for (const schedules of counts) {
    const province = makeProvince({ seed: 1, speakers: SPEAKERS, schedules });
    const clock = handClock(NOON);
    const desk = openDesk({ province, clock, wire: fakeWire() });
    try {
      found.push(
        expansion(desk, schedules),
        ...(await conflicts(desk, schedules)),
        ...(await rehearsal(desk, schedules)),
        beat(desk, { schedules, move: () => clock.move(10_000) }),
      );
    } finally {
      desk.store.close();
    }
    found.push(...(await limited(schedules)));
  }
  return found;
}

/** Every third commune limits its sessions: all that is heard there has to be known before one may say yes. */
async function limited(schedules: number): Promise<Result[]> {
  const made = makeProvince({ seed: 1, speakers: SPEAKERS, schedules });
  const few = { sessionsPerDay: 4, minutesPerSession: 30, sessionGapMinutes: 10 };
  const regulations = made.regulations.map((one, n) =>
    n % 3 === 1 ? { ...one, rules: { ...one.rules, ...few } } : one,
  );
  const province = { ...made, regulations };
  const desk = openDesk({ province, clock: handClock(NOON), wire: fakeWire() });
  try {
    return await conflicts(desk, schedules, ', a third of the communes limiting their sessions');
  } finally {
    desk.store.close();
  }
}

function expansion({ deps, store }: Desk, schedules: number): Result {
  const week = () => {
    const active = store.schedules.active();
    const facts = planFacts(deps, { schedules: active, nowMs: NOON, horizonMs: 7 * DAY_MS });
    return occurrencesOf(facts).length;
  };
  const found = week();
  return row(`a week of ${schedules} schedules, from rows to occurrences`, {
    ms: median(week),
    note: `${found} occurrences`,
  });
}

/** A commune's daily wish beside all of its province's and villages' schedules, and a province's. */
async function conflicts({ deps, actor }: Desk, schedules: number, where = ''): Promise<Result[]> {
  const { conflicts: ask } = makeConflicts(living(deps));
  const rule: RepeatRule = {
    kind: 'repeat',
    days: { every: 'day', step: 1 },
    ...{ at: [17 * 3_600 + 900], seasons: [], fromDay: '2026-12-07', untilDay: '2026-12-13' },
    special: { holiday: 'as-usual', mourning: 'skip' },
    replaceWith: null,
  };
  const rows: Result[] = [];
  for (const areaId of ['xa-3', 'tinh']) {
    const name = `conflicts of a daily week in ${areaId} among ${schedules} schedules${where}`;
    const check = () => ask(actor, { bulletinId: 'bt-1', areaIds: [areaId], rule });
    const { value, ms, longestMs } = await middle(check);
    const ways = value.ways.map(({ kind }) => kind);
    const note = `${value.conflicts.length} conflicts, ways ${ways}`;
    rows.push(row(name, { ms, note }), stretch(name, { longestMs, schedules }));
  }
  return rows;
}

/** The whole province's tomorrow, as somebody presses for it. */
async function rehearsal({ deps }: Desk, schedules: number): Promise<Result[]> {
  const span = { tenantId: 'tinh', fromMs: MONDAY + DAY_MS, toMs: MONDAY + 2 * DAY_MS };
  const name = `a rehearsal of tomorrow in tinh among ${schedules} schedules`;
  const { value, ms, longestMs } = await middle(() => playThrough(living(deps), span));
  const note = `${value.pairs} airings × speakers`;
  return [row(name, { ms, note }), stretch(name, { longestMs, schedules })];
}

function beat({ deps }: Desk, of: { schedules: number; move(): void }): Result {
  const planning = makePlanning(deps);
  planning.look();
  const ms = median(() => {
    of.move();
    planning.look();
  });
  planning.stop();
  return row(`one look of the heartbeat over ${of.schedules} schedules`, { ms });
}

function median(work: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return times.sort((a, b) => a - b)[1] as number;
}

const row = (name: string, { ms, note }: { ms: number; note?: string }): Result => ({
  ...{ name, value: rounded(ms, 0), unit: 'ms', aim: 'growth in proportion', met: null },
  ...{ peer: 'none: no peer plans by village', ...(note ? { note } : {}) },
});

/** Asked for at ten thousand schedules; beyond, it is shown how it grows. */
const stretch = (name: string, of: { longestMs: number; schedules: number }): Result => ({
  ...{ name: `longest anybody else waits: ${name}`, value: rounded(of.longestMs, 0), unit: 'ms' },
  ...{ aim: '< 50 at 10,000', met: of.schedules > 10_000 ? null : of.longestMs < 50 },
  peer: 'none: no peer plans by village',
});

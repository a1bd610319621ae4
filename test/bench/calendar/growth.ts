// What a thousand, ten thousand and fifty thousand schedules cost: a week's expansion, a conflict check, one beat.
// It must never know how any of it is done.
import { occurrencesOf } from '../../../src/domain/airing/occurrences.ts';
import type { RepeatRule } from '../../../src/domain/calendar/calendar-model.ts';
import { DAY_MS } from '../../../src/domain/vietnam-time.ts';
import { planFacts } from '../../../src/services/airing/plan.ts';
import { makePlanning } from '../../../src/services/airing/planning.ts';
import { makeConflicts } from '../../../src/services/rehearsal/conflicts.ts';
import { fakeWire, handClock } from '../../services/fakes.ts';
import { type Result, rounded } from '../result.ts';
import { type Desk, openDesk } from './desk.ts';
import { MONDAY, makeProvince } from './province.ts';

const COUNTS = [1_000, 10_000, 50_000];
const SPEAKERS = 5_000;
const NOON = MONDAY + 13 * 3_600_000;

export function growth(counts: readonly number[] = COUNTS): Result[] {
  return counts.flatMap((schedules) => {
    const province = makeProvince({ seed: 1, speakers: SPEAKERS, schedules });
    const clock = handClock(NOON);
    const desk = openDesk({ province, clock, wire: fakeWire() });
    try {
      return [
        expansion(desk, schedules),
        ...conflicts(desk, schedules),
        beat(desk, { schedules, move: () => clock.move(10_000) }),
      ];
    } finally {
      desk.store.close();
    }
  });
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
function conflicts({ deps, actor }: Desk, schedules: number): Result[] {
  const { conflicts: ask } = makeConflicts(deps);
  const rule: RepeatRule = {
    kind: 'repeat',
    days: { every: 'day', step: 1 },
    ...{ at: [17 * 3_600 + 900], seasons: [], fromDay: '2026-12-07', untilDay: '2026-12-13' },
    special: { holiday: 'as-usual', mourning: 'skip' },
    replaceWith: null,
  };
  return (['xa-3', 'tinh'] as const).map((areaId) => {
    const check = () => ask(actor, { bulletinId: 'bt-1', areaIds: [areaId], rule });
    const { conflicts: found, ways } = check();
    return row(`conflicts of a daily week in ${areaId} among ${schedules} schedules`, {
      ms: median(check),
      note: `${found.length} conflicts, ways ${ways.map(({ kind }) => kind)}`,
    });
  });
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

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RepeatRule } from '../../src/domain/calendar/calendar-model.ts';
import type { Schedule } from '../../src/domain/model.ts';
import { approved, liveCommune, pass, scheduled, sentAiring } from './steps.ts';
import { type World, world } from './world.ts';

/** Each is a database and a day or two: CLOCK_RUNS asks for more. */
const RUNS = Number(process.env.CLOCK_RUNS ?? 6);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const daily = (...clocks: string[]): RepeatRule => ({
  kind: 'repeat',
  days: { every: 'day', step: 1 },
  at: clocks.map((clock) => {
    const [h = 0, m = 0, s = 0] = clock.split(':').map(Number);
    return h * 3_600 + m * 60 + s;
  }),
  ...{ seasons: [], fromDay: '2026-01-01', untilDay: null, replaceWith: null },
  special: { holiday: 'as-usual', mourning: 'as-usual' },
});

/** One commune that airs, by a rule; another rule of it that nobody approved. */
async function planned(at: World, startMs: number) {
  const place = await liveCommune(at);
  const bulletin = await approved(at, place);
  at.clock.step(startMs - at.clock.planMs());
  return { place, bulletin };
}

/** Every occurrence that left something, with how much of it: airings, and lines of the audit. */
function traces(at: World): Map<string, number> {
  const found = new Map<string, number>();
  const add = (id: string) => found.set(id, (found.get(id) ?? 0) + 1);
  const tenantIds = at.deps.store.areas.all().map(({ tenantId }) => tenantId);
  const span = { fromMs: 0, toMs: 9_999_999_999_999 };
  for (const { occurrenceId } of at.deps.store.airings.list({ tenantIds, ...span }))
    add(occurrenceId);
  const lines = at.deps.store.audit.list({ tenantIds: null, beforeId: null, limit: 5_000 });
  for (const { action, detail } of lines)
    if (action === 'service.airing-hindered')
      add((JSON.parse(detail) as { occurrenceId: string }).occurrenceId);
  return found;
}

/** The plain arithmetic of a daily rule, apart from the code that expands it. */
function slotsOf(clocks: readonly string[], { fromMs, toMs }: { fromMs: number; toMs: number }) {
  const slots: number[] = [];
  const first = Math.floor((fromMs + 7 * HOUR) / DAY) - 1;
  for (let day = first; day * DAY - 7 * HOUR <= toMs; day += 1)
    for (const clock of clocks) {
      const [h = 0, m = 0, s = 0] = clock.split(':').map(Number);
      const atMs = day * DAY - 7 * HOUR + ((h * 60 + m) * 60 + s) * SECOND;
      if (atMs > fromMs && atMs <= toMs) slots.push(atMs);
    }
  return slots;
}

type Trouble =
  | { kind: 'run'; ms: number }
  | { kind: 'stall'; ms: number }
  | { kind: 'asleep'; ms: number }
  | { kind: 'step'; ms: number }
  | { kind: 'restart' };

/** The clock does something; then the heart beats again. @returns the world that lives on */
async function suffer(at: World, trouble: Trouble): Promise<World> {
  if (trouble.kind === 'restart') {
    const later = at.restart();
    await later.house.beat();
    return later;
  }
  if (trouble.kind === 'run')
    for (let left = trouble.ms; left > 0; left -= MINUTE) await pass(at, Math.min(left, MINUTE));
  if (trouble.kind === 'stall') at.clock.move(trouble.ms);
  // a machine that slept: the wall went on, the monotonic clock did not (CLOCK_MONOTONIC)
  if (trouble.kind === 'asleep' || trouble.kind === 'step') at.clock.step(trouble.ms);
  // node-cron's beat comes within a second, and the plan is looked at within ten
  await pass(at, SECOND);
  await pass(at, 10 * SECOND);
  return at;
}

const TIMES = ['06:00:00', '11:30:00', '17:00:30', '19:55:00'];

async function accounted(startMs: number, troubles: readonly Trouble[]): Promise<void> {
  let at = world();
  const { place, bulletin } = await planned(at, startMs);
  const good = scheduled(at, place, { bulletin, rule: daily(...TIMES) });
  // its speakers are gone: what hinders it leaves a line and no airing
  const row = at.deps.store.schedules.get(good.id) as Schedule;
  const silent = { ...row, id: 'khong-loa', areaIds: ['nowhere'] };
  at.deps.store.schedules.insert(silent);
  await at.house.beat();
  let latestMs = at.clock.planMs();
  for (const trouble of troubles) {
    at = await suffer(at, trouble);
    latestMs = Math.max(latestMs, at.clock.planMs());
  }
  // what is only on its way at the end is not a question yet
  const found = traces(at);
  for (const atMs of slotsOf(TIMES, { fromMs: startMs, toMs: latestMs - 11 * SECOND }))
    for (const { id } of [good, silent])
      expect(`${id}@${atMs} ×${found.get(`${id}@${atMs}`) ?? 0}`).toBe(`${id}@${atMs} ×1`);
  for (const [id, times] of found) expect(`${id} ×${times}`).toBe(`${id} ×1`);
}

describe('whatever the clock does, every occurrence leaves exactly one trace', () => {
  test.each<[string, string, Trouble[]]>([
    ['a stall of five seconds', '2026-12-05T16:59:58', [{ kind: 'stall', ms: 5 * SECOND }]],
    ['a stall of a minute', '2026-12-05T17:00:00', [{ kind: 'stall', ms: MINUTE }]],
    ['a night’s sleep', '2026-12-05T19:00:00', [{ kind: 'asleep', ms: 12 * HOUR }]],
    [
      'an hour forward and back again',
      '2026-12-05T16:30:00',
      [
        { kind: 'step', ms: HOUR },
        { kind: 'run', ms: MINUTE },
        { kind: 'step', ms: -HOUR },
        { kind: 'run', ms: HOUR },
      ],
    ],
    [
      'an hour back after it aired',
      '2026-12-05T16:59:00',
      [
        { kind: 'run', ms: 3 * MINUTE },
        { kind: 'step', ms: -HOUR },
        { kind: 'run', ms: 2 * HOUR },
      ],
    ],
    ['midnight', '2026-12-05T23:59:50', [{ kind: 'asleep', ms: 7 * HOUR }]],
    ['the year’s end', '2026-12-31T19:50:00', [{ kind: 'stall', ms: 14 * HOUR }]],
    ['a leap day', '2028-02-28T19:00:00', [{ kind: 'asleep', ms: 36 * HOUR }]],
    [
      'a kill in the middle',
      '2026-12-05T16:59:50',
      [{ kind: 'stall', ms: 20 * SECOND }, { kind: 'restart' }, { kind: 'restart' }],
    ],
  ])('%s', async (_, start, troubles) => {
    await accounted(Date.parse(`${start}+07:00`), troubles);
  });

  test('steps, stalls, sleep and kills in any order', async () => {
    const trouble = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant('run'),
          ms: fc.integer({ min: SECOND, max: 5 * MINUTE }),
        }),
      },
      fc.record({ kind: fc.constant('stall'), ms: fc.constantFrom(5 * SECOND, MINUTE, 3 * HOUR) }),
      fc.record({ kind: fc.constant('asleep'), ms: fc.integer({ min: MINUTE, max: 40 * HOUR }) }),
      fc.record({
        kind: fc.constant('step'),
        ms: fc.constantFrom(-HOUR, HOUR, -3 * SECOND, 3 * SECOND, -20 * MINUTE),
      }),
      fc.record({ kind: fc.constant('restart') }),
    ) as fc.Arbitrary<Trouble>;
    const start = fc.constantFrom(
      ...[
        '2026-12-05T16:59:00',
        '2026-12-31T19:54:00',
        '2028-02-28T23:00:00',
        '2028-02-29T19:54:30',
      ],
    );
    await fc.assert(
      fc.asyncProperty(start, fc.array(trouble, { minLength: 1, maxLength: 6 }), (day, troubles) =>
        accounted(Date.parse(`${day}+07:00`), troubles),
      ),
      { numRuns: RUNS },
    );
  }, 60_000);
});

describe('what a step of the wall does', () => {
  test('back: what aired does not air again, and what is on its way keeps its time', async () => {
    const at = world();
    const { place, bulletin } = await planned(at, Date.parse('2026-12-05T16:59:00+07:00'));
    scheduled(at, place, { bulletin, rule: daily('17:00:00') });
    const id = await sentAiring(at);
    const before = traces(at);
    at.clock.step(-HOUR);
    await pass(at, 10 * SECOND);
    for (let n = 0; n < 62; n += 1) await pass(at, MINUTE);
    expect(traces(at)).toEqual(before);
    expect(at.deps.store.airings.get(id)?.playAtMs).toBe(Date.parse('2026-12-05T17:00:00+07:00'));
  });

  test('forward: what it skipped is accounted for at the next look, speaker by speaker', async () => {
    const at = world();
    const { place, bulletin } = await planned(at, Date.parse('2026-12-05T16:30:00+07:00'));
    scheduled(at, place, { bulletin, rule: daily('17:00:00') });
    await at.house.beat();
    at.clock.step(HOUR);
    await pass(at, 10 * SECOND);
    const [airing] = at.deps.store.airings.list({
      ...{ tenantIds: [place.id], fromMs: 0, toMs: 9_999_999_999_999 },
    });
    expect(airing?.state).toBe('closed');
    const verdicts = at.deps.store.airings.speakers(airing?.id ?? '');
    expect(verdicts.map(({ verdict }) => [verdict?.kind, verdict?.reason])).toEqual([
      ['failed', 'late'],
      ['failed', 'late'],
    ]);
  });

  test('forward into the middle of it: it still goes out, and speakers come in where they are', async () => {
    const at = world();
    const { place, bulletin } = await planned(at, Date.parse('2026-12-05T16:30:00+07:00'));
    scheduled(at, place, { bulletin, rule: daily('17:00:00') });
    await at.house.beat();
    at.clock.step(30 * MINUTE - 5 * SECOND);
    await pass(at, 10 * SECOND);
    const id = await sentAiring(at);
    expect(at.deps.store.airings.get(id)?.state).toBe('sent');
  });
});

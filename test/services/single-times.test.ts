// One time of a schedule cancelled, moved, replaced, and put back: never lost, never doubled.
// It must never know routes.
import { describe, expect, test } from 'vitest';
import {
  beats,
  DAY,
  daily,
  HOUR,
  MINUTE,
  ONE,
  orders,
  type Stage,
  stage,
  wishOf,
} from './calendar-stage.ts';
import { airings, approved, pass, sentAiring } from './steps.ts';
import { NOON } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe('one time alone', () => {
  const once = (
    it: Stage,
    change: Parameters<Stage['schedules']['except']>[1]['change'],
    slotMs = ONE,
  ) =>
    it.schedules.except(it.place.operator, {
      scheduleId: it.schedule.id,
      slotMs,
      change,
      reason: 'họp xã',
    });

  test('cancelled, it leaves a verdict that says so, and nobody is alarmed', async () => {
    const it = await stage();
    const { at, place, plan } = it;
    once(it, { kind: 'cancel' });
    expect(plan.list(place.operator, { hours: 30 }).occurrences).toMatchObject([
      { playAtMs: ONE, change: 'cancelled', hindrance: 'cancelled-once' },
      { playAtMs: ONE + DAY, change: null, hindrance: null },
    ]);
    at.clock.move(HOUR - MINUTE);
    await beats(at, 3 * MINUTE);
    const [airing] = airings(at);
    expect(airing).toMatchObject({ state: 'closed', occurrenceId: `${it.schedule.id}@${ONE}` });
    for (const { verdict } of at.deps.store.airings.speakers(airing?.id ?? ''))
      expect(verdict).toMatchObject({ kind: 'skipped-by-rule', reason: 'cancelled-once' });
    expect(at.happened.filter(({ kind }) => kind === 'airing-hindered')).toEqual([]);
  });

  test('cancelled on its way, it is taken back, and put back it airs after all', async () => {
    const it = await stage();
    const { at, place, schedules, schedule } = it;
    at.clock.move(HOUR - 40_000);
    const first = await sentAiring(at);
    once(it, { kind: 'cancel' });
    await pass(at, 1_000);
    expect(airings(at)).toMatchObject([{ id: first, state: 'cancelled' }]);
    expect(orders(at).filter(({ kind }) => kind === 'cancel')).not.toEqual([]);
    const { next } = schedules.unexcept(place.operator, { scheduleId: schedule.id, slotMs: ONE });
    expect(next[0]).toMatchObject({ playAtMs: ONE, change: null, hindrance: null });
    await pass(at, 1_000);
    const open = airings(at).filter(({ state }) => state !== 'cancelled');
    expect(open).toMatchObject([{ occurrenceId: `${schedule.id}@${ONE}`, playAtMs: ONE }]);
  });

  test('moved to and fro while it is on its way, it airs once, at the last time given', async () => {
    const it = await stage();
    const { at } = it;
    at.clock.move(HOUR - 50_000);
    await sentAiring(at);
    for (const minutes of [1, 3, 2, 5]) {
      once(it, { kind: 'move', toMs: ONE + minutes * MINUTE });
      await pass(at, 1_000);
    }
    await beats(at, 7 * MINUTE);
    const open = airings(at).filter(({ state }) => state !== 'cancelled');
    expect(open).toMatchObject([
      { occurrenceId: `${it.schedule.id}@${ONE}`, playAtMs: ONE + 5 * MINUTE },
    ]);
  });

  test('moved beyond the end of its rule, the schedule waits for it', async () => {
    const it = await stage({ untilDay: '2026-12-05' });
    const { at } = it;
    once(it, { kind: 'move', toMs: ONE + 2 * DAY });
    at.clock.move(DAY + 10 * HOUR);
    await at.house.beat();
    expect(at.deps.store.schedules.get(it.schedule.id)?.endedAtMs).toBeNull();
    at.clock.move(ONE + 2 * DAY - at.clock.planMs() - 30_000);
    await sentAiring(at);
    expect(airings(at)).toMatchObject([{ playAtMs: ONE + 2 * DAY }]);
  });

  test('given another bulletin, that one airs', async () => {
    const it = await stage();
    const other = await approved(it.at, it.place, { text: 'Bản tin khác.' });
    once(it, { kind: 'replace', bulletinId: other.id });
    it.at.clock.move(HOUR - 30_000);
    await sentAiring(it.at);
    expect(airings(it.at)).toMatchObject([{ bulletinId: other.id, playAtMs: ONE }]);
  });

  test('cancelled by hand and then moved, it airs at its new time', async () => {
    const it = await stage();
    const { at, place, airings: aired } = it;
    at.clock.move(HOUR - 30_000);
    const airingId = await sentAiring(at);
    await aired.cancel(place.operator, { airingId });
    once(it, { kind: 'move', toMs: ONE + MINUTE });
    await beats(at, 30_000);
    expect(airings(at).filter(({ state }) => state !== 'cancelled')).toMatchObject([
      { playAtMs: ONE + MINUTE },
    ]);
  });

  test.each<[string, (it: Stage) => unknown, string]>([
    ['that the rule does not have', (it) => once(it, { kind: 'cancel' }, ONE + 1), 'no-such-time'],
    ['that is past', (it) => once(it, { kind: 'cancel' }, ONE - DAY), 'already-begun'],
    [
      'moved into the night',
      (it) => once(it, { kind: 'move', toMs: NOON + 15 * HOUR }),
      'out-of-hours',
    ],
    ['moved into the past', (it) => once(it, { kind: 'move', toMs: NOON - MINUTE }), 'in-the-past'],
    [
      'moved by two months',
      (it) => once(it, { kind: 'move', toMs: ONE + 60 * DAY }),
      'moved-too-far',
    ],
    [
      'moved upon its own next time',
      (it) => once(it, { kind: 'move', toMs: ONE + DAY + 10_000 }),
      'meets-itself',
    ],
    [
      'given a bulletin that does not exist',
      (it) => once(it, { kind: 'replace', bulletinId: 'bt-x' }),
      'missing',
    ],
    [
      'put back that was never changed',
      (it) => it.schedules.unexcept(it.place.operator, { scheduleId: it.schedule.id, slotMs: ONE }),
      'missing',
    ],
  ])('%s is refused', async (_, change, wanted) => {
    const it = await stage({ fromDay: '2026-12-01' });
    expect(() => change(it)).toThrow(code(wanted));
  });

  test('put back when its own time is behind it is refused: it would be neither aired nor explained', async () => {
    const it = await stage();
    once(it, { kind: 'move', toMs: ONE + 3 * HOUR });
    it.at.clock.move(2 * HOUR);
    const back = () =>
      it.schedules.unexcept(it.place.operator, { scheduleId: it.schedule.id, slotMs: ONE });
    expect(back).toThrow(code('already-begun'));
  });

  test('has a limit, and a rule that changed drops what it has no longer', async () => {
    const it = await stage();
    const { at, place, schedules, schedule } = it;
    for (let n = 0; n < 100; n += 1) once(it, { kind: 'cancel' }, ONE + n * DAY);
    expect(() => once(it, { kind: 'cancel' }, ONE + 100 * DAY)).toThrow(code('limit-reached'));
    once(it, { kind: 'move', toMs: ONE + MINUTE });
    schedules.update(place.operator, {
      ...wishOf(it, daily({ at: [50_000] })),
      scheduleId: schedule.id,
      version: 1,
    });
    expect(at.deps.store.exceptions.of(schedule.id)).toEqual([]);
  });

  test('is not for whoever may only look', async () => {
    const it = await stage();
    const wish = {
      scheduleId: it.schedule.id,
      slotMs: ONE,
      change: { kind: 'cancel' as const },
      reason: '',
    };
    expect(() => it.schedules.except(it.place.technician, wish)).toThrow(code('not-your-role'));
    expect(() => it.schedules.except(it.place.approver, wish)).not.toThrow();
  });
});

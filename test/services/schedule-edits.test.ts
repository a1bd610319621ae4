// Schedules changed in place: the second editor is told, and nothing airs at its old time beside its new one.
// It must never know routes.
import { describe, expect, test } from 'vitest';
import { USUAL_RULES } from '../../src/domain/calendar/calendar-model.ts';
import type { Bulletin } from '../../src/domain/model.ts';
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
import { actions, airings, pass, sentAiring } from './steps.ts';
import { person } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });

const times = ({ next }: { next: readonly { playAtMs: number }[] }) =>
  next.map(({ playAtMs }) => playAtMs);

describe('changing a schedule', () => {
  test('keeps its id, counts its version and airs at its new time only', async () => {
    const it = await stage();
    const { at, place, schedules, schedule } = it;
    const rule = daily({ at: [13 * 3_600 + 600] });
    const changed = schedules.update(place.operator, {
      ...wishOf(it, rule),
      scheduleId: schedule.id,
      version: 1,
    });
    expect(changed.schedule).toMatchObject({
      id: schedule.id,
      version: 2,
      createdBy: place.operator.accountId,
    });
    expect(changed.schedule.says.vi).toBe('13:10 hằng ngày, từ 5/12/2026');
    expect(times(changed)[0]).toBe(ONE + 10 * MINUTE);
    at.clock.move(HOUR - 2 * MINUTE);
    await beats(at, 15 * MINUTE);
    expect(airings(at).map(({ playAtMs }) => playAtMs)).toEqual([ONE + 10 * MINUTE]);
    expect(actions(at)).toContain('schedule.edit');
    expect(at.told).toContainEqual(expect.objectContaining({ kind: 'schedule', id: schedule.id }));
  });

  test('of an older version is refused, and says what changed, by whom and when', async () => {
    const it = await stage();
    const { at, place, schedules, schedule } = it;
    const wish = { scheduleId: schedule.id, version: 1 };
    schedules.update(place.operator, { ...wishOf(it, daily({ at: [50_000] })), ...wish });
    const [village = ''] = place.villages;
    at.clock.move(MINUTE);
    schedules.update(place.author, { ...wishOf(it), areaIds: [village], ...wish, version: 2 });
    try {
      schedules.update(place.author, { ...wishOf(it), ...wish });
      expect.unreachable('the second editor overwrote the first');
    } catch (error) {
      const { say } = error as { say: { vi: string } };
      expect(error).toMatchObject({ code: 'changed-meanwhile', fault: 'conflict' });
      expect(say.vi).toContain('Cán bộ xa-a-truc đã đổi ngày giờ phát lúc 12:00');
      expect(say.vi).toContain('Cán bộ xa-a-soan đã đổi địa bàn, ngày giờ phát lúc 12:01');
    }
    expect(schedules.get(place.author, { scheduleId: schedule.id }).version).toBe(3);
  });

  test('by a pattern keeps its end, its beginning and its special days, until null takes them away', async () => {
    const it = await stage();
    const { place, bulletin, schedules } = it;
    const untilMs = ONE + 9 * DAY;
    const special = { holiday: 'skip', mourning: 'as-usual' } as const;
    const wish = (of: object) => ({
      ...{ bulletinId: bulletin.id, areaIds: place.villages },
      rule: { kind: 'cron' as const, pattern: '0 14 * * *', ...of },
    });
    const { schedule } = schedules.create(place.author, wish({ fromMs: ONE, untilMs, special }));
    const change = (version: number, of: object) =>
      schedules.update(place.author, { ...wish(of), scheduleId: schedule.id, version }).schedule
        .rule;
    const pattern = '0 15 * * *';
    expect(change(1, { pattern })).toEqual({ ...schedule.rule, pattern });
    expect(change(2, { pattern, untilMs: null })).toMatchObject({ fromMs: ONE, untilMs: null });
    expect(schedules.get(place.author, { scheduleId: schedule.id }).rule).toMatchObject({
      special,
    });
  });

  test('to what it is already changes nothing', async () => {
    const it = await stage();
    const { at, place, schedules, schedule } = it;
    const same = schedules.update(place.operator, {
      ...wishOf(it),
      scheduleId: schedule.id,
      version: 1,
    });
    expect(same.schedule.version).toBe(1);
    expect(actions(at)).not.toContain('schedule.edit');
  });

  test('takes what is on its way back with a signed order, and sends the new one', async () => {
    const it = await stage();
    const { at, place, schedules, schedule } = it;
    at.clock.move(HOUR - 30_000);
    const first = await sentAiring(at);
    const [village = ''] = place.villages;
    schedules.update(place.operator, {
      ...wishOf(it),
      areaIds: [village],
      scheduleId: schedule.id,
      version: 1,
    });
    expect(at.deps.store.airings.get(first)?.state).toBe('cancelled');
    await at.house.beat();
    const stopped = orders(at).filter(({ kind }) => kind === 'cancel');
    expect(stopped).toContainEqual(
      expect.objectContaining({ streamId: first, reason: 'schedule-changed' }),
    );
    await pass(at, 5_000);
    const open = airings(at).filter(({ state }) => state !== 'cancelled');
    expect(open).toMatchObject([{ occurrenceId: `${schedule.id}@${ONE}`, areaIds: [village] }]);
  });

  test('of its rules of the air sends the order anew; what sounds goes on', async () => {
    const it = await stage();
    const { at, place, schedules, schedule } = it;
    at.clock.move(HOUR - 30_000);
    const first = await sentAiring(at);
    const air = { ...USUAL_RULES, under: 'drop' as const };
    schedules.update(place.operator, { ...wishOf(it), air, scheduleId: schedule.id, version: 1 });
    expect(at.deps.store.airings.get(first)?.state).toBe('cancelled');
    await pass(at, 1_000);
    const second = await sentAiring(at);
    at.clock.move(ONE - at.clock.planMs() + 5_000);
    schedules.update(place.operator, {
      ...wishOf(it, daily({ at: [60_000] })),
      air,
      scheduleId: schedule.id,
      version: 2,
    });
    expect(at.deps.store.airings.get(second)?.state).toBe('sent');
  });

  test.each<
    [string, (it: Stage, other: Bulletin) => Parameters<Stage['schedules']['update']>[1], string]
  >([
    [
      'that is not theirs',
      (it) => ({ ...wishOf(it), scheduleId: 'khong-co', version: 1 }),
      'missing',
    ],
    [
      'to a time out of hours',
      (it) => ({ ...wishOf(it, daily({ at: [60] })), scheduleId: it.schedule.id, version: 1 }),
      'out-of-hours',
    ],
    [
      'to a replacement that does not exist',
      (it) => ({
        ...wishOf(
          it,
          daily({ special: { holiday: 'replace', mourning: 'skip' }, replaceWith: 'bt-x' }),
        ),
        ...{ scheduleId: it.schedule.id, version: 1 },
      }),
      'missing',
    ],
  ])('%s is refused', async (_, wish, wanted) => {
    const it = await stage();
    expect(() => it.schedules.update(it.place.operator, wish(it, it.bulletin))).toThrow(
      code(wanted),
    );
  });

  test('that was withdrawn is refused, and nobody without the role may', async () => {
    const it = await stage();
    const { at, place, schedules, schedule } = it;
    const wish = { ...wishOf(it), scheduleId: schedule.id, version: 1 };
    expect(() => schedules.update(place.technician, wish)).toThrow(code('not-your-role'));
    expect(() => schedules.update(person(at, 'la'), wish)).toThrow(code('missing'));
    await schedules.withdraw(place.operator, { scheduleId: schedule.id });
    expect(() => schedules.update(place.operator, wish)).toThrow(code('schedule-over'));
    expect(() =>
      schedules.except(place.operator, {
        scheduleId: schedule.id,
        slotMs: ONE,
        change: { kind: 'cancel' },
        reason: '',
      }),
    ).toThrow(code('schedule-over'));
  });

  test('tries a change before it is made, in words and with warnings', async () => {
    const it = await stage();
    const { place, schedules, schedule } = it;
    const rule = daily({ days: { every: 'month', step: 1, days: [31] } });
    const tried = schedules.preview(place.operator, {
      ...wishOf(it, rule),
      scheduleId: schedule.id,
    });
    expect(tried.says.vi).toContain('ngày 31 hằng tháng');
    expect(tried.warnings).toHaveLength(1);
    expect(schedules.get(place.operator, { scheduleId: schedule.id }).version).toBe(1);
  });
});

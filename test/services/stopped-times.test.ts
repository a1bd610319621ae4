// Which times of another language end with what a person stops, and which stay: tenants, dead times, old ones, moved ones.
// It must never beat: every time is a row that was put there.
import { describe, expect, test } from 'vitest';
import { MINUTE } from './poles.ts';
import { approved } from './steps.ts';
import { inTwoLanguages } from './stopped-steps.ts';
import { NOON } from './world.ts';

const daily = { kind: 'cron', pattern: '0 17 * * *', fromMs: 0, untilMs: null } as const;
const WEEK = 7 * 24 * 60;

describe('what belongs to the time that is stopped', () => {
  test.each(['cancelled', 'withdrawn', 'stopped'])(
    'is not hidden by what a commune placed of it, %s by the province',
    async (how) => {
      const of = await inTwoLanguages();
      const airingId = of.aired(of.original, 1, { state: 'sent', tenantId: of.province });
      const theirs = of.set(of.original, 4, { tenantId: of.a.id });
      const closed = of.aired(of.original, 3, { state: 'closed', tenantId: of.a.id });
      const behind = of.set(of.variant, 5, { tenantId: of.province });
      const own = of.set(of.variant, 6, { tenantId: of.a.id });
      const scheduleId = of.at.deps.store.airings.get(airingId)?.scheduleId ?? '';
      if (how === 'cancelled') await of.airings.cancel(of.above, { airingId });
      else if (how === 'withdrawn') await of.schedules.withdraw(of.above, { scheduleId });
      else of.stops.stop(of.above, { areaId: of.province });
      expect([airingId, behind, theirs, closed, own].map(of.isOver)).toEqual([
        ...[true, true, false, false, false],
      ]);
    },
  );

  test('is not hidden by times that were withdrawn, cancelled or taken away', async () => {
    const of = await inTwoLanguages();
    const { schedules, exceptions } = of.at.deps.store;
    of.aired(of.original, 1, { state: 'sent' });
    schedules.end(of.set(of.original, 20), NOON);
    of.aired(of.original, 21, { state: 'cancelled' });
    const gone = { scheduleId: of.set(of.original, 22), slotMs: NOON + 22 * MINUTE };
    exceptions.put({ ...gone, change: { kind: 'cancel' }, reason: '', byId: 'x', atMs: NOON });
    const behind = of.set(of.variant, 25);
    of.stops.stop(of.a.operator, { areaId: of.a.id });
    expect(of.isOver(behind)).toBe(true);
  });

  test('was set for when its original was, though that fell later', async () => {
    const of = await inTwoLanguages();
    const airingId = of.aired(of.original, 10, { state: 'sent', setMinute: 0 });
    const behind = of.aired(of.variant, 6, { state: 'sent' });
    await of.airings.cancel(of.a.operator, { airingId });
    expect(of.isOver(behind)).toBe(true);
  });

  test.each([
    ['its own schedule', true],
    ['the schedule of another bulletin', false],
  ])('is judged by what was heard of it, by %s', async (_, isOver) => {
    const of = await inTwoLanguages();
    const other = await approved(of.at, of.a, { text: 'Họp bản tối nay.' });
    const airingId = of.aired(of.original, 1, { state: 'sent' });
    // at minute 20 the original airs in another's place, or another in the original's
    const scheduleId = of.set(isOver ? of.original : other, null, { rule: daily });
    of.aired(isOver ? other : of.original, 20, { state: 'planned', scheduleId });
    const behind = of.set(of.variant, 25);
    await of.airings.cancel(of.a.operator, { airingId });
    expect(of.isOver(behind)).toBe(isOver);
  });
});

test('a withdrawn schedule that aired it in the place of another ends what is behind it', async () => {
  const of = await inTwoLanguages();
  const other = await approved(of.at, of.a, { text: 'Họp bản tối nay.' });
  const scheduleId = of.set(other, 1);
  of.aired(of.original, 1, { state: 'sent', scheduleId });
  const behind = of.set(of.variant, 5);
  await of.schedules.withdraw(of.a.operator, { scheduleId });
  expect(of.isOver(behind)).toBe(true);
});

describe('what stays', () => {
  test('another language by its own rule, unless it sounds', async () => {
    const of = await inTwoLanguages();
    of.at.clock.move(6 * MINUTE);
    const airingId = of.aired(of.original, 1, { state: 'sent' });
    const scheduleId = of.set(of.variant, null, { rule: daily });
    const sounds = of.aired(of.variant, 5, { state: 'sent', scheduleId });
    const due = of.aired(of.variant, 8, { state: 'planned', scheduleId });
    await of.airings.cancel(of.a.operator, { airingId });
    expect([sounds, due, scheduleId].map(of.isOver)).toEqual([true, false, false]);
  });

  test('what a later time began, when an old airing or an old schedule is ended once more', async () => {
    const of = await inTwoLanguages();
    of.at.clock.move(6 * MINUTE);
    const airingId = of.aired(of.original, -WEEK, { state: 'closed' });
    const scheduleId = of.at.deps.store.airings.get(airingId)?.scheduleId ?? '';
    of.at.deps.store.schedules.end(scheduleId, NOON - WEEK * MINUTE);
    of.aired(of.original, 1, { state: 'closed' });
    const stays = [
      of.aired(of.variant, 5, { state: 'sent' }),
      ...[of.set(of.variant, 20), of.set(of.variant, null)],
    ];
    expect(of.airings.get(of.a.operator, { airingId })).toMatchObject({ stillSaid: false });
    await expect(of.airings.cancel(of.a.operator, { airingId })).rejects.toThrow('nothing-to-stop');
    await of.schedules.withdraw(of.a.operator, { scheduleId });
    expect(stays.map(of.isOver)).toEqual([false, false, false]);
  });

  test('what the province, or another commune, said of it', async () => {
    const of = await inTwoLanguages();
    const airingId = of.aired(of.original, 1, { state: 'sent' });
    const other = { id: 'xa-b', code: 'xa-b', kind: 'commune', name: 'Xã B' } as const;
    const lies = { parentId: of.province, tenantId: 'xa-b', population: null };
    of.at.deps.store.areas.insert({ ...other, ...lies });
    const stays = [of.province, 'xa-b'].flatMap((tenantId) => [
      of.aired(of.variant, 2, { state: 'sent', tenantId }),
      of.set(of.variant, 5, { tenantId }),
    ]);
    const own = of.set(of.variant, 6);
    await of.airings.cancel(of.a.operator, { airingId });
    of.stops.stop(of.a.operator, { areaId: of.a.id });
    expect([...stays, own].map(of.isOver)).toEqual([false, false, false, false, true]);
  });

  test('what a person moved to another day, and what is said again after a gap', async () => {
    const of = await inTwoLanguages();
    const { exceptions, schedules } = of.at.deps.store;
    const airingId = of.aired(of.original, 1, { state: 'sent' });
    const scheduleId = of.at.deps.store.airings.get(airingId)?.scheduleId ?? '';
    const row = schedules.get(scheduleId);
    if (row) schedules.update({ ...row, air: { ...row.air, times: 2, gapMs: 15 * MINUTE } });
    const moved = of.set(of.variant, 5);
    const change = { kind: 'move', toMs: NOON + 24 * 60 * MINUTE } as const;
    const by = { reason: '', byId: 'x', atMs: NOON };
    exceptions.put({ scheduleId: moved, slotMs: NOON + 5 * MINUTE, change, ...by });
    const again = of.set(of.variant, 25);
    const behind = of.set(of.variant, 10);
    await of.airings.cancel(of.a.operator, { airingId });
    expect([moved, again, behind].map(of.isOver)).toEqual([false, false, true]);
  });
});

describe('an all-clear of an alarm that is over', () => {
  test('leaves the drill of another day in every language, and ends what follows today', async () => {
    const of = await inTwoLanguages({ priority: 'emergency', drill: true });
    of.at.clock.move(10 * MINUTE);
    of.aired(of.original, 1, { state: 'closed' });
    const today = [of.set(of.original, 25), of.set(of.variant, 28)];
    const tomorrow = [of.set(of.original, 24 * 60), of.set(of.variant, 24 * 60 + 2)];
    of.airings.allClear(of.a.operator, { areaId: of.a.id });
    expect(today.map(of.isOver)).toEqual([true, true]);
    expect(tomorrow.map(of.isOver)).toEqual([false, false]);
  });

  test('touches nothing of the province', async () => {
    const of = await inTwoLanguages({ priority: 'emergency' });
    const own = of.aired(of.original, 1, { state: 'sent' });
    const theirs = of.aired(of.variant, 2, { state: 'sent', tenantId: of.province });
    of.airings.allClear(of.a.operator, { areaId: of.a.id });
    expect([own, theirs].map(of.isOver)).toEqual([true, false]);
  });
});

describe('who is told', () => {
  test.each(['stop', 'all-clear'])(
    'the commune whose schedule ends by a %s of the province',
    async (how) => {
      const of = await inTwoLanguages({ priority: 'emergency' });
      of.aired(of.original, 1, { state: 'sent', tenantId: of.province });
      const id = of.set(of.variant, 15, { tenantId: of.a.id });
      if (how === 'stop') of.stops.stop(of.above, { areaId: of.province });
      else of.airings.allClear(of.above, { areaId: of.province });
      expect(of.isOver(id)).toBe(true);
      expect(of.at.told).toContainEqual({ kind: 'schedule', id, tenantId: of.a.id });
      const lines = of.at.deps.store.audit
        .list({ tenantIds: [of.a.id], beforeId: null, limit: 500 })
        .filter(({ action }) => action === 'airing.stop-variants');
      expect(lines.map(({ detail }) => JSON.parse(detail) as object)).toMatchObject([
        { schedules: [id] },
      ]);
    },
  );

  test('the page of an airing reads the hours in question, and no other', async () => {
    const of = await inTwoLanguages();
    const airingId = of.aired(of.original, 1, { state: 'sent' });
    of.set(of.variant, 5);
    const { airings } = of.at.deps.store;
    const spans: number[] = [];
    const { list } = airings;
    airings.list = (filter) => {
      spans.push(filter.toMs - filter.fromMs);
      return list(filter);
    };
    airings.ofSchedule = () => {
      throw new Error('all it ever aired');
    };
    expect(of.airings.get(of.a.operator, { airingId })).toMatchObject({ stillSaid: true });
    expect(Math.max(...spans)).toBeLessThan(2 * 60 * MINUTE);
  });
});

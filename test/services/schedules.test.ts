import { describe, expect, test } from 'vitest';
import { airings, approved, liveCommune, pass, scheduled, sentAiring, written } from './steps.ts';
import { NOON, ordersOn, until, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('setting a schedule', () => {
  test('answers with the next times, computed as they will be aired', async () => {
    const at = world();
    const a = await liveCommune(at);
    const bulletin = await approved(at, a);
    const made = at.house.services.schedules.create(a.operator, {
      bulletinId: bulletin.id,
      areaIds: a.villages,
      rule: { kind: 'cron', pattern: '0 17 * * *' },
    });
    expect(made.next.map(({ playAtMs }) => playAtMs)).toEqual(
      [0, 1, 2, 3, 4].map((day) => NOON + 5 * HOUR + day * 24 * HOUR),
    );
    expect(made.next.every(({ hindrance }) => hindrance === null)).toBe(true);
  });

  test('previews the same and writes nothing', async () => {
    const at = world();
    const a = await liveCommune(at);
    const bulletin = await written(at, a);
    const { schedules } = at.house.services;
    const rule = { kind: 'cron' as const, pattern: '0 17 25 12 *' };
    const wish = { bulletinId: bulletin.id, areaIds: [a.id], rule };
    const { next } = schedules.preview(a.operator, wish);
    expect(next).toMatchObject([{ hindrance: 'not-approved' }]);
    expect(schedules.list(a.operator)).toEqual([]);
  });

  test.each([
    ['in the past', { kind: 'once' as const, atMs: NOON - HOUR }, 'in-the-past'],
    ['at four in the morning', { kind: 'once' as const, atMs: NOON + 16 * HOUR }, 'out-of-hours'],
    ['that never fires', { kind: 'cron' as const, pattern: '0 8 30 2 *' }, 'never-fires'],
    ['nobody can read', { kind: 'cron' as const, pattern: 'mỗi sáng' }, 'bad-pattern'],
    ['every minute', { kind: 'cron' as const, pattern: '*/5 * * * * *' }, 'too-often'],
  ])('a time %s is refused', async (_, rule, wanted) => {
    const at = world();
    const a = await liveCommune(at);
    const bulletin = await approved(at, a);
    const wish = { bulletinId: bulletin.id, areaIds: a.villages, rule };
    expect(() => at.house.services.schedules.create(a.operator, wish)).toThrow(code(wanted));
  });

  test('one approval of an emergency opens one day, not every night', async () => {
    const at = world();
    const a = await liveCommune(at);
    const bulletin = await approved(at, a, { priority: 'emergency' });
    at.clock.move(90 * 24 * HOUR);
    const { schedules } = at.house.services;
    const wish = { bulletinId: bulletin.id, areaIds: a.villages };
    const cron = { kind: 'cron' as const, pattern: '15 3 * * *' };
    expect(() => schedules.create(a.author, { ...wish, rule: cron })).toThrow(
      code('emergency-repeats'),
    );
    const { next } = schedules.create(a.author, { ...wish, rule: { kind: 'now' } });
    expect(next).toMatchObject([{ hindrance: 'approval-too-old' }]);
    await pass(at, MINUTE);
    expect(airings(at)).toEqual([]);
  });

  test('an area without speakers is refused by its name', async () => {
    const at = world();
    const a = await liveCommune(at);
    const bulletin = await approved(at, a);
    for (const { unitId } of a.boxes.slice(1))
      at.house.services.sites.removeUnit(a.technician, { unitId });
    const rule = { kind: 'once' as const, atMs: NOON + HOUR };
    const wish = { bulletinId: bulletin.id, areaIds: a.villages, rule };
    expect(() => at.house.services.schedules.create(a.operator, wish)).toThrow(/ban-2/);
  });
});

describe('“now”', () => {
  test('waits for its approval, then gets the time a clip needs to travel', async () => {
    const at = world();
    const a = await liveCommune(at);
    const { bulletins } = at.house.services;
    const bulletin = await written(at, a);
    const schedule = scheduled(at, a, { bulletin, rule: { kind: 'now' } });
    expect(schedule.rule).toEqual({ kind: 'now', atMs: null });
    await pass(at, 1_000);
    expect(airings(at)).toEqual([]);
    bulletins.submit(a.author, { bulletinId: bulletin.id });
    const contentHash = at.deps.store.clips.get(bulletin.clipId ?? '')?.contentHash ?? '';
    bulletins.approve(a.approver, { bulletinId: bulletin.id, contentHash });
    await at.house.beat();
    const [airing] = airings(at);
    expect(airing?.playAtMs).toBeGreaterThanOrEqual(at.clock.planMs() + 6_000);
    expect(airing?.playAtMs).toBeLessThan(at.clock.planMs() + 10_000);
  });

  test('of what is approved already is timed at once', async () => {
    const at = world();
    const a = await liveCommune(at);
    const bulletin = await approved(at, a);
    const { rule } = scheduled(at, a, { bulletin, rule: { kind: 'now' } });
    expect(rule).toMatchObject({ kind: 'now', atMs: expect.any(Number) });
  });

  test('is as long in real time on a clock that runs faster', async () => {
    const at = world();
    const a = await liveCommune(at);
    const bulletin = await approved(at, a);
    at.clock.hurry(20);
    const { rule } = scheduled(at, a, { bulletin, rule: { kind: 'now' } });
    expect(rule.kind === 'now' && (rule.atMs ?? 0) - at.clock.planMs()).toBeGreaterThan(120_000);
  });
});

describe('the plan', () => {
  test('shows what airs, what will not and why, and what became of it', async () => {
    const at = world();
    const a = await liveCommune(at);
    const bulletin = await approved(at, a);
    scheduled(at, a, { bulletin, rule: { kind: 'once', atMs: NOON + 2 * MINUTE } });
    const draft = await written(at, a, { text: 'Tin chưa duyệt của xã.' });
    scheduled(at, a, { bulletin: draft, rule: { kind: 'once', atMs: NOON + HOUR } });
    await pass(at, 90_000);
    const { plan } = at.house.services;
    expect(plan.list(a.author, { hours: 72 }).occurrences).toMatchObject([
      { title: 'Tiêm chủng', hindrance: null, airing: expect.any(String) },
      { title: 'Tiêm chủng', hindrance: 'not-approved', airing: null, airingId: null },
    ]);
  });
});

test('more than a month of airings is refused in words', async () => {
  const at = world();
  const a = await liveCommune(at);
  const { airings: shown } = at.house.services;
  const month = 31 * 24 * HOUR;
  expect(shown.list(a.author, { fromMs: NOON, toMs: NOON + month }).airings).toEqual([]);
  expect(() => shown.list(a.author, { fromMs: NOON, toMs: NOON + month + 1 })).toThrow(
    code('span-too-long'),
  );
});

describe('withdrawing', () => {
  test('cancels what is on its way with a signed order to the same areas', async () => {
    const at = world();
    const a = await liveCommune(at);
    const bulletin = await approved(at, a);
    const schedule = scheduled(at, a, {
      bulletin,
      rule: { kind: 'once', atMs: NOON + 2 * MINUTE },
    });
    at.clock.move(MINUTE);
    const streamId = await sentAiring(at);
    const { schedules } = at.house.services;
    const ended = await schedules.withdraw(a.operator, { scheduleId: schedule.id });
    expect(ended.endedAtMs).not.toBeNull();
    expect(airings(at)).toMatchObject([{ state: 'cancelled' }]);
    const topic = 'vangxa/v1/area/xa-a-ban-1/order';
    await until(() => ordersOn(at, topic).length === 2, 'the cancel');
    expect(ordersOn(at, topic)).toMatchObject([
      { kind: 'play', streamId },
      { kind: 'cancel', streamId },
    ]);
    expect(await schedules.withdraw(a.operator, { scheduleId: schedule.id })).toMatchObject({
      endedAtMs: ended.endedAtMs,
    });
  });

  test('in the middle of sending stops the chunks, and the cancel has the last word', async () => {
    const at = world();
    const a = await liveCommune(at);
    const bulletin = await approved(at, a);
    scheduled(at, a, { bulletin, rule: { kind: 'once', atMs: NOON + 2 * MINUTE } });
    at.clock.move(MINUTE);
    const publish = at.wire.publish;
    at.wire.publish = async (topic, payload, options) => {
      await publish(topic, payload, options);
      const [airing] = airings(at);
      if (topic.includes('/stream/') && airing?.state === 'sending')
        await at.house.services.airings.cancel(a.operator, { airingId: airing.id });
    };
    await at.house.beat();
    const topic = 'vangxa/v1/area/xa-a-ban-1/order';
    await until(() => ordersOn(at, topic).length >= 3, 'the cancels');
    expect(ordersOn(at, topic).map(({ kind }) => kind)).toEqual(['play', 'cancel', 'cancel']);
    expect(at.wire.said.filter((one) => one.topic.includes('/stream/'))).toHaveLength(1);
    expect(airings(at)).toMatchObject([{ state: 'cancelled' }]);
  });

  test('is said again by a service that was killed before it could say it', async () => {
    const at = world();
    const a = await liveCommune(at);
    const bulletin = await approved(at, a);
    scheduled(at, a, { bulletin, rule: { kind: 'once', atMs: NOON + 2 * MINUTE } });
    at.clock.move(MINUTE);
    const airingId = await sentAiring(at);
    at.wire.cut();
    await at.house.services.airings.cancel(a.operator, { airingId });
    const again = at.restart();
    again.house.start();
    const topic = 'vangxa/v1/area/xa-a-ban-2/order';
    await until(() => ordersOn(again, topic).some(({ kind }) => kind === 'cancel'), 'the cancel');
    await again.house.stop();
  });

  test('an airing that is over has nothing left to stop', async () => {
    const at = world();
    const a = await liveCommune(at);
    const bulletin = await approved(at, a);
    scheduled(at, a, { bulletin, rule: { kind: 'once', atMs: NOON + MINUTE } });
    const airingId = await sentAiring(at);
    at.clock.move(HOUR);
    const { airings: stopped } = at.house.services;
    await expect(stopped.cancel(a.operator, { airingId })).rejects.toEqual(code('nothing-to-stop'));
    await expect(stopped.cancel(a.operator, { airingId: 'x' })).rejects.toEqual(code('missing'));
  });
});

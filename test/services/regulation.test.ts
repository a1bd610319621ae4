// A commune's regulation over real rows: what it refuses, and what it silences later (issue #5, 2).
// It must never know SQL or routes.
import { describe, expect, test } from 'vitest';
import { NO_RULES } from '../../src/domain/regulation/regulation-model.ts';
import { repeat } from '../domain/calendar/rules.ts';
import { administrator, once, planned, regulated, rule } from './regulated.ts';
import { airings, approved, liveCommune, pass } from './steps.ts';
import { ALL_DAY, NOON, ordersOn, until, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('what breaks the regulation', () => {
  test('a third session of a day is refused with the day, the limit and what is there', async () => {
    const at = world();
    const a = await regulated(at, { sessionsPerDay: 2 });
    await planned(at, a, NOON + HOUR, NOON + 3 * HOUR);
    const { id: bulletinId } = await approved(at, a);
    const wish = { bulletinId, areaIds: a.villages, rule: once(NOON + 5 * HOUR) };
    const { schedules } = at.house.services;
    expect(() => schedules.create(a.author, wish)).toThrow(code('too-many-sessions'));
    expect(() => schedules.preview(a.author, wish)).toThrow(
      /5\/12\/2026 the regulation of Xã .* allows 2 sessions.*13:00–13:01, 15:00–15:01/u,
    );
    expect(schedules.list(a.author)).toHaveLength(2);
    // beside one that is there, or on another day, it has room
    schedules.create(a.author, { ...wish, rule: once(NOON + HOUR + 10 * MINUTE) });
    schedules.create(a.author, { ...wish, rule: once(NOON + DAY) });
  });

  test('a session longer than allowed is refused; a real emergency never is, a drill is', async () => {
    const at = world();
    const a = await regulated(at, { minutesPerSession: 15 });
    await planned(at, a, NOON + HOUR);
    const { schedules } = at.house.services;
    const asked = async (of: Parameters<typeof approved>[2] & { drill?: boolean }) => {
      const { id: bulletinId } = await approved(at, a, of);
      const late = once(NOON + HOUR + 16 * MINUTE);
      return () => schedules.create(a.author, { bulletinId, areaIds: [a.id], rule: late });
    };
    expect(await asked({})).toThrow(code('session-too-long'));
    expect(await asked({ priority: 'emergency', drill: true })).toThrow(code('session-too-long'));
    expect(await asked({ priority: 'emergency' })).not.toThrow();
  });

  test('a schedule that is changed does not count against itself, nor a time that is moved', async () => {
    const at = world();
    const a = await regulated(at, { sessionsPerDay: 1 });
    const [made] = await planned(at, a, NOON + HOUR);
    const {
      id: scheduleId = '',
      bulletinId = '',
      areaIds = [],
      version = 0,
    } = made?.schedule ?? {};
    const { schedules } = at.house.services;
    const wish = { scheduleId, bulletinId, areaIds, version };
    schedules.update(a.author, { ...wish, rule: once(NOON + 4 * HOUR) });
    const change = { kind: 'move' as const, toMs: NOON + 6 * HOUR };
    const slotMs = NOON + 4 * HOUR;
    schedules.except(a.author, { scheduleId, slotMs, change, reason: 'Họp dài' });
    const [other] = await planned(at, a, NOON + DAY);
    const back = { kind: 'move' as const, toMs: NOON + 2 * HOUR };
    expect(() =>
      schedules.except(a.author, {
        ...{ scheduleId: other?.schedule.id ?? '', slotMs: NOON + DAY },
        ...{ change: back, reason: 'Sớm hơn' },
      }),
    ).toThrow(code('too-many-sessions'));
  });

  test('a time that is one too many only in spring is refused today', async () => {
    const at = world();
    const a = await regulated(at, { sessionsPerDay: 2, sessionGapMinutes: 30 });
    const { id: bulletinId } = await approved(at, a);
    const rule = repeat({
      ...{ fromDay: '2026-12-06', at: [6 * 3_600, 17 * 3_600] },
      seasons: [{ from: '04-16', until: '10-15', at: [6 * 3_600, 11 * 3_600, 18 * 3_600] }],
    });
    const { schedules } = at.house.services;
    const wish = { bulletinId, areaIds: [a.id] };
    try {
      schedules.create(a.author, { ...wish, rule });
      expect.unreachable('three sessions a day were saved');
    } catch (error) {
      expect(error).toMatchObject({ code: 'too-many-sessions' });
      expect((error as { say: { vi: string } }).say.vi).toMatch(/Ngày 1[6-9]\/4\/2027/);
    }
    expect(() =>
      schedules.create(a.author, { ...wish, rule: { ...rule, seasons: [] } }),
    ).not.toThrow();
  });

  test('what is not heard beside the school is saved, and its maker is told so', async () => {
    const at = world();
    const morning = { days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 360, toMinute: 420 };
    const zones = { ...NO_RULES.zones, clinic: [morning] };
    const a = await regulated(at, { zones });
    const [plain] = await planned(at, a, NOON + HOUR);
    expect(plain?.warnings).toEqual([]);
    const [site] = at.deps.store.sites.all().filter(({ tenantId }) => tenantId === a.id);
    if (site) at.deps.store.sites.update({ ...site, zone: 'clinic' });
    const [told] = await planned(at, a, NOON + 3 * HOUR);
    expect(told?.warnings[0]?.vi).toContain('Sẽ không phát ở điểm loa khu vực cơ sở y tế của');
  });

  test('what keeps the order is saved without a word', async () => {
    const at = world();
    const a = await regulated(at, { order: ['national', 'province', 'commune'] });
    const [first] = await planned(at, a, NOON + HOUR);
    expect(first?.warnings).toEqual([]);
  });
});

describe('a regulation made stricter', () => {
  test('says before and after what it silences, and each speaker is told why at the time', async () => {
    const at = world();
    const a = await liveCommune(at);
    await planned(at, a, NOON + HOUR, NOON + 3 * HOUR);
    const wish = { areaId: a.id, hours: ALL_DAY, rules: { ...NO_RULES, sessionsPerDay: 1 } };
    const { areas, airings: aired } = at.house.services;
    const tried = areas.tryRegulation(administrator(at, a), wish);
    expect(tried).toMatchObject({ count: 1, silenced: [{ playAtMs: NOON + 3 * HOUR }] });
    expect(rule(at, a, { sessionsPerDay: 1 }).silences).toBe(1);
    const plan = at.house.services.plan.list(a.author, { hours: 72 });
    expect(plan.occurrences.map(({ hindrance }) => hindrance)).toEqual([null, 'over-regulation']);
    await pass(at, 0);
    await pass(at, 4 * HOUR);
    const silent = airings(at).find(({ playAtMs }) => playAtMs === NOON + 3 * HOUR);
    const told = aired.get(a.author, { airingId: silent?.id ?? '' });
    expect(told.speakers.map(({ verdict }) => verdict)).toEqual(
      a.boxes.map(() => expect.objectContaining({ reason: 'over-regulation' })),
    );
    expect(told.speakers[0]?.sentence.vi).toContain('quy chế của xã');
  });

  test('hours of a zone and its volumes reach that pole alone', async () => {
    const at = world();
    const a = await liveCommune(at);
    const [school, other] = a.boxes;
    const site = at.deps.store.sites.get(school?.siteId ?? '');
    if (site) at.deps.store.sites.update({ ...site, zone: 'school' });
    at.wire.said.length = 0;
    const window = { days: [6], fromMinute: 600, toMinute: 660 };
    const cap = { fromMinute: 0, toMinute: 360, percent: 24 };
    rule(at, a, {
      zones: { ...NO_RULES.zones, school: [window] },
      volumes: [{ zone: 'school', ...cap }],
    });
    const policy = async (siteId: string) => {
      const topic = `vangxa/v1/speaker/${siteId}/order`;
      const known = at.wire.said.find((one) => one.topic.includes(siteId))?.topic ?? topic;
      await until(() => ordersOn(at, known).length > 0, 'the policy');
      return ordersOn(at, known)[0];
    };
    await until(() => at.wire.said.length >= 2, 'two policies');
    const hours = { utcOffsetMin: 420, windows: [window] };
    expect(await policy(school?.siteId ?? '')).toMatchObject({ hours, volumes: [cap] });
    const plain = await policy(other?.siteId ?? '');
    expect(plain).toMatchObject({ hours: ALL_DAY });
    expect(plain).not.toHaveProperty('volumes');
  });
});

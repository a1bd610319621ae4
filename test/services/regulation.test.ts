// A commune's regulation over real rows: what it refuses, what it silences later, and exceptions from it (issue #5, 2).
// It must never know SQL or routes.
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../src/domain/model.ts';
import { NO_RULES, type RegulationRules } from '../../src/domain/regulation/regulation-model.ts';
import { airings, approved, liveCommune, pass, written } from './steps.ts';
import { ALL_DAY, commune, NOON, ordersOn, person, until, type World, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const once = (atMs: number) => ({ kind: 'once' as const, atMs });
const REASON = 'Bão số 9 đổ bộ sớm, bà con cần nghe lại lần nữa';

type Live = Awaited<ReturnType<typeof liveCommune>>;

/** A live commune whose regulation is this. */
async function regulated(at: World, rules: Partial<RegulationRules>): Promise<Live> {
  const a = await liveCommune(at);
  rule(at, a, rules);
  return a;
}

function administrator(at: World, a: Live): Actor {
  return person(at, `quan-tri-xa-${at.deps.ids.next().toLowerCase()}`, ['administrator', a.id]);
}

function rule(at: World, a: Live, rules: Partial<RegulationRules>) {
  const wish = { areaId: a.id, hours: ALL_DAY, rules: { ...NO_RULES, ...rules } };
  return at.house.services.areas.setRegulation(administrator(at, a), wish);
}

async function planned(at: World, a: Live, ...times: number[]) {
  const made = [];
  for (const atMs of times) {
    const { id: bulletinId } = await approved(at, a);
    const wish = { bulletinId, areaIds: [a.id], rule: once(atMs) };
    made.push(at.house.services.schedules.create(a.author, wish));
  }
  return made;
}

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

  test('what stands against the order is saved, with a warning', async () => {
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

describe('an exception', () => {
  async function full(at: World) {
    const a = await regulated(at, { sessionsPerDay: 1 });
    await planned(at, a, NOON + HOUR);
    const { id: bulletinId } = await approved(at, a);
    const wish = { bulletinId, areaIds: [a.id], rule: once(NOON + 5 * HOUR) };
    return { a, wish };
  }

  test('is asked with a reason, told to approvers, confirmed by a second person, and airs', async () => {
    const at = world();
    const { a, wish } = await full(at);
    const { overrides, plan } = at.house.services;
    const asked = overrides.ask(a.author, { wish, reason: REASON });
    expect(asked).toMatchObject({ state: 'open', mine: false, stale: false, areaIds: [a.id] });
    expect(asked.faults[0]?.vi).toContain('1 buổi');
    expect(at.happened.at(-1)).toMatchObject({ kind: 'override-wanted', tenantId: a.id });
    const seen = overrides.list(a.approver, { state: 'open', beforeId: null });
    expect(seen).toMatchObject({ more: false, overrides: [{ id: asked.id, mine: true }] });
    const decision = { overrideId: asked.id, confirmed: true, remark: null };
    const done = overrides.decide(a.approver, decision);
    expect(done).toMatchObject({ state: 'confirmed', untilMs: NOON + 30 * DAY });
    const soon = plan.list(a.author, { hours: 24 }).occurrences;
    expect(soon.map(({ hindrance }) => hindrance)).toEqual([null, null]);
    expect(soon[1]).toMatchObject({ scheduleId: done.scheduleId });
    expect(() => overrides.decide(a.approver, decision)).toThrow(code('decided-already'));
    const lines = at.deps.store.audit.list({ tenantIds: [a.id], beforeId: null, limit: 50 });
    const actions = lines.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['override.ask', 'override.confirm']));
  });

  test('changed afterwards, the schedule is under the regulation again', async () => {
    const at = world();
    const { a, wish } = await full(at);
    const { overrides, schedules } = at.house.services;
    const { id } = overrides.ask(a.author, { wish, reason: REASON });
    const done = overrides.decide(a.approver, { overrideId: id, confirmed: true, remark: null });
    const change = { ...wish, scheduleId: done.scheduleId ?? '', version: 1 };
    expect(() => schedules.update(a.author, { ...change, rule: once(NOON + 6 * HOUR) })).toThrow(
      code('too-many-sessions'),
    );
  });

  test.each<[string, (of: { at: World; a: Live; id: string }) => void, string]>([
    [
      'by whoever asked, though an approver too',
      ({ at, a, id }) => {
        const { askedBy = '' } = at.deps.store.overrides.get(id) ?? {};
        at.deps.store.accounts.putGrant({ accountId: askedBy, role: 'approver', areaId: a.id });
        const grants = at.deps.store.accounts.grants(askedBy);
        const actor = { ...a.author, grants };
        at.house.services.overrides.decide(actor, {
          overrideId: id,
          confirmed: true,
          remark: null,
        });
      },
      'own-override',
    ],
    [
      'by somebody of no such role',
      ({ at, a, id }) =>
        at.house.services.overrides.decide(a.operator, {
          ...{ overrideId: id, confirmed: true, remark: null },
        }),
      'not-your-role',
    ],
    [
      'by another commune',
      ({ at, id }) => {
        const province = at.deps.store.areas.all().find(({ kind }) => kind === 'province');
        const admin = person(at, 'quan-tri-tinh', ['administrator', province?.id ?? '']);
        const stranger = commune(at, admin, 'xa-khac').approver;
        at.house.services.overrides.decide(stranger, {
          ...{ overrideId: id, confirmed: true, remark: null },
        });
      },
      'missing',
    ],
    [
      'refused without a word',
      ({ at, a, id }) =>
        at.house.services.overrides.decide(a.approver, {
          ...{ overrideId: id, confirmed: false, remark: ' \u202e ' },
        }),
      'remark-needed',
    ],
  ])('is not decided %s', async (_, attempt, wanted) => {
    const at = world();
    const { a, wish } = await full(at);
    const { id } = at.house.services.overrides.ask(a.author, { wish, reason: REASON });
    expect(() => attempt({ at, a, id })).toThrow(code(wanted));
    expect(at.deps.store.overrides.get(id)?.state).toBe('open');
  });

  test('refused with a remark, it changes nothing', async () => {
    const at = world();
    const { a, wish } = await full(at);
    const { overrides, schedules } = at.house.services;
    const { id } = overrides.ask(a.author, { wish, reason: REASON });
    const remark = 'Để sáng mai';
    const done = overrides.decide(a.approver, { overrideId: id, confirmed: false, remark });
    expect(done).toMatchObject({ state: 'refused', remark, scheduleId: null, untilMs: null });
    expect(schedules.list(a.author)).toHaveLength(1);
    const decided = overrides.list(a.author, { state: 'decided', beforeId: null });
    expect(decided.overrides.map((one) => one.decidedByName)).toEqual([done.decidedByName]);
  });

  test('is bound to the sound it was asked for', async () => {
    const at = world();
    const { a, wish } = await full(at);
    const { overrides, bulletins } = at.house.services;
    const { id } = overrides.ask(a.author, { wish, reason: REASON });
    bulletins.edit(a.author, {
      bulletinId: wish.bulletinId,
      text: 'Lời khác hẳn cho bản tin này.',
    });
    const [seen] = overrides.list(a.approver, { state: 'open', beforeId: null }).overrides;
    expect(seen?.stale).toBe(true);
    expect(() =>
      overrides.decide(a.approver, { overrideId: id, confirmed: true, remark: null }),
    ).toThrow(code('sound-changed'));
  });

  test('never lifts the hours, is not needed where nothing is broken, and is asked once', async () => {
    const at = world();
    const { a, wish } = await full(at);
    const { overrides } = at.house.services;
    const ask =
      (change: object, reason = REASON) =>
      () =>
        overrides.ask(a.author, { wish: { ...wish, ...change }, reason });
    expect(ask({ rule: once(NOON + 16 * HOUR) })).toThrow(code('out-of-hours'));
    expect(ask({ rule: once(NOON + DAY) })).toThrow(code('nothing-to-except'));
    expect(ask({}, 'vì cần')).toThrow(code('reason-needed'));
    ask({})();
    expect(ask({})).toThrow(code('asked-already'));
    expect(() => overrides.ask(a.operator, { wish, reason: REASON })).toThrow(
      code('not-your-role'),
    );
  });

  test('may be asked for what stands already and no longer fits', async () => {
    const at = world();
    const a = await liveCommune(at);
    const [, second] = await planned(at, a, NOON + HOUR, NOON + 3 * HOUR);
    rule(at, a, { sessionsPerDay: 1 });
    const { overrides, plan } = at.house.services;
    const scheduleId = second?.schedule.id ?? '';
    const { id } = overrides.ask(a.author, { scheduleId, reason: REASON });
    const done = overrides.decide(a.approver, { overrideId: id, confirmed: true, remark: null });
    expect(done.scheduleId).toBe(scheduleId);
    const coming = plan.list(a.author, { hours: 24 }).occurrences;
    expect(coming.map(({ hindrance }) => hindrance)).toEqual([null, null]);
  });

  test('a bulletin without sound has none', async () => {
    const at = world();
    const a = await regulated(at, { sessionsPerDay: 1 });
    const bulletin = await written(at, a);
    const wish = { bulletinId: bulletin.id, areaIds: [a.id], rule: once(NOON + HOUR) };
    expect(() => at.house.services.overrides.ask(a.author, { wish, reason: REASON })).toThrow(
      code('nothing-to-except'),
    );
  });
});

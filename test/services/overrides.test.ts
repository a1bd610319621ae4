// Exceptions from a commune's regulation over real rows: asked by one, decided by another (issue #5, 2).
// It must never know SQL or routes.
import { describe, expect, test } from 'vitest';
import { USUAL_RULES } from '../../src/domain/calendar/calendar-model.ts';
import { type Live, once, planned, REASON, regulated, rule } from './regulated.ts';
import { approved, liveCommune, written } from './steps.ts';
import { commune, NOON, person, type World, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

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
    expect(at.happened.at(-1)).toMatchObject({
      ...{ kind: 'override-decided', authorId: a.author.accountId, confirmed: true },
    });
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

  test('of a playlist covers all that it airs, each while its sound stays', async () => {
    const at = world();
    const { a, wish } = await full(at);
    const { overrides, plan, bulletins } = at.house.services;
    const rest = [await approved(at, a), await approved(at, a)].map(({ id }) => id);
    const air = { ...USUAL_RULES, filler: true, playlist: rest };
    const asked = overrides.ask(a.author, { wish: { ...wish, air }, reason: REASON });
    overrides.decide(a.approver, { overrideId: asked.id, confirmed: true, remark: null });
    const soon = () => plan.list(a.author, { hours: 24 }).occurrences.map((one) => one.hindrance);
    expect(soon()).toEqual([null, null, null, null]);
    bulletins.edit(a.author, { bulletinId: rest[1] ?? '', text: 'Lời khác hẳn cho bản tin này.' });
    const again = overrides.ask.bind(null, a.author, { wish: { ...wish, air }, reason: REASON });
    expect(again).toThrow();
    expect(soon().slice(0, 3)).toEqual([null, null, null]);
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

import { describe, expect, test } from 'vitest';
import { USUAL_RULES } from '../../src/domain/calendar/calendar-model.ts';
import {
  actions,
  airings,
  approved,
  hashOf,
  liveCommune,
  pass,
  scheduled,
  sentAiring,
  written,
} from './steps.ts';
import { NOON, until, world } from './world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('years of schedules', () => {
  test('cost a beat nothing but their own rows, and soon not even those', async () => {
    const at = world();
    const place = await liveCommune(at);
    const bulletin = await approved(at, place);
    const { store } = at.deps;
    await at.house.beat(); // what is looked at once an hour has been
    const rows = { tenantId: place.id, bulletinId: bulletin.id, areaIds: place.villages };
    store.transaction(() => {
      for (let n = 0; n < 5_000; n += 1)
        store.schedules.insert({
          ...{
            ...rows,
            id: `cu-${n}`,
            createdBy: 'x',
            createdAtMs: 0,
            sinceMs: 0,
            endedAtMs: null,
          },
          ...{ air: USUAL_RULES, version: 1 },
          rule: { kind: 'once', atMs: NOON - (n + 24) * HOUR },
        });
    });
    let fetched = 0;
    for (const room of [store.bulletins, store.clips]) {
      const { get } = room;
      room.get = ((id: string) => {
        fetched += 1;
        return get(id);
      }) as never;
    }
    for (let n = 0; n < 10; n += 1) await pass(at, 10_000);
    expect(fetched).toBe(0);
    expect(store.schedules.active()).toEqual([]);
  }, 30_000);

  test('end with their one airing, and not while it can still be stopped', async () => {
    const at = world();
    const place = await liveCommune(at);
    const bulletin = await approved(at, place);
    const rule = { kind: 'once' as const, atMs: NOON + 2 * MINUTE };
    const { id } = scheduled(at, place, { bulletin, rule });
    at.clock.move(MINUTE);
    await sentAiring(at);
    await pass(at, MINUTE + 5_000);
    expect(at.deps.store.schedules.get(id)?.endedAtMs).toBeNull();
    await pass(at, 10 * MINUTE);
    await pass(at, 10_000);
    expect(at.deps.store.schedules.get(id)?.endedAtMs).not.toBeNull();
  });
});

describe('an occurrence that something hinders', () => {
  test('leaves a closed airing that tells every speaker why', async () => {
    const at = world();
    const place = await liveCommune(at);
    const bulletin = await written(at, place);
    scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: NOON + MINUTE } });
    await pass(at, 30_000);
    expect(airings(at)).toEqual([]);
    await pass(at, 40_000);
    const [airing] = airings(at);
    expect(airing).toMatchObject({ state: 'closed', orderBytes: null });
    const airingId = airing?.id ?? '';
    const { speakers } = at.house.services.airings.get(place.author, { airingId });
    expect(speakers).toHaveLength(2);
    for (const { verdict, sentence } of speakers) {
      expect(verdict).toMatchObject({ kind: 'skipped-by-rule', reason: 'not-approved' });
      expect(sentence.vi).toContain('chưa được duyệt khi đến giờ phát');
    }
    await pass(at, HOUR);
    expect(airings(at)).toHaveLength(1);
    expect(actions(at).filter((action) => action === 'service.airing-hindered')).toHaveLength(1);
    expect(at.wire.said.filter(({ topic }) => topic.includes('/area/'))).toEqual([]);
  });

  test('for want of sound leaves a line of the audit, once', async () => {
    const at = world();
    const place = await liveCommune(at);
    const bulletin = await approved(at, place);
    await at.house.beat();
    scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: NOON + 2 * MINUTE } });
    at.deps.store.approvals.of = () => [];
    const held = at.studio.hold();
    at.house.services.bulletins.edit(place.author, { bulletinId: bulletin.id, text: 'Lời mới.' });
    await pass(at, 3 * MINUTE);
    await pass(at, MINUTE);
    expect(airings(at)).toEqual([]);
    expect(actions(at).filter((action) => action === 'service.airing-hindered')).toHaveLength(1);
    held.letGo();
  });

  test('is told once to whoever waits for it, with its reason', async () => {
    const at = world();
    const place = await liveCommune(at);
    const bulletin = await written(at, place);
    const atMs = NOON + MINUTE;
    scheduled(at, place, { bulletin, rule: { kind: 'once', atMs } });
    for (let n = 0; n < 4; n += 1) await pass(at, 40_000);
    const told = at.happened.filter(({ kind }) => kind === 'airing-hindered');
    expect(told).toEqual([
      {
        kind: 'airing-hindered',
        tenantId: place.id,
        bulletinId: bulletin.id,
        title: bulletin.title,
        authorId: place.author.accountId,
        hindrance: 'not-approved',
        playAtMs: atMs,
      },
    ]);
  });

  test('for want of sound is told as well, though no speaker has a verdict of it', async () => {
    const at = world();
    const place = await liveCommune(at);
    const bulletin = await written(at, place);
    scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: NOON + 2 * MINUTE } });
    const held = at.studio.hold();
    at.house.services.bulletins.edit(place.author, { bulletinId: bulletin.id, text: 'Lời mới.' });
    for (let n = 0; n < 4; n += 1) await pass(at, MINUTE);
    const told = at.happened.filter(({ kind }) => kind === 'airing-hindered');
    expect(told).toMatchObject([{ bulletinId: bulletin.id, hindrance: 'no-clip' }]);
    held.letGo();
  });
});

describe('“now” that is approved at night', () => {
  /** Closed at 20:00; approved some minutes later. */
  async function approvedLate(of: { expiresAtMs?: number } = {}) {
    const at = world();
    const place = await liveCommune(at);
    const { bulletins, plan } = at.house.services;
    const bulletin = await written(at, place, of);
    await pass(at, 7 * HOUR + 59 * MINUTE);
    const { id } = scheduled(at, place, { bulletin, rule: { kind: 'now' } });
    expect(plan.list(place.operator, { hours: 72 }).occurrences).toMatchObject([
      { hindrance: 'not-approved', airing: null },
    ]);
    at.clock.move(5 * MINUTE);
    const bulletinId = bulletin.id;
    bulletins.submit(place.author, { bulletinId });
    const foreseen = bulletins.get(place.approver, { bulletinId }).outlook;
    bulletins.approve(place.approver, { bulletinId, contentHash: hashOf(at, bulletin) });
    return { at, place, bulletin, scheduleId: id, foreseen };
  }
  const MORNING = NOON + 17 * HOUR;

  test('airs in the morning, as its approver was told before', async () => {
    const { at, place, bulletin, scheduleId, foreseen } = await approvedLate();
    const next = { scheduleId, nextAtMs: MORNING, hindrance: null, hushed: [] };
    expect(foreseen).toEqual([next]);
    const { bulletins, plan } = at.house.services;
    expect(bulletins.get(place.author, { bulletinId: bulletin.id }).outlook).toEqual([next]);
    expect(plan.list(place.operator, { hours: 72 }).occurrences).toMatchObject([
      { hindrance: null, playAtMs: MORNING },
    ]);
    expect(at.happened.at(-1)).toMatchObject({ kind: 'bulletin-approved', airsAtMs: MORNING });
    const [audit] = at.deps.store.audit
      .list({ tenantIds: null, beforeId: null, limit: 500 })
      .filter(({ action }) => action === 'service.airing-postponed');
    expect(audit).toMatchObject({ subject: `schedule:${scheduleId}`, tenantId: place.id });
    at.clock.move(MORNING - at.clock.planMs() - 30_000);
    await sentAiring(at);
    expect(airings(at)).toMatchObject([{ playAtMs: MORNING, state: 'sent' }]);
  });

  test('and has nothing to say in the morning has its verdict, and is told', async () => {
    const { at, foreseen } = await approvedLate({ expiresAtMs: MORNING - HOUR });
    expect(foreseen).toMatchObject([{ hindrance: 'out-of-hours' }]);
    await pass(at, MINUTE);
    await until(() => airings(at).length === 1, 'the verdict');
    const [airing] = airings(at);
    for (const { verdict } of at.deps.store.airings.speakers(airing?.id ?? ''))
      expect(verdict).toMatchObject({ kind: 'skipped-by-rule', reason: 'out-of-hours' });
    expect(at.happened.at(-1)).toMatchObject({
      kind: 'airing-hindered',
      hindrance: 'out-of-hours',
    });
  });
});

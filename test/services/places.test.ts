import { describe, expect, test } from 'vitest';
import { topics } from '../../devices/protocol/index.ts';
import { verifySecret } from '../../src/services/people/secret-hash.ts';
import { actions, liveCommune } from './steps.ts';
import { ALL_DAY, box, commune, ordersOn, setUp, until, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe('areas', () => {
  test('a new commune starts with the first hours and is its own tenant', async () => {
    const at = world();
    const admin = await setUp(at);
    const a = commune(at, admin, 'xa-a');
    const { areas } = at.house.services;
    expect(at.deps.store.areas.get(a.id)?.tenantId).toBe(a.id);
    expect(at.deps.store.areas.get(a.villages[0] ?? '')?.tenantId).toBe(a.id);
    expect(areas.regulation(a.author, { areaId: a.id }).hours).toEqual(ALL_DAY);
  });

  test('a commune sees itself and the province above by name, never its neighbour', async () => {
    const at = world();
    const admin = await setUp(at);
    const a = commune(at, admin, 'xa-a');
    commune(at, admin, 'xa-b');
    const codes = at.house.services.areas.list(a.author).map(({ code }) => code);
    expect(codes.sort()).toEqual(['muong-thu', 'xa-a', 'xa-a-ban-1', 'xa-a-ban-2']);
  });

  test.each([
    [{ kind: 'village' as const }, 'wrong-place'],
    [{ code: 'xa-a' }, 'taken'],
    [{ code: 'Xã A' }, 'bad-code'],
    [{ name: '' }, 'empty-field'],
    [{ parentId: 'nowhere' }, 'missing'],
  ])('refuses %j as %s', async (change, wanted) => {
    const at = world();
    const admin = await setUp(at);
    commune(at, admin, 'xa-a');
    const parentId = at.deps.store.areas.byCode('muong-thu')?.id ?? '';
    const input = { code: 'xa-c', kind: 'commune' as const, name: 'Xã C', parentId, ...change };
    expect(() => at.house.services.areas.create(admin, input)).toThrow(code(wanted));
  });

  test('new hours reach every speaker of the commune as a signed policy', async () => {
    const at = world();
    const a = await liveCommune(at);
    const admin = (
      await at.house.services.session.signIn({
        name: 'quan-tri',
        password: 'một câu dễ nhớ',
        address: '192.0.2.1',
      })
    ).actor;
    at.wire.said.length = 0;
    const hours = { utcOffsetMin: 420, windows: [] };
    const set = at.house.services.areas.setRegulation(admin, { areaId: a.id, hours });
    expect(set.counter).toBe(2);
    for (const { siteId } of a.boxes) {
      await until(() => at.wire.to(topics.speakerOrder(siteId)).length === 1, 'the policy');
      expect(ordersOn(at, topics.speakerOrder(siteId))).toMatchObject([{ kind: 'policy', hours }]);
    }
  });

  test.each([[{ fromMinute: 600, toMinute: 600 }, 'empty-window']])(
    'hours %j are refused as %s',
    async (window, wanted) => {
      const at = world();
      const admin = await setUp(at);
      const a = commune(at, admin, 'xa-a');
      const hours = { utcOffsetMin: 420, windows: [{ days: [1], ...window }] };
      const { areas } = at.house.services;
      expect(() => areas.setRegulation(admin, { areaId: a.id, hours })).toThrow(code(wanted));
      const areaId = a.villages[0] ?? '';
      expect(() => areas.setRegulation(admin, { areaId, hours: ALL_DAY })).toThrow(
        code('not-a-tenant'),
      );
      expect(() => areas.setRegulation(a.author, { areaId: a.id, hours: ALL_DAY })).toThrow(
        code('not-your-role'),
      );
    },
  );
});

describe('sites and units', () => {
  test('an enrolment shows a secret once; the row keeps Mosquitto’s hash of it', async () => {
    const at = world();
    const admin = await setUp(at);
    const a = commune(at, admin, 'xa-a');
    const { sites } = at.house.services;
    const areaId = a.villages[0] ?? '';
    sites.create(a.technician, { id: 'loa-1', areaId, name: 'Nhà văn hóa' });
    const { enrolment } = sites.installUnit(a.technician, { siteId: 'loa-1' });
    expect(enrolment).toMatchObject({
      speakerId: 'loa-1',
      username: 'loa-1',
      brokerUrl: 'mqtt://vangxa.test:1883',
      keys: [{ keyId: at.deps.signer.keyId }],
    });
    const unit = at.deps.store.units.get(enrolment.unitId);
    expect(unit?.secretHash).toMatch(/^\$7\$101\$/);
    expect(verifySecret(enrolment.password, unit?.secretHash ?? '')).toBe(true);
    expect(
      JSON.stringify(at.deps.store.audit.list({ tenantIds: null, beforeId: null, limit: 99 })),
    ).not.toContain(enrolment.password);
  });

  test('a new box takes the place of the old, which is put out at once', async () => {
    const at = world();
    const a = await liveCommune(at);
    const [first] = a.boxes;
    const again = box(at, { siteId: 'loa-1', areaId: a.villages[0] ?? '', by: a.technician });
    expect(at.deps.store.units.at('loa-1')?.id).toBe(again.unitId);
    expect(at.deps.store.units.get(first?.unitId ?? '')?.removedAtMs).not.toBeNull();
    expect(at.expelled).toContain('loa-1');
    const [seen] = at.house.services.speakers.list(a.author);
    expect(seen).toMatchObject({ unitId: again.unitId, online: false });
  });

  test('a removed unit may not come in, and removing it twice is one removal', async () => {
    const at = world();
    const a = await liveCommune(at);
    const unitId = a.boxes[0]?.unitId ?? '';
    at.house.services.sites.removeUnit(a.technician, { unitId });
    at.house.services.sites.removeUnit(a.technician, { unitId });
    expect(at.house.access.of('loa-1')).toBeNull();
    expect(actions(at).filter((action) => action === 'unit.remove')).toHaveLength(1);
  });

  test('what a speaker may touch at the broker is its chain and its tenants', async () => {
    const at = world();
    await liveCommune(at);
    expect(at.house.access.of('loa-1')).toMatchObject({
      areas: ['muong-thu', 'xa-a', 'xa-a-ban-1'],
      tenants: expect.arrayContaining(['muong-thu', 'xa-a']),
    });
    expect(at.house.access.all().map(({ siteId }) => siteId)).toEqual(['loa-1', 'loa-2']);
  });

  test.each([
    [{ id: 'vangxa-service' }, 'taken'],
    [{ id: 'loa-1' }, 'taken'],
    [{ id: 'Loa 1' }, 'bad-code'],
    [{ id: 'new' }, 'code-of-a-page'],
    [{ id: 'map' }, 'code-of-a-page'],
    [{ id: 'incidents' }, 'code-of-a-page'],
    [{ id: 'spares' }, 'code-of-a-page'],
    [{ startOffsetMs: 2_001 }, 'bad-offset'],
    [{ areaId: 'nowhere' }, 'missing'],
  ])('a site %j is refused as %s', async (change, wanted) => {
    const at = world();
    const a = await liveCommune(at);
    const input = { id: 'loa-9', areaId: a.villages[0] ?? '', name: 'Loa', ...change };
    expect(() => at.house.services.sites.create(a.technician, input)).toThrow(code(wanted));
  });

  test('another commune’s technician knows neither site nor unit', async () => {
    const at = world();
    const a = await liveCommune(at);
    const admin = at.deps.store.accounts.byName('quan-tri');
    const actor = {
      accountId: admin?.id ?? '',
      name: 'quan-tri',
      grants: at.deps.store.accounts.grants(admin?.id ?? ''),
    };
    const b = commune(at, actor, 'xa-b');
    const { sites, speakers } = at.house.services;
    expect(sites.list(b.technician)).toEqual([]);
    expect(speakers.list(b.technician)).toEqual([]);
    expect(() => sites.installUnit(b.technician, { siteId: 'loa-1' })).toThrow(code('missing'));
    const unitId = a.boxes[0]?.unitId ?? '';
    expect(() => sites.removeUnit(b.technician, { unitId })).toThrow(code('missing'));
    expect(() => sites.removeUnit(b.technician, { unitId: 'none' })).toThrow(code('missing'));
  });

  test.each([0, 480])(
    'hours of another time zone (%i minutes) are refused',
    async (utcOffsetMin) => {
      const at = world();
      const admin = await setUp(at);
      const a = commune(at, admin, 'xa-a');
      const hours = { ...ALL_DAY, utcOffsetMin };
      const set = () => at.house.services.areas.setRegulation(admin, { areaId: a.id, hours });
      expect(set).toThrow(code('not-vietnams-time'));
      expect(at.deps.store.regulations.get(a.id)?.hours).toEqual(ALL_DAY);
    },
  );
});

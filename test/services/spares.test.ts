import { describe, expect, test } from 'vitest';
import { topics } from '../../devices/protocol/index.ts';
import { parseLabel } from '../../src/domain/poles/unit-label.ts';
import { spareBox, speaker } from './poles.ts';
import { actions, liveCommune } from './steps.ts';
import { type Commune, commune, ordersOn, setUp, until, type World, world } from './world.ts';

async function stocked(at: World) {
  const place = await liveCommune(at);
  const { spares } = at.house.services;
  const [made] = spares.create(place.technician, { tenantId: place.id, count: 1 });
  if (!made) throw new Error('a spare');
  return { ...place, made, spare: spareBox(at, made) };
}
const installs = (at: World, spareId: string) =>
  ordersOn(at, topics.speakerOrder(spareId)).filter(({ kind }) => kind === 'install');
const stateOf = (at: World, by: Commune) => at.house.services.spares.list(by.technician)[0]?.state;

describe('spares', () => {
  test('are made with a label and a secret, both shown once and kept as hashes', async () => {
    const at = world();
    const { made, id, technician } = await stocked(at);
    const label = parseLabel(made.label);
    expect(label?.spareId).toBe(made.spare.id);
    expect(made.enrolment).toMatchObject({ speakerId: made.spare.id, username: made.spare.id });
    const rows = JSON.stringify([
      at.deps.store.spares.get(made.spare.id),
      at.deps.store.audit.list({ tenantIds: null, beforeId: null, limit: 50 }),
      at.house.services.spares.list(technician),
    ]);
    expect(rows).not.toContain(made.enrolment.password);
    expect(rows).not.toContain(label?.code);
    expect(actions(at)).toContain('spare.create');
    expect(made.spare).toMatchObject({ tenantId: id, state: 'never-seen', online: false });
  });

  test('say hello in the store room and are no speaker of any site', async () => {
    const at = world();
    const { made, spare, ...place } = await stocked(at);
    await spare.hello();
    expect(stateOf(at, place)).toBe('ready');
    expect(at.house.services.spares.list(place.technician)[0]?.online).toBe(true);
    expect(at.deps.store.statuses.get(made.spare.id)).toBeNull();
    await spare.hello({ online: false });
    expect(at.house.services.spares.list(place.technician)[0]?.online).toBe(false);
    expect(actions(at).filter((action) => action.startsWith('incident'))).toEqual([]);
    await spare.hello();
    at.house.listen(() => undefined);
    expect(at.house.services.spares.list(place.technician)[0]?.online).toBe(false);
  });

  test.each([
    ['of another unit', { unitId: 'somebody-else' }, false],
    ['with no key', { publicKey: 'AAAA' }, false],
    ['that a broker kept', {}, true],
  ] as const)('a hello %s is none', async (_, of, retained) => {
    const at = world();
    const { spare, ...place } = await stocked(at);
    await spare.hello(of, retained);
    expect(stateOf(at, place)).toBe('never-seen');
  });

  test('a second key for the same box is not believed', async () => {
    const at = world();
    const { made, spare } = await stocked(at);
    await spare.hello();
    const { publicKey } = at.deps.store.spares.get(made.spare.id) ?? {};
    await spareBox(at, made).hello();
    expect(at.deps.store.spares.get(made.spare.id)?.publicKey).toBe(publicKey);
    expect(at.log.lines.some(({ line }) => line === 'incident')).toBe(true);
  });

  test('may be let in, and may neither hear a commune nor be withdrawn unseen', async () => {
    const at = world();
    const { made, technician } = await stocked(at);
    const { access, services } = at.house;
    expect(access.of(made.spare.id)).toMatchObject({ areas: [], tenants: [], isSpare: true });
    expect(access.all().map(({ siteId }) => siteId)).toContain(made.spare.id);
    const gone = services.spares.withdraw(technician, { spareId: made.spare.id });
    expect(gone.state).toBe('withdrawn');
    expect(access.of(made.spare.id)).toBeNull();
    expect(access.all().map(({ siteId }) => siteId)).not.toContain(made.spare.id);
    expect(at.expelled).toContain(made.spare.id);
    expect(services.spares.withdraw(technician, { spareId: made.spare.id }).state).toBe(
      'withdrawn',
    );
    expect(access.of('vangxa-spare-00000000')).toBeNull();
  });

  test('are a hundred unused ones of a commune at most, of who keeps its poles', async () => {
    const at = world();
    const { technician, author, id } = await stocked(at);
    const { spares } = at.house.services;
    for (let n = 0; n < 4; n += 1) spares.create(technician, { tenantId: id, count: 20 });
    expect(() => spares.create(technician, { tenantId: id, count: 20 })).toThrow('limit-reached');
    expect(() => spares.create(author, { tenantId: id, count: 1 })).toThrow('not-your-role');
    expect(() => spares.create(technician, { tenantId: 'nowhere', count: 1 })).toThrow('missing');
    expect(spares.list(author)).toEqual([]);
  });

  test('are printed on labels only while their codes are known', async () => {
    const at = world();
    const { made, technician, author } = await stocked(at);
    const { spares } = at.house.services;
    await spares.labels(technician, { labels: [made.label] });
    expect(at.papers.asked.at(-1)).toMatchObject({
      ...{ kind: 'unit-labels', labels: [{ payload: made.label, communeName: 'Xã xa-a' }] },
    });
    const other = `${made.label.slice(0, -1)}${made.label.endsWith('0') ? '1' : '0'}`;
    expect(() => spares.labels(technician, { labels: [other] })).toThrow('label-unknown');
    expect(() => spares.labels(author, { labels: [made.label] })).toThrow('label-unknown');
    expect(() => spares.labels(technician, { labels: ['x'] })).toThrow('not-a-label');
  });
});

describe('a swap', () => {
  const swap = (at: World, by: Commune, label: string, siteId = 'loa-1') =>
    at.house.services.spares.swap(by.technician, { siteId, label });

  test('puts the old box out, and tells the spare until it has said hello as the site', async () => {
    const at = world();
    const { made, spare, ...place } = await stocked(at);
    await spare.hello();
    const oldUnitId = speaker(at, place).unitId;
    const done = swap(at, place, made.label);
    expect(done).toMatchObject({ siteId: 'loa-1', oldUnitId, state: 'waiting' });
    expect(at.expelled).toContain('loa-1');
    const { id: spareId } = made.spare;
    await until(() => installs(at, spareId).length === 1, 'the order');
    expect(installs(at, spareId)[0]).toMatchObject({
      ...{ spareId, enrolment: { speakerId: 'loa-1', unitId: done.unitId, username: 'loa-1' } },
    });
    expect(stateOf(at, place)).toBe('waiting');
    await spare.hello();
    await until(() => installs(at, spareId).length === 2, 'the order again');
    expect(installs(at, spareId)[1]).toEqual(installs(at, spareId)[0]);

    await spare.helloAs('loa-1', done.unitId);
    expect(stateOf(at, place)).toBe('installed');
    const detail = at.house.services.speakers.get(place.operator, { siteId: 'loa-1' });
    expect(detail.swap?.state).toBe('done');
    expect(detail.units.map(({ id }) => id)).toEqual([done.unitId, oldUnitId]);
    expect(detail.speaker.link.state).toBe('online');
    expect(at.expelled).toContain(spareId);
    expect(at.house.access.of(spareId)).toBeNull();
    expect(actions(at)).toEqual(expect.arrayContaining(['unit.swap', 'service.unit-swapped']));
    // the box is the same box: nobody else can speak for it
    expect(at.deps.store.units.at('loa-1')?.publicKey).toBe(
      at.deps.store.spares.get(spareId)?.publicKey,
    );
    expect(at.deps.store.swaps.ofSpare(spareId)?.orderBytes).toBeNull();
    await spare.hello();
    await at.house.beat();
    expect(installs(at, spareId)).toHaveLength(2);
  });

  test('pressed twice is one swap; used for another pole it is refused', async () => {
    const at = world();
    const { made, spare, ...place } = await stocked(at);
    await spare.hello();
    const first = swap(at, place, made.label);
    expect(swap(at, place, made.label.toUpperCase())).toEqual(first);
    expect(at.deps.store.units.ofSite('loa-1')).toHaveLength(2);
    expect(() => swap(at, place, made.label, 'loa-2')).toThrow('label-used');
    await spare.helloAs('loa-1', first.unitId);
    expect(() => swap(at, place, made.label)).toThrow('label-used');
    const { spares } = at.house.services;
    const wish = { spareId: made.spare.id };
    expect(() => spares.withdraw(place.technician, wish)).toThrow('spare-in-use');
  });

  test('that another one overtakes leaves its spare good for nothing', async () => {
    const at = world();
    const { made, spare, ...place } = await stocked(at);
    const { spares } = at.house.services;
    const [second] = spares.create(place.technician, { tenantId: place.id, count: 1 });
    if (!second) throw new Error('a second');
    await spare.hello();
    await spareBox(at, second).hello();
    swap(at, place, made.label);
    swap(at, place, second.label);
    const states = spares.list(place.technician).map(({ id, state }) => [id, state]);
    expect(Object.fromEntries(states)).toEqual({
      ...{ [made.spare.id]: 'withdrawn', [second.spare.id]: 'waiting' },
    });
    at.house.services.sites.removeUnit(place.technician, {
      unitId: speaker(at, place).unitId ?? '',
    });
    expect(spares.list(place.technician).map(({ state }) => state)).toEqual([
      'withdrawn',
      'withdrawn',
    ]);
  });

  test('at a pole that never had a box is its first', async () => {
    const at = world();
    const { made, spare, villages, technician, ...place } = await stocked(at);
    await spare.hello();
    const { sites } = at.house.services;
    sites.create(technician, { id: 'loa-3', areaId: villages[0] ?? '', name: 'Ba' });
    const done = swap(at, { ...place, villages, technician }, made.label, 'loa-3');
    expect(done.oldUnitId).toBeNull();
  });

  test.each([
    ['not a label', 'https://example.vn', 'not-a-label'],
    ['no label of ours', 'vangxa:unit:vangxa-spare-00000000:000000000000', 'label-unknown'],
  ])('is refused: %s', async (_, label, code) => {
    const at = world();
    const place = await stocked(at);
    expect(() => swap(at, place, label)).toThrow(code);
  });

  test('is refused for a box that was never seen, or was withdrawn', async () => {
    const at = world();
    const { made, spare, ...place } = await stocked(at);
    expect(() => swap(at, place, made.label)).toThrow('spare-never-seen');
    await spare.hello();
    at.house.services.spares.withdraw(place.technician, { spareId: made.spare.id });
    expect(() => swap(at, place, made.label)).toThrow('label-withdrawn');
  });

  test('is refused with another commune’s box, and at another commune’s pole', async () => {
    const at = world();
    const admin = await setUp(at);
    const a = commune(at, admin, 'xa-a');
    const b = commune(at, admin, 'xa-b');
    const { sites, spares } = at.house.services;
    sites.create(a.technician, { id: 'loa-1', areaId: a.villages[0] ?? '', name: 'Loa' });
    const [made] = spares.create(b.technician, { tenantId: b.id, count: 1 });
    if (!made) throw new Error('a spare');
    await spareBox(at, made).hello();
    expect(() => swap(at, a, made.label)).toThrow('label-of-another-commune');
    expect(() => swap(at, b, made.label)).toThrow('missing');
    // who keeps both may lend one to the other
    expect(spares.swap(admin, { siteId: 'loa-1', label: made.label }).state).toBe('waiting');
    sites.create(b.technician, { id: 'loa-2', areaId: b.villages[0] ?? '', name: 'Loa' });
    const again = () => spares.swap(b.technician, { siteId: 'loa-2', label: made.label });
    // and b is not told at which pole of a it hangs
    expect(again).toThrow('label-used: This label was used already.');
  });
});

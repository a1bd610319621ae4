import { describe, expect, test } from 'vitest';
import { topics } from '../../devices/protocol/index.ts';
import { enCodes } from '../../src/web/words/en-codes.ts';
import { viCodes } from '../../src/web/words/vi-codes.ts';
import { MINUTE } from './poles.ts';
import { actions, airings, approved, liveCommune, pass, scheduled, sentAiring } from './steps.ts';
import { commune, NOON, ordersOn, person, setUp, until, type World, world } from './world.ts';

const HOUR = 60 * MINUTE;
const onCommune = (at: World) => ordersOn(at, topics.areaOrder('xa-a'));
const stopsIn = (orders: Record<string, unknown>[]) => orders.filter(({ kind }) => kind === 'stop');

async function sounding(at: World) {
  const place = await liveCommune(at);
  const bulletin = await approved(at, place);
  scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: NOON + 2 * MINUTE } });
  at.clock.move(MINUTE);
  const streamId = await sentAiring(at);
  return { ...place, bulletin, streamId };
}

describe('a stop', () => {
  test('is one signed order to all of the commune, and a cancel of what it ends', async () => {
    const at = world();
    const { approver, id, streamId } = await sounding(at);
    const said = at.house.services.stops.stop(approver, { areaId: id, reason: 'nhầm bài' });
    expect(said).toMatchObject({ airings: 1, speakers: 2, airingIds: [streamId] });
    expect(said.broker).toBe('connected');
    await until(() => stopsIn(onCommune(at)).length === 1, 'the stop');
    expect(stopsIn(onCommune(at))).toMatchObject([
      { kind: 'stop', tenant: 'xa-a', areas: ['xa-a'], reason: 'nhầm bài' },
    ]);
    await until(() => ordersOn(at, topics.areaOrder('xa-a-ban-1')).length >= 2, 'the cancel');
    expect(ordersOn(at, topics.areaOrder('xa-a-ban-1')).at(-1)).toMatchObject({
      ...{ kind: 'cancel', streamId },
    });
    expect(airings(at)[0]?.state).toBe('cancelled');
    expect(actions(at)).toContain('airing.stop');
    const byName = 'Cán bộ xa-a-duyet';
    expect(at.happened).toContainEqual({ kind: 'stopped', tenantId: id, byName, airings: 1 });
  });

  test('leaves what is planned for later, and never frees what it ended to be made again', async () => {
    const at = world();
    const { approver, id, bulletin, ...place } = await sounding(at);
    const rule = { kind: 'once', atMs: NOON + 3 * HOUR } as const;
    scheduled(at, { approver, id, ...place }, { bulletin, rule });
    at.house.services.stops.stop(approver, { areaId: id });
    await pass(at, 20_000);
    await pass(at, 20_000);
    expect(airings(at).map(({ state }) => state)).toEqual(['cancelled']);
    at.clock.move(3 * HOUR - 3 * MINUTE);
    await sentAiring(at);
  });

  test('ends what was approved in this very moment, before anything was made of it', async () => {
    const at = world();
    const place = await liveCommune(at);
    const bulletin = await approved(at, place);
    const { id: scheduleId } = scheduled(at, place, { bulletin, rule: { kind: 'now' } });
    expect(airings(at)).toEqual([]);
    const said = at.house.services.stops.stop(place.operator, { areaId: place.id });
    expect(said).toMatchObject({ airings: 1, airingIds: [] });
    expect(at.deps.store.schedules.get(scheduleId)?.endedAtMs).toBe(NOON);
    await pass(at, 20_000);
    expect(airings(at)).toEqual([]);
    at.clock.move(MINUTE);
    scheduled(at, place, { bulletin, rule: { kind: 'now' } });
    await sentAiring(at);
  });

  test('is kept by a weekly schedule for ten minutes, and only in that commune', async () => {
    const at = world();
    const place = await liveCommune(at);
    const bulletin = await approved(at, place);
    const cron = { kind: 'cron', pattern: '5,30 12 * * *', fromMs: NOON, untilMs: null } as const;
    const { id } = scheduled(at, place, { bulletin, rule: cron });
    at.clock.move(1_000);
    at.house.services.stops.stop(place.operator, { areaId: place.id });
    expect(at.deps.store.schedules.get(id)?.endedAtMs).toBeNull();
    for (let n = 0; n < 5; n += 1) {
      at.clock.move(MINUTE);
      await pass(at, 1_000);
    }
    expect(airings(at).map(({ state }) => state)).toEqual(['cancelled']);
    at.clock.move(24 * MINUTE);
    await sentAiring(at);
  });

  test('when nothing is known to sound is sent all the same', async () => {
    const at = world();
    const { operator, id } = await liveCommune(at);
    expect(at.house.services.stops.stop(operator, { areaId: id })).toMatchObject({
      ...{ airings: 0, speakers: 2, airingIds: [] },
    });
    await until(() => stopsIn(onCommune(at)).length === 1, 'the stop');
  });

  test('says so when the broker is away, and goes out when it is back', async () => {
    const at = world();
    const { operator, id } = await liveCommune(at);
    at.wire.cut();
    const said = at.house.services.stops.stop(operator, { areaId: id });
    expect(said.broker).toBe('waiting');
    expect(said.sentence.vi).toContain('CHƯA gửi được');
    at.wire.mend();
    await until(() => stopsIn(onCommune(at)).length === 1, 'the stop');
  });

  test('overtakes what waits for slow acknowledgements', async () => {
    const at = world();
    const { operator, id } = await liveCommune(at);
    const publish = at.wire.publish;
    const held: (() => void)[] = [];
    at.wire.publish = async (topic, ...rest) => {
      if (topic.includes('/speaker/')) await new Promise<void>((go) => held.push(go));
      return publish(topic, ...rest);
    };
    const { sites } = at.deps.store;
    at.clock.move(MINUTE);
    for (let n = 0; n < 20; n += 1)
      sites.insert({
        ...{ id: `x-${n}`, areaId: id, tenantId: id, name: 'x', zone: 'ordinary' },
        startOffsetMs: 0,
      });
    const admin = person(at, 'ky-thuat', ['technician', id]);
    for (let n = 0; n < 20; n += 1) {
      const { enrolment } = at.house.services.sites.installUnit(admin, { siteId: `x-${n}` });
      at.house.services.commands.ask(admin, { siteId: `x-${n}`, command: 'identify' });
      expect(enrolment.speakerId).toBe(`x-${n}`);
    }
    await until(() => held.length >= 16, 'a full outbox');
    for (const go of held.splice(0, 16)) go();
    at.house.services.stops.stop(operator, { areaId: id });
    await until(() => stopsIn(onCommune(at)).length === 1, 'the stop');
    for (const go of held) go();
    at.wire.publish = publish;
  });
});

describe('a speaker that was away', () => {
  test('is told of a stop at its hello, within the life of the order, byte for byte', async () => {
    const at = world();
    const { operator, id, boxes } = await liveCommune(at);
    at.house.services.stops.stop(operator, { areaId: id });
    await until(() => stopsIn(onCommune(at)).length === 1, 'the stop');
    at.clock.move(5 * MINUTE);
    const toFirst = () => stopsIn(ordersOn(at, topics.speakerOrder('loa-1')));
    await boxes[0]?.hello();
    await until(() => toFirst().length === 1, 'the stop again');
    expect(toFirst()[0]).toEqual(stopsIn(onCommune(at))[0]);
    at.clock.move(20 * MINUTE);
    await boxes[0]?.hello({ freeBytes: 2e9 });
    await at.house.beat();
    expect(toFirst()).toHaveLength(1);
  });

  test('of another commune is not', async () => {
    const at = world();
    const { operator, id, boxes } = await liveCommune(at);
    const parentId = at.deps.store.areas.byCode('muong-thu')?.id ?? '';
    const other = { id: 'xa-b', code: 'xa-b', kind: 'commune', name: 'Xã B' } as const;
    at.deps.store.areas.insert({ ...other, parentId, tenantId: 'xa-b', population: null });
    at.deps.store.stops.insert({
      ...{ id: 's', tenantId: 'xa-b', atMs: 0, expiresAtMs: NOON + HOUR },
      orderBytes: new Uint8Array([1]),
    });
    at.house.services.stops.stop(operator, { areaId: id });
    at.wire.said.length = 0;
    await boxes[0]?.hello();
    await until(() => at.wire.to(topics.speakerOrder('loa-1')).length >= 2, 'both');
    expect(at.wire.to(topics.speakerOrder('loa-1'))).toHaveLength(2);
  });

  test('a service killed before it was sent sends it when it is back', async () => {
    const at = world();
    const { operator, id } = await liveCommune(at);
    at.wire.cut();
    at.house.services.stops.stop(operator, { areaId: id });
    const again = at.restart();
    again.house.start();
    await until(() => stopsIn(onCommune(again)).length === 1, 'the stop');
  });
});

describe('who may not', () => {
  test('stop the province’s airing from a commune, nor another commune’s', async () => {
    const at = world();
    const admin = await setUp(at);
    const a = commune(at, admin, 'xa-a');
    const b = commune(at, admin, 'xa-b');
    const province = at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '';
    const { stops } = at.house.services;
    expect(() => stops.stop(a.operator, { areaId: b.id })).toThrow('missing');
    expect(() => stops.stop(a.operator, { areaId: province })).toThrow('missing');
    expect(() => stops.stop(a.technician, { areaId: a.id })).toThrow('not-your-role');
    expect(() => stops.stop(a.operator, { areaId: a.villages[0] ?? '' })).toThrow('not-a-commune');
    const above = person(at, 'tinh', ['operator', province]);
    expect(stops.stop(above, { areaId: province }).speakers).toBe(0);
  });

  test('a commune’s stop leaves what the province airs in it', async () => {
    const at = world();
    const { operator, id, boxes } = await liveCommune(at);
    const province = at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '';
    const above = {
      ...{ id: province, villages: [id], technician: operator },
      author: person(at, 't-soan', ['author', province]),
      approver: person(at, 't-duyet', ['approver', province]),
      operator: person(at, 't-truc', ['operator', province]),
    };
    const bulletin = await approved(at, above);
    scheduled(at, above, { bulletin, rule: { kind: 'once', atMs: NOON + 2 * MINUTE } });
    at.clock.move(MINUTE);
    await sentAiring(at);
    expect(at.house.services.stops.stop(operator, { areaId: id }).airings).toBe(0);
    expect(airings(at).map(({ state }) => state)).toEqual(['sent']);
    expect(boxes).toHaveLength(2);
  });
});

test('a stop without words is kept as a code that has words in both languages', async () => {
  const at = world();
  const { id, approver } = await liveCommune(at);
  at.house.services.stops.stop(approver, { areaId: id });
  const [line] = at.deps.store.audit
    .list({ tenantIds: null, beforeId: null, limit: 500 })
    .filter(({ action }) => action === 'airing.stop');
  const { reason } = JSON.parse(line?.detail ?? '{}') as { reason: string };
  expect([viCodes.offAir[reason], enCodes.offAir[reason]]).toEqual([
    'đã bấm dừng phát',
    'everything was stopped',
  ]);
});

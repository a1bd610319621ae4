import { describe, expect, test } from 'vitest';
import { decodeFrame, topics } from '../../devices/protocol/index.ts';
import { actions, airings, approved, liveCommune, pass, scheduled, sentAiring } from './steps.ts';
import { NOON, ordersOn, until, type World, world } from './world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A bulletin that plays two minutes after noon; the lead is one minute. */
async function planned(at: World) {
  const place = await liveCommune(at);
  const bulletin = await approved(at, place);
  const schedule = scheduled(at, place, {
    bulletin,
    rule: { kind: 'once', atMs: NOON + 2 * MINUTE },
  });
  return { ...place, bulletin, schedule };
}

const streamTopic = (id: string) => topics.stream('xa-a', id);

function chunksSaid(at: World, id: string) {
  return at.wire.to(streamTopic(id)).map(({ payload }) => {
    const found = decodeFrame(id, payload);
    return found.ok ? found.chunk : null;
  });
}

describe('an occurrence', () => {
  test('becomes an airing when its lead begins, and not before', async () => {
    const at = world();
    await planned(at);
    await pass(at, 49_000);
    expect(airings(at)).toEqual([]);
    await pass(at, 12_000);
    expect(airings(at)).toMatchObject([{ playAtMs: NOON + 2 * MINUTE, drill: false }]);
    expect(at.deps.store.airings.speakers(airings(at)[0]?.id ?? '')).toHaveLength(2);
  });

  test('becomes one airing, however often it is asked for and by whom', async () => {
    const at = world();
    await planned(at);
    at.clock.move(MINUTE);
    const again = at.restart();
    await at.house.beat();
    await again.house.beat();
    await pass(at, 5_000);
    expect(airings(at)).toHaveLength(1);
  });

  test('takes its lead in real time on a clock that runs faster', async () => {
    const at = world();
    const place = await liveCommune(at);
    const bulletin = await approved(at, place);
    at.clock.hurry(10);
    scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: NOON + 20 * MINUTE } });
    await pass(at, 49_000);
    expect(airings(at)).toEqual([]);
    await pass(at, 12_000);
    expect(airings(at)).toHaveLength(1);
  });

  test('of a cron pattern airs day after day', async () => {
    const at = world();
    const place = await liveCommune(at);
    const bulletin = await approved(at, place);
    scheduled(at, place, { bulletin, rule: { kind: 'cron', pattern: '5 12 * * *' } });
    await pass(at, 4 * MINUTE + 1_000);
    await pass(at, 24 * HOUR);
    expect(airings(at).map(({ playAtMs }) => playAtMs)).toEqual([
      NOON + 5 * MINUTE,
      NOON + 5 * MINUTE + 24 * HOUR,
    ]);
  });
});

describe('sending', () => {
  test('says the signed manifest to each area, then every chunk once on the stream', async () => {
    const at = world();
    const { bulletin, boxes } = await planned(at);
    at.clock.move(MINUTE);
    const id = await sentAiring(at);
    for (const village of ['xa-a-ban-1', 'xa-a-ban-2'])
      expect(ordersOn(at, topics.areaOrder(village))).toMatchObject([
        {
          kind: 'play',
          streamId: id,
          tenant: 'xa-a',
          to: { areas: ['xa-a-ban-1', 'xa-a-ban-2'], speakers: [] },
          title: bulletin.title,
          playAtMs: NOON + 2 * MINUTE,
          synthetic: { engine: 'hum' },
        },
      ]);
    expect(chunksSaid(at, id)).toMatchObject([
      { seq: 0, startMs: 0, last: false, repair: false },
      { seq: 1, startMs: 8_000, last: false },
      { seq: 2, startMs: 16_000, last: true },
    ]);
    expect(at.wire.to(streamTopic(id)).every(({ qos }) => qos === 0)).toBe(true);
    expect(boxes).toHaveLength(2);
  });

  test('waits while there is no broker, and goes on when there is one', async () => {
    const at = world();
    await planned(at);
    at.wire.cut();
    await pass(at, MINUTE + 1_000);
    expect(airings(at)).toMatchObject([{ state: 'planned' }]);
    expect(at.house.services.health.read().broker).toBe('waiting');
    at.wire.mend();
    const id = await sentAiring(at);
    expect(chunksSaid(at, id)).toHaveLength(3);
  });

  test('broken off in the middle starts over with the very same manifest', async () => {
    const at = world();
    await planned(at);
    at.clock.move(MINUTE);
    at.wire.failNext(1);
    await at.house.beat();
    await until(() => at.log.lines.some(({ line }) => line.startsWith('sending broke off')));
    const [{ orderBytes } = { orderBytes: null }] = airings(at);
    expect(airings(at)).toMatchObject([{ state: 'sending' }]);
    await sentAiring(at);
    const [said] = at.wire.to(topics.areaOrder('xa-a-ban-1'));
    expect(Buffer.from(said?.payload ?? [])).toEqual(Buffer.from(orderBytes ?? []));
  });

  test('killed in the middle goes on from the rows in the next process', async () => {
    const at = world();
    await planned(at);
    at.clock.move(MINUTE);
    at.wire.failNext(2);
    await at.house.beat();
    await until(() => airings(at)[0]?.state === 'sending');
    const before = airings(at)[0]?.orderBytes;
    const again = at.restart();
    const id = await sentAiring(again);
    expect(chunksSaid(again, id)).toHaveLength(3);
    expect(airings(again)[0]?.orderBytes).toEqual(before);
  });

  test('is not begun for what was changed after its airing was made', async () => {
    const at = world();
    const { bulletin, author } = await planned(at);
    at.wire.cut();
    await pass(at, MINUTE + 1_000);
    at.house.services.bulletins.edit(author, { bulletinId: bulletin.id, title: 'Khác' });
    at.wire.mend();
    await pass(at, 1_000);
    await until(() => airings(at)[0]?.state === 'cancelled', 'the airing to be given up');
    expect(at.wire.to(topics.areaOrder('xa-a-ban-1'))).toEqual([]);
    expect(actions(at)).toContain('airing.cancel');
    await pass(at, 10 * MINUTE);
    for (const { verdict } of at.deps.store.airings.speakers(airings(at)[0]?.id ?? ''))
      expect(verdict).toMatchObject({ kind: 'skipped-by-rule', reason: 'cancelled' });
  });

  test('is given up by the service when the approval is gone from the rows', async () => {
    const at = world();
    const { bulletin } = await planned(at);
    at.wire.cut();
    await pass(at, MINUTE + 1_000);
    at.deps.store.bulletins.update({ ...bulletin, state: 'returned' });
    at.wire.mend();
    await pass(at, 1_000);
    await until(() => airings(at)[0]?.state === 'cancelled', 'the airing to be given up');
    expect(at.wire.to(topics.areaOrder('xa-a-ban-1'))).toEqual([]);
    expect(actions(at)).toContain('service.airing-cancelled');
  });

  test('is not begun for what can no longer be heard', async () => {
    const at = world();
    await planned(at);
    at.wire.cut();
    await pass(at, MINUTE + 1_000);
    at.clock.move(2 * MINUTE);
    at.wire.mend();
    await at.house.beat();
    const [airing] = airings(at);
    expect(airing?.state).toBe('closed');
    expect(chunksSaid(at, airing?.id ?? '')).toEqual([]);
    const parts = at.deps.store.airings.speakers(airing?.id ?? '');
    expect(parts).toMatchObject([
      { verdict: { kind: 'failed', reason: 'late', detail: 'not-sent' } },
      { verdict: { kind: 'failed', reason: 'late', detail: 'not-sent' } },
    ]);
  });
});

describe('an outage', () => {
  test('in which an occurrence began leaves it to be aired late', async () => {
    const at = world();
    await planned(at);
    await at.house.beat();
    at.clock.move(2 * MINUTE + 10_000);
    const again = at.restart();
    const id = await sentAiring(again);
    expect(chunksSaid(again, id)).toHaveLength(3);
  });

  test('in which a whole occurrence fell leaves one verdict for every speaker', async () => {
    const at = world();
    await planned(at);
    await at.house.beat();
    at.clock.move(3 * HOUR);
    const again = at.restart();
    await again.house.beat();
    const [airing, ...more] = airings(again);
    expect(more).toEqual([]);
    expect(airing?.state).toBe('closed');
    for (const { verdict } of again.deps.store.airings.speakers(airing?.id ?? ''))
      expect(verdict).toMatchObject({ kind: 'failed', reason: 'late', revision: 0 });
    await pass(again, HOUR);
    expect(airings(again)).toHaveLength(1);
  });

  test('before which it was changed leaves a verdict that says so, and no sound', async () => {
    const at = world();
    const { bulletin, author } = await planned(at);
    await at.house.beat();
    at.house.services.bulletins.edit(author, { bulletinId: bulletin.id });
    await until(() => at.deps.store.bulletins.get(bulletin.id)?.state === 'ready', 'the sound');
    at.clock.move(3 * HOUR);
    const again = at.restart();
    await again.house.beat();
    expect(airings(again)).toMatchObject([{ state: 'closed', orderBytes: null }]);
    for (const { verdict } of again.deps.store.airings.speakers(airings(again)[0]?.id ?? ''))
      expect(verdict).toMatchObject({ kind: 'skipped-by-rule', reason: 'changed-since-approval' });
  });
});

describe('silence', () => {
  test.each([
    { said: 'nothing since it went', hello: { online: false }, reason: 'offline' },
    { said: 'that it is there, and nothing more', hello: {}, reason: 'no-receipt' },
  ])('of a speaker that said $said becomes $reason', async ({ hello, reason }) => {
    const at = world();
    const { boxes } = await planned(at);
    at.clock.move(MINUTE);
    const id = await sentAiring(at);
    for (const each of boxes) await each.hello({ holds: [id], ...hello });
    await pass(at, MINUTE);
    expect(airings(at)).toMatchObject([{ state: 'sent' }]);
    await pass(at, 2 * MINUTE);
    expect(airings(at)).toMatchObject([{ state: 'closed' }]);
    for (const { verdict } of at.deps.store.airings.speakers(id))
      expect(verdict).toMatchObject({ kind: 'failed', reason });
  });

  test('of a unit taken down says so', async () => {
    const at = world();
    const { boxes, technician } = await planned(at);
    at.clock.move(MINUTE);
    const id = await sentAiring(at);
    at.house.services.sites.removeUnit(technician, { unitId: boxes[0]?.unitId ?? '' });
    await pass(at, 10 * MINUTE);
    expect(at.deps.store.airings.speaker(id, 'loa-1')?.verdict?.reason).toBe('unit-removed');
  });

  test('is told as a sentence, speaker by speaker', async () => {
    const at = world();
    const { author } = await planned(at);
    at.clock.move(MINUTE);
    const airingId = await sentAiring(at);
    const { airings: shown } = at.house.services;
    expect(shown.get(author, { airingId }).speakers).toMatchObject([
      { siteId: 'loa-1', village: 'ban-1', verdict: null },
      { siteId: 'loa-2', village: 'ban-2', verdict: null },
    ]);
    await pass(at, 10 * MINUTE);
    const { airing, speakers } = shown.get(author, { airingId });
    expect(airing).toMatchObject({ state: 'closed', title: 'Tiêm chủng' });
    expect(airing).not.toHaveProperty('orderBytes');
    expect(speakers[0]?.sentence.vi).toMatch(/^(Không phát ở|Chưa xác nhận)/);
  });
});

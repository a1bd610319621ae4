import { describe, expect, test } from 'vitest';
import { decodeFrame, open, type Status, topics } from '../../devices/protocol/index.ts';
import { actions, airings, approved, liveCommune, pass, scheduled, sentAiring } from './steps.ts';
import { NOON, ordersOn, until, type World, world } from './world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function onAir(at: World) {
  const place = await liveCommune(at);
  const bulletin = await approved(at, place);
  scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: NOON + 2 * MINUTE } });
  at.clock.move(MINUTE);
  const streamId = await sentAiring(at);
  const [first] = place.boxes;
  if (!first) throw new Error('a box');
  await until(() => ordersOn(at, topics.speakerOrder('loa-1')).length > 0, 'the first policy');
  at.wire.said.length = 0;
  return { ...place, streamId, first };
}
/** The counter of the policy it was last sent: it has what is true today. */
const heldBy = (at: World, siteId: string): number =>
  JSON.parse(at.deps.store.settings.get(`policy:${siteId}`) ?? '{}').counter;
const toFirst = (at: World) => ordersOn(at, topics.speakerOrder('loa-1'));

const statusOf = (at: World, siteId: string): Status => {
  const row = at.deps.store.statuses.get(siteId);
  if (!row) throw new Error(`${siteId} has said nothing`);
  return row.status;
};

describe('a hello', () => {
  test('pins the key once and tells the speaker its chain and hours', async () => {
    const at = world();
    await liveCommune(at);
    await until(() => toFirst(at).length === 1, 'the policy');
    expect(toFirst(at)).toMatchObject([
      {
        kind: 'policy',
        speakerId: 'loa-1',
        areas: ['muong-thu', 'xa-a', 'xa-a-ban-1'],
        tenants: ['xa-a', 'muong-thu'],
        startOffsetMs: 0,
      },
    ]);
    expect(actions(at).filter((action) => action === 'service.key-pinned')).toHaveLength(2);
    await at.house.beat();
    expect(
      at.house.services.speakers.list({
        accountId: '',
        name: '',
        grants: [
          { accountId: '', role: 'operator', areaId: at.deps.store.areas.byCode('xa-a')?.id ?? '' },
        ],
      })[0],
    ).toMatchObject({ online: true, firmware: 'test', clockErrorMs: 1 });
  });

  test('with the policy of today gets none; with an older one, today’s', async () => {
    const at = world();
    const { first, streamId } = await onAir(at);
    const counter = JSON.parse(at.deps.store.settings.get('policy:loa-1') ?? '{}').counter;
    await first.hello({ policyCounter: counter, holds: [streamId] });
    await first.hello({ policyCounter: counter - 1, holds: [streamId] });
    await first.hello({ policyCounter: 0, holds: [streamId] });
    await until(() => toFirst(at).length === 2, 'the policy');
    // nothing has changed: said again as it was, not signed again
    expect(toFirst(at).map((order) => order.counter)).toEqual([counter, counter]);
  });

  test('with a policy later than any known (rows from a backup) gets one later still', async () => {
    const at = world();
    const { first, streamId } = await onAir(at);
    const { counter } = JSON.parse(at.deps.store.settings.get('policy:loa-1') ?? '{}');
    at.clock.move(MINUTE);
    await first.hello({ policyCounter: counter + 5, holds: [streamId] });
    await until(() => toFirst(at).length === 1, 'the policy');
    expect(toFirst(at)[0]?.counter).toBeGreaterThan(counter + 5);
  });

  test('gets its policy signed anew when the one signed before is about to expire', async () => {
    const at = world();
    const { first, streamId } = await onAir(at);
    const { counter } = JSON.parse(at.deps.store.settings.get('policy:loa-1') ?? '{}');
    at.clock.move(25 * 24 * HOUR);
    await first.hello({ policyCounter: 0, holds: [streamId] });
    await until(() => toFirst(at).length === 1, 'the policy');
    expect(toFirst(at)[0]?.counter).toBeGreaterThan(counter);
  });

  test('said without end is kept, and answered twenty times a minute', async () => {
    const at = world();
    const { first, streamId } = await onAir(at);
    at.clock.move(MINUTE);
    for (let n = 1; n <= 300; n += 1)
      await first.hello({ policyCounter: 0, holds: [streamId], freeBytes: n });
    await until(() => toFirst(at).length >= 20, 'the answers');
    await at.house.beat();
    expect(toFirst(at)).toHaveLength(20);
    expect(at.deps.store.statuses.get('loa-1')?.status.freeBytes).toBe(300);
    at.clock.move(MINUTE);
    await first.hello({ policyCounter: 0, holds: [streamId] });
    await until(() => toFirst(at).length === 21, 'the answer of the next minute');
  });

  test('without the manifest gets the bytes as sent; with it, nothing', async () => {
    const at = world();
    const { first, streamId } = await onAir(at);
    const policyCounter = heldBy(at, 'loa-1');
    await first.hello({ policyCounter, holds: [streamId] });
    await first.hello({ policyCounter, holds: [] });
    await until(() => toFirst(at).length === 1, 'the manifest');
    expect(Buffer.from(at.wire.to(topics.speakerOrder('loa-1'))[0]?.payload ?? [])).toEqual(
      Buffer.from(airings(at)[0]?.orderBytes ?? []),
    );
  });

  test('that holds what was cancelled meanwhile is told so', async () => {
    const at = world();
    const { first, streamId, operator } = await onAir(at);
    await at.house.services.airings.cancel(operator, { airingId: streamId });
    await first.hello({ policyCounter: heldBy(at, 'loa-1'), holds: [streamId] });
    await until(() => toFirst(at).length === 1, 'the cancel');
    expect(toFirst(at)).toMatchObject([{ kind: 'cancel', streamId }]);
  });

  test('with another key is an incident, and its receipts stay shut', async () => {
    const at = world();
    const { first } = await onAir(at);
    await first.hello({ publicKey: Buffer.alloc(32, 7).toString('base64') });
    expect(actions(at)).toContain('incident.other-key');
  });

  test.each([
    ['a unit that was replaced', 'loa-1', { unitId: 'old' }],
    ['a site nobody made', 'loa-99', {}],
  ])('of %s is an incident and changes nothing', async (_, siteId, change) => {
    const at = world();
    const { first } = await onAir(at);
    await at.house.beat();
    const before = at.deps.store.statuses.get('loa-1');
    await at.house.events.status(siteId, {
      online: false,
      atMs: 0,
      unitId: first.unitId,
      publicKey: '',
      firmware: '',
      policyCounter: 0,
      holds: [],
      clockErrorMs: null,
      freeBytes: null,
      power: null,
      volumePercent: 100,
      bytesThisMonth: 0,
      ...change,
    });
    await at.house.beat();
    expect(actions(at)).toContain('incident.wrong-unit');
    expect(at.deps.store.statuses.get('loa-1')).toEqual(before);
  });

  test('is forgotten at a restart until it is said again', async () => {
    const at = world();
    const { author } = await onAir(at);
    const again = at.restart();
    const online = () => again.house.services.speakers.list(author).map((one) => one.online);
    let atBegin: boolean[] = [];
    again.house.listen((events) => {
      expect(events).toBe(again.house.events);
      atBegin = online();
    });
    // before the first report is let in: who says hello from then on is not forgotten
    expect(atBegin).toEqual([false, false]);
    again.house.start();
    await again.house.stop();
  });

  test('that a broker kept is one of then, not of now', async () => {
    const at = world();
    const { boxes, author } = await liveCommune(at);
    const [first, second] = boxes;
    await at.house.beat();
    const heard = (siteId: string) => at.deps.store.statuses.get(siteId)?.heardAtMs;
    const again = at.restart();
    again.house.listen(() => undefined);
    at.clock.move(HOUR);
    const told = (siteId: string, unitId: string, status: Partial<Status>) =>
      again.house.events.status(siteId, { ...statusOf(at, siteId), unitId, ...status }, true);
    await told('loa-1', first?.unitId ?? '', { online: true });
    await told('loa-2', second?.unitId ?? '', { online: true, atMs: NOON + MINUTE });
    await again.house.beat();
    expect(again.house.services.speakers.list(author).map(({ online }) => online)).toEqual([
      true,
      true,
    ]);
    expect([heard('loa-1'), heard('loa-2')]).toEqual([NOON, NOON + MINUTE]);
    // a box whose clock runs ahead was not there in the future
    await told('loa-2', second?.unitId ?? '', { online: true, atMs: NOON + 9 * HOUR });
    await again.house.beat();
    expect(heard('loa-2')).toBe(NOON + HOUR);
  });
});

describe('many hellos', () => {
  test('are one commit, and each is told to who watches', async () => {
    const at = world();
    const { boxes } = await liveCommune(at);
    await at.house.beat();
    at.told.length = 0;
    let commits = 0;
    const { transaction } = at.deps.store;
    at.deps.store.transaction = (work) => {
      commits += 1;
      return transaction(work);
    };
    for (const each of boxes) await each.hello({ freeBytes: 700_000_000 });
    await until(() => at.told.length === 2, 'the telling');
    expect(commits).toBe(1);
    expect(at.deps.store.statuses.get('loa-2')?.status.freeBytes).toBe(700_000_000);
    expect(at.told).toMatchObject([{ kind: 'speaker' }, { kind: 'speaker' }]);
  });

  test('that a full disk refuses are said, and the service goes on', async () => {
    const at = world();
    const { boxes } = await liveCommune(at);
    await at.house.beat();
    const { put } = at.deps.store.statuses;
    at.deps.store.statuses.put = () => {
      throw new Error('disk full');
    };
    await boxes[0]?.hello();
    await until(() => at.log.lines.some(({ line }) => line.startsWith('statuses could not')));
    at.deps.store.statuses.put = put;
  });
});

describe('a clock question', () => {
  test('is answered with four timestamps, signed', async () => {
    const at = world();
    await liveCommune(at);
    await at.house.events.clock('loa-1', { n: 3, t0Ms: 12.5 }, NOON);
    const [said] = at.wire.to(topics.speakerTime('loa-1'));
    const found = open(said?.payload ?? new Uint8Array(), () => at.deps.signer.privateKey);
    expect(found).toMatchObject({
      ok: true,
      body: { kind: 'time', n: 3, t0Ms: 12.5, t1Ms: NOON, t2Ms: at.clock.planMs() },
    });
  });

  test('asked without end is answered thirty times a minute', async () => {
    const at = world();
    await liveCommune(at);
    for (let n = 0; n < 50; n += 1) await at.house.events.clock('loa-1', { n, t0Ms: 0 }, NOON);
    expect(at.wire.to(topics.speakerTime('loa-1'))).toHaveLength(30);
  });
});

describe('repair', () => {
  const chunks = (at: World, id: string) =>
    at.wire.to(topics.stream('xa-a', id)).map(({ payload }) => {
      const found = decodeFrame(id, payload);
      return found.ok ? found.chunk : null;
    });

  test('asked by many is answered once, on the stream’s topic', async () => {
    const at = world();
    const { streamId } = await onAir(at);
    await at.house.events.repair('loa-1', { streamId, ranges: [[0, 1]] });
    await at.house.events.repair('loa-2', { streamId, ranges: [[1, 4_000]] });
    await until(() => chunks(at, streamId).length === 3, 'the repair');
    expect(chunks(at, streamId)).toMatchObject([
      { seq: 0, repair: true, last: false },
      { seq: 1, repair: true },
      { seq: 2, repair: true, last: true },
    ]);
  });

  test.each([
    ['by a speaker that is not among its speakers', 'loa-9', 0],
    ['after its end', 'loa-1', HOUR],
  ])('asked %s is not answered', async (_, siteId, laterMs) => {
    const at = world();
    const { streamId } = await onAir(at);
    await pass(at, laterMs);
    await at.house.events.repair(siteId, { streamId, ranges: [[0, 2]] });
    await at.house.events.repair('loa-1', { streamId: 'unknown', ranges: [[0, 2]] });
    await at.house.stop();
    expect(chunks(at, streamId)).toEqual([]);
  });
});

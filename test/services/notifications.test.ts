import { describe, expect, test } from 'vitest';
import { DEAD } from './fake-senders.ts';
import { beat, beats, deliveriesOf, emergency, reach, reachable, silent } from './told-steps.ts';
import { person, until } from './world.ts';

const HOUR = 3_600_000;

describe('telling', () => {
  test('a power cut of a hundred poles is one SMS, told within a minute', async () => {
    const { at, place } = await reachable();
    for (let n = 1; n <= 100; n += 1) at.deps.happenings.tell(silent(place.id, n));
    const startMs = at.clock.wallMs();
    while (at.senders.to('sms').length === 0) await beat(at, 1_000);
    expect(at.clock.wallMs() - startMs).toBeLessThanOrEqual(60_000);
    await beats(at, 20 * 60_000, 15_000);
    expect(at.senders.to('sms')).toHaveLength(1);
    expect(at.senders.to('push')).toHaveLength(1);
    expect(at.senders.to('sms')[0]?.to).toMatchObject({
      text: expect.stringContaining('100 cum loa im lang'),
    });
  });

  test('more that fall silent later are told once more, at the end of ten minutes', async () => {
    const { at, place } = await reachable();
    at.deps.happenings.tell(silent(place.id, 1));
    await beats(at, 60_000);
    for (let n = 2; n <= 9; n += 1) {
      at.deps.happenings.tell(silent(place.id, n));
      await beats(at, 30_000);
    }
    expect(at.senders.to('sms')).toHaveLength(1);
    await beats(at, 10 * 60_000, 15_000);
    const texts = at.senders.to('push').map(({ letter }) => letter.title);
    expect(texts).toEqual([expect.stringContaining('Cụm loa im lặng'), '9 cụm loa im lặng']);
    // the second takes the first one's place on the phone
    expect(new Set(at.senders.to('push').map(({ letter }) => letter.topic)).size).toBe(1);
  });

  test('an emergency that went out is told at the next beat, day or night, each by itself', async () => {
    const { at, place } = await reachable();
    at.clock.move(11 * HOUR); // 23:00
    at.deps.happenings.tell(emergency(place.id, 1));
    at.deps.happenings.tell(emergency(place.id, 2));
    await beat(at, 1_000);
    // approver and operator, two each
    expect(at.senders.to('sms')).toHaveLength(4);
    expect(at.senders.to('push').every(({ letter }) => letter.urgent)).toBe(true);
    expect(at.senders.to('push')[0]?.letter.link).toBe('http://vangxa.test/#/airing/phat-1');
  });

  test('what can wait waits for the morning, and says then what is true then', async () => {
    const { at, place } = await reachable();
    at.clock.move(11 * HOUR);
    at.deps.happenings.tell(silent(place.id, 1));
    await beats(at, 60_000);
    at.deps.happenings.tell(silent(place.id, 2));
    await beats(at, 15 * 60_000, 15_000);
    expect(at.senders.posted).toEqual([]);
    // the list on the screen does not sleep
    expect(
      at.house.services.told.list(place.technician, { beforeId: null, limit: 9 }),
    ).toMatchObject({
      ...{ unread: 1, told: [{ count: 2 }] },
    });
    await beats(at, 7 * HOUR, 300_000);
    expect(at.senders.to('sms')).toHaveLength(1);
    expect(at.senders.to('push')[0]?.letter.title).toBe('2 cụm loa im lặng');
  });

  test('a night of trouble is twenty messages in the morning, and says why not more', async () => {
    const { at, place } = await reachable();
    at.clock.move(10 * HOUR);
    for (let n = 0; n < 30; n += 1) {
      at.deps.happenings.tell(silent(place.id, n));
      await beats(at, 11 * 60_000, 60_000);
    }
    await beats(at, 6 * HOUR, 300_000);
    expect(at.senders.to('sms')).toHaveLength(20);
    const refused = deliveriesOf(at, place.id).filter(({ reason }) => reason === 'too-many');
    expect(refused.length).toBeGreaterThan(10);
    at.deps.happenings.tell(emergency(place.id));
    await beat(at, 1_000);
    expect(at.senders.to('sms').length).toBeGreaterThan(20);
  });

  test('who lost the role while a message waited does not get it, nor who is shut out', async () => {
    const { at, place } = await reachable();
    const second = person(at, 'ky-thuat-2', ['technician', place.id]);
    reach(at, second, 8);
    at.clock.move(11 * HOUR);
    at.deps.happenings.tell(silent(place.id));
    await beats(at, 60_000);
    const [grant] = at.deps.store.accounts.grants(place.technician.accountId);
    if (grant) at.deps.store.accounts.dropGrant(grant);
    at.deps.store.accounts.setDisabled(second.accountId, at.clock.wallMs());
    await beats(at, 8 * HOUR, 300_000);
    expect(at.senders.posted).toEqual([]);
    expect(new Set(deliveriesOf(at, place.id).map(({ reason }) => reason))).toEqual(
      new Set(['no-longer-theirs']),
    );
  });

  test('a bulletin that names people is told of without its title', async () => {
    const { at, place } = await reachable();
    const { bulletins } = at.house.services;
    const made = bulletins.create(place.author, {
      ...{ areaId: place.id, text: 'Tìm cháu Lò Văn A.', title: 'Tìm cháu Lò Văn A' },
      personalData: true,
    });
    at.deps.happenings.tell({
      ...{ kind: 'approval-wanted', tenantId: place.id, bulletinId: made.id, title: made.title },
      ...{ priority: 'normal', drill: false },
    });
    await beats(at, 10_000);
    expect(at.senders.to('push')).toHaveLength(1);
    expect(JSON.stringify(at.senders.posted)).not.toContain('Lò Văn A');
  });

  test('whose bulletin could not be made into sound hears of it', async () => {
    const { at, place } = await reachable();
    at.studio.failNext(new Error('no voice'));
    at.house.services.bulletins.create(place.author, {
      areaId: place.id,
      text: 'Họp.',
      title: 'Họp',
    });
    await until(() => at.happened.some(({ kind }) => kind === 'bulletin-failed'), 'the failure');
    await beats(at, 15_000);
    expect(at.senders.to('push').map(({ letter }) => letter.title)).toEqual([
      'Bản tin của bạn không tạo được âm thanh',
    ]);
  });

  test('a person is told in the language they chose', async () => {
    const { at, place } = await reachable();
    at.house.services.told.setSettings(place.technician, {
      ...{ choices: [], quiet: null, language: 'en', plainSms: true },
    });
    at.deps.happenings.tell(silent(place.id));
    await beats(at, 60_000);
    expect(at.senders.to('push')[0]?.letter.title).toMatch(/^Speaker silent since/);
  });

  test('only that person’s screens hear of it', async () => {
    const { at, place } = await reachable();
    const heard: string[] = [];
    const { events } = at.house.services;
    for (const actor of [place.technician, place.operator])
      events.listen(actor, ({ kind }) => kind === 'notification' && heard.push(actor.name));
    at.deps.happenings.tell(silent(place.id));
    await beats(at, 60_000);
    expect(new Set(heard)).toEqual(new Set([place.technician.name]));
  });
});

describe('sending', () => {
  test('a dead mail server delays mail and nothing else', async () => {
    const { at, place } = await reachable();
    const never = new Promise<never>(() => undefined);
    at.senders.answers('mail', () => never);
    for (let n = 0; n < 10; n += 1) at.deps.happenings.tell(emergency(place.id, n));
    at.house.notifications.look();
    // approver and operator of the commune, ten each; two letters hang at the server
    await until(() => at.senders.to('push').length === 20, 'every push');
    expect(at.senders.to('sms').length).toBeGreaterThan(0);
    expect(at.senders.to('mail')).toHaveLength(2);
  });

  test('what fails is tried again, later and later, then given up with its reason', async () => {
    const { at, place } = await reachable();
    at.senders.answers('sms', DEAD);
    at.deps.happenings.tell(silent(place.id));
    await beats(at, 13 * HOUR, 10_000 * 30);
    const [sms] = deliveriesOf(at, place.id).filter(({ channel }) => channel === 'sms');
    expect(sms).toMatchObject({ state: 'failed', reason: 'no-answer', detail: 'TIMEOUT' });
    expect(at.senders.to('sms').length).toBeGreaterThan(5);
    expect(at.senders.to('sms').length).toBeLessThanOrEqual(8);
    expect(new Set(at.senders.to('sms').map(({ letter }) => letter.id)).size).toBe(1);
    const shown = at.house.services.told.list(place.technician, { beforeId: null, limit: 9 });
    expect(shown.told[0]?.deliveries.map(({ channel, state }) => `${channel} ${state}`)).toEqual([
      ...['push sent', 'sms failed'],
    ]);
  });

  test('killed in the middle it goes again under the same id, and nothing is forgotten', async () => {
    const { at, place } = await reachable();
    at.senders.answers('sms', () => new Promise<never>(() => undefined));
    at.deps.happenings.tell(emergency(place.id));
    at.house.notifications.look();
    await until(() => at.senders.to('sms').length === 2, 'both on their way');
    await at.house.stop();
    const again = at.restart();
    await beat(again, 1_000);
    const ids = (of: typeof at) =>
      of.senders
        .to('sms')
        .map(({ letter }) => letter.id)
        .sort();
    expect(ids(again)).toEqual(ids(at));
    // what had gone does not go twice
    expect(again.senders.to('push')).toEqual([]);
  });

  test('what gathered when the service stopped is told when it is back', async () => {
    const { at, place } = await reachable();
    at.deps.happenings.tell(silent(place.id));
    await at.house.stop();
    const again = at.restart();
    await beats(again, 60_000);
    expect(again.senders.to('push')).toHaveLength(1);
  });

  test('a browser that gave the subscription up is asked no more', async () => {
    const { at, place } = await reachable();
    at.senders.answers('push', { kind: 'failed', reason: 'gone', detail: 'HTTP 410' });
    at.deps.happenings.tell(silent(place.id));
    await beats(at, 60_000);
    expect(at.deps.store.pushes.of(place.technician.accountId)).toEqual([]);
  });

  test('of two browsers one that has it is enough', async () => {
    const { at, place } = await reachable();
    const { accountId } = place.technician;
    const { store, ids } = at.deps;
    store.pushes.put({
      ...{ id: ids.next(), accountId, endpoint: 'https://push.example/2', label: 'PC' },
      ...{ p256dh: 'p'.repeat(87), auth: 'a'.repeat(22), madeAtMs: 0 },
    });
    let n = 0;
    at.senders.answers('push', () => {
      n += 1;
      return n === 1 ? DEAD : { kind: 'sent', providerId: null };
    });
    at.deps.happenings.tell(silent(place.id));
    await beats(at, 60_000);
    const push = deliveriesOf(at, place.id).find(({ channel }) => channel === 'push');
    expect(push?.state).toBe('sent');
  });

  test('a sender with a fault of its own costs a try and a line in the log', async () => {
    const { at, place } = await reachable();
    at.senders.answers('push', () => {
      throw new Error('a bug');
    });
    at.deps.happenings.tell(silent(place.id));
    await beats(at, 60_000);
    expect(at.log.lines.some(({ line }) => line.includes('could not be sent'))).toBe(true);
    expect(deliveriesOf(at, place.id).find(({ channel }) => channel === 'push')?.state).toBe(
      'waiting',
    );
  });
});

describe('bounds', () => {
  test('ten thousand happenings are a handful of rows, and cost the one who tells little', async () => {
    const { at, place } = await reachable();
    const startMs = performance.now();
    for (let n = 0; n < 10_000; n += 1) at.deps.happenings.tell(silent(place.id, n));
    const perTellMs = (performance.now() - startMs) / 10_000;
    await beats(at, 11 * 60_000, 15_000);
    expect(deliveriesOf(at, place.id).length).toBeLessThan(10);
    expect(at.senders.posted.length).toBeLessThan(10);
    expect(perTellMs).toBeLessThan(1);
  });

  test('ten thousand emergencies gather after the twentieth', async () => {
    const { at, place } = await reachable();
    for (let n = 0; n < 10_000; n += 1) at.deps.happenings.tell(emergency(place.id, n));
    await beats(at, 11 * 60_000, 15_000);
    const titles = at.senders.to('push').map(({ letter }) => letter.title);
    expect(titles).toContain('9980 tin khẩn cấp đang phát');
    // two people: twenty alone and the crowd, each
    expect(titles).toHaveLength(42);
  }, 60_000);

  test('after ninety days it is forgotten, a little at a time', async () => {
    const { at, place } = await reachable();
    at.deps.happenings.tell(silent(place.id));
    await beats(at, 15 * 60_000, 15_000);
    const seen = () => at.house.services.told.list(place.technician, { beforeId: null, limit: 9 });
    await beat(at, 89 * 24 * HOUR);
    expect(seen().told).toHaveLength(1);
    await beat(at, 24 * HOUR);
    expect(seen().told).toEqual([]);
    expect(deliveriesOf(at, place.id)).toEqual([]);
  });
});

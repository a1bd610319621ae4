import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import type { Actor } from '../../src/domain/model.ts';
import { DEAD } from './fake-senders.ts';
import { actions } from './steps.ts';
import { beat, beats, deliveriesOf, emergency, reachable, silent } from './told-steps.ts';
import { commune, person, setUp, type World, world } from './world.ts';

const MINUTE = 60_000;
const endpoint = 'https://push.example/moi';
const device = { endpoint, p256dh: 'p'.repeat(87), auth: 'a'.repeat(22), label: 'Chrome' };

async function codeOf(act: () => unknown): Promise<string> {
  try {
    await act();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'done';
}

function someone(at: World): Actor {
  return person(at, 'lan', ['technician', commune(at, admin(at), 'xa-b').id]);
}
const admin = (at: World): Actor => {
  const account = at.deps.store.accounts.byName('quan-tri');
  const accountId = account?.id ?? '';
  return { accountId, name: 'quan-tri', grants: at.deps.store.accounts.grants(accountId) };
};
async function lone(): Promise<{ at: World; lan: Actor }> {
  const at = world();
  await setUp(at);
  return { at, lan: someone(at) };
}
/** The six digits of the last message that went by this channel. */
const sentCode = (at: World, channel: 'mail' | 'sms'): string =>
  /\d{6}/.exec(at.senders.to(channel).at(-1)?.letter.title ?? '')?.[0] ?? '';

describe('an address of one’s own', () => {
  test.each([
    ['mail', ' lan@xa.gov.vn ', 'lan@xa.gov.vn'],
    ['sms', '0912 345.678', '+84912345678'],
    ['sms', '+84 (912) 345-678', '+84912345678'],
  ] as const)(
    '%s %s gets a code, and nothing else until it is given back',
    async (channel, written, kept) => {
      const { at, lan } = await lone();
      const { told } = at.house.services;
      const asked = await told.addContact(lan, { channel, address: written });
      expect(asked[channel]).toEqual({ ready: true, address: kept, verified: false });
      const [grant] = lan.grants;
      at.deps.happenings.tell(silent(grant?.areaId ?? ''));
      await beats(at, MINUTE);
      expect(at.senders.to(channel)).toHaveLength(1);
      const view = told.confirmContact(lan, { channel, code: ` ${sentCode(at, channel)} ` });
      expect(view[channel]).toEqual({ ready: true, address: kept, verified: true });
      expect(actions(at)).toContain('channel.set');
      expect(JSON.stringify(at.deps.store.contacts.of(lan.accountId))).not.toContain(
        sentCode(at, channel),
      );
      expect(told.dropContact(lan, { channel })[channel].address).toBeNull();
    },
  );

  test.each([
    ['mail', 'lan', 'bad-address'],
    ['mail', 'lan@xa', 'bad-address'],
    ['mail', 'lan@xa.vn, all@xa.vn', 'bad-address'],
    ['mail', 'lan@xa.vn\r\nBcc: a@b.vn', 'bad-address'],
    ['mail', `${'a'.repeat(260)}@xa.vn`, 'bad-address'],
    ['sms', '+1 900 555 0100', 'bad-address'],
    ['sms', '1900 1234', 'bad-address'],
    ['sms', '0212 345 6789', 'bad-address'],
  ] as const)('%s %j is none', async (channel, address, code) => {
    const { at, lan } = await lone();
    expect(await codeOf(() => at.house.services.told.addContact(lan, { channel, address }))).toBe(
      code,
    );
    expect(at.senders.posted).toEqual([]);
  });

  test('a stranger is not written to again and again', async () => {
    const { at, lan } = await lone();
    const { told } = at.house.services;
    const ask = (who: Actor, address: string) =>
      codeOf(() => told.addContact(who, { channel: 'mail', address }));
    for (let n = 0; n < 3; n += 1) expect(await ask(lan, 'x@xa.vn')).toBe('done');
    const other = person(at, 'hoa', ['author', lan.grants[0]?.areaId ?? '']);
    expect(await ask(other, 'x@xa.vn')).toBe('too-many-codes');
    expect(await ask(lan, 'y@xa.vn')).toBe('done');
    expect(await ask(lan, 'z@xa.vn')).toBe('done');
    expect(await ask(lan, 'w@xa.vn')).toBe('too-many-codes');
    at.clock.move(61 * MINUTE);
    expect(await ask(lan, 'x@xa.vn')).toBe('done');
  });

  test('a code is guessed five times at most, and is over after a quarter of an hour', async () => {
    const { at, lan } = await lone();
    const { told } = at.house.services;
    const channel = 'sms';
    await told.addContact(lan, { channel, address: '0912345678' });
    const right = sentCode(at, channel);
    const wrong = right === '000000' ? '000001' : '000000';
    const give = (code: string) => codeOf(() => told.confirmContact(lan, { channel, code }));
    for (let n = 0; n < 5; n += 1) expect(await give(wrong)).toBe('wrong-code');
    expect(await give(right)).toBe('code-over');
    await told.addContact(lan, { channel, address: '0912345678' });
    at.clock.move(16 * MINUTE);
    expect(await give(sentCode(at, channel))).toBe('code-over');
    expect(await codeOf(() => told.confirmContact(lan, { channel: 'mail', code: '1' }))).toBe(
      'missing',
    );
  });

  test.each([
    [DEAD, 'not-sent'],
    [{ kind: 'failed', reason: 'refused', detail: '550' }, 'address-refused'],
    [{ kind: 'failed', reason: 'not-set-up', detail: null }, 'not-sent'],
  ] as const)('an address the code cannot reach (%j) is not kept', async (outcome, code) => {
    const { at, lan } = await lone();
    at.senders.answers('mail', outcome);
    const add = () =>
      at.house.services.told.addContact(lan, { channel: 'mail', address: 'a@b.vn' });
    expect(await codeOf(add)).toBe(code);
    expect(at.deps.store.contacts.of(lan.accountId)).toEqual([]);
    at.senders.without('mail');
    expect(await codeOf(add)).toBe('channel-not-set-up');
  });
});

describe('one’s own settings', () => {
  test('what cannot reach a person is not kept, and the table says what can', async () => {
    const { at, lan } = await lone();
    const { told } = at.house.services;
    const view = told.setSettings(lan, {
      choices: [
        { kind: 'speaker-back', channels: ['sms', 'sms', 'push'] },
        { kind: 'approval-wanted', channels: ['sms'] },
      ],
      ...{ quiet: { fromMinute: 0, toMinute: 300 }, language: 'en', plainSms: false },
    });
    expect(view).toMatchObject({ quiet: { fromMinute: 0, toMinute: 300 }, language: 'en' });
    expect(at.deps.store.toldSettings.get(lan.accountId)?.choices).toEqual({
      'speaker-back': ['push', 'sms'],
    });
    expect(view.kinds.find(({ kind }) => kind === 'speaker-back')?.channels).toEqual([
      ...['app', 'push', 'sms'],
    ]);
  });

  test('a browser belongs to who signed in last; the eleventh takes the first one’s place', async () => {
    const { at, lan } = await lone();
    const { told } = at.house.services;
    const hoa = person(at, 'hoa', ['technician', lan.grants[0]?.areaId ?? '']);
    told.addPush(lan, device);
    expect(told.addPush(hoa, device).push.devices).toHaveLength(1);
    expect(told.settings(lan).push.devices).toEqual([]);
    for (let n = 0; n < 11; n += 1)
      told.addPush(lan, { ...device, endpoint: `${endpoint}/${n}`, label: `máy\u202E ${n}` });
    const labels = told.settings(lan).push.devices.map(({ label }) => label);
    expect([labels.length, labels[0]]).toEqual([10, 'máy 1']);
    const [first] = told.settings(lan).push.devices;
    expect(await codeOf(() => told.dropPush(hoa, { deviceId: first?.id ?? '' }))).toBe('missing');
    expect(told.dropPush(lan, { deviceId: first?.id ?? '' }).push.devices).toHaveLength(9);
    const inside = { ...device, endpoint: 'http://127.0.0.1/' };
    expect(await codeOf(() => told.addPush(lan, inside))).toBe('bad-endpoint');
  });

  test('a trial goes at once, says how it went, and only a few times', async () => {
    const { at, place } = await reachable();
    const { told } = at.house.services;
    at.senders.answers('sms', DEAD);
    const tryOut = (channel: 'push' | 'mail' | 'sms') => told.tryOut(place.author, { channel });
    expect(await tryOut('push')).toEqual({ ok: true, reason: null, detail: null });
    expect(await tryOut('mail')).toMatchObject({ ok: true });
    expect(await tryOut('sms')).toEqual({ ok: false, reason: 'no-answer', detail: 'TIMEOUT' });
    await tryOut('push');
    await tryOut('push');
    expect(await codeOf(() => tryOut('push'))).toBe('too-many-trials');
    const bare = person(at, 'moi', ['author', place.id]);
    for (const channel of ['push', 'mail'] as const)
      expect(await told.tryOut(bare, { channel })).toMatchObject({ reason: 'no-address' });
  });
});

describe('one’s own list', () => {
  test('is paged, read up to where one looked, and nobody else’s', async () => {
    const { at, place } = await reachable();
    const { told } = at.house.services;
    for (let n = 0; n < 5; n += 1) {
      at.deps.happenings.tell(emergency(place.id, n));
      await beat(at, 1_000);
    }
    const page = told.list(place.approver, { beforeId: null, limit: 2 });
    expect([page.unread, page.told.length]).toEqual([5, 2]);
    const next = told.list(place.approver, { beforeId: page.told[1]?.id ?? '', limit: 9 });
    expect(next.told).toHaveLength(3);
    expect(told.read(place.approver, { upToId: next.told[0]?.id ?? '' })).toEqual({ unread: 2 });
    expect(told.read(place.approver, { upToId: next.told[0]?.id ?? '' })).toEqual({ unread: 2 });
    expect(told.list(place.operator, { beforeId: null, limit: 9 }).unread).toBe(5);
    expect(told.list(place.technician, { beforeId: null, limit: 9 }).told).toEqual([]);
  });

  test('of a commune one has left nothing is shown any more', async () => {
    const { at, place } = await reachable();
    at.deps.happenings.tell(emergency(place.id));
    await beat(at, 1_000);
    const gone = { ...place.approver, grants: [] };
    expect(at.house.services.told.list(gone, { beforeId: null, limit: 9 })).toEqual({
      ...{ told: [], unread: 0 },
    });
  });
});

describe('a commune’s deliveries', () => {
  test('are its administrator’s to see, by name and state and without a word of what was said', async () => {
    const { at, place, admin: boss } = await reachable();
    at.deps.happenings.tell(emergency(place.id));
    await beat(at, 1_000);
    const { deliveries } = at.house.services;
    const wish = { areaId: place.id, beforeId: null, limit: 100 };
    const rows = deliveries.list(boss, wish);
    expect(rows).toHaveLength(6);
    expect(new Set(rows.map(({ fullName }) => fullName))).toEqual(
      new Set([`Cán bộ ${place.approver.name}`, `Cán bộ ${place.operator.name}`]),
    );
    expect(JSON.stringify(rows)).not.toContain('Xả lũ');
    expect(deliveries.list(boss, { ...wish, beforeId: rows[3]?.id ?? '' })).toHaveLength(2);
    expect(await codeOf(() => deliveries.list(place.approver, wish))).toBe('not-your-role');
    const far = commune(at, boss, 'xa-c');
    expect(await codeOf(() => deliveries.list(far.approver, wish))).toBe('missing');
  });

  test('an SMS is delivered when its gateway says so, once', async () => {
    const { at, place } = await reachable();
    at.senders.answers('sms', { kind: 'sent', providerId: 'm-1' });
    at.deps.happenings.tell(silent(place.id));
    await beats(at, MINUTE);
    const { deliveries } = at.house.services;
    const sms = () => deliveriesOf(at, place.id).find(({ channel }) => channel === 'sms');
    const report = (fields: Record<string, unknown>, secret = 'right') =>
      codeOf(() => deliveries.report({ secret, fields }));
    expect(await report({ id: 'm-1', ok: true }, 'wrong')).toBe('missing');
    expect(await report({ id: 'm-2', ok: true })).toBe('missing');
    expect(await report({ id: 'm-1', ok: true })).toBe('done');
    expect(sms()).toMatchObject({ state: 'delivered', detail: 'DELIVRD' });
    await report({ id: 'm-1', ok: false });
    expect(sms()?.state).toBe('delivered');
  });
});

import { expect, test } from 'vitest';
import { fakeApp, signedIn } from './fake.ts';

const endpoint = 'https://push.example/abc';
const device = { endpoint, p256dh: `B${'a'.repeat(86)}`, auth: 'c'.repeat(22), label: 'Chrome' };
const wish = {
  choices: [{ kind: 'stopped', channels: ['app', 'sms'] }],
  quiet: { fromMinute: 1_260, toMinute: 360 },
  language: 'vi',
  plainSms: true,
};
const hook = { url: 'https://trung-tam.example/vang-xa', kinds: ['stopped'] };

/** request → the service method asked and with what */
const ROUTES: [method: string, url: string, body: object | null, asked: string, input: unknown][] =
  [
    ['GET', '/api/told', null, 'told.list', { beforeId: null, limit: 30 }],
    ['GET', '/api/told?limit=1&beforeId=a', null, 'told.list', { beforeId: 'a', limit: 1 }],
    ['POST', '/api/told/read', { upToId: 'a' }, 'told.read', { upToId: 'a' }],
    ['GET', '/api/told/settings', null, 'told.settings', undefined],
    ['PUT', '/api/told/settings', wish, 'told.setSettings', wish],
    ['POST', '/api/told/trials', { channel: 'sms' }, 'told.tryOut', { channel: 'sms' }],
    ['POST', '/api/told/devices', device, 'told.addPush', device],
    ['DELETE', '/api/told/devices/d', null, 'told.dropPush', { deviceId: 'd' }],
    [
      'POST',
      '/api/told/contacts',
      { channel: 'mail', address: 'lan@xa.gov.vn' },
      'told.addContact',
      { channel: 'mail', address: 'lan@xa.gov.vn' },
    ],
    [
      'POST',
      '/api/told/contacts/sms/code',
      { code: '123456' },
      'told.confirmContact',
      { channel: 'sms', code: '123456' },
    ],
    ['DELETE', '/api/told/contacts/sms', null, 'told.dropContact', { channel: 'sms' }],
    [
      'GET',
      '/api/areas/a/deliveries',
      null,
      'deliveries.list',
      { areaId: 'a', beforeId: null, limit: 50 },
    ],
    [
      'GET',
      '/api/areas/a/deliveries?limit=9&beforeId=d',
      null,
      'deliveries.list',
      { areaId: 'a', beforeId: 'd', limit: 9 },
    ],
    [
      'POST',
      '/api/sms-reports?secret=s',
      { messageId: 'm', status: 'DELIVRD' },
      'deliveries.report',
      { secret: 's', fields: { messageId: 'm', status: 'DELIVRD' } },
    ],
    ['GET', '/api/areas/a/webhooks', null, 'webhooks.list', { areaId: 'a' }],
    ['POST', '/api/areas/a/webhooks', hook, 'webhooks.create', { areaId: 'a', ...hook }],
    ['DELETE', '/api/webhooks/h', null, 'webhooks.drop', { webhookId: 'h' }],
    ['POST', '/api/webhooks/h/trial', null, 'webhooks.tryOut', { webhookId: 'h' }],
  ];

test.each(ROUTES)('%s %s asks the service and answers by its schema', async (...row) => {
  const [method, url, body, asked, input] = row;
  const fake = await fakeApp();
  const answer = await fake.app.inject({
    method: method as 'GET',
    url,
    headers: signedIn(fake),
    ...(body === null ? {} : { payload: body }),
  });
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  expect(fake.asked.at(-1)).toEqual({ method: asked, input });
  await fake.app.close();
});

test.each([
  ['a kind there is not', { ...wish, choices: [{ kind: 'gossip', channels: [] }] }],
  ['a channel there is not', { ...wish, choices: [{ kind: 'stopped', channels: ['fax'] }] }],
  ['an hour there is not', { ...wish, quiet: { fromMinute: 1_441, toMinute: 0 } }],
  ['more choices than kinds', { ...wish, choices: Array(31).fill(wish.choices[0]) }],
])('settings with %s are refused before the service hears of them', async (_what, payload) => {
  const fake = await fakeApp();
  const headers = signedIn(fake);
  const answer = await fake.app.inject({
    ...{ method: 'PUT', url: '/api/told/settings', headers, payload },
  });
  expect(answer.statusCode).toBe(400);
  expect(fake.asked).toEqual([]);
  await fake.app.close();
});

test.each([
  ['keys of another length', { ...device, p256dh: 'short' }],
  ['an address of a megabyte', { ...device, endpoint: `https://x/${'a'.repeat(1_000_000)}` }],
])('a browser with %s is no browser', async (_what, payload) => {
  const fake = await fakeApp();
  const headers = signedIn(fake);
  const answer = await fake.app.inject({
    ...{ method: 'POST', url: '/api/told/devices', headers, payload },
  });
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  expect(fake.asked).toEqual([]);
  await fake.app.close();
});

test('a gateway reports without a session, and a person without one is told nothing', async () => {
  const fake = await fakeApp();
  const report = { method: 'POST', url: '/api/sms-reports?secret=s', payload: { a: 1 } } as const;
  expect((await fake.app.inject(report)).statusCode).toBe(204);
  expect((await fake.app.inject({ url: '/api/told' })).statusCode).toBe(401);
  await fake.app.close();
});

test.each(['author', 'technician', 'approver'])(
  'deliveries and webhooks are not for a %s',
  async (role) => {
    const fake = await fakeApp();
    const headers = signedIn(fake, [role]);
    for (const url of ['/api/areas/a/deliveries', '/api/areas/a/webhooks'])
      expect((await fake.app.inject({ url, headers })).statusCode, url).toBe(403);
    await fake.app.close();
  },
);

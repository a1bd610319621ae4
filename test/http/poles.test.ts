import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fakeApp, signedIn } from './fake.ts';
import { LABEL } from './pole-sample.ts';
import { NOW_MS } from './sample.ts';

const hush = { untilMs: NOW_MS, reasonKind: 'funeral' };
const change = { volumePercent: 40, place: { lat: 21.5, lon: 104 }, sim: null, note: '' };

/** request → the service method asked and with what */
const ROUTES: [method: string, url: string, body: object | null, asked: string, input: unknown][] =
  [
    ['GET', '/api/speakers?areaId=v1', null, 'speakers.list', { areaId: 'v1' }],
    ['GET', '/api/speakers/loa-1', null, 'speakers.get', { siteId: 'loa-1' }],
    ['GET', '/api/incidents', null, 'incidentList.list', undefined],
    ['PUT', '/api/sites/loa-1', change, 'siteNotes.change', { siteId: 'loa-1', ...change }],
    ['POST', '/api/sites/loa-1/hush', hush, 'hushes.begin', { siteId: 'loa-1', ...hush }],
    ['DELETE', '/api/hushes/hush-1', null, 'hushes.end', { hushId: 'hush-1' }],
    ['GET', '/api/hushes', null, 'hushes.list', undefined],
    [
      'POST',
      '/api/areas/xa/stop',
      { reason: 'nhầm' },
      'stops.stop',
      { areaId: 'xa', reason: 'nhầm' },
    ],
    ['POST', '/api/areas/xa/stop', {}, 'stops.stop', { areaId: 'xa', reason: undefined }],
    [
      'POST',
      '/api/areas/xa/all-clear',
      { reason: 'nước đã rút' },
      'airings.allClear',
      { areaId: 'xa', reason: 'nước đã rút' },
    ],
    [
      'POST',
      '/api/sites/loa-1/commands',
      { command: 'self-test' },
      'commands.ask',
      { siteId: 'loa-1', command: 'self-test' },
    ],
    ['GET', '/api/spares', null, 'spares.list', undefined],
    [
      'POST',
      '/api/spares',
      { tenantId: 'xa', count: 20 },
      'spares.create',
      { tenantId: 'xa', count: 20 },
    ],
    ['DELETE', '/api/spares/s1', null, 'spares.withdraw', { spareId: 's1' }],
    ['POST', '/api/spares/labels', { labels: [LABEL] }, 'spares.labels', { labels: [LABEL] }],
    [
      'POST',
      '/api/sites/loa-1/swap',
      { label: LABEL },
      'spares.swap',
      { siteId: 'loa-1', label: LABEL },
    ],
  ];

test.each(ROUTES)('%s %s', async (method, url, body, asked, input) => {
  const fake = await fakeApp();
  const headers = await signedIn(fake);
  const answer = await fake.app.inject({
    ...{ method: method as 'GET', url, headers },
    ...(body === null ? {} : { payload: body }),
  });
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  expect(fake.asked.at(-1)).toEqual({ method: asked, input });
  await fake.app.close();
});

test.each([
  ['POST', '/api/sites/loa-1/hush', { ...hush, reason: 'a'.repeat(201) }],
  ['POST', '/api/sites/loa-1/hush', { ...hush, reasonKind: 'noise' }],
  ['POST', '/api/sites/loa-1/commands', { command: 'reboot' }],
  ['PUT', '/api/sites/loa-1', { note: 'a'.repeat(2_001) }],
  ['PUT', '/api/sites/loa-1', { volumePercent: 101 }],
  ['PUT', '/api/sites/loa-1', { volumePercent: 0 }],
  ['PUT', '/api/sites/loa-1', { deviceClass: 'nuclear' }],
  ['PUT', '/api/sites/loa-1', { tenantId: 'xa-b' }],
  ['POST', '/api/spares', { tenantId: 'xa', count: 21 }],
  ['POST', '/api/spares/labels', { labels: [] }],
  ['POST', '/api/sites/loa-1/swap', { label: 'x'.repeat(201) }],
  ['POST', '/api/areas/xa/stop', { reason: 'a'.repeat(301) }],
  ['POST', '/api/areas/xa/all-clear', { reason: 'a'.repeat(301) }],
  ['POST', '/api/areas/xa/all-clear', { reason: 'a', quiet: true }],
] as const)('%s %s, out of bounds (%#), is refused unasked', async (method, url, payload) => {
  const fake = await fakeApp();
  const headers = await signedIn(fake);
  const answer = await fake.app.inject({ method, url, headers, payload });
  expect(answer.statusCode).toBe(400);
  expect(fake.asked.map(({ method: asked }) => asked)).toEqual([]);
  await fake.app.close();
});

test('an unchanged list costs a line', async () => {
  const fake = await fakeApp();
  const headers = await signedIn(fake);
  const first = await fake.app.inject({ method: 'GET', url: '/api/speakers', headers });
  const tag = String(first.headers.etag);
  const again = (etag: string) =>
    fake.app.inject({
      ...{ method: 'GET', url: '/api/speakers' },
      headers: { ...headers, 'if-none-match': etag },
    });
  const same = await again(tag);
  expect([same.statusCode, same.body]).toEqual([304, '']);
  expect((await again('W/"another"')).json()).toEqual(first.json());
  await fake.app.close();
});

test('answers with a secret are kept by nobody', async () => {
  const fake = await fakeApp();
  const headers = await signedIn(fake);
  const post = (url: string, payload: object) =>
    fake.app.inject({ method: 'POST', url, headers, payload });
  const made = await post('/api/spares', { tenantId: 'xa', count: 1 });
  const sheet = await post('/api/spares/labels', { labels: [LABEL] });
  expect(made.headers['cache-control']).toBe('no-store');
  expect(sheet.headers).toMatchObject({
    ...{ 'cache-control': 'no-store', 'content-type': 'application/pdf' },
  });
  await fake.app.close();
});

test('a photo goes in as bytes and comes out as nothing but a picture', async () => {
  const fake = await fakeApp();
  const headers = await signedIn(fake);
  const put = (payload: Buffer, type = 'image/jpeg') =>
    fake.app.inject({
      ...{ method: 'PUT', url: '/api/sites/loa-1/photo', payload },
      headers: { ...headers, 'content-type': type },
    });
  const kept = await put(Buffer.from([0xff, 0xd8, 0xff]));
  expect(kept.statusCode, kept.body).toBe(200);
  expect(fake.asked.at(-1)?.method).toBe('siteNotes.setPhoto');
  expect((await put(Buffer.alloc(5 * 1024 * 1024))).statusCode).toBe(413);
  expect((await put(Buffer.from('<svg>'), 'image/svg+xml')).statusCode).toBe(415);

  const path = join(tmpdir(), `vangxa-photo-${process.pid}`);
  writeFileSync(path, Buffer.from([0xff, 0xd8, 0xff]));
  const photo = { hash: 'ab'.repeat(32), bytes: 3, type: 'image/jpeg' } as const;
  fake.services.siteNotes.photo = () => ({ path, type: photo.type, photo });
  const url = '/api/sites/loa-1/photo';
  const shown = await fake.app.inject({ method: 'GET', url, headers });
  expect(shown.headers).toMatchObject({
    ...{ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' },
    'content-security-policy': "default-src 'none'; sandbox",
  });
  expect(shown.rawPayload).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  const same = { ...headers, 'if-none-match': String(shown.headers.etag) };
  expect((await fake.app.inject({ method: 'GET', url, headers: same })).statusCode).toBe(304);
  await fake.app.close();
});

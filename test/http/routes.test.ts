import { expect, test } from 'vitest';
import { fakeApp, signedIn } from './fake.ts';
import { bulletin, HASH, NOW_MS } from './sample.ts';

const once = { kind: 'once', atMs: NOW_MS } as const;
const hours = { utcOffsetMin: 420, windows: [{ days: [1], fromMinute: 330, toMinute: 390 }] };
const grants = [{ role: 'author', areaId: 'area-muong-la' }];
const id = 'bul-1';

/** request → the service method asked and with what */
const ROUTES: [method: string, url: string, body: object | null, asked: string, input: unknown][] =
  [
    ['GET', '/api/accounts', null, 'accounts.list', undefined],
    [
      'POST',
      '/api/accounts',
      { name: 'lan', fullName: 'Lan', grants },
      'accounts.create',
      { name: 'lan', fullName: 'Lan', grants },
    ],
    [
      'PUT',
      '/api/accounts/acc-1/grants',
      { grants },
      'accounts.setGrants',
      { accountId: 'acc-1', grants },
    ],
    ['POST', '/api/accounts/acc-1/disable', null, 'accounts.disable', { accountId: 'acc-1' }],
    ['POST', '/api/accounts/acc-1/enable', null, 'accounts.enable', { accountId: 'acc-1' }],
    [
      'POST',
      '/api/accounts/acc-1/invitation',
      null,
      'accounts.inviteAgain',
      { accountId: 'acc-1' },
    ],
    ['GET', '/api/audit', null, 'audit.list', { beforeId: null, limit: 100 }],
    ['GET', '/api/audit?beforeId=a&limit=7', null, 'audit.list', { beforeId: 'a', limit: 7 }],
    ['GET', '/api/areas', null, 'areas.list', undefined],
    [
      'POST',
      '/api/areas',
      { code: 'xa-a', kind: 'commune', name: 'Xã A', parentId: 'p' },
      'areas.create',
      { code: 'xa-a', kind: 'commune', name: 'Xã A', parentId: 'p' },
    ],
    ['GET', '/api/areas/a/regulation', null, 'areas.regulation', { areaId: 'a' }],
    ['PUT', '/api/areas/a/regulation', { hours }, 'areas.setRegulation', { areaId: 'a', hours }],
    ['GET', '/api/sites', null, 'sites.list', undefined],
    [
      'POST',
      '/api/sites',
      { id: 'loa-1', areaId: 'a', name: 'Loa', zone: 'clinic' },
      'sites.create',
      { id: 'loa-1', areaId: 'a', name: 'Loa', zone: 'clinic' },
    ],
    ['POST', '/api/sites/loa-1/units', null, 'sites.installUnit', { siteId: 'loa-1' }],
    ['POST', '/api/sites/loa-1/units', {}, 'sites.installUnit', { siteId: 'loa-1' }],
    ['DELETE', '/api/units/unit-1', null, 'sites.removeUnit', { unitId: 'unit-1' }],
    ['GET', '/api/speakers', null, 'speakers.list', {}],
    [
      'GET',
      '/api/bulletins?state=pending&limit=7&beforeId=b',
      null,
      'bulletins.list',
      { limit: 7, beforeId: 'b', state: 'pending' },
    ],
    ['GET', '/api/languages', null, 'bulletins.languages', undefined],
    ['GET', `/api/bulletins/${id}`, null, 'bulletins.get', { bulletinId: id }],
    [
      'POST',
      '/api/bulletins',
      { areaId: 'a', text: 'Họp.', maxSeconds: 60, language: 'blt' },
      'bulletins.create',
      { areaId: 'a', text: 'Họp.', maxSeconds: 60, language: 'blt' },
    ],
    [
      'PUT',
      `/api/bulletins/${id}`,
      { title: 'B' },
      'bulletins.edit',
      { bulletinId: id, title: 'B' },
    ],
    ['POST', `/api/bulletins/${id}/submit`, null, 'bulletins.submit', { bulletinId: id }],
    [
      'POST',
      `/api/bulletins/${id}/approve`,
      { contentHash: HASH },
      'bulletins.approve',
      { bulletinId: id, contentHash: HASH },
    ],
    [
      'POST',
      `/api/bulletins/${id}/return`,
      { remark: 'Sai giờ' },
      'bulletins.sendBack',
      { bulletinId: id, remark: 'Sai giờ' },
    ],
    ['GET', '/api/schedules', null, 'schedules.list', undefined],
    [
      'POST',
      '/api/schedules',
      { bulletinId: id, areaIds: ['a'], rule: once },
      'schedules.create',
      { bulletinId: id, areaIds: ['a'], rule: once },
    ],
    [
      'POST',
      '/api/schedules/preview',
      { bulletinId: id, areaIds: ['a'], rule: { kind: 'cron', pattern: '30 17 * * *' } },
      'schedules.preview',
      { bulletinId: id, areaIds: ['a'], rule: { kind: 'cron', pattern: '30 17 * * *' } },
    ],
    ['DELETE', '/api/schedules/sch-1', null, 'schedules.withdraw', { scheduleId: 'sch-1' }],
    ['GET', '/api/plan', null, 'plan.list', { hours: 72, cursor: null }],
    ['GET', '/api/plan?hours=5', null, 'plan.list', { hours: 5, cursor: null }],
    [
      'GET',
      '/api/airings',
      null,
      'airings.list',
      { fromMs: NOW_MS - 72 * 3_600_000, toMs: NOW_MS + 72 * 3_600_000 },
    ],
    ['GET', '/api/airings?fromMs=1&toMs=2', null, 'airings.list', { fromMs: 1, toMs: 2 }],
    ['GET', '/api/airings/air-1', null, 'airings.get', { airingId: 'air-1' }],
    [
      'GET',
      '/api/airings/air-1/speakers/loa-1',
      null,
      'airings.chain',
      { airingId: 'air-1', siteId: 'loa-1' },
    ],
    ['POST', '/api/airings/air-1/cancel', null, 'airings.cancel', { airingId: 'air-1' }],
    ['PUT', '/api/simulation', { speed: 8 }, 'simulation.setSpeed', { speed: 8 }],
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

test('what is made is answered with 201, what is gone with 204 and nothing', async () => {
  const fake = await fakeApp();
  const headers = signedIn(fake);
  const made = await fake.app.inject({ method: 'POST', url: '/api/sites/a/units', headers });
  expect(made.statusCode).toBe(201);
  expect(made.headers['cache-control']).toBe('no-store');
  const gone = await fake.app.inject({ method: 'DELETE', url: '/api/units/u', headers });
  expect([gone.statusCode, gone.body]).toEqual([204, '']);
  await fake.app.close();
});

test('a field no schema names never leaves, however it came into a row', async () => {
  const fake = await fakeApp();
  fake.services.bulletins.list = () => [{ ...bulletin, secretHash: 'x' } as typeof bulletin];
  const answer = await fake.app.inject({ url: '/api/bulletins', headers: signedIn(fake) });
  expect(answer.statusCode).toBe(200);
  expect(answer.body).not.toContain('secretHash');
  // a list holds titles, not texts: whole plans would be megabytes over 3G
  expect(answer.json().bulletins[0].text).toBeUndefined();
  await fake.app.close();
});

test('an answer unlike its schema is our fault, said as such, and names the place for the log', async () => {
  const fake = await fakeApp();
  fake.services.areas.list = () => [{ id: 'a' }] as never;
  const answer = await fake.app.inject({ url: '/api/areas', headers: signedIn(fake) });
  expect(answer.statusCode).toBe(500);
  expect(answer.json().error).toMatchObject({ code: 'answer-unlike-schema', fault: 'ours' });
  expect(answer.json().error.place).toContain('/areas/0');
  await fake.app.close();
});

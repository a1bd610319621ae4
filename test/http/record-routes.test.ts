// Logs, figures, schemes and deadlines over HTTP: asked by schema, answered by schema, files as files.
// It must never know how anything is summed.
import { describe, expect, test } from 'vitest';
import { fakeApp, signedIn } from './fake.ts';

const asked = { areaId: 'a', period: '2026-12' };
const days = { name: 'Đề án', fromDay: '2026-01-01', untilDay: '2026-12-31' };
const deadlines = [{ code: 'nam', title: 'Báo cáo năm', month: 11, day: 10 }];

describe.each<[string, string, object | null, string, unknown]>([
  [
    'GET',
    '/api/records/log?areaId=a&period=2026-12',
    null,
    'records.page',
    { kind: 'log', ...asked },
  ],
  [
    'GET',
    '/api/records/justice?areaId=a&period=2026&schemeId=p&after=x',
    null,
    'records.page',
    { kind: 'justice', areaId: 'a', period: '2026', schemeId: 'p', after: 'x' },
  ],
  ['GET', '/api/records/deadlines?areaId=a', null, 'records.deadlines', { areaId: 'a' }],
  [
    'PUT',
    '/api/records/deadlines',
    { areaId: 'a', deadlines },
    'records.setDeadlines',
    { areaId: 'a', deadlines },
  ],
  ['GET', '/api/schemes', null, 'schemes.list', undefined],
  [
    'POST',
    '/api/schemes',
    { areaId: 'a', code: 'de-an', ...days },
    'schemes.create',
    { areaId: 'a', code: 'de-an', ...days },
  ],
  ['PUT', '/api/schemes/p', days, 'schemes.edit', { schemeId: 'p', ...days }],
  ['GET', '/api/bulletins/b/schemes', null, 'schemes.ofBulletin', { bulletinId: 'b' }],
  [
    'PUT',
    '/api/bulletins/b/schemes',
    { schemeIds: ['p'] },
    'schemes.setOfBulletin',
    { bulletinId: 'b', schemeIds: ['p'] },
  ],
  [
    'PUT',
    '/api/areas/a',
    { setting: 'urban' },
    'areaEdits.edit',
    { areaId: 'a', setting: 'urban' },
  ],
])('%s %s', (method, url, payload, asks, input) => {
  test('asks the service and answers by its schema', async () => {
    const fake = await fakeApp();
    const { app, asked: calls } = fake;
    const answer = await app.inject({
      ...{ method: method as 'GET', url, headers: signedIn(fake) },
      ...(payload ? { payload } : {}),
    });
    expect(answer.statusCode, answer.body).toBeLessThan(300);
    expect(calls.at(-1)).toMatchObject({ method: asks, input });
    await app.close();
  });
});

test.each([
  ['csv', 'text/csv; charset=utf-8', 'a,b\r\n1,2\r\n'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
  ['pdf', 'application/pdf', 'PK'],
])('a %s is a file under its own name, and is kept by no proxy', async (format, type, body) => {
  const fake = await fakeApp();
  const { app } = fake;
  const url = `/api/records/log/file?areaId=a&period=2026-12&format=${format}`;
  const answer = await app.inject({ url, headers: signedIn(fake) });
  expect([answer.statusCode, answer.headers['content-type'], answer.body]).toEqual([
    200,
    type,
    body,
  ]);
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename=/);
  expect(answer.headers['cache-control']).toBe('no-store');
  await app.close();
});

test.each([
  ['GET', '/api/records/log?areaId=a&period=2026-13'],
  ['GET', '/api/records/gossip?areaId=a&period=2026-12'],
  ['GET', '/api/records/log/file?areaId=a&period=2026-12&format=exe'],
  ['PUT', '/api/areas/a'],
  ['PUT', '/api/bulletins/b/schemes'],
])('%s %s is refused before anybody is asked', async (method, url) => {
  const fake = await fakeApp();
  const { app, asked: calls } = fake;
  const before = calls.length;
  const payload = method === 'PUT' ? { payload: { schemeIds: Array(21).fill('p') } } : {};
  const answer = await app.inject({
    method: method as 'GET',
    url,
    headers: signedIn(fake),
    ...payload,
  });
  expect(answer.statusCode).toBe(400);
  expect(
    calls.slice(before).filter(({ method: name }) => /^(records|schemes|areaEdits)/.test(name)),
  ).toEqual([]);
  await app.close();
});

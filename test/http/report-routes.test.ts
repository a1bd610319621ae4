// The officers' routes of reports, the public page's settings, posters, marks and hints: what is asked of the service.
// It must never try what a service decides.
import { expect, onTestFinished, test } from 'vitest';
import { fakeApp, signedIn } from './fake.ts';

async function office() {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  const headers = signedIn(fake);
  const ask = (method: 'GET' | 'PUT' | 'POST', url: string, payload?: object) =>
    fake.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { ...fake, ask, last: () => fake.asked.at(-1) };
}

test('reports are listed by page, seen and answered', async () => {
  const { ask, last } = await office();
  expect((await ask('GET', '/api/reports?open=true&limit=5&beforeId=r1')).statusCode).toBe(200);
  expect(last()).toEqual({
    ...{ method: 'reports.list', input: { open: true, beforeId: 'r1', limit: 5 } },
  });
  await ask('GET', '/api/reports');
  expect(last()?.input).toEqual({ open: false, beforeId: null, limit: 50 });
  await ask('POST', '/api/reports/r1/seen');
  expect(last()).toEqual({ method: 'reports.see', input: { reportId: 'r1' } });
  const said = { answer: 'Đã sửa', answerPublic: true, textPublic: false };
  expect((await ask('PUT', '/api/reports/r1/answer', said)).json()).toMatchObject({ id: 'rep-1' });
  expect(last()).toEqual({ method: 'reports.answer', input: { reportId: 'r1', ...said } });
});

test.each([
  ['GET', '/api/reports?limit=101', undefined],
  ['PUT', '/api/reports/r1/answer', { answer: '', answerPublic: true, textPublic: true }],
  [
    'PUT',
    '/api/reports/r1/answer',
    { answer: 'x'.repeat(1_001), answerPublic: true, textPublic: true },
  ],
  ['PUT', '/api/areas/a/public-page', { open: true, phone: '<b>0212</b>' }],
  ['PUT', '/api/areas/a/public-page', { open: true, phone: '0'.repeat(41) }],
  ['GET', '/api/areas/a/poster?siteId=../x', undefined],
  ['POST', '/api/personal-hints', { text: 'x'.repeat(500_001) }],
] as const)('%s %s refuses %j', async (method, url, payload) => {
  const { ask, asked } = await office();
  const before = asked.length;
  expect((await ask(method, url, payload)).statusCode).toBe(400);
  expect(asked).toHaveLength(before);
});

test('the public page is opened, its poster comes as a file nobody keeps', async () => {
  const { ask, last } = await office();
  expect((await ask('GET', '/api/areas/a/public-page')).json()).toMatchObject({ open: true });
  await ask('PUT', '/api/areas/a/public-page', { open: false, phone: '0212 3852 047' });
  const wish = { areaId: 'a', open: false, phone: '0212 3852 047' };
  expect(last()).toEqual({ method: 'publicDesk.setSettings', input: wish });
  const poster = await ask('GET', '/api/areas/a/poster?siteId=loa-1');
  expect(last()?.input).toEqual({ areaId: 'a', siteId: 'loa-1' });
  expect([poster.body, poster.headers['content-type']]).toEqual(['%PDF', 'application/pdf']);
  expect(poster.headers['cache-control']).toBe('no-store');
  await ask('GET', '/api/areas/a/poster');
  expect(last()?.input).toEqual({ areaId: 'a', siteId: null });
});

test('a bulletin is marked, and half a million letters are looked through', async () => {
  const { ask, last } = await office();
  expect((await ask('PUT', '/api/bulletins/b1/personal', { personalData: true })).statusCode).toBe(
    204,
  );
  expect(last()?.input).toEqual({ bulletinId: 'b1', personalData: true });
  const hints = await ask('POST', '/api/personal-hints', { text: 'ạ'.repeat(500_000) });
  expect(hints.json()).toEqual({ hints: [{ kind: 'phone', at: 4, length: 10 }] });
});

test('a stranger is asked to sign in, and somebody without the role is refused', async () => {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  expect((await fake.app.inject('/api/reports')).statusCode).toBe(401);
  const headers = signedIn(fake, ['technician']);
  expect((await fake.app.inject({ url: '/api/reports', headers })).statusCode).toBe(403);
});

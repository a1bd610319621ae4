// The routes of approving: what the services are asked, and what a browser is let do with the answers.
// It must never know how anything is decided.
import { expect, onTestFinished, test } from 'vitest';
import { slip } from './approval-sample.ts';
import { fakeApp, signedIn } from './fake.ts';
import { HASH } from './sample.ts';

async function opened() {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  return { ...fake, mine: signedIn(fake) };
}
const rule = { mode: 'all', accountIds: ['acc-2'] };
const bulletinId = 'bul-1';

test.each([
  [
    'POST',
    '/api/bulletins/bul-1/seen',
    { contentHash: HASH },
    'approving.seen',
    { bulletinId, contentHash: HASH },
  ],
  [
    'GET',
    '/api/bulletins/bul-1/changes',
    null,
    'approving.changes',
    { bulletinId, sinceVersion: null },
  ],
  [
    'GET',
    '/api/bulletins/bul-1/changes?since=3',
    null,
    'approving.changes',
    { bulletinId, sinceVersion: 3 },
  ],
  ['POST', '/api/bulletins/bul-1/withdraw', {}, 'approving.withdraw', { bulletinId, remark: null }],
  [
    'POST',
    '/api/bulletins/bul-1/withdraw',
    { remark: 'sai' },
    'approving.withdraw',
    { bulletinId, remark: 'sai' },
  ],
  ['GET', '/api/wants', null, 'approving.wants', undefined],
  [
    'POST',
    '/api/wants/w/grant',
    {},
    'approving.answerWant',
    { wantId: 'w', granted: true, remark: null },
  ],
  [
    'POST',
    '/api/wants/w/decline',
    { remark: 'Muộn rồi' },
    'approving.answerWant',
    { wantId: 'w', granted: false, remark: 'Muộn rồi' },
  ],
  ['GET', '/api/areas/a/approval', null, 'approvalRules.get', { areaId: 'a' }],
  ['PUT', '/api/areas/a/approval', rule, 'approvalRules.set', { areaId: 'a', ...rule }],
  ['GET', '/api/bulletins/bul-1/slip', null, 'slips.make', { bulletinId }],
  ['GET', '/api/bulletins/bul-1/slips', null, 'slips.list', { bulletinId }],
] as const)('%s %s with %j asks %s', async (method, url, payload, asked, input) => {
  const { app, mine, asked: all } = await opened();
  const answer = await app.inject({ method, url, headers: mine, ...(payload ? { payload } : {}) });
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  expect(all.at(-1)).toEqual({ method: asked, input });
});

test.each([
  ['a hash that is none', 'POST', '/api/bulletins/b/seen', { contentHash: 'x' }],
  ['a remark of a book', 'POST', '/api/bulletins/b/withdraw', { remark: 'a'.repeat(2_001) }],
  ['a rule nobody knows', 'PUT', '/api/areas/a/approval', { mode: 'none', accountIds: [] }],
  [
    'a hundred and one people',
    'PUT',
    '/api/areas/a/approval',
    { mode: 'any', accountIds: Array(101).fill('a') },
  ],
  ['a field of its own', 'PUT', '/api/areas/a/approval', { ...rule, secret: 1 }],
] as const)('%s is refused before anybody is asked', async (_, method, url, payload) => {
  const { app, mine, asked } = await opened();
  const answer = await app.inject({ method, url, headers: mine, payload });
  expect(answer.statusCode).toBe(400);
  expect(asked).toEqual([]);
});

test('the slip is a PDF to be saved, never a page with this page’s rights', async () => {
  const { app, mine } = await opened();
  const answer = await app.inject({ url: '/api/bulletins/bul-1/slip', headers: mine });
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
    'content-disposition': 'attachment; filename="phieu.pdf"; filename*=UTF-8\'\'phieu.pdf',
    'x-content-type-options': 'nosniff',
  });
});

test('a signed slip is taken as bytes, with its name', async () => {
  const { app, mine, asked } = await opened();
  const headers = { ...mine, 'content-type': 'application/octet-stream' };
  const url = '/api/bulletins/bul-1/slip?name=phi%E1%BA%BFu.pdf';
  const answer = await app.inject({
    method: 'PUT',
    url,
    headers,
    payload: Buffer.from('%PDF-1.7'),
  });
  expect(answer.statusCode, answer.body).toBe(201);
  expect(answer.json()).toMatchObject({ id: slip.id, signatures: [{ trusted: false }] });
  expect(asked.at(-1)?.input).toMatchObject({ bulletinId, name: 'phiếu.pdf' });
});

test.each([
  ['eleven megabytes', Buffer.alloc(11 * 1024 * 1024), 'application/octet-stream', 413],
  ['nothing', Buffer.alloc(0), 'application/octet-stream', 400],
  ['a form', Buffer.from('{}'), 'application/json', 415],
  ['a picture', Buffer.from('x'), 'image/png', 415],
])('%s is no slip', async (_, payload, type, status) => {
  const { app, mine, asked } = await opened();
  const headers = { ...mine, 'content-type': type };
  const url = '/api/bulletins/bul-1/slip';
  const answer = await app.inject({ method: 'PUT', url, headers, payload });
  expect(answer.statusCode, answer.body).toBe(status);
  expect(asked).toEqual([]);
});

test.each([
  ['POST', '/api/bulletins/b/withdraw', ['planner']],
  ['PUT', '/api/areas/a/approval', ['author', 'approver']],
  ['PUT', '/api/bulletins/b/slip', ['technician']],
] as const)('%s %s is not for %j', async (method, url, roles) => {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  const headers = signedIn(fake, roles);
  const answer = await fake.app.inject({ method, url, headers, payload: {} });
  expect(answer.statusCode).toBe(403);
});

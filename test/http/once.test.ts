// The idempotency key over the real routes and rows: pressed twice, done once.
// It must never know how keys are kept.
import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../src/http/app.ts';
import { PASSWORD, setUp, world } from '../services/world.ts';

async function office() {
  const at = world();
  const config = { trustProxy: false, webDir: null, version: '0' };
  const app = await buildApp({ services: at.house.services, config, log: null });
  onTestFinished(() => app.close());
  const admin = await setUp(at);
  const payload = { name: 'quan-tri', password: PASSWORD };
  const answer = await app.inject({ method: 'POST', url: '/api/session', payload });
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  const signedIn = { cookie, 'x-csrf-token': answer.json().csrfToken as string };
  const post = (url: string, body: object, key?: string) =>
    app.inject({
      ...{ method: 'POST', url, payload: body },
      headers: { ...signedIn, ...(key ? { 'idempotency-key': key } : {}) },
    });
  const provinceId = at.deps.store.areas.all()[0]?.id ?? '';
  const xa = { code: 'xa-a', kind: 'commune', name: 'Xã A', parentId: provinceId };
  return { at, app, admin, post, provinceId, xa };
}

test('the same request twice makes one commune and answers the same', async () => {
  const { at, post, xa } = await office();
  const first = await post('/api/areas', xa, 'press-0001');
  const second = await post('/api/areas', xa, 'press-0001');
  expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
  expect(second.body).toBe(first.body);
  expect(second.headers['idempotent-replay']).toBe('true');
  expect(at.deps.store.areas.all()).toHaveLength(2);
});

test('two at the same moment are one', async () => {
  const { at, post, xa } = await office();
  const both = await Promise.all([
    post('/api/areas', xa, 'press-0001'),
    post('/api/areas', xa, 'press-0001'),
  ]);
  expect(both.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
  expect(at.deps.store.areas.all()).toHaveLength(2);
});

test('a refusal is not kept: mended and sent again, it is done', async () => {
  const { post, xa, provinceId } = await office();
  const bad = await post('/api/areas', { ...xa, code: 'XÃ' }, 'press-0001');
  expect(bad.statusCode).toBe(400);
  const good = await post('/api/areas', { ...xa, parentId: provinceId }, 'press-0001');
  expect(good.statusCode).toBe(201);
});

test('a secret is shown once: the second time only that it was done', async () => {
  const { at, post, provinceId } = await office();
  const wish = { name: 'lan', fullName: 'Lan', grants: [{ role: 'author', areaId: provinceId }] };
  const first = await post('/api/accounts', wish, 'press-0001');
  expect(first.json().invitationToken).toBeTruthy();
  const second = await post('/api/accounts', wish, 'press-0001');
  expect([second.statusCode, second.json().error.code]).toEqual([409, 'done-already']);
  const kept = JSON.stringify(
    at.deps.store.requestKeys.get(
      at.deps.store.accounts.byName('quan-tri')?.id ?? '',
      'press-0001',
    ),
  );
  expect(kept).not.toContain(first.json().invitationToken);
});

test.each([
  ['too short', 'abc'],
  ['with a space', 'abc def ghi'],
  ['too long', 'x'.repeat(65)],
])('a key %s is refused in words', async (_, key) => {
  const { post, xa } = await office();
  const answer = await post('/api/areas', xa, key);
  expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'bad-key']);
});

test('a password change leaves no fingerprint', async () => {
  const { at, admin, post } = await office();
  const wish = { current: PASSWORD, password: 'một câu khác dễ nhớ' };
  await post('/api/session/password', wish, 'press-0001');
  expect(at.deps.store.requestKeys.get(admin.accountId, 'press-0001')).toBeNull();
});

test('another request under the same key is refused', async () => {
  const { post, xa } = await office();
  await post('/api/areas', xa, 'press-0001');
  const other = await post('/api/areas', { ...xa, code: 'xa-b' }, 'press-0001');
  expect([other.statusCode, other.json().error.code]).toEqual([422, 'key-reused']);
});

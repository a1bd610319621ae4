// The idempotency key over the real routes and rows: pressed twice, done once.
// It must never know how keys are kept.
import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../src/http/app.ts';
import { commune, PASSWORD, setUp, world } from '../services/world.ts';

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

test('what is kept is shown to nobody between: a repeated answer is never cached', async () => {
  const { post, xa } = await office();
  await post('/api/areas', xa, 'press-0001');
  const second = await post('/api/areas', xa, 'press-0001');
  expect(second.headers['cache-control']).toBe('no-store');
});

test('the password of a unit lies in no row, and is not said twice', async () => {
  const { at, admin, post } = await office();
  const { id } = commune(at, admin, 'xa-a');
  at.deps.store.accounts.putGrant({ accountId: admin.accountId, role: 'technician', areaId: id });
  const facts = { areaId: id, tenantId: id, name: 'Loa nhà văn hóa', zone: 'ordinary' } as const;
  at.deps.store.sites.insert({ id: 'loa-1', ...facts, startOffsetMs: 0 });
  const url = '/api/sites/loa-1/units';
  const first = await post(url, {}, 'press-0001');
  expect(first.statusCode).toBe(201);
  const kept = at.deps.store.requestKeys.get(admin.accountId, 'press-0001');
  expect(kept).toMatchObject({ status: 201, answer: null });
  const second = await post(url, {}, 'press-0001');
  expect([second.statusCode, second.json().error.code]).toEqual([409, 'done-already']);
});

test('a stop goes out each time it is asked, whatever key is sent', async () => {
  const { at, admin, post } = await office();
  const { id, operator } = commune(at, admin, 'xa-a');
  at.deps.store.accounts.putGrant({ accountId: admin.accountId, role: 'operator', areaId: id });
  for (const _press of [1, 2]) {
    const answer = await post(`/api/areas/${id}/stop`, { reason: 'nhầm' }, 'press-0001');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['idempotent-replay']).toBeUndefined();
  }
  expect(at.deps.store.stops.live(at.clock.planMs())).toHaveLength(2);
  expect(at.deps.store.requestKeys.count(admin.accountId)).toBe(0);
  expect(operator.accountId).not.toBe(admin.accountId);
});

type Described = { 'x-action'?: string; 'x-secret-answer'?: true; 'x-again'?: true };
type Schema = { properties?: Record<string, Schema>; [part: string]: unknown };
type Operation = Described & {
  responses?: Record<string, { content?: Record<string, { schema?: Schema }> }>;
};

/** Every property of an answer, however deep. */
function namesIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(namesIn);
  if (schema === null || typeof schema !== 'object') return [];
  const { properties = {}, ...rest } = schema as Schema;
  const deeper = [...Object.values(properties), ...Object.values(rest)].flatMap(namesIn);
  // a template's label is a sentence in two languages; a unit's is a line of text
  const isSecret = (name: string) => name !== 'label' || properties[name]?.type === 'string';
  return [...Object.keys(properties).filter(isSecret), ...deeper];
}

async function posts() {
  const { app } = await office();
  const { paths } = app.swagger() as { paths: Record<string, { post?: Operation }> };
  return Object.entries(paths).flatMap(([url, { post }]) => (post ? [{ url, post }] : []));
}

test('no POST with a secret in its answer leaves it in a row', async () => {
  const secret = ['password', 'secret', 'token', 'invitationToken', 'enrolment', 'label'];
  const found = (await posts()).filter(({ url, post }) => {
    const answers = [post.responses?.['200'], post.responses?.['201']];
    const names = namesIn(answers.map((answer) => answer?.content?.['application/json']?.schema));
    // requests of a session are never kept at all
    const kept = !post['x-action']?.startsWith('session.');
    // the label of a telephone is the name its owner gave it
    // and a gap's label is what its frame calls it
    const told = /^\/api\/(?:told|frames)\b/.test(url) ? ['label'] : [];
    return kept && names.some((name) => secret.includes(name) && !told.includes(name));
  });
  expect(found.map(({ url }) => url)).toEqual(
    expect.arrayContaining(['/api/accounts', '/api/sites/{id}/units', '/api/spares']),
  );
  for (const { url, post } of found) expect([url, post['x-secret-answer']]).toEqual([url, true]);
});

test('previews, tries, recordings, the stop, the all-clear and commands are done each time', async () => {
  const again = (await posts()).filter(({ post }) => post['x-again']).map(({ url }) => url);
  expect(again.sort()).toEqual([
    '/api/areas/{id}/all-clear',
    '/api/areas/{id}/regulation/preview',
    '/api/areas/{id}/stop',
    '/api/bulletins/{id}/recording',
    '/api/clock-words',
    '/api/compositions/preview',
    '/api/frame-offers',
    '/api/frame-sessions/{id}/pieces',
    '/api/frames/{id}/say',
    '/api/frames/{id}/try',
    '/api/notices/preview',
    '/api/personal-hints',
    '/api/programmes/preview',
    '/api/schedules/conflicts',
    '/api/schedules/preview',
    '/api/sites/{id}/commands',
    '/api/source/bulletins',
    '/api/spares/labels',
    '/api/voices/listen',
    '/thu-am/{token}/ban-ghi',
  ]);
});

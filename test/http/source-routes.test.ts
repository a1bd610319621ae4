import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { fakeApp, signedIn } from './fake.ts';

const BODY = Buffer.from('{ "externalId":  "TTN-1" }');
const signed = {
  'content-type': 'application/json; charset=utf-8',
  'x-source-key': 'khoa-1',
  'x-source-timestamp': '1796446800000',
  'x-source-signature': 'c2ln',
};

async function opened() {
  const fake = await fakeApp();
  const push = (payload: Buffer, headers: Record<string, string> = signed) =>
    fake.app.inject({ method: 'POST', url: '/api/source/bulletins', payload, headers });
  return { ...fake, push };
}

describe('the door of the source system', () => {
  test('hands on the very bytes that came and what they were signed with; no session is needed', async () => {
    const { app, push, asked } = await opened();
    const answer = await push(BODY);
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      { externalId: 'TTN-1', revision: 1, state: 'accepted', duplicate: false },
    ]);
    const { body, proof, contentType } = (asked.at(-1)?.input ?? {}) as Record<string, unknown>;
    expect(Buffer.compare(body as Buffer, BODY)).toBe(0);
    expect(contentType).toBe(signed['content-type']);
    expect(proof).toEqual({ keyId: 'khoa-1', timestampMs: 1796446800000, signature: 'c2ln' });
    await app.close();
  });

  test('takes warnings in CAP; what is neither is not read', async () => {
    const { app, push, asked } = await opened();
    const xml = { ...signed, 'content-type': 'application/cap+xml' };
    expect((await push(Buffer.from('<alert/>'), xml)).statusCode).toBe(200);
    const before = asked.length;
    expect((await push(BODY, { ...signed, 'content-type': 'text/html' })).statusCode).toBe(415);
    expect(asked).toHaveLength(before);
    await app.close();
  });

  test('ten megabytes are cut off', async () => {
    const { app, push, asked } = await opened();
    expect((await push(Buffer.alloc(10 * 1024 * 1024, 32))).statusCode).toBe(413);
    expect(asked).toEqual([]);
    await app.close();
  });

  test('an unsigned body is handed on as such, and a strange hour is none', async () => {
    const { app, push, asked } = await opened();
    await push(BODY, { 'content-type': 'application/json' });
    expect(asked.at(-1)?.input).toMatchObject({ proof: null });
    await push(BODY, { ...signed, 'x-source-timestamp': 'now' });
    expect(asked.at(-1)?.input).toMatchObject({ proof: { timestampMs: 0 } });
    await app.close();
  });

  test.each([
    ['unauthenticated', 'bad-signature', 401],
    ['conflict', 'contradictory', 409],
    ['caller', 'other-province', 400],
    ['world', 'busy', 503],
    ['missing', 'source-shut', 404],
  ] as const)('what is refused is said with its reason: %s', async (fault, code, status) => {
    const { app, push, services } = await opened();
    services.source.take = () => {
      throw new AppError({ code, fault, say: { vi: 'Không nhận.', en: 'No.' }, place: 'son-la' });
    };
    const answer = await push(BODY);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ error: { code, place: 'son-la' } });
    await app.close();
  });
});

test.each([
  ['GET', '/api/source', null, 'source.view', undefined],
  ['GET', '/api/source/items', null, 'source.list', { beforeId: null, limit: 50 }],
  ['GET', '/api/source/items?beforeId=x&limit=7', null, 'source.list', { beforeId: 'x', limit: 7 }],
  ['GET', '/api/source/refusals', null, 'source.refusals', { beforeId: null, limit: 50 }],
  [
    'GET',
    '/api/source/letters?state=dropped',
    null,
    'source.letters',
    { beforeId: null, limit: 50, state: 'dropped' },
  ],
  [
    'PUT',
    '/api/source/trust/khoa-1',
    { on: true },
    'source.setTrust',
    { keyId: 'khoa-1', on: true },
  ],
] as const)('%s %s is asked of the services', async (method, url, body, asked, input) => {
  const fake = await fakeApp();
  const as = await signedIn(fake);
  const answer = await fake.app.inject({
    ...{ method, url, headers: as },
    ...(body === null ? {} : { payload: body }),
  });
  expect(answer.statusCode, answer.body).toBe(200);
  expect(fake.asked.at(-1)).toEqual({ method: asked, input });
  await fake.app.close();
});

test('the bytes are saved and never shown', async () => {
  const fake = await fakeApp();
  const headers = await signedIn(fake);
  const answer = await fake.app.inject({ url: '/api/source/items/in-1/raw', headers });
  expect(answer.headers['content-type']).toBe('application/octet-stream');
  expect(answer.headers['content-disposition']).toContain('attachment');
  expect(answer.headers['content-security-policy']).toContain('sandbox');
  expect(answer.body).toBe('{"x":1}');
  await fake.app.close();
});

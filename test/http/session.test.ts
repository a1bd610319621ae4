import { expect, test } from 'vitest';
import { fakeApp, signedIn } from './fake.ts';
import { sessionOf } from './sample.ts';

const PASSWORD = 'một câu thật dài';
const signIn = { name: 'lan', password: PASSWORD };
const setUp = {
  token: 't',
  name: 'lan',
  fullName: 'Lan',
  password: PASSWORD,
  provinceName: 'Tỉnh Sơn La',
  provinceCode: 'son-la',
};

test.each([
  ['signing in', '/api/session', signIn, 200],
  ['the first set-up', '/api/setup', setUp, 201],
  ['an invitation', '/api/invitation', { token: 't', password: PASSWORD }, 201],
])('%s gives a cookie no script can read and an answer without the token', async (...row) => {
  const [, url, payload, status] = row;
  const { app } = await fakeApp();
  const answer = await app.inject({ method: 'POST', url, payload });
  expect(answer.statusCode).toBe(status);
  const cookie = String(answer.headers['set-cookie']);
  expect(cookie).toMatch(/^vx_session=token-1; Path=\/; Expires=.+; HttpOnly; SameSite=Strict$/);
  expect(answer.body).not.toContain('token-1');
  expect(answer.json()).toMatchObject({ csrfToken: 'csrf-1', simulated: false });
  await app.close();
});

test('behind a trusted proxy that speaks https the cookie is Secure; a stranger cannot say so', async () => {
  for (const [trustProxy, secure] of [
    [true, true],
    [false, false],
  ] as const) {
    const { app } = await fakeApp({ trustProxy });
    const headers = { 'x-forwarded-proto': 'https' };
    const answer = await app.inject({
      method: 'POST',
      url: '/api/session',
      headers,
      payload: signIn,
    });
    expect(String(answer.headers['set-cookie']).includes('Secure')).toBe(secure);
    await app.close();
  }
});

test('a wrong password is the service’s own sentence and gives no cookie', async () => {
  const { app } = await fakeApp();
  const payload = { name: 'lan', password: 'sai' };
  const answer = await app.inject({ method: 'POST', url: '/api/session', payload });
  expect(answer.statusCode).toBe(401);
  expect(answer.headers['set-cookie']).toBeUndefined();
  await app.close();
});

test('signing in anew hands the old session over to be ended, without asking for its token', async () => {
  const fake = await fakeApp();
  const { cookie } = signedIn(fake);
  await fake.app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { cookie },
    payload: signIn,
  });
  expect(fake.asked.at(-1)?.input).toMatchObject({ previousToken: 'token-1' });
  await fake.app.close();
});

test('a sign-in is told the address it came from, and so is a change of password', async () => {
  const fake = await fakeApp();
  const headers = signedIn(fake);
  const here = { remoteAddress: '192.0.2.7', method: 'POST' as const };
  await fake.app.inject({ ...here, url: '/api/session', payload: signIn });
  expect(fake.asked.at(-1)?.input).toMatchObject({ address: '192.0.2.7', previousToken: null });
  const url = '/api/session/password';
  const payload = { current: PASSWORD, password: 'một câu khác hẳn' };
  const answer = await fake.app.inject({ ...here, url, headers, payload });
  expect([answer.statusCode, answer.body]).toEqual([204, '']);
  expect(fake.asked.at(-1)).toEqual({
    method: 'session.changePassword',
    input: { ...payload, token: 'token-1', address: '192.0.2.7' },
  });
  await fake.app.close();
});

test('signing out ends the session and takes the cookie back', async () => {
  const fake = await fakeApp();
  const headers = signedIn(fake);
  const answer = await fake.app.inject({ method: 'DELETE', url: '/api/session', headers });
  expect(answer.statusCode).toBe(204);
  expect(String(answer.headers['set-cookie'])).toContain(
    'vx_session=; Max-Age=0; Path=/; Expires=Thu, 01 Jan',
  );
  expect(fake.sessions.size).toBe(0);
  const after = await fake.app.inject({ url: '/api/session', headers });
  expect(after.json().error.code).toBe('sign-in-first');
  await fake.app.close();
});

test.each([
  ['no cookie', {}],
  ['a cookie nobody gave', { cookie: 'vx_session=made-up' }],
])('with %s everything but the public is closed', async (_what, headers) => {
  const { app, asked } = await fakeApp();
  for (const url of ['/api/session', '/api/areas', '/api/events', '/api/clips/c/sound']) {
    const answer = await app.inject({ url, headers });
    expect([url, answer.statusCode]).toEqual([url, 401]);
  }
  const health = await app.inject({ url: '/api/health', headers });
  expect(health.json()).toMatchObject({ ok: true, broker: 'connected' });
  expect(asked).toEqual([]);
  await app.close();
});

test.each([
  ['none', undefined],
  ['another', 'csrf-2'],
  ['one of another length', 'csrf-1-and-more'],
])('a change with %s for a CSRF token is refused before the body is read', async (_what, token) => {
  const fake = await fakeApp();
  const { cookie } = signedIn(fake);
  const headers = { cookie, ...(token === undefined ? {} : { 'x-csrf-token': token }) };
  const answer = await fake.app.inject({ method: 'POST', url: '/api/areas', headers, payload: {} });
  expect([answer.statusCode, answer.json().error.code]).toEqual([403, 'csrf']);
  await fake.app.close();
});

test('a role held nowhere is refused before the service is asked; reading stays open', async () => {
  const fake = await fakeApp();
  const headers = signedIn(fake, ['technician']);
  const payload = { areaId: 'a', text: 'x' };
  const made = await fake.app.inject({ method: 'POST', url: '/api/bulletins', headers, payload });
  expect([made.statusCode, made.json().error.code]).toEqual([403, 'not-your-role']);
  expect(fake.asked).toEqual([]);
  const read = await fake.app.inject({ url: '/api/bulletins', headers });
  expect(read.statusCode).toBe(200);
  await fake.app.close();
});

test('an account without any role can see who it is and leave, nothing else', async () => {
  const fake = await fakeApp();
  const headers = signedIn(fake, []);
  expect((await fake.app.inject({ url: '/api/session', headers })).json().grants).toEqual([]);
  expect((await fake.app.inject({ url: '/api/plan', headers })).statusCode).toBe(403);
  const leave = { method: 'DELETE' as const, url: '/api/session', headers };
  expect((await fake.app.inject(leave)).statusCode).toBe(204);
  await fake.app.close();
});

test('the eleventh sign-in in a minute from one address must wait, and is told how long', async () => {
  const { app } = await fakeApp();
  const wrong = {
    method: 'POST' as const,
    url: '/api/session',
    payload: { name: 'a', password: 'b' },
  };
  for (let n = 0; n < 10; n += 1) expect((await app.inject(wrong)).statusCode).toBe(401);
  const answer = await app.inject(wrong);
  expect(answer.statusCode).toBe(429);
  expect(answer.json().error.message.vi).toMatch(/^Bạn đã thử quá nhiều lần. Hãy đợi \d+ giây/);
  // another address is not punished for it
  const other = await app.inject({ ...wrong, remoteAddress: '10.0.0.9' });
  expect(other.statusCode).toBe(401);
  await app.close();
});

test('the session of the fake is what the page gets', async () => {
  const fake = await fakeApp();
  const headers = signedIn(fake, ['author']);
  const answer = await fake.app.inject({ url: '/api/session', headers });
  const { account, grants, csrfToken, speed, planNowMs } = sessionOf(['author']);
  expect(answer.json()).toEqual({ account, grants, csrfToken, speed, simulated: false, planNowMs });
  await fake.app.close();
});

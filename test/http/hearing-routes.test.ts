// The routes of what looks personal, of the spoken mark and of text and sound moving together.
// It must never know rows.
import { expect, onTestFinished, test } from 'vitest';
import { fakeApp, signedIn } from './fake.ts';
import { hearing, personal } from './hearing-sample.ts';

type Ask = [method: 'GET' | 'POST' | 'PUT', url: string, payload?: unknown];

async function site() {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  const headers = signedIn(fake);
  const ask = ([method, url, payload]: Ask) =>
    fake.app.inject({
      method,
      url,
      headers,
      ...(payload === undefined ? {} : { payload: payload as object }),
    });
  return { fake, ask };
}
const MARK = { own: null, spoken: false, sentence: 'Bản tin do giọng máy đọc.' };

test.each<[Ask, string, unknown, unknown]>([
  [['GET', '/api/bulletins/b/personal'], 'personalDesk.view', { bulletinId: 'b' }, personal],
  [
    ['POST', '/api/bulletins/b/personal/answer', { reason: 'số trực' }],
    ...(['personalDesk.answer', { bulletinId: 'b', reason: 'số trực' }, personal] as const),
  ],
  [['GET', '/api/areas/xa/spoken-mark'], 'personalDesk.spokenMark', { areaId: 'xa' }, MARK],
  [
    ['PUT', '/api/areas/xa/spoken-mark', { spoken: null }],
    ...(['personalDesk.setSpokenMark', { areaId: 'xa', spoken: null }, MARK] as const),
  ],
  [['GET', '/api/clips/c/hearing'], 'hearings.ofClip', { clipId: 'c' }, hearing],
  [['GET', '/api/bulletins/b/hearing'], 'hearings.ofBulletin', { bulletinId: 'b' }, hearing],
])('%j asks %s', async (wish, method, input, answer) => {
  const { fake, ask } = await site();
  const got = await ask(wish);
  expect([got.statusCode, got.json()]).toEqual([200, answer]);
  expect(fake.asked.at(-1)).toEqual({ method, input });
});

test.each<Ask>([
  ['POST', '/api/bulletins/b/personal/answer', {}],
  ['POST', '/api/bulletins/b/personal/answer', { reason: '' }],
  ['POST', '/api/bulletins/b/personal/answer', { reason: 'x'.repeat(501) }],
  ['POST', '/api/bulletins/b/personal/answer', { reason: 'x', more: 1 }],
  ['PUT', '/api/areas/xa/spoken-mark', {}],
  ['PUT', '/api/areas/xa/spoken-mark', { spoken: 'yes' }],
])('%s %s refuses %j', async (...wish) => {
  const { fake, ask } = await site();
  const before = fake.asked.length;
  expect((await ask(wish)).json().error).toMatchObject({ code: 'invalid' });
  expect(fake.asked.slice(before)).toEqual([]);
});

test('a stranger is asked who he is', async () => {
  const { fake } = await site();
  for (const url of [
    '/api/bulletins/b/personal',
    '/api/clips/c/hearing',
    '/api/areas/xa/spoken-mark',
  ])
    expect((await fake.app.inject({ url })).statusCode).toBe(401);
});

test('the seconds of a public sound, and the one script, are for anybody, small and unkept', async () => {
  const { fake } = await site();
  const seconds = await fake.app.inject({ url: '/xa/muong-la/sound/air-1.json' });
  expect(seconds.json()).toEqual(hearing);
  expect(fake.asked.at(-1)).toEqual({
    ...{ method: 'publicPages.follow', input: { code: 'muong-la', airingId: 'air-1' } },
  });
  const script = await fake.app.inject({ url: '/xa/nghe.js' });
  expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(script.rawPayload.length).toBeLessThan(6_000);
  expect(script.body).not.toMatch(
    /innerHTML|eval|cookie|localStorage|https?:\/\/(?!www\.w3\.org)/u,
  );
  const week = await fake.app.inject({ url: '/xa/muong-la' });
  expect(week.headers['content-security-policy']).not.toContain('script-src');
  const own = await fake.app.inject({ url: '/xa/muong-la/tin/air-1' });
  expect(own.headers['content-security-policy']).toContain("script-src 'self';connect-src 'self'");
  expect(own.body).toContain('<script src="/xa/nghe.js" defer></script>');
  expect(own.body).toContain('rel="alternate" type="application/rss+xml"');
});

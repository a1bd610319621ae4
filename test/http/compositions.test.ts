// The routes of composing: what each asks of the services, and what never gets that far.
// It must never know how a text is composed.
import { describe, expect, onTestFinished, test } from 'vitest';
import { fakeApp, signedIn } from './fake.ts';

const WISH = { documentId: 'd', picks: ['c440'], genre: 'qa' };
const ROUTES: [
  method: 'GET' | 'POST',
  url: string,
  body: object | null,
  asked: string,
  input: unknown,
][] = [
  [
    'GET',
    '/api/documents/d/clauses',
    null,
    'compositions.clauses',
    { documentId: 'd', position: null },
  ],
  [
    'GET',
    '/api/documents/d/clauses?part=2',
    null,
    'compositions.clauses',
    { documentId: 'd', position: 2 },
  ],
  ['POST', '/api/compositions/preview', WISH, 'compositions.preview', { ...WISH, position: null }],
  [
    'POST',
    '/api/compositions/preview',
    { ...WISH, part: 3, text: 'Bà con chú ý.' },
    'compositions.preview',
    { ...WISH, position: 3, text: 'Bà con chú ý.' },
  ],
  ['GET', '/api/bulletins/b/script', null, 'compositions.script', { bulletinId: 'b' }],
  ['GET', '/api/clips/c/peaks', null, 'compositions.peaks', { clipId: 'c' }],
  [
    'POST',
    '/api/bulletins',
    { areaId: 'a', documentId: 'd', part: 1, composition: { picks: ['c440'], genre: 'news' } },
    'compositions.create',
    { areaId: 'a', documentId: 'd', part: 1, picks: ['c440'], genre: 'news' },
  ],
];

describe('each route asks its service', () => {
  test.each(ROUTES)('%s %s', async (method, url, payload, asked, input) => {
    const fake = await fakeApp();
    const { app } = fake;
    onTestFinished(() => app.close());
    const headers = signedIn(fake);
    const answer = await app.inject({ method, url, headers, ...(payload && { payload }) });
    expect(answer.statusCode).toBe(payload && url === '/api/bulletins' ? 201 : 200);
    expect(fake.asked.at(-1)).toEqual({ method: asked, input });
  });
});

test('peaks are kept by the browser as their clip is', async () => {
  const fake = await fakeApp();
  const { app } = fake;
  onTestFinished(() => app.close());
  const answer = await app.inject({
    method: 'GET',
    url: '/api/clips/c/peaks',
    headers: signedIn(fake),
  });
  expect(answer.json()).toEqual({ peaks: [0, 64, 127] });
  expect(answer.headers['cache-control']).toContain('immutable');
});

test('a composition without its document is an ordinary bulletin', async () => {
  const fake = await fakeApp();
  const { app } = fake;
  onTestFinished(() => app.close());
  const payload = { areaId: 'a', text: 'Bà con chú ý.', composition: { picks: [], genre: 'news' } };
  await app.inject({
    method: 'POST',
    url: '/api/bulletins',
    headers: signedIn(fake),
    payload,
  });
  expect(fake.asked.at(-1)?.method).toBe('bulletins.create');
});

test.each([
  ['a pick that is a place in nothing', { ...WISH, picks: ['Điều 2'] }],
  [
    'more picks than a bulletin holds',
    { ...WISH, picks: Array.from({ length: 401 }, (_, n) => `c${n}`) },
  ],
  ['a genre there is none of', { ...WISH, genre: 'song' }],
  ['ten megabytes of text', { ...WISH, text: 'a'.repeat(10_000_000) }],
  ['a text of five hours', { ...WISH, text: 'a'.repeat(200_001) }],
  ['a field nobody knows', { ...WISH, station: 'Đài khác' }],
])('%s is refused in words before any service is asked', async (_what, payload) => {
  const fake = await fakeApp();
  const { app } = fake;
  onTestFinished(() => app.close());
  const headers = signedIn(fake);
  const before = fake.asked.length;
  const answer = await app.inject({
    method: 'POST',
    url: '/api/compositions/preview',
    headers,
    payload,
  });
  expect([400, 413]).toContain(answer.statusCode);
  expect(answer.json().error.message.vi).not.toBe('');
  expect(fake.asked.slice(before).map(({ method }) => method)).not.toContain(
    'compositions.preview',
  );
});

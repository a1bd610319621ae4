import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fakeApp, signedIn } from './fake.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'vangxa-http-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const SOUND = Buffer.from(Array.from({ length: 1_000 }, (_, n) => n % 251));

async function clipApp() {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  const path = join(folder(), 'clip-1.opus');
  writeFileSync(path, SOUND);
  fake.services.bulletins.sound = () => ({ path, bytes: SOUND.length });
  const ask = (headers: object, method: 'GET' | 'HEAD' = 'GET') =>
    fake.app.inject({
      method,
      url: '/api/clips/clip-1/sound',
      headers: { ...signedIn(fake), ...headers },
    });
  return ask;
}

test('a clip is sound a browser knows, kept for good by this browser alone', async () => {
  const ask = await clipApp();
  const answer = await ask({});
  expect(answer.statusCode).toBe(200);
  expect(answer.rawPayload.equals(SOUND)).toBe(true);
  expect(answer.headers).toMatchObject({
    'content-type': 'audio/ogg',
    'cache-control': 'private, max-age=31536000, immutable',
    'accept-ranges': 'bytes',
  });
});

test.each([
  ['the first bytes', 'bytes=0-99', 206, 'bytes 0-99/1000', SOUND.subarray(0, 100)],
  ['bytes in the middle', 'bytes=500-509', 206, 'bytes 500-509/1000', SOUND.subarray(500, 510)],
  ['everything from a place', 'bytes=990-', 206, 'bytes 990-999/1000', SOUND.subarray(990)],
  ['the last bytes', 'bytes=-5', 206, 'bytes 995-999/1000', SOUND.subarray(995)],
])('%s of a clip can be asked for', async (_what, range, status, said, bytes) => {
  const ask = await clipApp();
  const answer = await ask({ range });
  expect([answer.statusCode, answer.headers['content-range']]).toEqual([status, said]);
  expect(answer.rawPayload.equals(bytes)).toBe(true);
});

test('a range past the end is refused with a sentence', async () => {
  const ask = await clipApp();
  const answer = await ask({ range: 'bytes=2000-3000' });
  expect([answer.statusCode, answer.json().error.code]).toEqual([416, 'range-outside']);
});

test('HEAD tells a clip’s length and type and sends nothing', async () => {
  const ask = await clipApp();
  const answer = await ask({}, 'HEAD');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-length']).toBe('1000');
  expect(answer.headers['content-type']).toBe('audio/ogg');
  expect(answer.body).toBe('');
});

test('another form of a clip is sent as what it is; a form there is not is refused by name', async () => {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  const path = join(folder(), 'clip-1.48.mp3');
  writeFileSync(path, SOUND);
  const wanted: unknown[] = [];
  fake.services.bulletins.rendition = async (_actor, wish) => {
    wanted.push(wish);
    return { path, mime: 'audio/mpeg', bytes: SOUND.length };
  };
  const ask = (as: string) =>
    fake.app.inject({ url: `/api/clips/clip-1/sound?as=${as}`, headers: signedIn(fake) });
  const answer = await ask('mp3');
  expect(answer.headers).toMatchObject({
    'content-type': 'audio/mpeg',
    'cache-control': 'private, max-age=31536000, immutable',
  });
  expect(answer.rawPayload.equals(SOUND)).toBe(true);
  expect((await ask('wav')).json().error).toMatchObject({ code: 'invalid', place: 'as' });
  expect(wanted).toMatchObject([{ clipId: 'clip-1', as: 'mp3' }]);
});

test('a clip whose file is gone is missing, said in JSON', async () => {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  fake.services.bulletins.sound = () => ({ path: join(folder(), 'gone.opus'), bytes: 0 });
  const answer = await fake.app.inject({ url: '/api/clips/c/sound', headers: signedIn(fake) });
  expect(answer.statusCode).toBe(404);
  expect(answer.json().error.fault).toBe('missing');
});

test('a file is handed on as its bytes, with its name', async () => {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  const answer = await fake.app.inject({
    method: 'POST',
    url: '/api/documents?areaId=a&name=Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh.txt',
    headers: { ...signedIn(fake), 'content-type': 'application/octet-stream' },
    payload: SOUND,
  });
  expect(answer.statusCode).toBe(201);
  expect(answer.json().document.text).toBeUndefined();
  const input = fake.asked.at(-1)?.input as { name: string; content: { bytes: Uint8Array } };
  expect(input.name).toBe('Quyết định.txt');
  expect(Buffer.from(input.content.bytes).equals(SOUND)).toBe(true);
});

const MEGABYTE = 1024 * 1024;
test.each([
  ['a file of 26 MB', '/api/documents?areaId=a', 'application/octet-stream', 26, '25 MB', 413],
  ['a text of 4 MB', '/api/documents?areaId=a', 'application/json', 4, '3 MB', 413],
  ['a form of 2 MB', '/api/bulletins', 'application/json', 2, '1 MB', 413],
])('%s is refused with the limit in the sentence', async (...row) => {
  const [, url, type, megabytes, limit, status] = row;
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  const filling = 'x'.repeat(megabytes * MEGABYTE);
  const answer = await fake.app.inject({
    method: 'POST',
    url,
    headers: { ...signedIn(fake), 'content-type': type },
    payload: type === 'application/json' ? JSON.stringify({ text: filling }) : filling,
  });
  expect(answer.statusCode).toBe(status);
  const { error } = answer.json();
  expect(error).toMatchObject({ code: 'body-too-large', fault: 'caller' });
  expect(error.message.vi).toContain(`lớn hơn ${limit}`);
  expect(error.message.en).toContain(`larger than ${limit}`);
  expect(fake.asked).toEqual([]);
});

test('a document of 25 MB is taken', async () => {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  const answer = await fake.app.inject({
    method: 'POST',
    url: '/api/documents?areaId=a',
    headers: { ...signedIn(fake), 'content-type': 'application/octet-stream' },
    payload: Buffer.alloc(25 * MEGABYTE),
  });
  expect(answer.statusCode).toBe(201);
});

test('bytes are taken where a document is, and nowhere else', async () => {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  const answer = await fake.app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'content-type': 'application/octet-stream' },
    payload: Buffer.alloc(MEGABYTE),
  });
  expect([answer.statusCode, answer.json().error.code]).toEqual([415, 'media-type']);
});

test('a text of the most characters there may be is taken, however JSON writes them; one more is not', async () => {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  const send = async (chars: number) =>
    fake.app.inject({
      method: 'POST',
      url: '/api/documents?areaId=a',
      headers: { ...signedIn(fake), 'content-type': 'application/json' },
      payload: `{"text":"${'\\u1ec7'.repeat(chars)}"}`,
    });
  expect((await send(500_000)).statusCode).toBe(201);
  const refused = await send(500_001);
  expect(refused.json().error.message.en).toBe('Text: at most 500000 characters.');
});

test.each([
  ['at the top', '/api/documents?areaId=a', (fields: string) => `{"text":"a",${fields}}`, 'k0'],
  [
    'in a list',
    '/api/accounts',
    (fields: string) =>
      `{"name":"a","fullName":"A","grants":[{"role":"author","areaId":"a",${fields}}]}`,
    'grants.0.k0',
  ],
])('a heap of fields that do not exist, %s, is refused by the first of them', async (...row) => {
  const [, url, body, place] = row;
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  const fields = Array.from({ length: 60_000 }, (_, n) => `"k${n}":0`).join(',');
  const answer = await fake.app.inject({
    method: 'POST',
    url,
    headers: { ...signedIn(fake), 'content-type': 'application/json' },
    payload: body(fields),
  });
  expect(answer.json().error).toMatchObject({ code: 'invalid', place });
  expect(answer.json().error.message.en).toBe(`“${place}”: there is no such field.`);
});

test('a document without text or area says what is missing', async () => {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  const headers = signedIn(fake);
  const request = { method: 'POST' as const, headers, payload: {} };
  const textless = await fake.app.inject({ ...request, url: '/api/documents?areaId=a' });
  expect(textless.json().error).toMatchObject({ place: 'text', fault: 'caller' });
  const text = { ...request, payload: { text: 'Điều 1.' } };
  const homeless = await fake.app.inject({ ...text, url: '/api/documents' });
  expect(homeless.json().error.message.vi).toBe('Địa bàn: còn thiếu.');
});

async function pageApp(built: boolean) {
  const webDir = folder();
  if (built) {
    mkdirSync(join(webDir, 'assets'));
    writeFileSync(join(webDir, 'index.html'), '<!doctype html><title>Vang Xa</title>');
    writeFileSync(join(webDir, 'assets', 'index-abc.js'), 'export {}');
    writeFileSync(join(webDir, '.env'), 'secret');
  }
  const fake = await fakeApp({ webDir });
  onTestFinished(() => fake.app.close());
  return fake.app;
}

test('the page is asked for anew each time, its hashed parts never again', async () => {
  const app = await pageApp(true);
  const page = await app.inject({ url: '/' });
  expect(page.headers['content-type']).toContain('text/html');
  expect(page.headers['cache-control']).toBe('no-cache');
  const part = await app.inject({ url: '/assets/index-abc.js' });
  expect(part.headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

test('what lies hidden in the folder or above it is not served', async () => {
  const app = await pageApp(true);
  for (const url of ['/.env', '/assets/../.env', '/..%2f..%2fetc/passwd'])
    expect((await app.inject({ url })).body).not.toMatch(/secret|root:/);
});

test('a page that was not built says how to build it', async () => {
  const app = await pageApp(false);
  expect((await app.inject({ url: '/' })).body).toContain('npm run build');
});

test('no page may run a script written into it, be framed, or fetch from elsewhere', async () => {
  const app = await pageApp(true);
  const { headers } = await app.inject({ url: '/' });
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|https:|\*/);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
});

test('the API describes itself in OpenAPI 3.1 and can be browsed without any other server', async () => {
  const { app } = await fakeApp();
  onTestFinished(() => app.close());
  const described = (await app.inject({ url: '/api/openapi.json' })).json();
  expect(described.openapi).toBe('3.1.0');
  expect(described.paths['/api/bulletins/{id}/approve'].post['x-action']).toBe('bulletin.approve');
  const page = await app.inject({ url: '/api/docs/' });
  expect(page.statusCode).toBe(200);
  for (const [, url] of page.body.matchAll(/(?:src|href)="([^"]+)"/g)) {
    expect(url).toMatch(/^\.\//);
    const part = await app.inject({ url: `/api/docs/${url?.slice(2)}` });
    expect([url, part.statusCode]).toEqual([url, 200]);
  }
});

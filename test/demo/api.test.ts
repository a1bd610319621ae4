import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventOf, refusalOf, type SentEvent, signIn } from '../../src/demo/api.ts';

type Seen = { method: string; url: string; headers: IncomingMessage['headers']; body: string };
const seen: Seen[] = [];
let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const bytes of request) body += bytes;
    const url = request.url ?? '';
    seen.push({ method: request.method ?? '', url, headers: request.headers, body });
    if (url === '/api/session')
      response.setHeader('set-cookie', ['vx_session=abc; HttpOnly; SameSite=Strict; Path=/']);
    if (url === '/api/refused') {
      response.statusCode = 409;
      response.end(JSON.stringify({ error: { message: { vi: 'Không được.', en: 'No.' } } }));
    } else if (url === '/api/nothing') {
      response.statusCode = 204;
      response.end();
    } else if (url === '/api/sound') response.end(Buffer.from([1, 2, 3]));
    else if (url === '/api/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('retry: 3000\n: hello\n\nevent: progress\nda');
      response.write('ta: {"id":"b","detail":{"done":1}}\n\nevent: speaker\ndata: {"id":"s"}\n\n');
      response.end();
    } else response.end(JSON.stringify({ csrfToken: 't', got: body }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const signedIn = () => signIn(base, '/api/session', { name: 'a', password: 'b' });

describe('a person at the API', () => {
  test('keeps the cookie and the token of the sign-in', async () => {
    const person = await signedIn();
    await person.call('PUT', '/api/simulation', { speed: 2 });
    expect(seen.at(-1)).toMatchObject({
      method: 'PUT',
      headers: { cookie: 'vx_session=abc', 'x-csrf-token': 't' },
      body: '{"speed":2}',
    });
  });
  test('sends no body and no type where there is none', async () => {
    const person = await signedIn();
    await person.call('POST', '/api/bulletins/x/submit');
    expect(seen.at(-1)?.headers['content-type']).toBeUndefined();
    expect(await person.call('GET', '/api/nothing')).toBeNull();
  });
  test('uploads and downloads bytes', async () => {
    const person = await signedIn();
    const answer = await person.upload<{ got: string }>('/api/documents', Buffer.from('Điều 1'));
    expect(answer.got).toBe('Điều 1');
    expect(seen.at(-1)?.headers['content-type']).toBe('application/octet-stream');
    expect(await person.download('/api/sound')).toEqual(new Uint8Array([1, 2, 3]));
  });
  test("passes on the service's own refusal", async () => {
    const person = await signedIn();
    await expect(person.call('GET', '/api/refused')).rejects.toMatchObject({
      say: { vi: 'Không được.', en: 'No.' },
    });
  });
  test('hears events, also those that come in pieces', async () => {
    const person = await signedIn();
    const heard: SentEvent[] = [];
    await person.watch('/api/events', (event) => heard.push(event), new AbortController().signal);
    expect(heard).toEqual([
      { kind: 'progress', id: 'b', detail: { done: 1 } },
      { kind: 'speaker', id: 's', detail: {} },
    ]);
  });
  test('is told when nobody listens there', async () => {
    await expect(signIn('http://127.0.0.1:9', '/api/session', {})).rejects.toThrow(
      'does not answer /api/session',
    );
    const person = await signedIn();
    const gone = AbortSignal.abort();
    await expect(person.watch('/api/events', () => {}, gone)).resolves.toBeUndefined();
  });
});

describe('a refusal has a sentence in any case', () => {
  test.each([
    ['{"error":{"message":{"vi":"Sai.","en":"Wrong."}}}', 'Wrong.'],
    ['{"error":{"message":{"vi":"Sai."}}}', 'refused /x (500)'],
    ['<html>', 'refused /x (500): <html>'],
    ['null', 'refused /x (500): null'],
    ['', 'refused /x (500)'],
  ])('%s', (text, words) => {
    expect(refusalOf('/x', 500, text).message).toContain(words);
  });
});

test.each([
  ['event: a\ndata: {"id":"1"}', { kind: 'a', id: '1', detail: {} }],
  ['data: {"id":"1"}', { kind: '', id: '1', detail: {} }],
  ['event: a\ndata: {}', { kind: 'a', id: '', detail: {} }],
  [': alive', null],
  ['event: a\ndata: not json', null],
  ['event: a\ndata: 7', null],
])('the block %j is %j', (block, event) => {
  expect(eventOf(block)).toEqual(event);
});

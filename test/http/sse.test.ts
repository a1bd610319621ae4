import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { fakeApp, signedIn } from './fake.ts';
import { sessionOf } from './sample.ts';

type Stream = { text(): string; until(wanted: string): Promise<void>; ended: Promise<void> };

async function listening(heartbeatMs = 60_000) {
  const fake = await fakeApp({ heartbeatMs });
  onTestFinished(() => fake.app.close());
  await fake.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = fake.app.server.address() as AddressInfo;
  return { ...fake, url: `http://127.0.0.1:${port}` };
}

async function open(url: string, headers: Record<string, string>): Promise<Stream> {
  const gone = new AbortController();
  onTestFinished(() => gone.abort());
  const answer = await fetch(`${url}/api/events`, { headers, signal: gone.signal });
  if (answer.body === null) throw new Error('no body');
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  let text = '';
  let told = () => {};
  const decoder = new TextDecoder();
  const body = answer.body;
  const read = async () => {
    for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(part, { stream: true });
      told();
    }
  };
  const ended = read().catch(() => undefined);
  const until = async (wanted: string) => {
    while (!text.includes(wanted)) {
      await new Promise<void>((resolve, reject) => {
        told = resolve;
        void ended.then(() => reject(new Error(`ended without ${wanted}: ${text}`)));
      });
    }
  };
  return { text: () => text, until, ended };
}

const change = { kind: 'airing', id: 'air-1', tenantId: 'area-muong-la' } as const;

test('a change is told by its kind, as the services’ door lets it through', async () => {
  const fake = await listening();
  const stream = await open(fake.url, signedIn(fake));
  await stream.until('retry: 3000');
  for (const listener of fake.listeners) listener({ ...change, detail: { verdicts: 3 } });
  await stream.until('event: airing');
  await stream.until(`data: ${JSON.stringify({ ...change, detail: { verdicts: 3 } })}`);
});

test('a quiet stream says it is alive', async () => {
  const fake = await listening(20);
  const stream = await open(fake.url, signedIn(fake));
  await stream.until('event: beat');
});

test('a stream ends with its session: at sign-out at once', async () => {
  const fake = await listening();
  const headers = signedIn(fake);
  const stream = await open(fake.url, headers);
  await stream.until('hello');
  await fetch(`${fake.url}/api/session`, { method: 'DELETE', headers });
  await stream.ended;
  expect(stream.text()).toContain('event: bye\ndata: {"reason":"signed-out"}');
  expect(fake.listeners.size).toBe(0);
});

test('a stream ends with its session: at expiry by the next heartbeat', async () => {
  const fake = await listening(20);
  const stream = await open(fake.url, signedIn(fake));
  await stream.until('hello');
  fake.sessions.clear();
  await stream.ended;
  expect(stream.text()).toContain('"reason":"signed-out"');
});

test('a stream ends when its reader holds other roles, so that it is filtered anew', async () => {
  const fake = await listening(20);
  const stream = await open(fake.url, signedIn(fake));
  await stream.until('hello');
  fake.sessions.set('token-1', sessionOf(['technician']));
  await stream.ended;
  expect(stream.text()).toContain('"reason":"rights-changed"');
});

test('a reader who leaves is forgotten', async () => {
  const fake = await listening();
  const gone = new AbortController();
  const headers = signedIn(fake);
  const answer = await fetch(`${fake.url}/api/events`, { headers, signal: gone.signal });
  await answer.body?.getReader().read();
  expect(fake.listeners.size).toBe(1);
  gone.abort();
  await expect.poll(() => fake.listeners.size).toBe(0);
});

test('a seventh page of one session is refused with a sentence, a first of another is not', async () => {
  const fake = await listening();
  const headers = signedIn(fake);
  for (let n = 0; n < 6; n += 1) await open(fake.url, headers);
  const answer = await fetch(`${fake.url}/api/events`, { headers });
  expect(answer.status).toBe(429);
  expect(await answer.json()).toMatchObject({ error: { code: 'too-many-listeners' } });
  await open(fake.url, signedIn(fake));
});

test('when the services take no more listeners that is an ordinary answer', async () => {
  const fake = await listening();
  fake.services.events.listen = () => {
    const say = { vi: 'Đông quá.', en: 'Too many.' };
    throw new AppError({ code: 'too-many-listeners', fault: 'world', say });
  };
  const answer = await fetch(`${fake.url}/api/events`, { headers: signedIn(fake) });
  expect(answer.status).toBe(429);
});

test('a reader that does not read is cut off before it fills the memory', async () => {
  const fake = await listening();
  const headers = signedIn(fake);
  const gone = new AbortController();
  onTestFinished(() => gone.abort());
  // the answer's body is never read
  await fetch(`${fake.url}/api/events`, { headers, signal: gone.signal });
  const long = { ...change, detail: { words: 'x'.repeat(60_000) } };
  await expect
    .poll(() => {
      for (const listener of fake.listeners) for (let n = 0; n < 20; n += 1) listener(long);
      return fake.listeners.size;
    })
    .toBe(0);
});

test('a service that stops ends its streams and does not wait for their readers', async () => {
  const fake = await listening();
  const stream = await open(fake.url, signedIn(fake));
  await stream.until('hello');
  await fake.app.close();
  await stream.ended;
  expect(stream.text()).toContain('"reason":"closing"');
});

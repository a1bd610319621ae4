import { once } from 'node:events';
import { type ClientRequest, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { fakeApp, signedIn } from './fake.ts';

async function opened() {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  await fake.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = fake.app.server.address() as AddressInfo;
  /** Sends the first bytes of a file and no more. */
  const begin = (headers: object, bytes = 1_000) => {
    const sent = request({
      ...{ port, method: 'POST', path: '/api/documents?areaId=a', agent: false },
      headers: { ...headers, 'content-type': 'application/octet-stream', 'content-length': bytes },
    });
    sent.on('error', () => undefined);
    sent.write('x');
    return sent;
  };
  return { fake, begin };
}

async function answerTo(sent: ClientRequest): Promise<{ status: number; body: string }> {
  const [answer] = await once(sent, 'response');
  let body = '';
  for await (const bytes of answer) body += bytes;
  return { status: answer.statusCode, body };
}

/** Refused at once, or still open: then ended, to see that it would have been taken. */
const ended = (sent: ClientRequest, bytes = 999) => answerTo(sent.end('x'.repeat(bytes)));

/** More than may be: whichever comes last is refused, the others wait to be ended. */
async function oneRefused(sent: ClientRequest[]) {
  const answers = sent.map(async (one) => ({ one, ...(await answerTo(one)) }));
  const refused = await Promise.race(answers);
  const held = sent.filter((one) => one !== refused.one);
  const end = async () => {
    for (const one of held) one.end('x'.repeat(999));
    return (await Promise.all(answers)).map(({ status }) => status).sort();
  };
  return { ...refused, held, end };
}

test('two bodies of an account may be on their way, a third is refused with a sentence', async () => {
  const { fake, begin } = await opened();
  const mine = signedIn(fake);
  const { status, body, end } = await oneRefused([begin(mine), begin(mine), begin(mine)]);
  expect([status, JSON.parse(body).error.code]).toEqual([429, 'too-many-uploads']);
  expect(JSON.parse(body).error.message.vi).toContain('nhiều nhất 2');
  expect(await end()).toEqual([201, 201, 429]);
  expect((await ended(begin(mine))).status).toBe(201);
});

test('a body that is cut off gives its place back', async () => {
  const { fake, begin } = await opened();
  const mine = signedIn(fake);
  const { one, held } = await oneRefused([begin(mine), begin(mine), begin(mine)]);
  one.destroy();
  held[0]?.destroy();
  await expect.poll(async () => (await ended(begin(mine))).status, { timeout: 10_000 }).toBe(201);
});

test('a body larger than can be taken gives its place back', async () => {
  const { fake, begin } = await opened();
  const mine = signedIn(fake);
  for (let n = 0; n < 3; n += 1) {
    const sent = begin(mine, 26 * 1024 * 1024);
    expect((await answerTo(sent)).status).toBe(413);
    sent.destroy();
  }
  await expect.poll(async () => (await ended(begin(mine))).status, { timeout: 10_000 }).toBe(201);
});

test('six bodies in all may be on their way, whoever sends them', async () => {
  const { fake, begin } = await opened();
  const others = Array.from({ length: 7 }, (_, n) => {
    const headers = signedIn(fake);
    const token = headers.cookie.replace('vx_session=', '');
    const made = fake.sessions.get(token);
    if (made === undefined) throw new Error('not signed in');
    fake.sessions.set(token, { ...made, actor: { ...made.actor, accountId: `acc-${n}` } });
    return headers;
  });
  const { status, body, end } = await oneRefused(others.map((headers) => begin(headers)));
  expect([status, JSON.parse(body).error.code]).toEqual([429, 'too-many-uploads']);
  expect(await end()).toEqual([...Array.from({ length: 6 }, () => 201), 429]);
});

import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeSenders } from '../../src/senders/senders.ts';
import { letter, receiver, signal } from './letter.ts';

const NOW = Date.parse('2026-12-05T12:00:00+07:00');
const keys = { publicKey: 'p', privateKey: 'q' };
const senders = (loopback = true) =>
  makeSenders(
    {
      push: { keys, contact: () => 'mailto:a@b.example' },
      ...{ webhookKey: Buffer.alloc(32, 7), mail: null, sms: null, loopback },
    },
    () => NOW,
  );
const payload = { id: letter.id, kind: 'stopped', title: { vi: 'Đã dừng', en: 'Stopped' } };

test('a webhook is signed over its time and its body with a secret of its own', async () => {
  const server = await receiver({ answer: () => ({ status: 204 }) });
  const { webhook } = senders();
  const to = { id: 'hook-1', url: server.url, payload };
  expect(await webhook.send({ to, letter, signal })).toEqual({ kind: 'delivered' });
  const [asked] = server.asked;
  const time = `${asked?.headers['x-vangxa-timestamp']}`;
  expect(Number(time)).toBe(NOW / 1000);
  const mac = createHmac('sha256', webhook.secretOf('hook-1'));
  const expected = mac.update(`${time}.${asked?.body}`).digest('hex');
  expect(asked?.headers['x-vangxa-signature']).toBe(`sha256=${expected}`);
  expect(asked?.headers['x-vangxa-id']).toBe(letter.id);
  expect(JSON.parse(`${asked?.body}`)).toEqual(payload);
  expect(webhook.secretOf('hook-2')).not.toBe(webhook.secretOf('hook-1'));
});

test.each([
  [
    { status: 302, headers: { location: 'http://127.0.0.1/' } },
    { kind: 'failed', reason: 'refused' },
  ],
  [{ status: 410 }, { kind: 'failed', reason: 'gone' }],
  [{ status: 500 }, { kind: 'later', reason: 'busy' }],
])('an answer of %j is %j', async (answer, outcome) => {
  const server = await receiver({ answer: () => answer });
  const to = { id: 'h', url: server.url, payload };
  expect(await senders().webhook.send({ to, letter, signal })).toMatchObject(outcome);
});

test('into this machine or its network nothing is sent', async () => {
  const server = await receiver({ answer: () => ({ status: 200 }) });
  const { webhook } = senders(false);
  for (const url of [server.url, 'https://10.0.0.1/', 'https://localhost/'])
    expect(await webhook.send({ to: { id: 'h', url, payload }, letter, signal })).toMatchObject({
      ...{ kind: 'failed', reason: 'forbidden-address' },
    });
  expect(server.asked).toEqual([]);
});

test('channels nobody has set up are not offered, the others are', () => {
  const { push, mail, sms, webhook } = senders();
  expect([push, mail, sms, webhook].map((one) => one.ready())).toEqual([true, false, false, true]);
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeOutside } from '../../src/senders/outside.ts';
import { makeSms } from '../../src/senders/sms.ts';
import { readGateway, type SmsGateway } from '../../src/senders/sms-gateway.ts';
import { type Answer, letter, receiver, signal } from './letter.ts';

const outside = makeOutside({ whose: 'owner', loopback: false });
const example = () => readGateway(readFileSync('config/sms-gateway.json', 'utf8'));
const to = { number: '+84912345678', text: 'Loa im lang {{secret}}\n"Ban Mong"' };

async function sent(answer: Answer | null, of: Partial<SmsGateway> = {}) {
  const server = await receiver({ answer: () => answer });
  const gateway = { ...example(), ...of, url: `${server.url}${of.url ?? '/send'}` };
  const setting = { gateway, secret: 'key/+ =', reportSecret: null };
  const outcome = await makeSms({ outside, setting }).send({ to, letter, signal });
  return { outcome, asked: server.asked[0] };
}
const ok = (body: object): Answer => ({ status: 200, body: JSON.stringify(body) });

describe('SMS', () => {
  test('goes as its gateway wants it, and is known by the gateway’s own name', async () => {
    const { outcome, asked } = await sent(ok({ status: 0, messageId: 77 }), {
      headers: { authorization: 'Bearer {{id}}' },
    });
    expect(outcome).toEqual({ kind: 'sent', providerId: '77' });
    expect(asked?.headers.authorization).toBe(`Bearer ${letter.id}`);
    expect(JSON.parse(`${asked?.body}`)).toEqual({
      // what stands in a text is never looked through for gaps
      ...{ from: 'VANGXA', to: '84912345678', text: to.text, reference: letter.id },
    });
  });

  test('or as a form, or all in the address, its gaps percent-encoded', async () => {
    const form = 'to={{to}}&text={{text}}';
    const { asked } = await sent(ok({ status: '0' }), { body: form, numbers: '0' });
    expect(asked?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(new URLSearchParams(`${asked?.body}`).get('text')).toBe(to.text);
    expect(new URLSearchParams(`${asked?.body}`).get('to')).toBe('0912345678');
    const url = '/send?to={{to}}&key={{secret}}&text={{text}}';
    const got = await sent(ok({ status: '0' }), { method: 'GET', url, body: null, numbers: '+84' });
    const query = new URL(`http://x${got.asked?.url}`).searchParams;
    expect([query.get('to'), query.get('key'), query.get('text')]).toEqual([
      ...['+84912345678', 'key/+ =', to.text],
    ]);
  });

  test.each<[Answer, object]>([
    [ok({ status: 'no credit' }), { kind: 'failed', reason: 'refused', detail: 'no credit' }],
    [
      { status: 200, body: 'OK' },
      { kind: 'failed', reason: 'refused', detail: null },
    ],
    [{ status: 500 }, { kind: 'later', reason: 'busy', detail: 'HTTP 500', askedMs: 0 }],
    [{ status: 401 }, { kind: 'failed', reason: 'refused', detail: 'HTTP 401' }],
  ])('an answer of %j is %j', async (answer, outcome) => {
    expect((await sent(answer)).outcome).toEqual(outcome);
  });

  test('a gateway that says only 200 is believed, and knows the message by our name', async () => {
    const plain = { accepted: null, idField: null };
    expect((await sent({ status: 200, body: 'ok' }, plain)).outcome).toEqual({
      ...{ kind: 'sent', providerId: letter.id },
    });
  });

  test('a secret that no header can hold is a fault of the settings, not a crash', async () => {
    const { outcome, asked } = await sent(ok({}), { headers: { authorization: 'bí mật ở đây' } });
    expect([outcome, asked]).toMatchObject([{ kind: 'failed', reason: 'not-set-up' }, undefined]);
  });

  test('one that does not answer is given up when the service stops', async () => {
    const server = await receiver({ answer: () => null });
    const setting = {
      ...{ gateway: { ...example(), url: server.url }, secret: '', reportSecret: null },
    };
    const end = new AbortController();
    const sending = makeSms({ outside, setting }).send({ to, letter, signal: end.signal });
    await expect.poll(() => server.asked.length).toBe(1);
    end.abort();
    expect(await sending).toMatchObject({ kind: 'later', reason: 'no-answer' });
  });

  test('a report is taken from who has the secret, in the words of the description', () => {
    const setting = { gateway: example(), secret: '', reportSecret: 'r'.repeat(24) };
    const sms = makeSms({ outside, setting });
    const report = (fields: Record<string, unknown>, secret = 'r'.repeat(24)) =>
      sms.report({ secret, fields });
    expect(report({ messageId: 'm', status: 'DELIVRD' })).toEqual({
      ...{ providerId: 'm', state: 'delivered', detail: 'DELIVRD' },
    });
    expect(report({ messageId: 7, status: 'UNDELIV' })?.state).toBe('failed');
    expect(report({ messageId: 'm', status: 'ENROUTE' })).toBeNull();
    expect(report({ status: 'DELIVRD' })).toBeNull();
    expect(report({ messageId: 'm', status: 'DELIVRD' }, 'wrong')).toBeNull();
    expect(makeSms({ outside, setting: null }).report({ secret: '', fields: {} })).toBeNull();
  });

  test('without a gateway it is not offered', async () => {
    const none = makeSms({ outside, setting: null });
    expect(none.ready()).toBe(false);
    expect(await none.send({ to, letter, signal })).toMatchObject({ reason: 'not-set-up' });
  });
});

describe('the description of a gateway', () => {
  test.each([
    ['not JSON', '{', 'JSON'],
    ['a list', '[]', 'JSON'],
    ['no address', '{}', 'url'],
    ['an address of another kind', '{"url":"file:///x"}', 'url'],
    ['a method there is not', '{"url":"http://x","method":"PUT"}', 'method'],
    ['numbers of another country', '{"url":"http://x","numbers":"1"}', 'numbers'],
    ['headers that are no text', '{"url":"http://x","headers":{"a":1}}', 'headers'],
    ['a body that is a number', '{"url":"http://x","body":7}', 'body'],
    ['no field that says yes', '{"url":"http://x","accepted":{}}', 'accepted'],
    ['a report without its fields', '{"url":"http://x","report":{"id":"m"}}', 'report'],
    ['a report that is none', '{"url":"http://x","report":1}', 'report'],
  ])('with %s is refused by name', (_what, json, place) => {
    expect(() => readGateway(json)).toThrow(
      expect.objectContaining({ code: 'bad-settings', place }),
    );
  });

  test('needs no more than an address', () => {
    expect(readGateway('{"url":"http://x","report":null}')).toMatchObject({
      ...{ method: 'POST', numbers: '84', body: null, accepted: null, idField: null, report: null },
    });
  });
});

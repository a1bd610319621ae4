import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeOutside } from '../../src/senders/outside.ts';
import { makeWebPush } from '../../src/senders/web-push.ts';
import { openToldKeys } from '../../src/told-keys.ts';
import { browserKeys, vapidClaims } from './browser-keys.ts';
import { type Answer, certificate, letter, receiver, signal } from './letter.ts';

const contact = 'mailto:truc@tinh.gov.vn';

function keys() {
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-push-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return openToldKeys(join(folder, 'keys', 'messages.json')).push;
}

async function pushed(answer: Answer | null, of: Partial<typeof letter> = {}) {
  const service = await receiver({ tls: true, answer: () => answer });
  const own = keys();
  const outside = makeOutside({ whose: 'anybody', loopback: true, ca: certificate().cert });
  const push = makeWebPush({ outside, keys: own, contact: () => contact });
  const browser = browserKeys();
  const to = {
    endpoint: `${service.url}/wpush/v2/abc`,
    p256dh: browser.p256dh,
    auth: browser.auth,
  };
  const outcome = await push.send({ to, letter: { ...letter, ...of }, signal });
  return { outcome, service, browser, own, push };
}

describe('Web Push', () => {
  test('arrives sealed for that browser alone, and it opens to what was said', async () => {
    const { outcome, service, browser } = await pushed({ status: 201 });
    expect(outcome).toEqual({ kind: 'sent', providerId: null });
    const [asked] = service.asked;
    expect(asked).toMatchObject({ method: 'POST', url: '/wpush/v2/abc' });
    expect(asked?.headers['content-encoding']).toBe('aes128gcm');
    expect(asked?.body.includes(Buffer.from('im lặng'))).toBe(false);
    expect(JSON.parse(browser.open(asked?.body ?? Buffer.alloc(0)))).toMatchObject({
      ...{ id: letter.id, title: letter.title, body: letter.body, link: letter.link },
    });
    // the browser next door cannot
    expect(() => browserKeys().open(asked?.body ?? Buffer.alloc(0))).toThrow();
  });

  test('says who we are in a token for that service alone, good for less than a day', async () => {
    const { service, own } = await pushed({ status: 201 });
    const { publicKey, claims } = vapidClaims(service.asked[0]?.headers.authorization ?? '');
    expect(publicKey).toBe(own.publicKey);
    expect(claims).toMatchObject({ aud: service.url, sub: contact });
    expect(Number(claims.exp)).toBeLessThanOrEqual(Date.now() / 1000 + 86_400);
  });

  test('an emergency is urgent and short-lived; a newer one of a topic replaces the older', async () => {
    const normal = (await pushed({ status: 201 })).service.asked[0]?.headers;
    const urgent = (await pushed({ status: 201 }, { urgent: true, lifeMs: 7_200_000 })).service;
    expect([normal?.urgency, normal?.ttl]).toEqual(['normal', '3600']);
    expect(urgent.asked[0]?.headers).toMatchObject({ urgency: 'high', ttl: '7200' });
    expect(normal?.topic).toMatch(/^[\w-]{32}$/);
    expect(urgent.asked[0]?.headers.topic).toBe(normal?.topic);
  });

  test.each([
    [{ status: 404 }, { kind: 'failed', reason: 'gone', detail: 'HTTP 404' }],
    [{ status: 410 }, { kind: 'failed', reason: 'gone', detail: 'HTTP 410' }],
    [{ status: 400 }, { kind: 'failed', reason: 'refused', detail: 'HTTP 400' }],
    [
      { status: 429, headers: { 'retry-after': '120' } },
      { kind: 'later', reason: 'busy', detail: 'HTTP 429', askedMs: 120_000 },
    ],
    [
      { status: 503, headers: { 'retry-after': 'soon' } },
      { kind: 'later', reason: 'busy', detail: 'HTTP 503', askedMs: 0 },
    ],
  ] as const)('an answer of %j is %j', async (answer, outcome) => {
    expect((await pushed(answer)).outcome).toEqual(outcome);
  });

  test('keys no browser ever made are worth nothing', async () => {
    const { push, service } = await pushed({ status: 201 });
    const to = { endpoint: service.url, p256dh: 'A'.repeat(87), auth: 'A'.repeat(22) };
    expect(await push.send({ to, letter, signal })).toMatchObject({
      kind: 'failed',
      reason: 'gone',
    });
  });
});

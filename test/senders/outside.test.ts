import type { LookupAddress } from 'node:dns';
import { describe, expect, test } from 'vitest';
import { makeOutside, type OutsideSetting } from '../../src/senders/outside.ts';
import { isLoopback, isPublic } from '../../src/senders/public-address.ts';
import { certificate, receiver, signal } from './letter.ts';

const INSIDE = [
  ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254'],
  ...['0.0.0.0', '100.64.0.1', '224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1'],
  ...['::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '::ffff:10.0.0.1', '64:ff9b::a00:1'],
  ...['2002:0a00:0001::', '2001:db8::1', '2001:0:1::', 'localhost', 'not an address', ''],
];
const OUTSIDE = ['8.8.8.8', '172.32.0.1', '113.160.0.1', '2606:4700::1111', '2405:4800::1'];

test.each(INSIDE)('%s is not outside', (address) => expect(isPublic(address)).toBe(false));
test.each(OUTSIDE)('%s is', (address) => expect(isPublic(address)).toBe(true));
test('loopback is known in both families', () => {
  expect(['127.9.9.9', '::1', '10.0.0.1', 'localhost'].map(isLoopback)).toEqual([
    ...[true, true, false, false],
  ]);
});

const anybody: OutsideSetting = { whose: 'anybody', loopback: false };
const ask = (url: string, setting: Partial<OutsideSetting> = {}, timeoutMs = 2_000) =>
  makeOutside({ ...anybody, ...setting }).ask({
    ...{ url, headers: {}, body: 'x', timeoutMs, signal },
  });
const forbidden = (detail: string) => ({ kind: 'failed', reason: 'forbidden-address', detail });

/** A name server that says what it is told. */
const naming = (...addresses: string[]) =>
  ((_name: string, _options: object, done: (e: null, all: LookupAddress[]) => void) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) as unknown as NonNullable<OutsideSetting['lookup']>;

describe('an address somebody named', () => {
  test.each([
    ['http://example.org/', 'not-https'],
    ['ftp://example.org/', 'not-https'],
    ['https://127.0.0.1/', 'forbidden-address'],
    ['https://[::1]/', 'forbidden-address'],
    ['https://[::ffff:169.254.169.254]/', 'forbidden-address'],
    ['https://2130706433/', 'forbidden-address'],
    ['https://0x7f.1/', 'forbidden-address'],
    ['https://localhost/', 'forbidden-address'],
    ['https://a.localhost/', 'forbidden-address'],
    ['https://lan:mat-khau@example.org/', 'forbidden-address'],
    ['nothing', 'forbidden-address'],
  ])('%s is refused before anything is asked: %s', async (url, why) => {
    expect(makeOutside(anybody).refuses(url)).toBe(why);
    expect(await ask(url)).toEqual(forbidden(why));
  });

  test.each([[['10.0.0.5']], [['8.8.8.8', '127.0.0.1']], [['::1']], [[]]])(
    'a name that leads to %j is refused when it is connected to',
    async (addresses) => {
      const answer = await ask('https://rebind.example/', { lookup: naming(...addresses) });
      expect(answer).toMatchObject({ kind: 'failed', reason: 'forbidden-address' });
    },
  );

  test('a redirect is not followed', async () => {
    const inner = await receiver({ answer: () => ({ status: 200 }) });
    const outer = await receiver({
      answer: () => ({ status: 302, headers: { location: inner.url } }),
    });
    expect(await ask(outer.url, { loopback: true })).toMatchObject({ status: 302 });
    expect(inner.asked).toEqual([]);
  });

  test('an answer that does not end is given up, one that does not begin too', async () => {
    const large = await receiver({ answer: () => ({ status: 200, body: Buffer.alloc(70_000) }) });
    expect(await ask(large.url, { loopback: true })).toMatchObject({
      ...{ kind: 'failed', reason: 'bad-answer', detail: 'over 64 KB' },
    });
    const silent = await receiver({ answer: () => null });
    const startMs = performance.now();
    expect(await ask(silent.url, { loopback: true }, 200)).toMatchObject({
      ...{ kind: 'failed', reason: 'no-answer', detail: 'TIMEOUT' },
    });
    expect(performance.now() - startMs).toBeLessThan(2_000);
  });

  test('a certificate nobody vouches for is no answer; ours is believed when it is named', async () => {
    const server = await receiver({ tls: true, answer: () => ({ status: 200, body: 'ok' }) });
    expect(await ask(server.url, { loopback: true })).toMatchObject({ reason: 'no-answer' });
    const ca = certificate().cert;
    expect(await ask(server.url, { loopback: true, ca })).toMatchObject({ text: 'ok' });
  });

  test('by a name that leads to loopback, where that is allowed', async () => {
    const server = await receiver({ tls: true, answer: () => ({ status: 200 }) });
    const url = server.url.replace('127.0.0.1', 'localhost');
    const trust = { ca: certificate().cert, lookup: naming('127.0.0.1') };
    expect(await ask(url, { loopback: true, ...trust })).toMatchObject({ status: 200 });
  });

  test('nobody there is no answer, with a code and no address in it', async () => {
    expect(await ask('http://127.0.0.1:1/', { loopback: true })).toEqual({
      ...{ kind: 'failed', reason: 'no-answer', detail: 'ECONNREFUSED' },
    });
  });

  test('what the machine’s owner set may be anywhere, but is still http', async () => {
    const server = await receiver({ answer: () => ({ status: 200 }) });
    expect(await ask(server.url, { whose: 'owner' })).toMatchObject({ status: 200 });
    expect(makeOutside({ ...anybody, whose: 'owner' }).refuses('file:///etc/passwd')).toBe(
      'not-https',
    );
  });
});

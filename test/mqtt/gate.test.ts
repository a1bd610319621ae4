import { describe, expect, test } from 'vitest';
import { makeGate, SERVICE_USER } from '../../src/mqtt/gate.ts';
import { makeSizeGuard, PACKET_MAX_BYTES } from '../../src/mqtt/size-guard.ts';
import { hashSecret } from '../../src/services/people/secret-hash.ts';
import type { SpeakerRights } from '../../src/services/ports.ts';

const SECRET = 'unit-secret-of-loa-1';
const rights: SpeakerRights = {
  siteId: 'loa-1',
  secretHash: hashSecret(SECRET),
  areas: ['muong-thu', 'xa-a', 'xa-a-ban-1'],
  tenants: ['xa-a', 'muong-thu'],
};
const gateOf = (found: () => SpeakerRights | null = () => rights) =>
  makeGate({
    serviceSecret: 'service-secret',
    rightsOf: (siteId) => (siteId === 'loa-1' ? found() : null),
  });

describe('the gate', () => {
  test.each([
    ['loa-1', SECRET, true],
    ['loa-1', 'wrong', false],
    ['loa-1', '', false],
    ['loa-2', SECRET, false],
    [SERVICE_USER, 'service-secret', true],
    [SERVICE_USER, SECRET, false],
  ])('lets %s in with %s: %s', (username, password, wanted) => {
    expect(gateOf().admits(username, password)).toBe(wanted);
  });

  test.each([
    ['vangxa/v1/speaker/loa-1/status', true],
    ['vangxa/v1/speaker/loa-1/receipt', true],
    ['vangxa/v1/speaker/loa-1/repair', true],
    ['vangxa/v1/speaker/loa-1/clock', true],
    ['vangxa/v1/speaker/loa-2/status', false],
    ['vangxa/v1/speaker/loa-1/order', false],
    ['vangxa/v1/area/xa-a/order', false],
    ['vangxa/v1/stream/xa-a/s1', false],
    ['$SYS/anything', false],
    ['vangxa/v1/speaker/loa-1/status/more', false],
  ])('a speaker may publish to %s: %s', (topic, wanted) => {
    expect(gateOf().mayPublish('loa-1', topic)).toBe(wanted);
  });

  test.each([
    ['vangxa/v1/speaker/loa-1/order', true],
    ['vangxa/v1/speaker/loa-1/time', true],
    ['vangxa/v1/speaker/loa-2/order', false],
    ['vangxa/v1/speaker/+/order', false],
    ['vangxa/v1/area/xa-a-ban-1/order', true],
    ['vangxa/v1/area/muong-thu/order', true],
    ['vangxa/v1/area/xa-a-ban-2/order', false],
    ['vangxa/v1/area/+/order', false],
    ['vangxa/v1/stream/xa-a/+', true],
    ['vangxa/v1/stream/xa-a/s1', true],
    ['vangxa/v1/stream/xa-b/+', false],
    ['vangxa/v1/stream/+/+', false],
    ['vangxa/v1/stream/xa-a/#', false],
    ['vangxa/v1/speaker/loa-1/status', false],
    ['#', false],
    ['$SYS/#', false],
  ])('a speaker may read %s: %s', (filter, wanted) => {
    expect(gateOf().mayRead('loa-1', filter)).toBe(wanted);
  });

  test('the service may do everything of ours and nothing else', () => {
    const gate = gateOf();
    expect(gate.mayPublish(SERVICE_USER, 'vangxa/v1/area/xa-a/order')).toBe(true);
    expect(gate.mayRead(SERVICE_USER, 'vangxa/v1/speaker/+/status')).toBe(true);
    expect(gate.mayPublish(SERVICE_USER, 'other/topic')).toBe(false);
    expect(gate.mayRead(SERVICE_USER, '$SYS/#')).toBe(false);
  });

  test('forgets what it knew when rows change', () => {
    let now: SpeakerRights | null = rights;
    const gate = gateOf(() => now);
    expect(gate.mayRead('loa-1', 'vangxa/v1/area/xa-a/order')).toBe(true);
    now = null;
    gate.forget();
    expect(gate.mayRead('loa-1', 'vangxa/v1/area/xa-a/order')).toBe(false);
    expect(gate.admits('loa-1', SECRET)).toBe(false);
  });

  test('asks for each stranger anew, so that invented names fill no memory', () => {
    let asked = 0;
    const gate = makeGate({
      serviceSecret: 's',
      rightsOf() {
        asked += 1;
        return null;
      },
    });
    for (let n = 0; n < 3; n += 1) gate.admits('stranger', 'x');
    expect(asked).toBe(3);
  });
});

describe('the size guard', () => {
  const packet = (length: number) => {
    const head = [0x30];
    let rest = length;
    do {
      head.push((rest % 128) + (rest >= 128 ? 128 : 0));
      rest = Math.floor(rest / 128);
    } while (rest > 0);
    return Buffer.concat([Buffer.from(head), Buffer.alloc(length)]);
  };

  test.each([0, 1, 127, 128, 16_383, 16_384, PACKET_MAX_BYTES])('passes %i bytes', (length) => {
    const guard = makeSizeGuard();
    expect(guard(packet(length))).toBe(true);
    expect(guard(packet(2))).toBe(true);
  });

  test.each([PACKET_MAX_BYTES + 1, 2_097_152, 200_000_000])(
    'stops %i bytes at their header, before the body comes',
    (length) => {
      const guard = makeSizeGuard();
      expect(guard(packet(5))).toBe(true);
      expect(guard(packet(Math.min(length, 1_000_000)).subarray(0, 1))).toBe(true);
      const header = [0x30];
      for (let rest = length; rest > 0; rest = Math.floor(rest / 128))
        header.push((rest % 128) + (rest >= 128 ? 128 : 0));
      expect(guard(Buffer.from(header.slice(1)))).toBe(false);
    },
  );

  test('is not confused by packets cut anywhere', () => {
    const bytes = Buffer.concat([packet(300), packet(0), packet(20_000), packet(3)]);
    for (const step of [1, 2, 3, 7, 4_096]) {
      const guard = makeSizeGuard();
      for (let at = 0; at < bytes.length; at += step)
        expect(guard(bytes.subarray(at, at + step))).toBe(true);
      expect(guard(Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f]))).toBe(false);
    }
  });

  test('stops a length that never ends', () => {
    expect(makeSizeGuard()(Buffer.from([0x30, 0x80, 0x80, 0x80, 0x80, 0x80]))).toBe(false);
  });
});

describe('a spare', () => {
  const spare: SpeakerRights = {
    ...{ siteId: 'vangxa-spare-7k2mq4xz', secretHash: rights.secretHash, areas: [], tenants: [] },
    isSpare: true,
  };
  const gate = () =>
    makeGate({ serviceSecret: 's', rightsOf: (id) => (id === spare.siteId ? spare : null) });
  const own = (what: string) => `vangxa/v1/speaker/${spare.siteId}/${what}`;

  test.each([
    [own('status'), true],
    [own('clock'), true],
    [own('receipt'), false], // it has nothing to report of
    [own('repair'), false],
    [own('order'), false],
    ['vangxa/v1/speaker/loa-1/status', false],
  ])('may publish to %s: %s', (topic, wanted) => {
    expect(gate().mayPublish(spare.siteId, topic)).toBe(wanted);
  });

  test.each([
    [own('order'), true],
    [own('time'), true],
    ['vangxa/v1/speaker/loa-1/order', false],
    ['vangxa/v1/area/muong-thu/order', false],
    ['vangxa/v1/stream/xa-a/+', false],
  ])('may read %s: %s', (filter, wanted) => {
    expect(gate().mayRead(spare.siteId, filter)).toBe(wanted);
  });

  test('comes in with its own secret only', () => {
    expect(gate().admits(spare.siteId, SECRET)).toBe(true);
    expect(gate().admits(spare.siteId, 'wrong')).toBe(false);
    expect(gate().mayPublish('vangxa-spare-00000000', own('status'))).toBe(false);
  });
});

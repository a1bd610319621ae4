import { connect as dial } from 'node:net';
import { describe, expect, test } from 'vitest';
import { until } from '../services/world.ts';
import { asSpeaker, client, embedded, linked, speaker, status } from './side.ts';

describe('the embedded broker', () => {
  test('hears a speaker and answers it, through the service’s link', async () => {
    const { side } = await embedded(speaker('loa-1'));
    const { link, told } = linked(side.account);
    await until(link.connected, 'the link');
    const box = await asSpeaker(side, 'loa-1');
    await box.mqtt.subscribeAsync('vangxa/v1/speaker/loa-1/order', { qos: 1 });
    await box.mqtt.publishAsync('vangxa/v1/speaker/loa-1/status', status(), { qos: 1 });
    await until(() => told.length === 1, 'the status');
    expect(told[0]).toMatchObject({ kind: 'status', siteId: 'loa-1', what: { unitId: 'u1' } });
    await link.publish('vangxa/v1/speaker/loa-1/order', Buffer.from('order'), { qos: 1 });
    await until(() => box.heard.length === 1, 'the order');
    expect(box.heard[0]?.payload).toBe('order');
  });

  test.each([
    ['a stranger', 'loa-9', 'loa-9', 'secret-of-loa-9-for-tests'],
    ['a wrong password', 'loa-1', 'loa-1', 'guess'],
    ['another client id', 'loa-1', 'loa-2', 'secret-of-loa-1-for-tests'],
  ])('refuses %s, and says whom', async (_, username, clientId, password) => {
    const { side, refusals } = await embedded(speaker('loa-1'));
    const { url } = side.account;
    await expect(client(url, { clientId, username, password })).rejects.toThrow();
    expect(refusals).toEqual([username]);
  });

  test('outlives rows that cannot be read: it refuses, says so, and lets in when they can be', async () => {
    const { side, rows, log } = await embedded(speaker('loa-1'), speaker('loa-2'));
    const inside = await asSpeaker(side, 'loa-2');
    const { get } = rows;
    rows.get = () => {
      throw new Error('disk I/O error');
    };
    side.doors.changed(); // nothing is remembered: every question goes to the rows
    await expect(asSpeaker(side, 'loa-1')).rejects.toThrow();
    const granted = await inside.mqtt
      .subscribeAsync('vangxa/v1/speaker/loa-2/order')
      .catch(() => [{ qos: 128 }]);
    expect(granted[0]?.qos).toBe(128);
    expect(log.lines.some(({ line }) => line.startsWith('the gate could not be asked'))).toBe(true);
    rows.get = get;
    await asSpeaker(side, 'loa-1');
  });

  test('refuses who gives no name at all', async () => {
    const { side, refusals } = await embedded();
    await expect(client(side.account.url, { clientId: 'x' })).rejects.toThrow();
    expect(refusals).toEqual(['']);
  });

  test('grants a subscription within the chain, and none beside it', async () => {
    const { side } = await embedded(speaker('loa-1', ['tinh', 'xa-a'], ['xa-a']));
    const box = await asSpeaker(side, 'loa-1');
    const ask = async (topic: string) => {
      const granted = await box.mqtt.subscribeAsync(topic).catch(() => [{ qos: 128 }]);
      return granted[0]?.qos === 128 ? 'refused' : 'granted';
    };
    expect(await ask('vangxa/v1/area/xa-a/order')).toBe('granted');
    expect(await ask('vangxa/v1/stream/xa-a/+')).toBe('granted');
    expect(await ask('vangxa/v1/stream/xa-b/+')).toBe('refused');
    expect(await ask('vangxa/v1/speaker/loa-2/order')).toBe('refused');
    expect(await ask('#')).toBe('refused');
  });

  test('never forwards what a subscription beside a granted one would bring', async () => {
    const { side } = await embedded(speaker('loa-1'));
    const { link } = linked(side.account);
    await until(link.connected);
    const box = await asSpeaker(side, 'loa-1');
    // one packet with both: the refused one must not slip in beside the granted one
    await box.mqtt
      .subscribeAsync(['vangxa/v1/area/xa-a/order', 'vangxa/v1/area/xa-b/order'], { qos: 1 })
      .catch(() => undefined);
    await link.publish('vangxa/v1/area/xa-b/order', Buffer.from('theirs'), { qos: 1 });
    await link.publish('vangxa/v1/area/xa-a/order', Buffer.from('ours'), { qos: 1 });
    await until(() => box.heard.length > 0);
    expect(box.heard.map(({ payload }) => payload)).toEqual(['ours']);
  });

  test('stops forwarding at once when a speaker is moved', async () => {
    const { side, rows } = await embedded(speaker('loa-1', ['xa-a']));
    const { link } = linked(side.account);
    await until(link.connected);
    const box = await asSpeaker(side, 'loa-1');
    await box.mqtt.subscribeAsync(['vangxa/v1/area/xa-a/order', 'vangxa/v1/speaker/loa-1/order']);
    rows.set('loa-1', speaker('loa-1', ['xa-b']));
    side.doors.changed();
    await link.publish('vangxa/v1/area/xa-a/order', Buffer.from('old'), { qos: 1 });
    await link.publish('vangxa/v1/speaker/loa-1/order', Buffer.from('own'), { qos: 1 });
    await until(() => box.heard.length > 0);
    expect(box.heard.map(({ payload }) => payload)).toEqual(['own']);
  });

  test('closes on who publishes where it may not', async () => {
    const { side } = await embedded(speaker('loa-1'), speaker('loa-2'));
    const { link, told } = linked(side.account);
    await until(link.connected);
    const box = await asSpeaker(side, 'loa-1');
    box.mqtt.publish('vangxa/v1/speaker/loa-2/status', status(), { qos: 1 });
    await until(box.closed, 'the closing');
    expect(told).toEqual([]);
  });

  test('puts out a revoked speaker at once and keeps it out', async () => {
    const { side, rows } = await embedded(speaker('loa-1'), speaker('loa-2'));
    const box = await asSpeaker(side, 'loa-1');
    const other = await asSpeaker(side, 'loa-2');
    rows.delete('loa-1');
    side.doors.changed();
    side.doors.expel('loa-1');
    side.doors.expel('loa-1');
    await until(box.closed, 'the closing');
    await expect(asSpeaker(side, 'loa-1')).rejects.toThrow();
    expect(other.closed()).toBe(false);
  });

  test('says the last will of a speaker that is gone', async () => {
    const { side } = await embedded(speaker('loa-1'));
    const { link, told } = linked(side.account);
    await until(link.connected);
    const will = {
      topic: 'vangxa/v1/speaker/loa-1/status',
      payload: Buffer.from(status({ online: false })),
      qos: 1 as const,
      retain: true,
    };
    const box = await asSpeaker(side, 'loa-1', { will });
    box.mqtt.stream.destroy();
    await until(() => told.length === 1, 'the will');
    expect(told[0]?.what).toMatchObject({ online: false });
  });

  test('keeps no queue for the absent: rows do', async () => {
    const { side } = await embedded(speaker('loa-1'));
    const { link } = linked(side.account);
    await until(link.connected);
    const box = await asSpeaker(side, 'loa-1');
    await box.mqtt.subscribeAsync('vangxa/v1/speaker/loa-1/order', { qos: 1 });
    await box.mqtt.endAsync();
    await link.publish('vangxa/v1/speaker/loa-1/order', Buffer.from('missed'), { qos: 1 });
    const again = await asSpeaker(side, 'loa-1');
    await again.mqtt.subscribeAsync('vangxa/v1/speaker/loa-1/order', { qos: 1 });
    await link.publish('vangxa/v1/speaker/loa-1/order', Buffer.from('said'), { qos: 1 });
    await until(() => again.heard.length > 0);
    expect(again.heard.map(({ payload }) => payload)).toEqual(['said']);
  });

  test('cuts off a packet above the limit at its header', async () => {
    const { side, log } = await embedded(speaker('loa-1'));
    const { port, hostname } = new URL(side.account.url);
    const socket = dial(Number(port), hostname);
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
    socket.on('error', () => undefined);
    socket.write(Buffer.from([0x10, 0xff, 0xff, 0xff, 0x7f, 1, 2, 3]));
    await until(() => socket.destroyed || socket.readableEnded, 'the end');
    expect(log.lines.some(({ line }) => line.includes('above the limit'))).toBe(true);
  });

  test('does not let one link that takes nothing hold up the others', async () => {
    const { side, log } = await embedded(speaker('loa-1'), speaker('loa-2'));
    const { link } = linked(side.account);
    await until(link.connected);
    const stuck = await asSpeaker(side, 'loa-1');
    const quick = await asSpeaker(side, 'loa-2');
    for (const each of [stuck, quick])
      await each.mqtt.subscribeAsync('vangxa/v1/stream/xa-a/+', { qos: 0 });
    stuck.mqtt.stream.pause();
    const chunk = Buffer.alloc(60_000);
    // each waits for the one before: a quick link that is behind itself may be passed over as well
    for (let n = 1; n <= 200; n += 1) {
      await link.publish('vangxa/v1/stream/xa-a/s1', chunk, { qos: 0 });
      await until(() => quick.heard.length === n, `chunk ${n} at the quick one`);
    }
    // not because the broker tired of the other: it is still there
    expect(log.lines.map(({ line }) => line)).not.toContain('connection ended');
  });

  test('refuses a port that is taken, with the reason', async () => {
    const { side } = await embedded();
    const { openEmbedded } = await import('../../src/mqtt/side.ts');
    const port = Number(new URL(side.account.url).port);
    await expect(
      openEmbedded({
        host: '127.0.0.1',
        port,
        access: { of: () => null, all: () => [] },
        log: { info: () => undefined, warn: () => undefined, error: () => undefined },
        refused: () => undefined,
      }),
    ).rejects.toThrow(/EADDRINUSE/);
  });
});

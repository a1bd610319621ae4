import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { until } from '../services/world.ts';
import { asSpeaker, embedded, linked, speaker, status } from './side.ts';

const account = (url: string) => ({ url, clientId: 'svc', username: 'svc', password: 'hidden' });

/** A port nobody listens on. */
async function deadPort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  );
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('the link', () => {
  test('to a broker that is not there keeps trying, says so, and keeps its password', async () => {
    const port = await deadPort();
    const { link, log } = linked(account(`mqtt://127.0.0.1:${port}`));
    const tries = () => log.lines.filter(({ line }) => line.startsWith('broker not reachable'));
    await until(() => tries().length >= 2, 'the second try');
    expect(link.connected()).toBe(false);
    expect(tries().map(({ fields }) => fields)).toMatchObject([
      { broker: `127.0.0.1:${port}`, retryMs: 2_000 },
      { retryMs: 4_000 },
    ]);
    await expect(link.publish('t', Buffer.from(''), { qos: 1 })).rejects.toMatchObject({
      code: 'broker-not-there',
      fault: 'world',
    });
    expect(JSON.stringify(log.lines)).not.toContain('hidden');
  });

  test('before it is started has nobody to say anything to', async () => {
    const { link } = linked(account('mqtt://127.0.0.1:1'));
    await link.stop();
    await expect(link.publish('t', Buffer.from(''), { qos: 0 })).rejects.toMatchObject({
      code: 'broker-not-there',
    });
  });

  test('hands in each kind of report, parsed, one at a time', async () => {
    const { side } = await embedded(speaker('loa-1'));
    let running = 0;
    let most = 0;
    const slow = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
    };
    const { link, told } = linked(side.account, { receipt: slow });
    await until(link.connected);
    const box = await asSpeaker(side, 'loa-1');
    const say = (report: string, body: string | Buffer) =>
      box.mqtt.publishAsync(`vangxa/v1/speaker/loa-1/${report}`, body, { qos: 1 });
    await Promise.all([
      say('receipt', Buffer.from([1])),
      say('receipt', Buffer.from([2])),
      say('receipt', Buffer.from([3])),
      say('status', status()),
      say('repair', JSON.stringify({ streamId: 's1', ranges: [[0, 2]] })),
      say('clock', JSON.stringify({ n: 1, t0Ms: 2.5 })),
    ]);
    await until(() => told.length === 3, 'the reports');
    expect(most).toBe(1);
    expect(told.map(({ kind }) => kind)).toEqual(['status', 'repair', 'clock']);
    expect(told[1]?.what).toEqual({ streamId: 's1', ranges: [[0, 2]] });
  });

  test.each([
    ['no JSON', 'status', 'hello'],
    ['no UTF-8', 'status', Buffer.from([0xff, 0xfe, 0x7b])],
    ['of no schema', 'repair', JSON.stringify({ streamId: 's1' })],
    ['empty', 'receipt', ''],
    ['with too much in it', 'clock', JSON.stringify({ n: 1, t0Ms: 1, more: true })],
  ])('lets a report that is %s fall, and counts it', async (_, report, body) => {
    const { side } = await embedded(speaker('loa-1'));
    const { link, told, log } = linked(side.account);
    await until(link.connected);
    const box = await asSpeaker(side, 'loa-1');
    await box.mqtt.publishAsync(`vangxa/v1/speaker/loa-1/${report}`, body, { qos: 1 });
    await until(() => log.lines.some(({ line }) => line === 'a report that is none'));
    expect(told).toEqual([]);
  });

  test('says of a kept status that it was kept, and passes over one that was emptied', async () => {
    const { side } = await embedded(speaker('loa-1'), speaker('loa-2'));
    const first = linked(side.account);
    await until(first.link.connected);
    const topic = 'vangxa/v1/speaker/loa-1/status';
    const box = await asSpeaker(side, 'loa-1');
    await box.mqtt.publishAsync(topic, status(), { qos: 1, retain: true });
    await until(() => first.told.length === 1, 'the status');
    await first.link.stop();
    const kept: unknown[] = [];
    const { link, log, told } = linked(side.account, {
      status: async (siteId, { unitId }, retained) => void kept.push([siteId, unitId, retained]),
    });
    await until(() => kept.length === 1, 'the kept status');
    await until(link.connected);
    await link.publish(topic, new Uint8Array(), { qos: 1, retain: true });
    await box.mqtt.publishAsync(topic, status({ unitId: 'u2' }), { qos: 1 });
    await until(() => kept.length === 2, 'the status after the empty one');
    expect(kept).toEqual([
      ['loa-1', 'u1', true],
      ['loa-1', 'u2', false],
    ]);
    expect(log.lines.filter(({ line }) => line === 'a report that is none')).toEqual([]);
    expect(told).toEqual([]);
  });

  test('goes on after a report that could not be dealt with', async () => {
    const { side } = await embedded(speaker('loa-1'));
    const { link, log, told } = linked(side.account, {
      status: () => Promise.reject(new Error('disk full')),
    });
    await until(link.connected);
    const box = await asSpeaker(side, 'loa-1');
    await box.mqtt.publishAsync('vangxa/v1/speaker/loa-1/status', status(), { qos: 1 });
    const question = JSON.stringify({ n: 1, t0Ms: 1 });
    await box.mqtt.publishAsync('vangxa/v1/speaker/loa-1/clock', question, { qos: 0 });
    await until(() => told.length === 1);
    expect(log.lines.some(({ line }) => line === 'a report could not be dealt with')).toBe(true);
  });

  test('comes back by itself when its broker does', async () => {
    const { side } = await embedded(speaker('loa-1'));
    const { link } = linked(side.account);
    await until(link.connected, 'the link');
    const port = Number(new URL(side.account.url).port);
    await side.stop();
    await until(() => !link.connected(), 'the loss');
    const { makeBroker } = await import('../../src/mqtt/broker.ts');
    const open = { admits: () => true, mayPublish: () => true, mayRead: () => true };
    const again = await makeBroker({
      host: '127.0.0.1',
      port,
      gate: open,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      refused: () => undefined,
    });
    await again.start();
    onTestFinished(() => again.stop());
    await until(link.connected, 'the return');
  });
});

import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { makeBroker } from '../../src/mqtt/broker.ts';
import { makeGate, SERVICE_USER } from '../../src/mqtt/gate.ts';
import { cpuSeconds, isInstalled, start } from './process.ts';
import { hasDesign, row } from './reading/design.ts';
import { tally } from './reading/scores.ts';
import { HOSTILE } from './reading/speed.ts';
import { rounded } from './result.ts';
import {
  CONNACK_BYTES,
  connectPacket,
  PING,
  publishPacket,
  SUBACK_BYTES,
  subscribePacket,
} from './wire/bytes.ts';
import { STREAM_TOPIC } from './wire/servers.ts';

describe('packets made by hand are MQTT 3.1.1', () => {
  test.each([
    [connectPacket('a', 30), '101700044d51545404c2001e000161000161000562656e6368'],
    [connectPacket('a', 300), '101700044d51545404c2012c000161000161000562656e6368'],
    [subscribePacket('t/é'), '820900010004742fc3a900'],
    [publishPacket('t', Buffer.from('x')), '300400017478'],
    [PING, 'c000'],
  ])('%#', (packet, hex) => {
    expect(packet.toString('hex')).toBe(hex);
  });
  test.each([
    [127 - 3, 2],
    [128 - 3, 3],
    [16_383 - 3, 3],
    [16_384 - 3, 4],
  ])('a payload of %i bytes has a head of %i', (bytes, head) => {
    const packet = publishPacket('t', Buffer.alloc(bytes));
    expect(packet.length).toBe(head + 3 + bytes);
  });
});

test('a raw listener is served by the embedded broker, and counts what it must', async () => {
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const gate = makeGate({
    serviceSecret: '',
    rightsOf: (siteId) => ({ siteId, secretHash: '', areas: [], tenants: ['bench'] }),
  });
  const broker = await makeBroker({
    ...{ host: '127.0.0.1', port: 0, log, refused: () => {} },
    gate: { ...gate, admits: () => true },
  });
  const port = await broker.start();
  const dial = (name: string) => {
    const socket = connect(port, '127.0.0.1');
    const seen = { bytes: 0 };
    socket.on('data', (bytes) => {
      seen.bytes += bytes.length;
    });
    socket.write(connectPacket(name, 30));
    return { socket, seen };
  };
  const listener = dial('listener-0');
  listener.socket.write(subscribePacket(STREAM_TOPIC));
  await expect.poll(() => listener.seen.bytes).toBe(CONNACK_BYTES + SUBACK_BYTES);
  const publisher = dial(SERVICE_USER);
  const packet = publishPacket(STREAM_TOPIC, Buffer.alloc(24_000));
  publisher.socket.write(packet);
  await expect.poll(() => listener.seen.bytes).toBe(CONNACK_BYTES + SUBACK_BYTES + packet.length);
  listener.socket.destroy();
  publisher.socket.destroy();
  await broker.stop();
});

describe('the processes of the bench', () => {
  test('say what happened to them, also before they were asked', async () => {
    const code = `console.log('noise'); console.log(JSON.stringify({ event: 'ready', port: 7 }));
      process.stdin.on('data', () => console.log(JSON.stringify({ event: 'count' })));`;
    const running = start(process.execPath, ['-e', code]);
    expect(await running.event('ready')).toEqual({ event: 'ready', port: 7 });
    running.child.stdin?.write('x');
    expect(await running.event('count')).toEqual({ event: 'count' });
    await running.stop();
    await running.stop();
  });
  test('are told of with their last words when they die', async () => {
    const running = start(process.execPath, ['-e', 'console.error("no port"); process.exit(4)']);
    await expect(running.event('ready')).rejects.toThrow(/exit 4[\s\S]*no port/);
  });
  test.runIf(process.platform === 'linux')('cost what /proc says', async () => {
    const before = cpuSeconds(process.pid);
    const busyUntilMs = performance.now() + 60_000;
    await expect
      .poll(() => {
        for (let n = 0; n < 5e7 && performance.now() < busyUntilMs; n += 1_000) Math.sqrt(n);
        return cpuSeconds(process.pid) - before;
      })
      .toBeGreaterThan(0.02);
  });
  test('know what is installed', () => {
    expect(isInstalled('sh')).toBe(true);
    expect(isInstalled('no-such-program-anywhere')).toBe(false);
  });
});

test.each([
  [1.2345, 2, 1.23],
  [1.2345, 0, 1],
])('%d to %i digits is %d', (value, digits, short) => {
  expect(rounded(value, digits)).toBe(short);
});

describe('the group of the reading', () => {
  test('takes its scores from what the scorer prints, whatever stands beside them', () => {
    const printed = `  L001 docno\n    in   Số 5/3\n/a/b/legal_gold.tsv: 158/159 = 99.4 % (short in: docno 8/9)
c/nemo_date.tsv: 6/6 = 100.0 %\nneutral rows: 79/79 = 100.0 %\nall: 164/165 = 99.4 %\n`;
    expect([...tally(printed)]).toEqual([
      ['legal_gold.tsv', { right: 158, of: 159 }],
      ['nemo_date.tsv', { right: 6, of: 6 }],
      ['neutral rows', { right: 79, of: 79 }],
      ['all', { right: 164, of: 165 }],
    ]);
  });
  test('says "not compared" where the design does not lie beside this house', () => {
    const line = row({ name: 'rows', unit: '%', aim: '≥ 98' }, () => ({ value: 99, met: true }));
    expect(line).toMatchObject({ name: 'reading: rows', met: hasDesign ? true : null });
  });
  test('tries five kinds of hostile text', () => {
    expect(Object.values(HOSTILE).every((piece) => piece !== '')).toBe(true);
    expect(Object.keys(HOSTILE)).toHaveLength(5);
  });
});

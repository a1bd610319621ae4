// The whole path through a real Mosquitto, which was not there at first, with the ACL files the service writes.
// It must never know the embedded broker.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import mqtt from 'mqtt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Settled, settle } from '../../src/demo/settling.ts';
import {
  airingOf,
  approvedBulletin,
  eventIn,
  lineOf,
  newPlace,
  type Place,
  type Running,
  removePlace,
  scheduleOnce,
  smallCommune,
  startFleet,
  startService,
  until,
  verdictsOf,
} from './house.ts';

const MOSQUITTO = ['/usr/sbin/mosquitto', '/usr/bin/mosquitto'].find(existsSync);
if (!MOSQUITTO && process.env.VANGXA_REQUIRE === '1') throw new Error('mosquitto is absent');

let place: Place;
let service: Running;
let settled: Settled;
let broker: ChildProcess | null = null;
let port: number;

beforeAll(async () => {
  if (!MOSQUITTO) return;
  place = newPlace();
  port = await freePort();
  const pid = join(place.root, 'mosquitto.pid');
  service = await startService(place, {
    MQTT_URL: `mqtt://vangxa:mat-khau-cua-dich-vu@127.0.0.1:${port}`,
    VANGXA_MOSQUITTO_PID_FILE: pid,
  });
  settled = await settle({
    base: service.http,
    setupToken: service.setupToken ?? '',
    commune: smallCommune('xa-mq', 2),
    enrolments: place.enrolments,
  });
}, 120_000);

afterAll(async () => {
  if (!MOSQUITTO) return;
  await service?.stop();
  broker?.kill('SIGKILL');
  removePlace(place);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** As it is shipped, with the paths, port and user of this test put in. */
function startMosquitto(): ChildProcess {
  const files = join(place.data, 'mosquitto');
  const conf = join(place.root, 'mosquitto.conf');
  const shipped = readFileSync('config/deploy/mosquitto.conf', 'utf8');
  // mosquitto started by root drops to its own user, who may not read a private data folder
  const user = execFileSync('id', ['-un'], { encoding: 'utf8' }).trim();
  writeFileSync(
    conf,
    shipped
      .replace(/^listener .*$/m, `listener ${port} 127.0.0.1`)
      .replace(/^(password_file|acl_file) .*\/(\w+)$/gm, `$1 ${files}/$2`)
      .replace(/^pid_file .*$/m, `pid_file ${join(place.root, 'mosquitto.pid')}`)
      .replace(/^persistence_location .*$/m, `persistence_location ${place.root}/`)
      .replace(/^user .*$/m, `user ${user}`)
      .replace(/^log_dest .*$/m, 'log_dest none'),
  );
  return spawn(MOSQUITTO ?? '', ['-c', conf], { stdio: 'ignore' });
}

const health = () => settled.author.call<{ ok: boolean; broker: string }>('GET', '/api/health');

test.skipIf(!MOSQUITTO)(
  'a broker that is not there is waited for, said, and found',
  async () => {
    expect((await health()).broker).toBe('waiting');
    expect(service.output.join('\n')).toMatch(/broker|máy chủ MQTT/iu);
    broker = startMosquitto();
    await until('the link', async () => (await health()).broker === 'connected');
  },
  90_000,
);

test.skipIf(!MOSQUITTO)(
  'every loudspeaker behind Mosquitto plays',
  async () => {
    const fleet = startFleet(place);
    try {
      await lineOf(fleet, eventIn('ready'));
      const bulletin = await approvedBulletin(settled);
      const scheduled = await scheduleOnce(settled, bulletin, 10_000);
      const airing = await airingOf(settled.planner, scheduled);
      const { speakers } = await verdictsOf(settled.planner, airing);
      expect(
        speakers.map(({ verdict }) => verdict?.kind),
        JSON.stringify(speakers),
      ).toEqual(['played', 'played']);
    } finally {
      await fleet.stop();
    }
  },
  120_000,
);

test.skipIf(!MOSQUITTO)(
  'Mosquitto keeps speakers apart by the files the service wrote',
  async () => {
    const files = readFileSync(join(place.data, 'mosquitto', 'passwords'), 'utf8');
    const enrolled = JSON.parse(
      readFileSync(join(place.enrolments, 'xa-mq-loa-1-1.json'), 'utf8'),
    ) as {
      username: string;
      password: string;
    };
    expect(files).not.toContain(enrolled.password);
    const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${port}`, {
      username: enrolled.username,
      password: enrolled.password,
      clientId: 'vangxa', // the service's: Mosquitto knows clients by their user name alone
      protocolVersion: 4,
      reconnectPeriod: 0,
    });
    const heard: string[] = [];
    client.on('message', (topic) => heard.push(topic));
    // Mosquitto grants any subscription and lets nothing through that the ACL does not allow
    await client
      .subscribeAsync(['vangxa/v1/speaker/+/status', 'vangxa/v1/area/xa-mq-ban-2/order'], {
        qos: 1,
      })
      .catch(() => {});
    const own = 'vangxa/v1/speaker/xa-mq-loa-1-1/order';
    await client.subscribeAsync(own, { qos: 1 });
    expect((await health()).broker).toBe('connected');
    // takes the service's own connection away for a moment: one user, one client
    const service2 = await mqtt.connectAsync(
      `mqtt://vangxa:mat-khau-cua-dich-vu@127.0.0.1:${port}`,
      { clientId: 'test-service', protocolVersion: 4, reconnectPeriod: 0 },
    );
    for (const topic of ['vangxa/v1/area/xa-mq-ban-2/order', own])
      await service2.publishAsync(topic, 'x', { qos: 1 });
    await until('its own order', () => heard.includes(own));
    expect(heard.filter((topic) => topic !== own)).toEqual([]);
    await Promise.all([client.endAsync(true), service2.endAsync(true)]);
    await until('the service to be back', async () => (await health()).broker === 'connected');
  },
  60_000,
);

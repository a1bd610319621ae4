import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { aclFile, makeMosquittoFiles, passwordFile } from '../../src/mqtt/mosquitto-files.ts';
import { openExternal } from '../../src/mqtt/side.ts';
import type { SpeakerRights } from '../../src/services/ports.ts';
import { keptLog } from '../services/fakes.ts';
import { until } from '../services/world.ts';
import { accessTo, client, linked, secretOf, speaker, status } from './side.ts';

const PROGRAM = ['/usr/sbin/mosquitto', '/usr/bin/mosquitto', '/usr/local/sbin/mosquitto'].find(
  (path) => existsSync(path),
);
const REQUIRED = process.env.VANGXA_REQUIRE === '1';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'vangxa-mosquitto-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  );
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The shipped configuration with its paths and port put in, run by the user of the test. */
async function mosquitto(files: string) {
  const port = await freePort();
  const home = folder();
  const shipped = readFileSync('config/deploy/mosquitto.conf', 'utf8');
  const conf = shipped
    .replace(/^listener .*$/m, `listener ${port} 127.0.0.1`)
    .replace(/^(password_file|acl_file) .*\/(\w+)$/gm, `$1 ${files}/$2`)
    .replace(/^pid_file .*$/m, `pid_file ${home}/pid`)
    .replace(/^persistence_location .*$/m, `persistence_location ${home}/`)
    .replace(/^user .*$/m, `user ${userInfo().username}`)
    .replace(/^log_dest .*$/m, 'log_dest stderr');
  writeFileSync(join(home, 'conf'), conf);
  const child = spawn(PROGRAM ?? '', ['-c', join(home, 'conf')], { stdio: 'pipe' });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  onTestFinished(async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  });
  await until(() => said.includes('running') || child.exitCode !== null, 'mosquitto to run');
  expect(child.exitCode, said).toBeNull();
  return { url: `mqtt://127.0.0.1:${port}`, pidFile: join(home, 'pid') };
}

async function served(...speakers: SpeakerRights[]) {
  const rows = new Map(speakers.map((one) => [one.siteId, one]));
  const files = folder();
  const settings = {
    folder: files,
    pidFile: null,
    service: { username: 'svc', password: 'service secret' },
    rights: () => [...rows.values()],
    log: keptLog(),
  };
  await makeMosquittoFiles(settings).write();
  const broker = await mosquitto(files);
  const side = await openExternal({
    url: broker.url.replace('//', '//svc:service%20secret@'),
    filesFolder: files,
    pidFile: broker.pidFile,
    access: accessTo(rows),
    log: keptLog(),
  });
  return { rows, side, broker };
}

describe('the files for Mosquitto', () => {
  test('name the service first, then each speaker with its hash', () => {
    const one = speaker('loa-1');
    expect(passwordFile('svc:$7$x', [one])).toBe(`svc:$7$x\nloa-1:${one.secretHash}\n`);
  });

  test('grant each speaker its chain and its tenants, and to all their own topics', () => {
    expect(aclFile('svc', [speaker('loa-1', ['tinh', 'xa-a'], ['xa-a', 'tinh'])])).toBe(
      `user svc
topic readwrite vangxa/v1/#

user loa-1
topic write vangxa/v1/speaker/loa-1/receipt
topic write vangxa/v1/speaker/loa-1/repair
topic read vangxa/v1/area/tinh/order
topic read vangxa/v1/area/xa-a/order
topic read vangxa/v1/stream/xa-a/+
topic read vangxa/v1/stream/tinh/+

pattern write vangxa/v1/speaker/%u/status
pattern write vangxa/v1/speaker/%u/clock
pattern read vangxa/v1/speaker/%u/order
pattern read vangxa/v1/speaker/%u/time
`,
    );
  });

  test('grant a spare nothing but to say that it is there', () => {
    const spare = { ...speaker('vangxa-spare-7k2mq4xz', [], []), isSpare: true } as const;
    const [, own = ''] = aclFile('svc', [spare]).split('user vangxa-spare-7k2mq4xz\n');
    expect(own.split('\n').filter((line) => line.startsWith('topic'))).toEqual([]);
  });

  test('are written whole, for the owner and the group only, once for many changes', async () => {
    const path = folder();
    const rows = [speaker('loa-1')];
    const log = keptLog();
    const files = makeMosquittoFiles({
      folder: path,
      pidFile: join(path, 'nobody'),
      service: { username: 'svc', password: 'p' },
      rights: () => rows,
      log,
    });
    await files.write();
    rows.push(speaker('loa-2'));
    for (let n = 0; n < 100; n += 1) files.changed();
    // nobody has that pid file: each writing ends with a line that says so
    await until(() => log.lines.length === 2, 'the second writing');
    expect(readFileSync(join(path, 'passwords'), 'utf8')).toContain('loa-2');
    for (const name of ['passwords', 'acl']) {
      expect(statSync(join(path, name)).mode & 0o777).toBe(0o640);
      expect(existsSync(join(path, `${name}.new`))).toBe(false);
    }
  });

  test('are written again after a writing that failed', async () => {
    const path = folder();
    let full = true;
    const files = makeMosquittoFiles({
      folder: path,
      pidFile: null,
      service: { username: 'svc', password: 'p' },
      rights: () => {
        if (full) throw new Error('disk full');
        return [speaker('loa-1')];
      },
      log: keptLog(),
    });
    await expect(files.write()).rejects.toThrow('disk full');
    full = false;
    await files.write();
    expect(readFileSync(join(path, 'passwords'), 'utf8')).toContain('loa-1');
  });

  test('are not written for a broker whose URL names no user', async () => {
    const path = join(folder(), 'none');
    const log = keptLog();
    const side = await openExternal({
      url: 'mqtt://127.0.0.1:1',
      filesFolder: path,
      pidFile: null,
      access: accessTo(new Map()),
      log,
    });
    side.doors.changed();
    side.doors.expel('loa-1');
    await side.stop();
    expect(existsSync(path)).toBe(false);
    expect(side.account).toMatchObject({ username: null, password: null });
    expect(log.lines).toHaveLength(1);
  });
});

test.runIf(REQUIRED)('Mosquitto is installed, since VANGXA_REQUIRE says so', () => {
  expect(PROGRAM).toBeDefined();
});

describe.skipIf(!PROGRAM && !REQUIRED)('a real Mosquitto', () => {
  test('is a version that knows $7$ hashes', () => {
    const { stdout } = spawnSync(PROGRAM ?? '', ['-h'], { encoding: 'utf8' });
    expect(stdout).toContain('mosquitto version 2.');
  });

  test('lets in whom the files name and carries both ways', async () => {
    const { side } = await served(speaker('loa-1'), speaker('loa-2'));
    const { link, told } = linked(side.account);
    await until(link.connected, 'the link');
    const box = await client(side.publicUrl, {
      clientId: 'loa-1',
      username: 'loa-1',
      password: secretOf('loa-1'),
    });
    await box.mqtt.subscribeAsync(['vangxa/v1/speaker/loa-1/order', 'vangxa/v1/stream/xa-a/+'], {
      qos: 1,
    });
    await box.mqtt.publishAsync('vangxa/v1/speaker/loa-1/status', status(), {
      qos: 1,
      retain: true,
    });
    await until(() => told.length === 1, 'the status');
    await link.publish('vangxa/v1/speaker/loa-1/order', Buffer.from('order'), { qos: 1 });
    await link.publish('vangxa/v1/stream/xa-a/s1', Buffer.from('chunk'), { qos: 0 });
    await until(() => box.heard.length === 2, 'order and chunk');
  });

  test('keeps a speaker to its own topics', async () => {
    const { side } = await served(speaker('loa-1'), speaker('loa-2', ['xa-b'], ['xa-b']));
    const { link, told } = linked(side.account);
    await until(link.connected, 'the link');
    const login = { clientId: 'loa-2', username: 'loa-2', password: secretOf('loa-2') };
    const other = await client(side.publicUrl, login);
    for (const topic of ['vangxa/v1/area/xa-a/order', 'vangxa/v1/stream/+/+', 'vangxa/v1/#'])
      await other.mqtt.subscribeAsync(topic, { qos: 1 }).catch(() => undefined);
    await other.mqtt.subscribeAsync('vangxa/v1/speaker/loa-2/order', { qos: 1 });
    other.mqtt.publish('vangxa/v1/speaker/loa-1/status', status(), { qos: 1 });
    await other.mqtt.publishAsync('vangxa/v1/speaker/loa-2/status', status(), { qos: 1 });
    await link.publish('vangxa/v1/area/xa-a/order', Buffer.from('theirs'), { qos: 1 });
    await link.publish('vangxa/v1/stream/xa-a/s1', Buffer.from('theirs'), { qos: 1 });
    await link.publish('vangxa/v1/speaker/loa-2/order', Buffer.from('own'), { qos: 1 });
    await until(() => other.heard.length > 0 && told.length > 0);
    expect(other.heard.map(({ payload }) => payload)).toEqual(['own']);
    expect(told.map(({ siteId }) => siteId)).toEqual(['loa-2']);
  });

  test('knows a client by its user name: none can put the service out with its client id', async () => {
    const { side } = await served(speaker('loa-1'), speaker('loa-2'));
    const { link, log } = linked(side.account);
    await until(link.connected, 'the link');
    const login = (clientId: string) => ({
      clientId,
      username: 'loa-1',
      password: secretOf('loa-1'),
    });
    const thief = await client(side.publicUrl, login(side.account.clientId));
    const own = await client(side.publicUrl, login('anything'));
    // the second of one user puts out its own first, and nobody else
    await until(thief.closed, 'the first of them to be put out');
    expect(own.closed()).toBe(false);
    expect(link.connected()).toBe(true);
    expect(log.lines.filter(({ line }) => line.startsWith('broker not reachable'))).toEqual([]);
  });

  test('reads its files again when told: a new speaker comes in, a revoked one is out', async () => {
    const { rows, side } = await served(speaker('loa-1'));
    const login = (id: string) => ({ clientId: id, username: id, password: secretOf(id) });
    const box = await client(side.publicUrl, login('loa-1'));
    rows.delete('loa-1');
    rows.set('loa-3', speaker('loa-3'));
    side.doors.changed();
    let inside = false;
    await until(() => {
      if (!inside)
        client(side.publicUrl, login('loa-3')).then(
          () => {
            inside = true;
          },
          () => undefined,
        );
      return inside;
    }, 'the new speaker to be let in');
    await expect(client(side.publicUrl, login('loa-1'))).rejects.toThrow();
    await until(box.closed, 'the revoked one to be put out');
  });
});

// What a pole tells of itself: its current, the bytes of its month, and whose folder it is.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { keepInstalled, standingOf } from '../../../devices/agent/installed.ts';
import { lockFolder } from '../../../devices/agent/lock.ts';
import { makeMeter, monthOf } from '../../../devices/agent/meter.ts';
import { readPower } from '../../../devices/agent/power.ts';
import { openStore } from '../../../devices/agent/store.ts';
import { bodies } from '../protocol/bodies.ts';
import { trusted } from './brain/brain.ts';
import { newFolder, until } from './speaker.ts';

type Supply = Record<string, string>;
const plug = (online: string): Supply => ({ type: 'Mains', online });
const battery = (status: string, capacity = '63'): Supply => ({
  ...{ type: 'Battery', status, capacity },
});
function sysfs(supplies: readonly Supply[]): string {
  const folder = newFolder();
  for (const [n, files] of supplies.entries()) {
    mkdirSync(join(folder, `s${n}`));
    for (const [name, words] of Object.entries(files))
      writeFileSync(join(folder, `s${n}`, name), `${words}\n`);
  }
  return folder;
}
const mains = (batteryPercent: number | null) => ({ source: 'mains', batteryPercent });

test.each<[string, Supply[], unknown]>([
  ['a plug alone', [plug('1')], mains(null)],
  ['a plug and a battery that fills', [plug('1'), battery('Charging')], mains(63)],
  [
    'a plug that is out',
    [plug('0'), battery('Discharging')],
    { source: 'battery', batteryPercent: 63 },
  ],
  [
    'a battery that is used up',
    [battery('Discharging')],
    { source: 'battery', batteryPercent: 63 },
  ],
  ['a full battery without a plug of its own', [battery('Full', '100')], mains(100)],
  ['a USB supply', [{ type: 'USB_PD', online: '1' }], mains(null)],
  [
    'two batteries: the lower counts',
    [battery('Discharging', '40'), battery('Full', '90')],
    { source: 'battery', batteryPercent: 40 },
  ],
  ['a battery beyond its scale', [plug('1'), battery('Full', '104')], mains(100)],
  ['a battery that says nothing of use', [battery('Unknown', 'x')], null],
  ['a plug that is out and nothing else', [plug('0')], null],
  ["a mouse's battery", [{ ...battery('Discharging'), scope: 'Device' }], null],
  ['nothing at all', [], null],
])('%s', (_name, supplies, power) => {
  expect(readPower(sysfs(supplies))).toEqual(power);
});

test('a machine without such a folder cannot tell', () => {
  expect(readPower('/no/such/folder')).toBeNull();
});

test('the bytes of a month are counted until its end in Vietnam, and go on after a restart', () => {
  const link = { total: 100 };
  const lastEvening = Date.parse('2026-11-30T23:59:59+07:00');
  const meter = makeMeter({ total: () => link.total, kept: null });
  expect(meter.read(null)).toEqual({ month: null, bytes: 100 });
  link.total = 150;
  expect(meter.read(lastEvening)).toEqual({ month: '2026-11', bytes: 150 });
  expect(meter.read(null).bytes).toBe(150);
  link.total = 30; // another process, another link
  const again = makeMeter({ total: () => link.total, kept: { month: '2026-11', bytes: 150 } });
  expect(again.read(lastEvening)).toEqual({ month: '2026-11', bytes: 180 });
  link.total = 40;
  expect(again.read(lastEvening + 1_000)).toEqual({ month: '2026-12', bytes: 0 });
  link.total = 45;
  expect(again.read(lastEvening + 2_000)).toEqual({ month: '2026-12', bytes: 5 });
  expect(monthOf(Date.parse('2027-01-01T00:00:00+07:00'))).toBe('2027-01');
});

test('bytes and a probe of the disk go through the state folder', async () => {
  const folder = newFolder();
  const store = openStore(folder, trusted);
  expect(store.found.bytes).toBeNull();
  await store.saveBytes({ month: '2026-11', bytes: 7 });
  expect(await store.takesBytes()).toBe(true);
  expect(existsSync(join(folder, 'probe'))).toBe(false);
  const found = () => openStore(folder, trusted).found.bytes;
  expect(found()).toEqual({ month: '2026-11', bytes: 7 });
  for (const spoilt of ['{"month":7,"bytes":1}', '{"month":"x","bytes":-1}', '{"bytes":1.5}', '']) {
    writeFileSync(join(folder, 'bytes.json'), spoilt);
    expect(found()).toBeNull();
  }
  mkdirSync(join(folder, 'probe.new'));
  expect(await store.takesBytes()).toBe(false);
});

test('stops that no process wrote are not believed', () => {
  const folder = newFolder();
  openStore(folder, trusted);
  const stops = [
    ['xa', { counter: 1, atMs: 2 }],
    ['xa', null],
    ['xa', { counter: 'x', atMs: 1 }],
    7,
  ];
  writeFileSync(join(folder, 'seen.json'), JSON.stringify({ stops }));
  expect(openStore(folder, trusted).found.stops).toEqual([['xa', { counter: 1, atMs: 2 }]]);
  writeFileSync(join(folder, 'seen.json'), JSON.stringify({ stops: 'all' }));
  expect(openStore(folder, trusted).found.stops).toEqual([]);
});

const spare = { ...bodies.enrolment, speakerId: 'du-phong-7', username: 'du-phong-7' };
const site = { ...bodies.enrolment, unitId: 'U2' };

test('an installed spare starts as its site, in a folder of its own, with the key it had', async () => {
  const folder = newFolder();
  const { key } = openStore(folder, trusted);
  expect(standingOf(folder, spare)).toEqual({ enrolment: spare, folder });
  const next = await keepInstalled({ enrolment: spare, folder }, site);
  expect(standingOf(folder, spare)).toEqual({ enrolment: site, folder: next.folder });
  expect(openStore(next.folder, trusted).key.publicKey).toBe(key.publicKey);
  for (const path of [join(folder, 'installed.json'), join(next.folder, 'unit.key')])
    expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('killed before the one step it is a spare still, whatever lies about', async () => {
  const folder = newFolder();
  openStore(folder, trusted);
  mkdirSync(join(folder, 'sites', 'U2', 'streams'), { recursive: true });
  writeFileSync(join(folder, 'installed.json.new'), '{"spareId":"du-ph');
  expect(standingOf(folder, spare).enrolment).toEqual(spare);
  const next = await keepInstalled({ enrolment: spare, folder }, site);
  expect(existsSync(join(next.folder, 'streams'))).toBe(false);
  expect(standingOf(folder, spare).enrolment).toEqual(site);
});

test.each([
  ['another enrolment carried by hand', { ...spare, unitId: 'U9' }, null],
  ['a damaged file', spare, '{"spareId":"du-phong-7","spareUnitId":"U1","enrolment":{}}'],
  ['no JSON', spare, 'half'],
])('%s: the carried enrolment counts', async (_name, carried, words) => {
  const folder = newFolder();
  openStore(folder, trusted);
  await keepInstalled({ enrolment: spare, folder }, site);
  if (words !== null) writeFileSync(join(folder, 'installed.json'), words);
  expect(standingOf(folder, carried)).toEqual({ enrolment: carried, folder });
});

test('a state folder is one process at a time; a killed one holds nothing', async () => {
  const folder = newFolder();
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const lock = join(root, 'devices/agent/lock.ts');
  const code = `const { lockFolder } = await import(${JSON.stringify(lock)});
    await lockFolder(${JSON.stringify(folder)}); process.stdout.write('held'); setInterval(() => {}, 9e6);`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', code];
  const other = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  other.stdout.on('data', (bytes) => {
    said += bytes;
  });
  await until('the other one', () => said === 'held', 20_000);
  await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'state-in-use', fault: 'caller' });
  const gone = new Promise((resolve) => other.once('exit', resolve));
  other.kill('SIGKILL');
  await gone;
  const release = await lockFolder(folder);
  release();
  (await lockFolder(folder))();
});

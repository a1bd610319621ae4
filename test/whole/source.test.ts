// A whole house joined to a mock source system: an emergency on the air by its signature, an outage, what was told.
// It must never know the inside of either: processes and HTTP only.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, signIn } from '../../src/demo/api.ts';
import type { Settled } from '../../src/demo/settling.ts';
import { pushBulletin } from '../../src/demo/source-system/push.ts';
import { type MockKey, openKey, writeKeysFile } from '../../src/demo/source-system/signing.ts';
import { type MockSystem, openSourceSystem } from '../../src/demo/source-system/system.ts';
import { bulletin, emergency, malicious } from '../../src/demo/source-system/written.ts';
import {
  newPlace,
  type Place,
  type Running,
  removePlace,
  settleIn,
  smallCommune,
  startFleet,
  startService,
  until,
} from './house.ts';

let place: Place;
let service: Running;
let fleet: Running;
let mock: MockSystem;
let key: MockKey;
let settled: Settled;
let head: Person;
const where = () => ({ province: 'tinh-thu', areas: ['xa-nguon'], nowMs: Date.now() });

beforeAll(async () => {
  place = newPlace();
  key = openKey(place.root);
  const of = { folder: place.root, key, name: 'tỉnh Thử', provinceCode: 'tinh-thu' };
  const keysFile = writeKeysFile(of);
  mock = await openSourceSystem({ port: 0, key, where: where(), mode: 'normal', token: null });
  service = await startService(place, {
    ...{ VANGXA_SOURCE_URL: mock.url, VANGXA_SOURCE_KEYS: keysFile },
    ...{ VANGXA_SOURCE_EVERY_MS: '1000', VANGXA_GRACE_MS: '5000' },
  });
  settled = await settleIn(place, service, smallCommune('xa-nguon', 1));
  fleet = startFleet(place);
  head = await provinceApprover(settled.administrator);
}, 120_000);

afterAll(async () => {
  await fleet?.stop();
  await service?.stop();
  await mock?.close();
  removePlace(place);
});

async function provinceApprover(administrator: Person): Promise<Person> {
  const { areas } = await administrator.call<{ areas: { id: string; kind: string }[] }>(
    ...(['GET', '/api/areas'] as const),
  );
  const areaId = areas.find(({ kind }) => kind === 'province')?.id;
  const { invitationToken: token } = await administrator.call<{ invitationToken: string }>(
    ...(['POST', '/api/accounts'] as const),
    { name: 'lanh-dao', fullName: 'Lãnh Đạo', grants: [{ role: 'approver', areaId }] },
  );
  return signIn(service.http, '/api/invitation', { token, password: 'một câu thật là dài' });
}

type Line = { action: string; atMs: number };
type Airing = { title: string; playAtMs: number; state: string; priority: string };
const audit = async () => (await head.call<{ lines: Line[] }>('GET', '/api/audit?limit=200')).lines;
const airings = async () => {
  const span = `fromMs=${Date.now() - 600_000}&toMs=${Date.now() + 600_000}`;
  return (await head.call<{ airings: Airing[] }>('GET', `/api/airings?${span}`)).airings;
};
const told = (kind: string) => mock.letters().filter((letter) => letter.kind === kind);

test('an emergency by the source system’s signature is on the wire at once and on the air within ten seconds', async () => {
  await head.call('PUT', `/api/source/trust/${key.id}`, { on: true });
  await until('the frames', async () => {
    const { frames } = await head.call<{ frames: number }>('GET', '/api/source');
    return frames > 0;
  });
  await until('the loudspeaker', async () => {
    const path = '/api/speakers';
    const { speakers } = await settled.planner.call<{ speakers: { online: boolean }[] }>(
      'GET',
      path,
    );
    return speakers.some(({ online }) => online);
  });
  const arrivedMs = Date.now();
  const pushed = await pushBulletin({ to: service.http, item: emergency(where()), key });
  expect(pushed).toMatchObject({ status: 200, body: { state: 'accepted', duplicate: false } });
  const sent = await until('two orders', async () => {
    const found = (await audit()).filter(({ action }) => action === 'service.airing-sending');
    return found.length >= 2 && found.sort((a, b) => a.atMs - b.atMs);
  });
  const [frame, whole] = (await airings()).sort((a, b) => a.playAtMs - b.playAtMs);
  const seconds = (atMs = 0) => ((atMs - arrivedMs) / 1_000).toFixed(1);
  process.stdout.write(
    `source emergency: order of the frame after ${seconds(sent[0]?.atMs)} s, on the air after ${seconds(frame?.playAtMs)} s; order of the text after ${seconds(sent[1]?.atMs)} s, on the air from ${seconds(whole?.playAtMs)} s\n`,
  );
  expect(frame).toMatchObject({ title: 'Xả lũ', priority: 'emergency' });
  expect((frame?.playAtMs ?? 0) - arrivedMs).toBeLessThan(10_000);
  expect((whole?.playAtMs ?? 0) - arrivedMs).toBeLessThan(30_000);
}, 120_000);

test('what an attacker sends never airs, and what became of all is told when the link is back', async () => {
  mock.setMode('down');
  const before = (await airings()).length;
  for (const item of Object.values(malicious(where())))
    await pushBulletin({ to: service.http, item, key }).catch(() => null);
  await pushBulletin({ to: service.http, item: bulletin(where()), key });
  await until('trouble on the screen', async () => {
    const { trouble } = await head.call<{ trouble: string | null }>('GET', '/api/source');
    return trouble;
  });
  mock.setMode('normal');
  await until('the acknowledgements', () =>
    told('ack').some(({ body }) => body.externalId === 'TTN-2026-0001'),
  );
  await until('the results of both airings', () => told('airing-result').length >= 2, 120_000);
  const played = told('airing-result').map(({ body }) => JSON.stringify(body.communes));
  expect(played.every((communes) => communes.includes('"xa-nguon"'))).toBe(true);
  expect((await airings()).length).toBe(before);
  const ids = mock.letters().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
}, 180_000);

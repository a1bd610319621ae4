// One commune never touches another's: asked over HTTP for everything it has, and over MQTT for every topic.
// It must never know how rights are decided.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import mqtt from 'mqtt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, signIn } from '../../src/demo/api.ts';
import { type Settled, settle } from '../../src/demo/settling.ts';
import {
  airingOf,
  approvedBulletin,
  newPlace,
  type Place,
  type Running,
  removePlace,
  scheduleOnce,
  smallCommune,
  startService,
  until,
} from './house.ts';

let place: Place;
let service: Running;
/** commune A, with everything in it */
let a: Settled;
let aSchedule: { scheduleId: string; atMs: number };
let aIds: Record<string, string>;
/** somebody of commune B who holds every role there */
let stranger: Person;
let bVillage: string;

beforeAll(async () => {
  place = newPlace();
  service = await startService(place, {});
  a = await settle({
    base: service.http,
    setupToken: service.setupToken ?? '',
    commune: smallCommune('xa-a', 2),
    enrolments: place.enrolments,
  });
  const bulletin = await approvedBulletin(a);
  aSchedule = await scheduleOnce(a, bulletin, 120_000);
  const airing = await airingOf(a.planner, aSchedule);
  const { document } = await a.author.upload<{ document: { id: string } }>(
    `/api/documents?name=a.txt&areaId=${a.communeId}`,
    Buffer.from('Thông báo về việc họp bản vào tối thứ bảy tại nhà văn hóa.'),
  );
  const { clip } = await a.author.call<{ clip: { id: string } }>(
    'GET',
    `/api/bulletins/${bulletin}`,
  );
  const { speakers } = await a.administrator.call<{ speakers: { unitId: string }[] }>(
    'GET',
    '/api/speakers',
  );
  aIds = {
    commune: a.communeId,
    village: a.villageIds[0] ?? '',
    bulletin,
    document: document.id,
    clip: clip.id,
    airing,
    schedule: aSchedule.scheduleId,
    unit: speakers[0]?.unitId ?? '',
  };
  stranger = await allRolesOfB();
}, 120_000);

afterAll(async () => {
  await service?.stop();
  removePlace(place);
});

async function allRolesOfB(): Promise<Person> {
  const { areas } = await a.administrator.call<{ areas: { id: string; kind: string }[] }>(
    'GET',
    '/api/areas',
  );
  const area = (body: object) => a.administrator.call<{ id: string }>('POST', '/api/areas', body);
  const province = areas.find(({ kind }) => kind === 'province')?.id;
  const b = await area({ code: 'xa-b', kind: 'commune', name: 'Xã B', parentId: province });
  bVillage = (await area({ code: 'xa-b-ban', kind: 'village', name: 'Bản B', parentId: b.id })).id;
  const roles = ['author', 'approver', 'operator', 'planner', 'technician', 'administrator'];
  const { invitationToken } = await a.administrator.call<{ invitationToken: string }>(
    'POST',
    '/api/accounts',
    {
      name: 'nguoi-xa-b',
      fullName: 'Người Xã B',
      grants: roles.map((role) => ({ role, areaId: b.id })),
    },
  );
  const password = 'mat-khau-dai-cua-xa-b';
  return signIn(service.http, '/api/invitation', { token: invitationToken, password });
}

const asked: [
  string,
  'GET' | 'POST' | 'PUT' | 'DELETE',
  string,
  ((ids: typeof aIds) => unknown)?,
][] = [
  ['read a document', 'GET', '/api/documents/:document'],
  [
    'add a document',
    'POST',
    '/api/documents?name=x.txt&areaId=:commune',
    () => ({ text: 'Họp bản tối nay.' }),
  ],
  ['read a bulletin', 'GET', '/api/bulletins/:bulletin'],
  [
    'write a bulletin',
    'POST',
    '/api/bulletins',
    (ids) => ({ areaId: ids.commune, text: 'Họp bản.' }),
  ],
  [
    'use its document',
    'POST',
    '/api/bulletins',
    (ids) => ({ areaId: ids.commune, documentId: ids.document }),
  ],
  ['edit a bulletin', 'PUT', '/api/bulletins/:bulletin', () => ({ text: 'Khác.' })],
  ['submit', 'POST', '/api/bulletins/:bulletin/submit'],
  ['approve', 'POST', '/api/bulletins/:bulletin/approve', () => ({ contentHash: '0'.repeat(64) })],
  ['return', 'POST', '/api/bulletins/:bulletin/return', () => ({ remark: 'không' })],
  ['hear a clip', 'GET', '/api/clips/:clip/sound'],
  ['hear it as MP3', 'GET', '/api/clips/:clip/sound?as=mp3'],
  ['stop its sound', 'POST', '/api/bulletins/:bulletin/stop-making'],
  ['make its sound', 'POST', '/api/bulletins/:bulletin/make-again'],
  ['read an airing', 'GET', '/api/airings/:airing'],
  ['cancel an airing', 'POST', '/api/airings/:airing/cancel'],
  ['withdraw a schedule', 'DELETE', '/api/schedules/:schedule'],
  [
    'schedule its bulletin',
    'POST',
    '/api/schedules',
    (ids) => ({ bulletinId: ids.bulletin, areaIds: [bVillage], rule: { kind: 'now' } }),
  ],
  ['read its hours', 'GET', '/api/areas/:commune/regulation'],
  [
    'change its hours',
    'PUT',
    '/api/areas/:commune/regulation',
    () => ({ hours: { utcOffsetMin: 420, windows: [] } }),
  ],
  [
    'add a village',
    'POST',
    '/api/areas',
    (ids) => ({ code: 'x-y', kind: 'village', name: 'X', parentId: ids.commune }),
  ],
  ['add a site', 'POST', '/api/sites', (ids) => ({ id: 'x-loa', areaId: ids.village, name: 'X' })],
  ['install a unit', 'POST', '/api/sites/xa-a-loa-1-1/units', () => ({})],
  ['remove a unit', 'DELETE', '/api/units/:unit'],
  [
    'invite into it',
    'POST',
    '/api/accounts',
    (ids) => ({
      name: 'ke-la',
      fullName: 'Kẻ Lạ',
      grants: [{ role: 'author', areaId: ids.commune }],
    }),
  ],
];

test.each(asked)(
  'a member of commune B may not %s of commune A',
  async (_what, method, path, body) => {
    const filled = path.replace(/:(\w+)/g, (_all, name: string) => aIds[name] ?? name);
    await expect(stranger.call(method, filled, body?.(aIds))).rejects.toThrow(
      /không tìm thấy|không có|not found|no such/iu,
    );
  },
);

test.each(['documents', 'bulletins', 'schedules', 'sites', 'speakers', 'accounts', 'audit'])(
  'the list of %s holds nothing of commune A',
  async (list) => {
    const answer = JSON.stringify(await stranger.call('GET', `/api/${list}`));
    for (const id of Object.values(aIds)) expect(answer).not.toContain(id);
    expect(answer).not.toContain('xa-a-loa');
  },
);

test('the plan and the airings hold nothing of commune A', async () => {
  const { atMs } = aSchedule;
  for (const path of ['/api/plan?hours=72', `/api/airings?fromMs=${atMs - 1}&toMs=${atMs + 1}`])
    expect(JSON.stringify(await stranger.call('GET', path))).not.toContain(aIds.bulletin);
});

test('the schedule of commune A stands after all of this', async () => {
  const { airing } = await a.planner.call<{ airing: { state: string } }>(
    'GET',
    `/api/airings/${aIds.airing}`,
  );
  expect(['planned', 'sending', 'sent']).toContain(airing.state);
});

test('a speaker may neither read nor write what is not its own, and an unknown one may not enter', async () => {
  const file = join(place.enrolments, 'xa-a-loa-1-1.json');
  const mine = JSON.parse(readFileSync(file, 'utf8')) as { username: string; password: string };
  const client = await mqtt.connectAsync(service.mqtt, {
    ...mine,
    clientId: mine.username,
    protocolVersion: 4,
    reconnectPeriod: 0,
  });
  const refused = [
    'vangxa/v1/speaker/xa-a-loa-2-1/order',
    'vangxa/v1/area/xa-b/order',
    'vangxa/v1/stream/xa-b/+',
    '#',
    'vangxa/v1/speaker/+/status',
  ];
  for (const topic of refused) {
    const granted = await client.subscribeAsync(topic, { qos: 1 }).catch(() => [{ qos: 128 }]);
    expect([topic, granted[0]?.qos]).toEqual([topic, 128]);
  }
  const own = await client.subscribeAsync('vangxa/v1/speaker/xa-a-loa-1-1/order', { qos: 1 });
  expect(own[0]?.qos).toBe(1);
  const forbidden = client.publishAsync('vangxa/v1/speaker/xa-a-loa-2-1/status', '{}', { qos: 1 });
  await Promise.race([
    forbidden.catch(() => {}),
    until('the broker to drop the forger', () => !client.connected),
  ]);
  await client.endAsync(true).catch(() => {});
  const { speakers } = await a.administrator.call<{
    speakers: { site: { id: string }; heardAtMs: number | null }[];
  }>('GET', '/api/speakers');
  expect(speakers.find(({ site }) => site.id === 'xa-a-loa-2-1')?.heardAtMs).toBeNull();

  const stolen = { username: 'xa-a-loa-1-1', password: 'x'.repeat(43) };
  for (const who of [stolen, { username: 'khong-ai-biet', password: mine.password }])
    await expect(
      mqtt.connectAsync(service.mqtt, { ...who, clientId: who.username, reconnectPeriod: 0 }),
    ).rejects.toThrow(/refused|authorized|closed|Bad/iu);
});

// Kills the service (−9) at every step of the path: nothing lost, nothing twice, one verdict for each speaker.
// It must never know how a step is done: it looks from outside, through HTTP and the loudspeakers' own files.
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Settled, settle } from '../../src/demo/settling.ts';
import {
  airingOf,
  eventIn,
  inState,
  lineOf,
  NOTICE,
  newBulletin,
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

const SPEAKERS = 3;
/** A restart takes seconds on two busy cores, and the whole must still be on time. */
const LEAD_MS = 25_000;
let place: Place;
let service: Running;
let fleet: Running;
let settled: Settled;
let ports: Record<string, string>;

beforeAll(async () => {
  place = newPlace();
  mkdirSync(place.out, { recursive: true });
  service = await startService(place, {});
  ports = {
    VANGXA_HTTP_PORT: new URL(service.http).port,
    VANGXA_MQTT_PORT: new URL(service.mqtt).port,
  };
  settled = await settle({
    base: service.http,
    setupToken: service.setupToken ?? '',
    commune: smallCommune('xa-kill', SPEAKERS),
    enrolments: place.enrolments,
  });
  fleet = startFleet(place);
  await lineOf(fleet, eventIn('ready'));
});

afterAll(async () => {
  await fleet?.stop();
  await service?.stop();
  removePlace(place);
});

async function killAndRestart(): Promise<void> {
  await service.kill9();
  service = await startService(place, ports);
}

async function verdictsAfterAll(airingId: string): Promise<string[]> {
  const { speakers } = await verdictsOf(settled.planner, airingId);
  return speakers.map(
    ({ siteId, verdict }) => `${siteId} ${verdict?.kind} (${verdict?.reason}) ${verdict?.revision}`,
  );
}
const allPlayed = [
  'xa-kill-loa-1-1 played (whole) 0',
  'xa-kill-loa-1-2 played (whole) 0',
  'xa-kill-loa-2-1 played (whole) 0',
];

test('a kill while the sound is made, and at every state of approval, loses nothing', async () => {
  const id = await newBulletin(settled.author, settled.communeId, NOTICE.repeat(20));
  await killAndRestart();
  const { clip } = await inState(settled.author, id, 'ready');
  await killAndRestart();
  expect((await inState(settled.author, id, 'ready')).clip).toEqual(clip);

  await settled.author.call('POST', `/api/bulletins/${id}/submit`);
  await killAndRestart();
  await inState(settled.approver, id, 'pending');

  await settled.approver.call('POST', `/api/bulletins/${id}/approve`, {
    contentHash: clip?.contentHash,
  });
  await killAndRestart();
  expect((await inState(settled.author, id, 'approved')).clip).toEqual(clip);
}, 120_000);

/** Where the path stands when the service is killed; each kill is watched for from outside. */
const moments: {
  name: string;
  when: (airingId: string) => Promise<unknown>;
  staysDead?: boolean;
}[] = [
  { name: 'as soon as the airing exists', when: async () => {} },
  {
    name: 'when its manifest and chunks are out',
    when: (airingId) => inAiringState(airingId, ['sent']),
  },
  {
    name: 'while the loudspeakers play, and it stays dead until they have finished',
    when: () => lineOf(fleet, eventIn('started')),
    staysDead: true,
  },
];

async function inAiringState(airingId: string, states: readonly string[]): Promise<true> {
  return until(`airing ${states}`, async () => {
    const { airing } = await settled.planner.call<{ airing: { state: string } }>(
      'GET',
      `/api/airings/${airingId}`,
    );
    return states.includes(airing.state);
  });
}

test.each(moments)(
  'a kill $name ends in one verdict for each loudspeaker',
  async ({ when, staysDead }) => {
    const id = await newBulletin(settled.author, settled.communeId);
    const { clip } = await inState(settled.author, id, 'ready');
    await settled.author.call('POST', `/api/bulletins/${id}/submit`);
    await settled.approver.call('POST', `/api/bulletins/${id}/approve`, {
      contentHash: clip?.contentHash,
    });
    fleet.output.length = 0;
    const scheduled = await scheduleOnce(settled, id, LEAD_MS);
    const airingId = await airingOf(settled.planner, scheduled);
    const finished = () =>
      until('all to finish', () => fleet.output.filter(eventIn('finished')).length === SPEAKERS);
    await when(airingId);
    await service.kill9();
    if (staysDead) await finished();
    service = await startService(place, ports);
    await finished();
    expect(await verdictsAfterAll(airingId)).toEqual(allPlayed);
    expect(fleet.output.filter(eventIn('finished'))).toHaveLength(SPEAKERS);
  },
  120_000,
);

test('a kill right after a schedule was saved still airs it, once', async () => {
  const id = await newBulletin(settled.author, settled.communeId);
  const { clip } = await inState(settled.author, id, 'ready');
  await settled.author.call('POST', `/api/bulletins/${id}/submit`);
  await settled.approver.call('POST', `/api/bulletins/${id}/approve`, {
    contentHash: clip?.contentHash,
  });
  fleet.output.length = 0;
  const scheduled = await scheduleOnce(settled, id, LEAD_MS + 10_000);
  await killAndRestart();
  const airingId = await airingOf(settled.planner, scheduled);
  expect(await verdictsAfterAll(airingId)).toEqual(allPlayed);
  const { airings } = await settled.planner.call<{ airings: { scheduleId: string }[] }>(
    'GET',
    `/api/airings?fromMs=${scheduled.atMs - 60_000}&toMs=${scheduled.atMs + 60_000}`,
  );
  expect(airings.filter(({ scheduleId }) => scheduleId === scheduled.scheduleId)).toHaveLength(1);
}, 120_000);

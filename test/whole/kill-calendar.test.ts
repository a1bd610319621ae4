// Kills the service (−9) again and again while rules of repetition, changed times and starts to the second run.
// It must never know how a slot is made: what should have come is worked out here, what came is asked for.
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../../src/demo/api.ts';
import { type Settled, settle } from '../../src/demo/settling.ts';
import { chance } from '../bench/calendar/chance.ts';
import {
  approvedBulletin,
  eventIn,
  lineOf,
  newPlace,
  type Place,
  type Running,
  removePlace,
  smallCommune,
  startFleet,
  startService,
  until,
} from './house.ts';

/** 1,000 for the figure of issue #5; each costs a restart. */
const KILLS = Number(process.env.VANGXA_KILLS ?? 20);
const SEED = Number(process.env.VANGXA_SEED ?? Date.now() % 100_000);
/** A kill, a restart and some life between them, on two busy cores. */
const PER_KILL_MS = 2_500;
/** Four times of the rule at least: one moved, one cancelled. */
const LEAST_MS = 50_000;
const LEAD_MS = 6_000;
const GRACE_MS = 4_000;
const DAY_MS = 86_400_000;
const OFFSET_MS = 7 * 3_600_000;
const ENV = { VANGXA_LEAD_MS: `${LEAD_MS}`, VANGXA_GRACE_MS: `${GRACE_MS}` };

let place: Place;
let service: Running;
let fleet: Running;
let settled: Settled;
let ports: Record<string, string>;

beforeAll(async () => {
  place = newPlace();
  mkdirSync(place.out, { recursive: true });
  service = await startService(place, ENV);
  const port = (url: string) => new URL(url).port;
  ports = { ...ENV, VANGXA_HTTP_PORT: port(service.http), VANGXA_MQTT_PORT: port(service.mqtt) };
  settled = await settle({
    base: service.http,
    setupToken: service.setupToken ?? '',
    commune: smallCommune('xa-lich', 2),
    enrolments: place.enrolments,
  });
  fleet = startFleet(place);
  await lineOf(fleet, eventIn('ready'));
}, 90_000);

afterAll(async () => {
  await fleet?.stop();
  await service?.stop();
  removePlace(place);
});

/** By schedule: the plan times at which it has to be found, once each. */
type Expected = Map<string, Set<number>>;

test(
  `${KILLS} kills at random moments lose no slot and double none (seed ${SEED})`,
  async () => {
    const luck = chance(SEED);
    const bulletinId = await approvedBulletin(settled, 'Mời bà con họp.');
    const { planNowMs } = await settled.planner.call<{ planNowMs: number }>('GET', '/api/health');
    // what a slow machine needs to save the rules
    const fromMs = Math.ceil((planNowMs + LEAD_MS + 10_000) / 1_000) * 1_000;
    const untilMs = fromMs + Math.max(LEAST_MS, KILLS * PER_KILL_MS);
    const expected = await schedule(settled.planner, { bulletinId, fromMs, untilMs });
    for (let kill = 0; kill < KILLS; kill += 1) {
      const restMs = luck.whole(PER_KILL_MS / 2);
      await new Promise((resolve) => setTimeout(resolve, restMs));
      await service.kill9();
      service = await startService(place, ports);
    }
    const found = await closed({ fromMs, untilMs: untilMs + 60_000, expected });
    const wanted = [...expected].flatMap(([id, times]) => [...times].map((ms) => `${id} ${ms}`));
    expect(found.slots.sort()).toEqual(wanted.sort());
    expect(found.unjudged).toEqual([]);
    const started = fleet.output.filter(eventIn('started')).map(pairOf);
    expect(started.length).toBe(new Set(started).size);
    console.error(`${KILLS} kills, seed ${SEED}: ${wanted.length} slots, 0 lost, 0 doubled`);
  },
  90_000 + KILLS * 15_000,
);

/** One rule by its days with one time moved and one cancelled, one pattern to the second. */
async function schedule(
  planner: Person,
  of: { bulletinId: string; fromMs: number; untilMs: number },
): Promise<Expected> {
  const { bulletinId, fromMs, untilMs } = of;
  const [first = '', second = ''] = settled.villageIds;
  const midnightMs = Math.floor((fromMs + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS;
  // a rule of its day holds 24 times at most, and none beyond midnight
  const times = Array.from({ length: 24 }, (_, n) => fromMs + n * 7_000).filter(
    (ms) => ms < Math.min(untilMs, midnightMs + DAY_MS),
  );
  const at = times.map((ms) => (ms - midnightMs) / 1_000);
  const day = new Date(fromMs + OFFSET_MS).toISOString().slice(0, 10);
  const repeat = await added(planner, {
    ...{ bulletinId, areaIds: [first] },
    rule: {
      ...{ kind: 'repeat', days: { every: 'day', step: 1 }, at, seasons: [], fromDay: day },
      ...{
        untilDay: day,
        replaceWith: null,
        special: { holiday: 'as-usual', mourning: 'as-usual' },
      },
    },
  });
  const [, moved = 0, cancelled = 0] = times;
  const toMs = moved + 1_000;
  for (const [slotMs, change] of [
    [moved, { kind: 'move', toMs }],
    [cancelled, { kind: 'cancel' }],
  ] as const)
    await planner.call('POST', `/api/schedules/${repeat}/exceptions`, {
      ...{ slotMs, change, reason: 'họp' },
    });
  const pattern = '1,11,21,31,41,51 * * * * *';
  const cron = await added(planner, {
    ...{ bulletinId, areaIds: [second], rule: { kind: 'cron', pattern, fromMs, untilMs } },
  });
  const seconds = Array.from({ length: (untilMs - fromMs) / 1_000 }, (_, n) => fromMs + n * 1_000);
  const fires = seconds.filter((ms) => (ms / 1_000) % 10 === 1);
  // a cancelled time has its row too, which says so to each speaker
  const own = times.map((ms) => (ms === moved ? toMs : ms));
  return new Map([
    [repeat, new Set(own)],
    [cron, new Set(fires)],
  ]);
}

async function added(planner: Person, wish: object): Promise<string> {
  const made = await planner.call<{ schedule: { id: string } }>('POST', '/api/schedules', wish);
  return made.schedule.id;
}

type Brief = { id: string; scheduleId: string; playAtMs: number; state: string };
type Parts = { speakers: { siteId: string; verdict: object | null }[] };

/** Once all that should have come is over: which slots there are, and who has no verdict. */
async function closed(of: { fromMs: number; untilMs: number; expected: Expected }) {
  const { fromMs, untilMs, expected } = of;
  const count = [...expected.values()].reduce((sum, times) => sum + times.size, 0);
  const path = `/api/airings?fromMs=${fromMs - 1}&toMs=${untilMs}`;
  const airings = await until(
    'the last airing to be over',
    async () => {
      const { airings: all } = await settled.planner.call<{ airings: Brief[] }>('GET', path);
      const over = all.every(({ state }) => state === 'closed' || state === 'cancelled');
      return over && all.length >= count && all;
    },
    120_000,
  );
  const unjudged: string[] = [];
  for (const { id } of airings) {
    const { speakers } = await settled.planner.call<Parts>('GET', `/api/airings/${id}`);
    for (const { siteId, verdict } of speakers) if (!verdict) unjudged.push(`${id} ${siteId}`);
  }
  return {
    unjudged,
    slots: airings.map(({ scheduleId, playAtMs }) => `${scheduleId} ${playAtMs}`),
  };
}

/** Which airing began at which speaker. */
function pairOf(line: string): string {
  const told = JSON.parse(line) as Record<string, unknown>;
  return `${told.siteId ?? told.speakerId ?? told.speaker} ${told.streamId ?? told.airingId}`;
}

// A whole house for end-to-end tests: the built service as a process that can be killed, a commune, a fleet.
// It must never know the inside of any of them: processes, HTTP and files only.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Person } from '../../src/demo/api.ts';
import type { DemoCommune } from '../../src/demo/commune.ts';
import { addressIn, tokenIn } from '../../src/demo/service.ts';
import { type Settled, settle } from '../../src/demo/settling.ts';

export const BUILT = join(import.meta.dirname, '../../dist');
/** What takes longer than this on two busy cores hangs. */
export const PATIENCE_MS = 60_000;

export type Running = {
  http: string;
  mqtt: string;
  setupToken: string | null;
  output: string[];
  process: ChildProcess;
  exit: Promise<number | null>;
  /** as a power cut would: no goodbye */
  kill9(): Promise<void>;
  stop(): Promise<void>;
};

export type Place = { root: string; data: string; enrolments: string; out: string };

export function newPlace(): Place {
  const root = mkdtempSync(join(tmpdir(), 'vangxa-whole-'));
  const place = {
    root,
    data: join(root, 'data'),
    enrolments: join(root, 'enrolments'),
    out: join(root, 'out'),
  };
  for (const folder of [place.enrolments, place.out]) mkdirSync(folder, { recursive: true });
  return place;
}

export function removePlace(place: Place): void {
  rmSync(place.root, { recursive: true, force: true });
}

/** Starts dist/src/main.js and waits until it listens. @throws Error with its output when it does not */
export async function startService(place: Place, env: Record<string, string>): Promise<Running> {
  const running = launchService(place, env);
  const address = await lineOf(running, (line) => addressIn(line) && line);
  const { http, mqtt } = JSON.parse(address) as { http: string; mqtt: string };
  const setupToken = running.output.map(tokenIn).find((token) => token !== null) ?? null;
  return { ...running, http, mqtt, setupToken };
}

/** The same without waiting: for services that must refuse to start. */
export function launchService(place: Place, env: Record<string, string>): Running {
  if (!existsSync(join(BUILT, 'src/main.js'))) throw new Error('run `npm run build` first');
  const child = spawn(process.execPath, [join(BUILT, 'src/main.js')], {
    env: {
      ...process.env,
      VANGXA_DATA: place.data,
      VANGXA_HTTP_PORT: '0',
      VANGXA_MQTT_PORT: '0',
      MQTT_URL: '',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return watched(child);
}

export function startFleet(place: Place, args: readonly string[] = []): Running {
  const script = join(BUILT, 'devices/simulator/fleet.js');
  const child = spawn(
    process.execPath,
    [script, '--enrolments', place.enrolments, '--out', place.out, '--speed', '1', ...args],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  return watched(child);
}

function watched(child: ChildProcess): Running {
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    if (stream) createInterface({ input: stream }).on('line', (line) => output.push(line));
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    child.kill(signal);
    await exit;
  };
  return {
    http: '',
    mqtt: '',
    setupToken: null,
    output,
    process: child,
    exit,
    kill9: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** The first line of a process's output that `read` makes something of. */
export async function lineOf<T>(
  running: Running,
  read: (line: string) => T | null | false,
): Promise<T> {
  let gone = false;
  void running.exit.then(() => {
    gone = true;
  });
  return until(`a line of process ${running.process.pid}`, () => {
    for (const line of running.output) {
      const value = read(line);
      if (value) return value;
    }
    if (gone) throw new Error(`the process ended:\n${running.output.join('\n')}`);
    return null;
  });
}

export const eventIn =
  (event: string) =>
  (line: string): string | null =>
    line.includes(`"event":"${event}"`) ? line : null;

/** Asks until the answer is not null, false or undefined; @throws Error naming `what` when patience ends */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const endMs = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (performance.now() > endMs) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A commune of `speakers` loudspeakers in two villages, allowed to sound at any hour unless told otherwise. */
export function smallCommune(name: string, speakers: number): DemoCommune {
  const village = (number: number) => ({
    code: `${name}-ban-${number}`,
    name: `Bản ${number} ${name}`,
    population: 100,
    sites: Array.from({ length: Math.ceil((speakers - (number - 1)) / 2) }, (_, at) => ({
      id: `${name}-loa-${number}-${at + 1}`,
      name: `Loa ${at + 1} bản ${number}`,
    })),
  });
  return {
    province: { code: 'tinh-thu', name: 'Tỉnh Thử' },
    commune: { code: name, name: `Xã ${name}`, population: 200 },
    hours: {
      utcOffsetMin: 420,
      windows: [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1_440 }],
    },
    accounts: {
      administrator: { name: 'quan-tri', fullName: 'Quản Trị' },
      author: { name: `${name}-viet`, fullName: 'Người Viết' },
      approver: { name: `${name}-duyet`, fullName: 'Người Duyệt' },
      planner: { name: `${name}-lich`, fullName: 'Người Lên Lịch' },
    },
    villages: [village(1), village(2)].filter(({ sites }) => sites.length > 0),
  };
}

export async function settleIn(
  place: Place,
  service: Running,
  commune: DemoCommune,
): Promise<Settled> {
  if (!service.setupToken) throw new Error('no set-up link was printed');
  return settle({
    base: service.http,
    setupToken: service.setupToken,
    commune,
    enrolments: place.enrolments,
  });
}

export const NOTICE =
  'Mời bà con ra nhà văn hóa bản lúc 19 giờ ngày 25 tháng 11 để nghe phổ biến về phòng cháy rừng mùa khô.';

export type BulletinView = {
  bulletin: { id: string; state: string; stateReason: string | null };
  clip: { id: string; contentHash: string; durationMs: number } | null;
};

export async function newBulletin(
  author: Person,
  communeId: string,
  text = NOTICE,
): Promise<string> {
  const { id } = await author.call<{ id: string }>('POST', '/api/bulletins', {
    areaId: communeId,
    text,
    title: 'Mời họp bản',
  });
  return id;
}

export async function inState(
  person: Person,
  bulletinId: string,
  state: string,
): Promise<BulletinView> {
  return until(`bulletin ${state}`, async () => {
    const view = await person.call<BulletinView>('GET', `/api/bulletins/${bulletinId}`);
    if (view.bulletin.state === 'failed' && state !== 'failed')
      throw new Error(`failed: ${view.bulletin.stateReason}`);
    return view.bulletin.state === state ? view : null;
  });
}

/** A bulletin that may air: made, sent by its author, approved by another. */
export async function approvedBulletin(settled: Settled, text = NOTICE): Promise<string> {
  const id = await newBulletin(settled.author, settled.communeId, text);
  const { clip } = await inState(settled.author, id, 'ready');
  await settled.author.call('POST', `/api/bulletins/${id}/submit`);
  await settled.approver.call('POST', `/api/bulletins/${id}/approve`, {
    contentHash: clip?.contentHash,
  });
  return id;
}

export type AiringView = {
  airing: { id: string; state: string };
  speakers: {
    siteId: string;
    verdict: { kind: string; reason: string; revision: number } | null;
  }[];
};

/** Schedules once, `leadMs` from now by the service's clock; @returns the plan time */
export async function scheduleOnce(
  settled: Settled,
  bulletinId: string,
  leadMs: number,
): Promise<{ scheduleId: string; atMs: number }> {
  const { planNowMs } = await settled.planner.call<{ planNowMs: number }>('GET', '/api/health');
  const atMs = Math.round(planNowMs + leadMs);
  const { schedule } = await settled.planner.call<{ schedule: { id: string } }>(
    'POST',
    '/api/schedules',
    { bulletinId, areaIds: settled.villageIds, rule: { kind: 'once', atMs } },
  );
  return { scheduleId: schedule.id, atMs };
}

export async function airingOf(
  person: Person,
  scheduled: { scheduleId: string; atMs: number },
): Promise<string> {
  return until('an airing', async () => {
    const path = `/api/airings?fromMs=${scheduled.atMs - 1}&toMs=${scheduled.atMs + 1}`;
    const { airings } = await person.call<{ airings: { id: string; scheduleId: string }[] }>(
      'GET',
      path,
    );
    return airings.find((airing) => airing.scheduleId === scheduled.scheduleId)?.id;
  });
}

export async function verdictsOf(person: Person, airingId: string): Promise<AiringView> {
  return until('every verdict', async () => {
    const view = await person.call<AiringView>('GET', `/api/airings/${airingId}`);
    return view.speakers.every(({ verdict }) => verdict !== null) ? view : null;
  });
}

/** Writes the enrolment of a unit that is in nobody's database. */
export function writeEnrolment(place: Place, enrolment: { speakerId: string }): void {
  writeFileSync(join(place.enrolments, `${enrolment.speakerId}.json`), JSON.stringify(enrolment), {
    mode: 0o600,
  });
}

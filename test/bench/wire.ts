// Group `wire`: what one stored stream costs the server, beside Mosquitto and Icecast 2 in the same run.
// It must never know how any of the servers works.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cpuSeconds, type Running, startScript } from './process.ts';
import { type Result, rounded } from './result.ts';
import {
  CHUNK_PAYLOAD_BYTES,
  CHUNK_SECONDS,
  type Server,
  startEmbedded,
  startIcecast,
  startMosquitto,
} from './wire/servers.ts';

/** Four blocks of eight seconds: a third of a percent of a core is still ten ticks of /proc. */
const CHUNKS = 4;
/** Compiled and warm, as after a minute of work: a service runs for months. */
const WARM_UP_CHUNKS = 5;
/** Compilers and collectors finish in the background. */
const SETTLING_MS = 5_000;
/** What listeners cost that hear nothing: keep-alive pings, which Icecast's do not send. */
const SILENCE_SECONDS = 15;

export async function wire(): Promise<Result[]> {
  return [...(await listenersCost(200)), ...(await listenersCost(1_000))];
}

/** Percent of one core for each server, all three carrying the stream at the same time. */
async function listenersCost(count: number): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vang-xa-wire-'));
  const servers: Server[] = [];
  const crowds: Running[] = [];
  try {
    servers.push(await startEmbedded());
    for (const peer of [await startMosquitto(folder), await startIcecast(folder)])
      if (peer) servers.push(peer);
    for (const server of servers) crowds.push(await gather(server, count));
    const costs = await measure(servers, crowds);
    return rowsOf(count, costs);
  } finally {
    await Promise.all(crowds.map((crowd) => crowd.stop()));
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function gather(server: Server, count: number): Promise<Running> {
  const { kind, path } = server.listener;
  const script = new URL('./wire/listeners.ts', import.meta.url);
  const crowd = startScript(script, [kind, `${server.port}`, `${count}`, path]);
  await crowd.event('ready');
  return crowd;
}

/** `silent`: the part that is there without any stream */
type Cost = { percent: number; silent: number; complete: boolean };
type Costs = Partial<Record<Server['name'], Cost>>;

async function measure(servers: readonly Server[], crowds: readonly Running[]): Promise<Costs> {
  for (let n = 0; n < WARM_UP_CHUNKS; n += 1) {
    for (const server of servers) server.sendChunk(0);
    await pause(1_500);
  }
  await pause(SETTLING_MS);
  const bytesBefore = await Promise.all(crowds.map(leastBytes));
  const before = servers.map(({ running }) => cpuSeconds(running.pid));
  const startedAtMs = performance.now();
  for (let seq = 1; seq <= CHUNKS; seq += 1) {
    for (const server of servers) server.sendChunk(seq);
    await pause(startedAtMs + seq * CHUNK_SECONDS * 1_000 - performance.now());
  }
  const seconds = (performance.now() - startedAtMs) / 1_000;
  const after = servers.map(({ running }) => cpuSeconds(running.pid));
  const bytesAfter = await Promise.all(crowds.map(leastBytes));
  await pause(SILENCE_SECONDS * 1_000);
  const quiet = servers.map(({ running }) => cpuSeconds(running.pid));
  const costs: Costs = {};
  for (const [at, server] of servers.entries()) {
    const used = (after[at] ?? 0) - (before[at] ?? 0);
    const bytes = (bytesAfter[at] ?? 0) - (bytesBefore[at] ?? 0);
    // Icecast's pages come once a second: the last may be on its way
    const wanted = CHUNKS * CHUNK_PAYLOAD_BYTES * (server.name === 'icecast' ? 0.9 : 1);
    const silent = (100 * ((quiet[at] ?? 0) - (after[at] ?? 0))) / SILENCE_SECONDS;
    costs[server.name] = { percent: (100 * used) / seconds, silent, complete: bytes >= wanted };
  }
  return costs;
}

/** What the listener that got least has got. */
async function leastBytes(crowd: Running): Promise<number> {
  crowd.child.stdin?.write('count\n');
  const { bytes } = await crowd.event('count');
  return Math.min(...(bytes as number[]));
}

function rowsOf(count: number, costs: Costs): Result[] {
  const { embedded, mosquitto, icecast } = costs;
  const told = (cost: Cost | undefined): string => (cost ? `${rounded(cost.percent)} %` : 'absent');
  const row = (name: 'embedded' | 'mosquitto', cost: Cost): Result => ({
    name: `wire.${count}.${name}`,
    value: rounded(cost.percent),
    unit: '% of a core',
    aim: '≤ Icecast 2',
    met: icecast ? cost.percent <= icecast.percent && cost.complete : null,
    peer: `Icecast 2 ${told(icecast)}, ${name === 'embedded' ? `Mosquitto ${told(mosquitto)}` : `embedded ${told(embedded)}`}`,
    note: cost.complete
      ? `without any stream ${rounded(cost.silent)} %: keep-alive pings every 60 s, which Icecast's listeners do not send`
      : 'some listeners did not get every chunk',
  });
  const rows = embedded ? [row('embedded', embedded)] : [];
  if (mosquitto) rows.push(row('mosquitto', mosquitto));
  if (embedded && icecast) {
    const ratio = embedded.percent / icecast.percent;
    rows.push({
      name: `wire.${count}.embedded/icecast`,
      value: rounded(ratio),
      unit: '×',
      aim: '≤ 1',
      met: ratio <= 1 && embedded.complete,
      peer: 'Icecast 2 = 1',
    });
  }
  return rows;
}

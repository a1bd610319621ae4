// How late starts are handed to the wire when fifty airings of five thousand speakers come due in one minute.
// It must never know how airings are paced.
import { makeBroker } from '../../../src/mqtt/broker.ts';
import { makeGate, SERVICE_USER } from '../../../src/mqtt/gate.ts';
import { makeLink } from '../../../src/mqtt/link.ts';
import { makeCancelling } from '../../../src/services/airing/cancelling.ts';
import { makeClosing } from '../../../src/services/airing/closing.ts';
import { makePlanning } from '../../../src/services/airing/planning.ts';
import type { Wire } from '../../../src/services/ports.ts';
import { makeOutbox } from '../../../src/services/wire/outbox.ts';
import { makeSending } from '../../../src/services/wire/sending.ts';
import { bulletin, clip, schedule } from '../../domain/samples.ts';
import { keptLog } from '../../services/fakes.ts';
import { type Result, rounded } from '../result.ts';
import { openDesk } from './desk.ts';
import { MONDAY, makeProvince, type Province } from './province.ts';

const SPEAKERS = 5_000;
const AIRINGS = 50;
const PLAY_AT = MONDAY + 17 * 3_600_000;
/** Real milliseconds before playing, as in production. */
const LEAD_MS = 60_000;
const WAIT_MAX_MS = 120_000;

/** A manifest names areas; the first chunk after it names its stream, so that is what is timed. */
type Handed = { begun: Map<string, number>; sounds: Map<string, number> };

export async function lateness(): Promise<Result[]> {
  const clock = realClockFrom(PLAY_AT - LEAD_MS - 2_000);
  const log = keptLog();
  const gate = makeGate({ serviceSecret: 'bench', rightsOf: () => null });
  const broker = await makeBroker({ host: '127.0.0.1', port: 0, gate, log, refused: () => {} });
  const port = await broker.start();
  const account = { username: SERVICE_USER, password: 'bench', clientId: SERVICE_USER };
  const link = makeLink({ url: `mqtt://127.0.0.1:${port}`, ...account, clock, log });
  const nothing = async () => undefined;
  link.start({ status: nothing, receipt: nothing, repair: nothing, clock: nothing });
  const handed: Handed = { begun: new Map(), sounds: new Map() };
  const wire = watched(link, { handed, planMs: clock.planMs });
  const { deps, store } = openDesk({ province: fifty(), clock, wire });
  const outbox = makeOutbox(deps);
  const cancelling = makeCancelling(deps, outbox);
  const closing = makeClosing(deps);
  const planning = makePlanning(deps);
  const sending = makeSending({ deps, closing, cancelling });
  const until = performance.now() + WAIT_MAX_MS;
  const airings = () =>
    store.airings.list({ tenantIds: ['tinh'], fromMs: MONDAY, toMs: PLAY_AT + 3_600_000 });
  while (performance.now() < until) {
    planning.look();
    sending.look();
    closing.look();
    const all = airings();
    if (all.length === AIRINGS && all.every(({ state }) => state === 'sent')) break;
    await new Promise((resolve) => setTimeout(resolve, 1_000)); // the heartbeat's own second
  }
  const late = airings().map(({ id, sendAtMs, playAtMs }) => ({
    start: (handed.begun.get(id) ?? Number.POSITIVE_INFINITY) - sendAtMs,
    spare: playAtMs - (handed.sounds.get(id) ?? Number.POSITIVE_INFINITY),
  }));
  planning.stop();
  await sending.stop();
  outbox.stop();
  await link.stop();
  await broker.stop();
  store.close();
  return rowsOf(late);
}

function rowsOf(late: readonly { start: number; spare: number }[]): Result[] {
  const starts = late.map(({ start }) => start).sort((a, b) => a - b);
  const at = (share: number) => starts[Math.ceil(share * starts.length) - 1] ?? Number.NaN;
  const load = `${AIRINGS} airings in one minute, ${SPEAKERS} speakers`;
  const inTime = late.filter(({ spare }) => spare > 0).length;
  const least = Math.min(...late.map(({ spare }) => spare));
  const note =
    'real rows, signatures, pacing and embedded broker in one process; no speaker listens (fan-out is group `wire`), sounds are three small chunks';
  return [
    {
      ...{ name: `lateness of starts handed to the wire, p99: ${load}`, unit: 'ms', note },
      ...{ value: rounded(at(0.99), 0), aim: `< ${LEAD_MS} (the lead)`, met: at(0.99) < LEAD_MS },
      peer: `median ${rounded(at(0.5), 0)} ms`,
    },
    {
      ...{ name: `whole sounds out before their time: ${load}`, unit: 'of 50', value: inTime },
      ...{ aim: 'all', met: inTime === AIRINGS, peer: `the last ${rounded(least, 0)} ms before` },
    },
  ];
}

/** Vietnam's Monday evening, run on by this machine's monotonic clock. */
function realClockFrom(startMs: number) {
  const from = performance.now();
  const nowMs = () => Math.round(startMs + performance.now() - from);
  return { planMs: nowMs, wallMs: nowMs, monoMs: () => performance.now(), speed: () => 1 };
}

function watched(wire: Wire, { handed, planMs }: { handed: Handed; planMs(): number }): Wire {
  return {
    connected: wire.connected,
    async publish(topic, payload, options) {
      await wire.publish(topic, payload, options);
      const stream = topic.split('/').find((part) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(part));
      if (stream) {
        if (!handed.begun.has(stream)) handed.begun.set(stream, planMs());
        handed.sounds.set(stream, planMs());
      }
    },
  };
}

/** Fifty communes' own evening news, a second apart. */
function fifty(): Province {
  const province = makeProvince({ seed: 2, speakers: SPEAKERS, schedules: 0 });
  const communes = province.areas.filter(({ kind }) => kind === 'commune');
  const schedules = Array.from({ length: AIRINGS }, (_, n) => {
    const id = `bt-${n}`;
    province.bulletins.set(id, bulletin({ id, clipId: `clip-${n}` }));
    province.clips.set(`clip-${n}`, clip({ id: `clip-${n}`, bulletinId: id }));
    const areaIds = [communes[n % communes.length]?.id ?? 'tinh'];
    const row = { id: `lich-${n}`, tenantId: 'tinh', bulletinId: id, areaIds };
    const atMs = PLAY_AT + n * 1_000;
    return schedule({ ...row, createdAtMs: MONDAY, sinceMs: 0, rule: { kind: 'once', atMs } });
  });
  return { ...province, schedules };
}

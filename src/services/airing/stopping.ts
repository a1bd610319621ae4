// "Dừng phát": one signed order that ends whatever of a commune sounds, and a cancel for each airing it ends.
// It must never stop another tenant's: what a province airs in many communes, the province stops.
import { topics } from '../../../devices/protocol/index.ts';
import { LONGEST_MS } from '../../domain/airing/airing.ts';
import { AHEAD_MS } from '../../domain/airing/said-again.ts';
import { isTenant } from '../../domain/areas.ts';
import type { Sentence } from '../../domain/errors.ts';
import type { Actor, Airing, Area, Schedule } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { plainLine } from '../plain-line.ts';
import type { BrokerState, Stops } from '../poles/pole-door.ts';
import type { Stop } from '../poles/pole-store.ts';
import { record } from '../record.ts';
import { refusal } from '../refusals.ts';
import { permit, seenArea, treeOf } from '../scope.ts';
import { type OrderBody, planSpan, signOrder } from '../wire/orders.ts';
import type { Outbox } from '../wire/outbox.ts';
import type { Cancelling } from './cancelling.ts';
import { noteEnded } from './ending-again.ts';
import { sitesWithUnits } from './plan.ts';
import { endedAiring, endedSchedule, justOver, saidAgain } from './said-again.ts';

/** REAL time in which a speaker that was away is still told; what comes later is cancelled one by one. */
const LIFE_MS = 15 * 60_000;
export const STOP_LINE = 'airing.stop';

export type Stopping = Stops & {
  /** orders that a speaker which has just said hello may have missed */
  stillGood(siteAreaId: string): Uint8Array[];
  /** a run that was killed between writing and sending */
  resume(): void;
};
export type StopParts = { deps: Deps; cancelling: Cancelling; outbox: Outbox };

export function makeStopping(parts: StopParts): Stopping {
  const { deps, outbox } = parts;
  const { store, clock } = deps;
  const send = ({ tenantId, orderBytes, expiresAtMs }: Stop) => {
    const area = store.areas.get(tenantId);
    // every speaker listens to its whole chain, so the tenant's own topic reaches them all, once
    const make = () => (clock.planMs() < expiresAtMs ? orderBytes : null);
    if (area) outbox.post(topics.areaOrder(area.code), make, { urgent: true });
  };
  return {
    stop(actor, { areaId, reason: said = '' }) {
      const area = seenArea(deps, { actor, areaId });
      permit(deps, { actor, action: 'airing.stop', tenantId: area.tenantId });
      if (!isTenant(area)) throw notACommune();
      const reason = plainLine(said) || 'stopped';
      const { stop, airings, waited } = signAll(parts, { actor, area, reason });
      send(stop);
      for (const airing of airings) parts.cancelling.send(airing);
      const { fullName = '' } = store.accounts.get(actor.accountId) ?? {};
      const count = airings.length + waited.length;
      for (const { id, tenantId } of waited) deps.changes.tell({ kind: 'schedule', id, tenantId });
      const told = { tenantId: area.id, byName: fullName, airings: count };
      deps.happenings.tell({ kind: 'stopped', ...told });
      return { ...answer(deps, { area, airings }), airings: count };
    },
    stillGood(siteAreaId) {
      const live = store.stops.live(clock.planMs());
      if (live.length === 0) return [];
      const chain = new Set(
        treeOf(deps)
          .upwards(siteAreaId)
          .map(({ id }) => id),
      );
      return live.filter(({ tenantId }) => chain.has(tenantId)).map(({ orderBytes }) => orderBytes);
    },
    resume() {
      for (const stop of store.stops.live(clock.planMs())) send(stop);
    },
  };
}

type Wanted = { actor: Actor; area: Area; reason: string };

/** All or nothing: a stop that is half written is none, and says so. */
function signAll({ deps, cancelling }: StopParts, { actor, area, reason }: Wanted) {
  const { store, clock } = deps;
  const nowMs = clock.planMs();
  const expiresAtMs = nowMs + planSpan(deps, LIFE_MS);
  return store.transaction(() => {
    const untilMs = nowMs + planSpan(deps, AHEAD_MS);
    const airings = soundingSoon(deps, { tenantId: area.id, nowMs, untilMs });
    const waited = waitingSoon(deps, { tenantId: area.id, nowMs, untilMs });
    const just = justOver(deps, { tenantId: area.id, nowMs });
    // the same in another language is no other thing: it would sound after the silence
    const times = [
      ...[...airings, ...just].map((airing) => endedAiring(airing, nowMs)),
      ...waited.flatMap((schedule) => endedSchedule(deps, schedule)),
    ];
    const again = saidAgain(deps, { times, tenantId: area.id });
    const all = new Map([...airings, ...again.airings].map((airing) => [airing.id, airing]));
    const stopped = [...all.values()].filter((one) => cancelling.sign(one, { actor, reason }));
    const known = new Set(waited.map((one) => one.id));
    const ended = [...waited, ...again.schedules.filter((one) => !known.has(one.id))];
    for (const { id: scheduleId } of ended) store.schedules.end(scheduleId, nowMs);
    const { code } = area;
    const body: OrderBody = { kind: 'stop', tenant: code, areas: [code], reason };
    const { bytes } = signOrder(deps, { body, expiresAtMs });
    const id = deps.ids.next();
    const stop: Stop = { id, tenantId: area.id, atMs: nowMs, expiresAtMs, orderBytes: bytes };
    store.stops.insert(stop);
    const ids = stopped.map((airing) => airing.id);
    const detail = {
      ...{ airings: ids, reason, untilMs },
      ...(ended.length > 0 && { schedules: ended.map((one) => one.id) }),
    };
    const subject = `area:${area.id}`;
    record(deps, { actor, action: STOP_LINE, subject, tenantId: area.id, detail });
    const isBelow = ({ tenantId }: { tenantId: string }) => tenantId !== area.id;
    const below = { airings: stopped.filter(isBelow), schedules: ended.filter(isBelow) };
    noteEnded(deps, { actor, reason, subject, ...below });
    return { stop, airings: stopped, waited: ended };
  });
}

type Soon = { tenantId: string; nowMs: number; untilMs: number };

function soundingSoon(deps: Deps, { tenantId, nowMs, untilMs }: Soon): Airing[] {
  const span = { fromMs: nowMs - LONGEST_MS, toMs: untilMs + 1 };
  const found = deps.store.airings.list({ tenantIds: [tenantId], ...span });
  return found.flatMap(({ id, state }) => {
    const open = state === 'planned' || state === 'sending' || state === 'sent';
    return (open && deps.store.airings.get(id)) || [];
  });
}

/** Approved in this very moment it has no airing yet to cancel: its schedule ends instead. */
function waitingSoon({ store }: Deps, { tenantId, nowMs, untilMs }: Soon): Schedule[] {
  return store.schedules.active().filter(({ id, rule, ...schedule }) => {
    if (
      schedule.tenantId !== tenantId ||
      rule.kind === 'cron' ||
      rule.kind === 'repeat' ||
      rule.atMs === null
    )
      return false;
    const soon = rule.atMs > nowMs - LONGEST_MS && rule.atMs <= untilMs;
    return soon && store.airings.byOccurrence(`${id}@${rule.atMs}`) === null;
  });
}

/** Whether it was meant by a stop though nothing had been made of it: whoever starts it anew after, may. */
export function isStopped(deps: Deps, airing: Airing): boolean {
  const { store, clock } = deps;
  const stops = store.stops.live(clock.planMs()).filter((one) => one.tenantId === airing.tenantId);
  if (stops.length === 0) return false;
  const createdAtMs = store.schedules.get(airing.scheduleId)?.createdAtMs ?? 0;
  const agreed = store.approvals.of(airing.bulletinId).map(({ atMs }) => atMs);
  const meantAtMs = Math.max(createdAtMs, ...agreed);
  return stops.some(
    ({ atMs }) => meantAtMs <= atMs && airing.playAtMs <= atMs + planSpan(deps, AHEAD_MS),
  );
}

function answer(deps: Deps, { area, airings }: { area: Area; airings: readonly Airing[] }) {
  const below = new Set(
    treeOf(deps)
      .downwards(area.id)
      .map(({ id }) => id),
  );
  const speakers = sitesWithUnits(deps).filter(({ areaId }) => below.has(areaId)).length;
  const broker: BrokerState = deps.wire.connected() ? 'connected' : 'waiting';
  const airingIds = airings.map(({ id }) => id);
  return { airings: airings.length, speakers, airingIds, broker, sentence: SAID[broker] };
}

const SAID: Record<BrokerState, Sentence> = {
  connected: {
    vi: 'Lệnh dừng đã ký và đang tới loa. Mỗi cụm loa sẽ báo lại khi đã dừng.',
    en: 'The stop is signed and on its way. Each speaker reports when it has stopped.',
  },
  waiting: {
    vi: 'Lệnh dừng đã ký nhưng CHƯA gửi được: mất nối với máy chủ MQTT. Lệnh sẽ đi ngay khi nối lại; nếu gấp, hãy tắt nguồn tại loa.',
    en: 'The stop is signed but NOT sent: the MQTT broker cannot be reached. It goes out as soon as it can; if it is urgent, switch the speakers off by hand.',
  },
};

function notACommune() {
  return refusal('caller', 'not-a-commune', {
    vi: 'Chỉ dừng phát được cho cả xã, phường hoặc cả tỉnh.',
    en: 'A stop is for a whole commune, ward or province.',
    place: 'id',
  });
}

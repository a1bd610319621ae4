// "Hết khẩn cấp": every emergency of a commune ends with signed orders, and everything else goes on.
// It must never touch what is no emergency: what was interrupted resumes by the arbiter of each loudspeaker.
import { LONGEST_MS } from '../../domain/airing/airing.ts';
import { AHEAD_MS, heardSpan, isInChain } from '../../domain/airing/said-again.ts';
import { isTenant } from '../../domain/areas.ts';
import type { Sentence } from '../../domain/errors.ts';
import type { Actor, Airing, AiringBrief, Area, Bulletin, Schedule } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { plainLine } from '../plain-line.ts';
import type { BrokerState } from '../poles/pole-door.ts';
import { record } from '../record.ts';
import { refusal } from '../refusals.ts';
import { permit, seenArea } from '../scope.ts';
import { planSpan } from '../wire/orders.ts';
import type { AllClears } from './all-clear-door.ts';
import type { Cancelling } from './cancelling.ts';
import { noteEnded } from './ending-again.ts';
import {
  endedAiring,
  inEveryLanguage,
  isBeneath,
  justOver,
  saidAgain,
  timesToCome,
} from './said-again.ts';
import { hasOneTime, isWaiting, singleSlots } from './times-heard.ts';

/** The word that travels in each cancel and that verdicts are explained by (devices/PROTOCOL.md §5). */
export const ALL_CLEAR = 'all-clear';
const ALL_CLEAR_LINE = 'airing.all-clear';

export type AllClearParts = { deps: Deps; cancelling: Pick<Cancelling, 'sign' | 'send'> };

export function makeAllClear(parts: AllClearParts): AllClears {
  const { deps, cancelling } = parts;
  return {
    allClear(actor, { areaId, reason = '', drill: only }) {
      const area = seenArea(deps, { actor, areaId });
      permit(deps, { actor, action: 'airing.stop', tenantId: area.tenantId });
      if (!isTenant(area)) throw notACommune();
      const { airings, ended } = endAll(parts, {
        ...{ actor, area, reason: plainLine(reason), only },
      });
      if (airings.length + ended.length === 0) throw noEmergency();
      for (const airing of airings) cancelling.send(airing);
      for (const { id, tenantId } of ended) deps.changes.tell({ kind: 'schedule', id, tenantId });
      const titles = titlesOf(deps, airings);
      const drill = airings.length > 0 && airings.every((airing) => airing.drill);
      const { fullName: byName = '' } = deps.store.accounts.get(actor.accountId) ?? {};
      const told = { tenantId: area.id, byName, titles, drill, airings: airings.length };
      deps.happenings.tell({ kind: 'all-clear', ...told });
      const broker: BrokerState = deps.wire.connected() ? 'connected' : 'waiting';
      const airingIds = airings.map(({ id }) => id);
      return { airings: airings.length, airingIds, titles, broker, sentence: SAID[broker] };
    },
  };
}

/** More of one commune than this within the making of one sound is no day that was ever seen. */
const LATELY = 20;

/** Was it said of this kind of emergency since something was written or agreed to? A drill's end ends no alarm. */
export function allClearSince(
  { store }: Pick<Deps, 'store'>,
  of: { tenantIds: readonly string[]; sinceId: string; drill: boolean },
): boolean {
  const { tenantIds, sinceId } = of;
  const filter = { tenantIds, beforeId: null, limit: LATELY, action: ALL_CLEAR_LINE };
  return store.audit.list(filter).some(({ id, detail }) => {
    const { drill = null } = JSON.parse(detail) as { drill?: boolean | null };
    // names are given in order of time, whatever a clock does meanwhile
    return id > sinceId && (drill === null || drill === of.drill);
  });
}

/** Of those whose titles may name people nothing is said but how many they are (Luật 91/2025/QH15). */
function titlesOf({ store }: Deps, airings: readonly Airing[]): string[] {
  const sayable = airings.filter(
    ({ bulletinId }) => !store.bulletins.get(bulletinId)?.personalData,
  );
  return [...new Set(sayable.map(({ title }) => title))];
}

type Wanted = { actor: Actor; area: Area; reason: string; only: boolean | undefined };

/** All or nothing, like a stop: who is told that it is over must not hear it go on. */
function endAll({ deps, cancelling }: AllClearParts, { actor, area, reason, only }: Wanted) {
  const { store } = deps;
  return store.transaction(() => {
    const open = emergencies(deps, area.id);
    if (only === undefined && new Set(open.map(({ drill }) => drill)).size > 1)
      throw drillAndReal();
    // also of what was approved in this very moment: the end of one kind is not the end of the other
    const kind = only ?? open[0]?.drill;
    const meant = (one: { drill: boolean }) => kind === undefined || one.drill === kind;
    const airings = open
      .filter(meant)
      .filter((airing) => cancelling.sign(airing, { actor, reason: ALL_CLEAR }));
    const just = alarmsJustOver(deps, area.id).filter(meant);
    const ended = endRepeats(deps, { area, airings, just, meant });
    const ids = airings.map(({ id }) => id);
    const schedules = ended.length > 0 ? { schedules: ended.map(({ id }) => id) } : {};
    const detail = { airings: ids, ...schedules, reason, drill: kind ?? null };
    const subject = `area:${area.id}`;
    if (ids.length + ended.length > 0)
      record(deps, { actor, action: ALL_CLEAR_LINE, subject, tenantId: area.id, detail });
    const isBelow = ({ tenantId }: { tenantId: string }) => tenantId !== area.id;
    const below = { airings: airings.filter(isBelow), schedules: ended.filter(isBelow) };
    noteEnded(deps, { actor, reason: ALL_CLEAR, subject, ...below });
    return { airings, ended };
  });
}

/** What sounds, waits or begins so soon, and whatever else was made of the same bulletins. */
function emergencies(deps: Deps, tenantId: string): Airing[] {
  const { store, clock } = deps;
  const nowMs = clock.planMs();
  const span = { fromMs: nowMs - LONGEST_MS, toMs: nowMs + planSpan(deps, AHEAD_MS) + 1 };
  const near = store.airings
    .list({ tenantIds: [tenantId], ...span })
    .filter(({ priority, state }) => priority === 'emergency' && OPEN.has(state));
  const bulletins = [...near, ...alarmsJustOver(deps, tenantId)].map(
    ({ bulletinId }) => bulletinId,
  );
  return inEveryLanguage(deps, bulletins)
    .flatMap((id) => store.airings.openOfBulletin(id))
    .filter(isBeneath(deps, tenantId));
}

function alarmsJustOver(deps: Deps, tenantId: string): AiringBrief[] {
  const over = justOver(deps, { tenantId, nowMs: deps.clock.planMs() });
  return over.filter(({ priority }) => priority === 'emergency');
}

const OPEN: ReadonlySet<string> = new Set(['planned', 'sending', 'sent']);

/** Said three times with gaps, or approved in this very moment: what has no airing yet has a schedule. */
function endRepeats(
  deps: Deps,
  of: {
    area: Area;
    airings: readonly Airing[];
    just: readonly AiringBrief[];
    meant(bulletin: { drill: boolean }): boolean;
  },
): Schedule[] {
  const { store, clock } = deps;
  const nowMs = clock.planMs();
  const single = store.schedules
    .active()
    .filter((schedule) => schedule.tenantId === of.area.id && hasOneTime(schedule));
  const soon = single.filter(({ bulletinId, rule }) => {
    const atMs = rule.kind === 'now' || rule.kind === 'once' ? rule.atMs : null;
    if (atMs !== null && atMs > nowMs + planSpan(deps, AHEAD_MS)) return false;
    const bulletin = store.bulletins.get(bulletinId);
    if (bulletin?.priority !== 'emergency' || !of.meant(bulletin)) return false;
    return atMs !== null || goesByItself(deps, bulletin);
  });
  // one that has begun is told by its airing; over, it does not end a drill of another day
  const toCome = soon.filter((schedule) => timesToCome(deps, schedule).length > 0);
  const ids = [...of.airings, ...toCome].map(({ bulletinId }) => bulletinId);
  const over = new Set(inEveryLanguage(deps, ids));
  const repeats = single.filter((one) => over.has(one.bulletinId) || isRepeat(deps, one, of.just));
  const times = [...of.airings, ...of.just].map((airing) => endedAiring(airing, nowMs));
  const again = saidAgain(deps, { times, tenantId: of.area.id }).schedules;
  const ended = [...new Map([...soon, ...repeats, ...again].map((one) => [one.id, one])).values()];
  for (const { id } of ended) store.schedules.end(id, nowMs);
  return ended;
}

/** What is over by itself ends what says it again behind it; a drill of another day is another one. */
function isRepeat(deps: Deps, schedule: Schedule, just: readonly AiringBrief[]): boolean {
  const times = singleSlots(deps, schedule);
  return just.some(
    (airing) =>
      (isWaiting(schedule.rule) ||
        times.some(({ playAtMs }) => isInChain(heardSpan(airing), playAtMs))) &&
      inEveryLanguage(deps, [airing.bulletinId]).includes(schedule.bulletinId),
  );
}

/** Its sound is being made and somebody stands for it, or it says again what was aired: nobody is asked first. */
function goesByItself({ store }: Deps, bulletin: Bulletin): boolean {
  const { originalId, submitsItself, standingId } = bulletin;
  if (originalId !== null) return store.bulletins.get(originalId)?.state === 'approved';
  return submitsItself && standingId !== null;
}

const SAID: Record<BrokerState, Sentence> = {
  connected: {
    vi: 'Lệnh hết khẩn cấp đã ký và đang tới loa. Bản tin bị ngắt sẽ phát tiếp theo lịch của nó.',
    en: 'The all-clear is signed and on its way. What was interrupted goes on by its own rule.',
  },
  waiting: {
    vi: 'Lệnh hết khẩn cấp đã ký nhưng CHƯA gửi được: mất nối với máy chủ MQTT. Lệnh sẽ đi ngay khi nối lại.',
    en: 'The all-clear is signed but NOT sent: the MQTT broker cannot be reached. It goes out as soon as it can.',
  },
};

function notACommune() {
  return refusal('caller', 'not-a-commune', {
    vi: 'Chỉ báo hết khẩn cấp được cho cả xã, phường hoặc cả tỉnh.',
    en: 'An all-clear is for a whole commune, ward or province.',
    place: 'id',
  });
}

function drillAndReal() {
  return refusal('conflict', 'drill-and-real', {
    vi: 'Đang có cả diễn tập lẫn tin khẩn cấp thật: hãy chọn kết thúc diễn tập hay báo hết khẩn cấp thật.',
    en: 'A drill and a real emergency are both open: say which of them is over.',
    place: 'drill',
  });
}

function noEmergency() {
  return refusal('conflict', 'no-emergency', {
    vi: 'Không có tin khẩn cấp nào của địa bàn này đang phát hoặc sắp phát. Tin của tỉnh do tỉnh báo hết.',
    en: 'No emergency of this place sounds or is about to. The province ends its own.',
  });
}

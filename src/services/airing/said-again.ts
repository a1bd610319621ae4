// What is to be said again in other languages of something that is being ended: it is meant by the same press of the button.
// It must never end anything itself: stopping.ts, all-clear.ts and ending-again.ts do, within their own transactions.
import { canCancel, LONGEST_MS } from '../../domain/airing/airing.ts';
import {
  AHEAD_MS,
  CHAIN_MAX_MS,
  type HeardSpan,
  heardSpan,
  isInChain,
  isSaidAgain,
} from '../../domain/airing/said-again.ts';
import { tenantChain } from '../../domain/areas.ts';
import type { Airing, AiringBrief, Schedule } from '../../domain/model.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';
import { planSpan } from '../wire/orders.ts';
import {
  hasOneTime,
  isMade,
  isWaiting,
  livingTimes,
  nameOf,
  runMs,
  singleSlots,
} from './times-heard.ts';

/** Airings that were made of it, and schedules of which none is made yet. */
export type SaidAgain = { schedules: Schedule[]; airings: Airing[] };
/** One time of one airing or schedule, of that id, in whichever language; null: "now" that has no time yet. */
export type EndedTime = { id: string; bulletinId: string; span: HeardSpan | null };
export type Ended = {
  times: readonly EndedTime[];
  /** whoever ends it ends their own, and what lies beneath */
  tenantId: string;
};

/** With each bulletin its original, and all that says the same as that. */
export function inEveryLanguage(
  { store }: Pick<Deps, 'store'>,
  bulletinIds: readonly string[],
): string[] {
  const originalIds = new Set(bulletinIds.map((id) => originalOf({ store }, id)));
  return [...originalIds].flatMap((id) => [
    id,
    ...store.bulletins.variantsOf(id).map((one) => one.id),
  ]);
}

/** Over in one language, it may still be to come in another. */
export function justOver(
  { store }: Pick<Deps, 'store'>,
  { tenantId, nowMs }: { tenantId: string; nowMs: number },
): AiringBrief[] {
  return store.airings
    .list({ tenantIds: [tenantId], fromMs: nowMs - LONGEST_MS - CHAIN_MAX_MS, toMs: nowMs })
    .filter((one) => one.state === 'closed' && isInChain(heardSpan(one), nowMs));
}

/** What waits its turn, or was interrupted, is heard until it is stopped. */
export function endedAiring(airing: AiringBrief, nowMs: number): EndedTime {
  const { id, bulletinId } = airing;
  const { fromMs, endMs } = heardSpan(airing);
  const isOpen = canCancel(airing, nowMs);
  return { id, bulletinId, span: { fromMs, endMs: isOpen ? Math.max(endMs, nowMs) : endMs } };
}

/** What a rule with one time at most still has to air, wherever a person moved it. */
export function endedSchedule(deps: Deps, schedule: Schedule): EndedTime[] {
  const { id, bulletinId, rule } = schedule;
  if (isWaiting(rule)) return [{ id, bulletinId, span: null }];
  return singleSlots(deps, schedule).map(({ slotMs, playAtMs }) => {
    const durationMs = runMs(deps, schedule);
    const span = heardSpan({ occurrenceId: nameOf(id, slotMs), playAtMs, durationMs });
    return { id, bulletinId, span };
  });
}

/** Whoever is at that tenant, or beneath it. */
export function isBeneath({ store }: Pick<Deps, 'store'>, tenantId: string) {
  const chainOf = chains({ store });
  return (thing: { tenantId: string }) => chainOf(thing.tenantId).includes(tenantId);
}

export function saidAgain(deps: Deps, of: Ended): SaidAgain {
  const originalIds = new Set(of.times.map(({ bulletinId }) => originalOf(deps, bulletinId)));
  const found = [...originalIds].map((id) => {
    const times = of.times.filter(({ bulletinId }) => originalOf(deps, bulletinId) === id);
    return stillSaid(deps, id, { ...of, times });
  });
  return {
    airings: found.flatMap(({ airings }) => airings),
    schedules: found.flatMap(({ schedules }) => schedules),
  };
}

type Row = { atMs: number | null; tenantId: string };

function stillSaid(deps: Deps, originalId: string, { times, tenantId }: Ended): SaidAgain {
  const nowMs = deps.clock.planMs();
  const soonMs = nowMs + planSpan(deps, AHEAD_MS);
  const spans = (of: readonly EndedTime[]) => of.flatMap(({ span }) => span ?? []);
  const ended = spans(times);
  const originals = spans(times.filter(({ bulletinId }) => bulletinId === originalId));
  const isWaited = times.some(({ span }) => span === null);
  const isTheirs = isBeneath(deps, tenantId);
  const isMeant = ({ atMs, ...row }: Row, living: readonly number[]) => {
    // what lies beneath was put behind the original: not behind another's language of it
    const before = row.tenantId === tenantId ? ended : originals;
    return (
      (atMs === null && isWaited) || isSaidAgain(atMs, { ended: before, living, nowMs, soonMs })
    );
  };
  const near = rowsOf(deps, originalId, nowMs).filter((row) => isMeant(row, []) && isTheirs(row));
  const chainOf = chains(deps);
  const living = livingTimes(deps, originalId, {
    fromMs: Math.min(...ended.map((one) => one.fromMs)),
    toMs: Math.max(...near.map(({ atMs }) => atMs ?? soonMs)),
    endedIds: new Set(times.map(({ id }) => id)),
    tenantIds: [...new Set(near.flatMap((row) => chainOf(row.tenantId)))],
  });
  // another tenant's time of it is no reason to go on, unless it stands above
  const above = ({ tenantId }: Row) =>
    living.filter((one) => chainOf(tenantId).includes(one.tenantId)).map(({ atMs }) => atMs);
  const meant = near.filter((row) => isMeant(row, above(row)));
  return {
    airings: meant.flatMap(({ airing }) => airing ?? []),
    schedules: meant.flatMap(({ schedule }) => schedule ?? []),
  };
}

type VariantRow = Row & { airing?: Airing; schedule?: Schedule };

/** What sounds, whatever rule it is of, and single times: another language's own rule is its planner's. */
function rowsOf(deps: Deps, originalId: string, nowMs: number): VariantRow[] {
  const { store } = deps;
  return store.bulletins.variantsOf(originalId).flatMap(({ id }): VariantRow[] => {
    const made = store.airings
      .openOfBulletin(id)
      .filter(({ playAtMs, scheduleId }) => playAtMs <= nowMs || isSingle(store, scheduleId))
      .map((airing) => ({ atMs: airing.playAtMs, tenantId: airing.tenantId, airing }));
    const toCome = store.schedules
      .ofBulletin(id)
      .filter(({ endedAtMs }) => endedAtMs === null)
      .flatMap((schedule) =>
        timesToCome(deps, schedule).map((atMs) => ({
          ...{ atMs, tenantId: schedule.tenantId, schedule },
        })),
      );
    return [...made, ...toCome];
  });
}

/** Of a rule with one time at most: that time, where nothing was made of it yet. */
export function timesToCome(deps: Deps, schedule: Schedule): (number | null)[] {
  if (isWaiting(schedule.rule)) return [null];
  return singleSlots(deps, schedule)
    .filter(({ slotMs }) => !isMade(deps, nameOf(schedule.id, slotMs)))
    .map(({ playAtMs }) => playAtMs);
}

function originalOf({ store }: Pick<Deps, 'store'>, id: string): string {
  return store.bulletins.get(id)?.originalId ?? id;
}

/** Each tenant and those above it, looked up once. */
function chains({ store }: Pick<Deps, 'store'>): (tenantId: string) => string[] {
  const known = new Map<string, string[]>();
  return (tenantId) => {
    const chain = known.get(tenantId) ?? tenantChain(treeAbove(store.areas, tenantId), tenantId);
    known.set(tenantId, chain);
    return chain;
  };
}

function isSingle(store: Deps['store'], scheduleId: string): boolean {
  const schedule = store.schedules.get(scheduleId);
  return schedule === null || hasOneTime(schedule);
}

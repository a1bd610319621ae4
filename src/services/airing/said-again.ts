// What is to be said again in other languages of something that is being ended: it is meant by the same press of the button.
// It must never end anything itself: stopping.ts, all-clear.ts and ending-again.ts do, within their own transactions.
import { LONGEST_MS } from '../../domain/airing/airing.ts';
import { tenantChain } from '../../domain/areas.ts';
import type { Airing, AiringBrief, Schedule } from '../../domain/model.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';

/** After its end: three times a minute of speech in five languages, with breaths; what comes later a person put there by itself. */
const CHAIN_MAX_MS = 30 * 60_000;

type Rows = Pick<Deps, 'store'>;

/** Airings that were made of it, and schedules of which none is made yet. */
export type SaidAgain = { schedules: Schedule[]; airings: Airing[] };
export type Ended = {
  /** what is being ended, in whichever language */
  bulletinIds: readonly string[];
  /** whoever ends it ends their own, and what lies beneath */
  tenantId: string;
  /** whether that time of the original is ended; null: "now" that has no time yet */
  isEnded(atMs: number | null): boolean;
  nowMs: number;
};

/** With each bulletin its original, and all that says the same as that. */
export function inEveryLanguage({ store }: Rows, bulletinIds: readonly string[]): string[] {
  const originalIds = originalsOf({ store }, bulletinIds);
  return originalIds.flatMap((id) => [id, ...store.bulletins.variantsOf(id).map((one) => one.id)]);
}

/** Over in one language, it may still be to come in another. */
export function justOver(
  { store }: Rows,
  { tenantId, nowMs }: { tenantId: string; nowMs: number },
): AiringBrief[] {
  return store.airings
    .list({ tenantIds: [tenantId], fromMs: nowMs - LONGEST_MS, toMs: nowMs })
    .filter(({ state }) => state === 'closed')
    .filter(({ playAtMs, durationMs }) => playAtMs + durationMs >= nowMs - CHAIN_MAX_MS);
}

export function saidAgain(rows: Rows, of: Ended): SaidAgain {
  const found = originalsOf(rows, of.bulletinIds).map((id) => stillSaid(rows, id, of));
  return {
    airings: found.flatMap(({ airings }) => airings),
    schedules: found.flatMap(({ schedules }) => schedules),
  };
}

function stillSaid({ store }: Rows, originalId: string, of: Ended): SaidAgain {
  const variantIds = store.bulletins.variantsOf(originalId).map(({ id }) => id);
  if (variantIds.length === 0) return { airings: [], schedules: [] };
  const isMeant = meant(timesOf({ store }, originalId), {
    ...of,
    chainMs: lengthOf({ store }, originalId) + CHAIN_MAX_MS,
  });
  const isTheirs = ({ tenantId }: { tenantId: string }) =>
    tenantChain(treeAbove(store.areas, tenantId), tenantId).includes(of.tenantId);
  const isMade = ({ id, rule }: Schedule) =>
    store.airings.byOccurrence(`${id}@${timeOf(rule)}`) !== null;
  return {
    airings: variantIds
      .flatMap((id) => store.airings.openOfBulletin(id))
      .filter((one) => isMeant(one.playAtMs) && isTheirs(one)),
    schedules: variantIds
      .flatMap((id) => store.schedules.ofBulletin(id))
      .filter(({ rule, endedAtMs }) => endedAtMs === null && isSingle(rule))
      .filter((one) => isMeant(timeOf(one.rule)) && isTheirs(one) && !isMade(one)),
  };
}

/** Each time of a variant belongs to the last time of its original before it. */
function meant(times: readonly number[], { isEnded, nowMs, chainMs }: Ended & { chainMs: number }) {
  return (atMs: number | null): boolean => {
    // "now" that waits for its sound or its approval follows its original at once
    if (atMs === null) return isEnded(null);
    const before = times.filter((time) => time <= atMs);
    const last = Math.max(...before.filter((time) => atMs - time <= chainMs));
    if (Number.isFinite(last) && isEnded(last)) return true;
    // what sounds is heard as the same thing going on, whoever put it there
    return atMs <= nowMs && before.some(isEnded);
  };
}

/** As they were set, and as they fell: a turn or an exception may have moved one. */
function timesOf({ store }: Rows, originalId: string): number[] {
  return store.schedules.ofBulletin(originalId).flatMap(({ id, rule }) => {
    const fell = store.airings.ofSchedule(id).map(({ playAtMs }) => playAtMs);
    return [timeOf(rule) ?? [], fell].flat();
  });
}

function lengthOf({ store }: Rows, bulletinId: string): number {
  const clipId = store.bulletins.get(bulletinId)?.clipId ?? null;
  return (clipId === null ? null : store.clips.get(clipId))?.durationMs ?? 0;
}

function originalsOf({ store }: Rows, bulletinIds: readonly string[]): string[] {
  return [...new Set(bulletinIds.map((id) => store.bulletins.get(id)?.originalId ?? id))];
}

const isSingle = (rule: Schedule['rule']): boolean =>
  rule.kind !== 'cron' && rule.kind !== 'repeat';

function timeOf(rule: Schedule['rule']): number | null {
  return rule.kind === 'cron' || rule.kind === 'repeat' ? null : rule.atMs;
}

// What is to be said again in other languages of something that is being ended: it is meant by the same press of the button.
// It must never end anything itself: stopping.ts and all-clear.ts do, within their own transactions.
import type { Airing, Schedule } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';

/** Three times a minute of speech in five languages, with breaths: what comes later a person put there by itself. */
const CHAIN_MAX_MS = 30 * 60_000;

type Rows = Pick<Deps, 'store'>;

/** Airings that were made of it, and schedules of which none is made yet. */
export type SaidAgain = { schedules: Schedule[]; airings: Airing[] };

/** With each bulletin its original, and all that says the same as that. */
export function inEveryLanguage({ store }: Rows, bulletinIds: readonly string[]): string[] {
  const originalIds = originalsOf({ store }, bulletinIds);
  return originalIds.flatMap((id) => [id, ...store.bulletins.variantsOf(id).map((one) => one.id)]);
}

/**
 * @param of.bulletinIds what is being ended, in whichever language
 * @param of.untilMs times of the original up to this one are ended; null: all of them
 */
export function saidAgain(
  { store }: Rows,
  of: { bulletinIds: readonly string[]; untilMs: number | null },
): SaidAgain {
  const meant = originalsOf({ store }, of.bulletinIds).flatMap((originalId) => {
    const times = store.schedules.ofBulletin(originalId).flatMap(({ rule }) => timeOf(rule) ?? []);
    return store.bulletins
      .variantsOf(originalId)
      .flatMap(({ id }) => store.schedules.ofBulletin(id))
      .filter((schedule) => isMeant(schedule, { times, untilMs: of.untilMs }));
  });
  const ids = new Set(meant.map(({ id }) => id));
  const bulletinIds = new Set(meant.map(({ bulletinId }) => bulletinId));
  const airings = [...bulletinIds]
    .flatMap((id) => store.airings.openOfBulletin(id))
    .filter(({ scheduleId }) => ids.has(scheduleId));
  const isMade = ({ id, rule }: Schedule) =>
    store.airings.byOccurrence(`${id}@${timeOf(rule)}`) !== null;
  return { schedules: meant.filter((schedule) => !isMade(schedule)), airings };
}

function originalsOf({ store }: Rows, bulletinIds: readonly string[]): string[] {
  return [...new Set(bulletinIds.map((id) => store.bulletins.get(id)?.originalId ?? id))];
}

function isMeant(
  { rule, endedAtMs }: Schedule,
  { times, untilMs }: { times: readonly number[]; untilMs: number | null },
): boolean {
  if (endedAtMs !== null || rule.kind === 'cron' || rule.kind === 'repeat') return false;
  const atMs = timeOf(rule);
  // "now" that waits for its sound or its approval follows its original at once
  if (atMs === null || untilMs === null) return true;
  const before = times.filter((time) => time <= atMs && atMs - time <= CHAIN_MAX_MS);
  return before.length > 0 && Math.max(...before) <= untilMs;
}

function timeOf(rule: Schedule['rule']): number | null {
  return rule.kind === 'cron' || rule.kind === 'repeat' ? null : rule.atMs;
}

// What communes placed of a bulletin that is theirs no more: its own schedules, its days in another's place, its airings.
// It must never decide whether it was given another time: its caller does.
import { replacementOf, withoutReplacement } from '../../domain/calendar/on-special-day.ts';
import type { Actor, Airing, Schedule } from '../../domain/model.ts';
import type { Cancelling } from '../airing/cancelling.ts';
import type { Deps } from '../deps.ts';

export type TakingOff = { deps: Deps; cancelling: Pick<Cancelling, 'sign' | 'withdraw'> };
type Wanted = {
  bulletinId: string;
  actor: Actor;
  /** is this commune's placing over? */
  isOver(tenantId: string): boolean;
};

const REASON = 'assignment-withdrawn';

/** Within a transaction of the caller's. @returns schedules that are others now, and the airings to be cancelled */
export function takeOff(
  { deps, cancelling }: TakingOff,
  { bulletinId, actor, isOver }: Wanted,
): { schedules: Schedule[]; airings: Airing[] } {
  const { store, clock } = deps;
  const nowMs = clock.planMs();
  const by = { actor, reason: REASON };
  const placed = store.schedules
    .ofBulletin(bulletinId)
    .filter(({ endedAtMs, tenantId }) => endedAtMs === null && isOver(tenantId));
  for (const { id } of placed) store.schedules.end(id, nowMs);
  const own = new Set(placed.map(({ id }) => id));
  const replaced = [...whereReplaced(deps, bulletinId), ...whereExcepted(deps, bulletinId, nowMs)];
  const freed = replaced.filter(({ tenantId }) => isOver(tenantId));
  for (const one of freed) giveBack(deps, { schedule: one, bulletinId, actor, nowMs });
  const open = [
    ...placed.flatMap(({ id }) => store.airings.ofSchedule(id)),
    ...store.airings.openOfBulletin(bulletinId).filter(({ scheduleId }) => !own.has(scheduleId)),
  ];
  const airings = open
    .filter(({ tenantId }) => isOver(tenantId))
    // in another's place: before its time the slot is free again for what stood there
    .filter((airing) =>
      own.has(airing.scheduleId) ? cancelling.sign(airing, by) : cancelling.withdraw(airing, by),
    );
  const schedules = new Map([...placed, ...freed].map((one) => [one.id, one]));
  return { schedules: [...schedules.values()], airings };
}

function whereReplaced({ store }: Deps, bulletinId: string): Schedule[] {
  return store.schedules.active().filter(({ rule }) => replacementOf(rule) === bulletinId);
}

function whereExcepted({ store }: Deps, bulletinId: string, nowMs: number): Schedule[] {
  const ids = store.exceptions.withBulletin(bulletinId, nowMs).map(({ scheduleId }) => scheduleId);
  return [...new Set(ids)].flatMap((id) => store.schedules.get(id) ?? []);
}

/** What the commune itself had planned there airs again; a day on which it was not to air stays silent. */
function giveBack(
  { store }: Deps,
  of: { schedule: Schedule; bulletinId: string; actor: Actor; nowMs: number },
): void {
  const { schedule, bulletinId, actor, nowMs } = of;
  const { id: scheduleId } = schedule;
  for (const one of store.exceptions.withBulletin(bulletinId, nowMs))
    if (one.scheduleId === scheduleId) store.exceptions.remove(scheduleId, one.slotMs);
  if (replacementOf(schedule.rule) !== bulletinId) return;
  const version = schedule.version + 1;
  store.schedules.update({ ...schedule, rule: withoutReplacement(schedule.rule), version });
  const edit = { scheduleId, version, what: ['rule'] as const, byId: actor.accountId, atMs: nowMs };
  store.edits.append(edit);
}

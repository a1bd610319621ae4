// When a bulletin is heard by its own schedules and airings, around times that are being ended.
// It must never decide what those times mean: src/domain/airing/said-again.ts does.
import { rowOf } from '../../domain/airing/playlist.ts';
import { CHAIN_MAX_MS, heardSpan } from '../../domain/airing/said-again.ts';
import {
  longestRunMs,
  type ScheduleSlot,
  type SlotFacts,
  slotsBetween,
} from '../../domain/airing/slots.ts';
import type { Schedule } from '../../domain/model.ts';
import { calendarFacts } from '../calendar/calendar-facts.ts';
import type { Deps } from '../deps.ts';

export const nameOf = (scheduleId: string, slotMs: number) => `${scheduleId}@${slotMs}`;

export const isMade = ({ store }: Deps, occurrenceId: string): boolean =>
  store.airings.byOccurrence(occurrenceId) !== null;

export const isWaiting = (rule: Schedule['rule']): boolean =>
  rule.kind === 'now' && rule.atMs === null;

export const hasOneTime = ({ rule }: Pick<Schedule, 'rule'>): boolean =>
  rule.kind !== 'cron' && rule.kind !== 'repeat';

/** Of a rule with one time at most: that time, wherever a person moved it. */
export function singleSlots(deps: Deps, schedule: Schedule): ScheduleSlot[] {
  if (!hasOneTime(schedule)) return [];
  const always = { fromMs: 0, toMs: Number.POSITIVE_INFINITY };
  return slotsBetween(schedule, always, slotFacts(deps)).filter(
    ({ bulletinId, change }) => bulletinId === schedule.bulletinId && change !== 'cancelled',
  );
}

type Living = { atMs: number; tenantId: string };
type Asked = HeardTimes & { tenantIds: readonly string[]; endedIds: ReadonlySet<string> };
type HeardTimes = { fromMs: number; toMs: number };

/** As they were set, and as they fell; of what is ended, and of what was stopped before, none. */
export function livingTimes(deps: Deps, originalId: string, of: Asked): Living[] {
  const { store } = deps;
  const { tenantIds, endedIds, fromMs, toMs } = of;
  // nothing says it again, or only "now" that waits with it
  if (tenantIds.length === 0 || fromMs > toMs) return [];
  const made = store.airings
    .list({ tenantIds, fromMs: fromMs - CHAIN_MAX_MS, toMs: toMs + CHAIN_MAX_MS })
    .filter(({ bulletinId, state }) => bulletinId === originalId && state !== 'cancelled')
    .filter(({ id, scheduleId }) => !endedIds.has(id) && !endedIds.has(scheduleId))
    .flatMap((airing) =>
      [heardSpan(airing).fromMs, airing.playAtMs].map((atMs) => ({
        ...{ atMs, tenantId: airing.tenantId },
      })),
    );
  const planned = store.schedules
    .ofBulletin(originalId)
    .filter(({ id, endedAtMs }) => endedAtMs === null && !endedIds.has(id))
    .filter(({ tenantId }) => tenantIds.includes(tenantId))
    .flatMap((schedule) =>
      plannedTimes(deps, schedule, of).map((atMs) => ({ atMs, tenantId: schedule.tenantId })),
    );
  return [...made, ...planned];
}

/** What its rule has yet to air, as often as it is aired: what was not made in time was never heard. */
function plannedTimes(deps: Deps, schedule: Schedule, { fromMs, toMs }: HeardTimes): number[] {
  const { id, bulletinId, air } = schedule;
  const afterMs = Math.max(fromMs, deps.clock.planMs());
  const span = { fromMs: fromMs - longestRunMs(schedule), toMs: toMs + 1 };
  const inRow = rowOf(schedule, bulletinId).length;
  const everyMs = roundMs(deps, schedule) + air.gapMs;
  return slotsBetween(schedule, span, slotFacts(deps))
    .filter((slot) => slot.bulletinId === bulletinId && slot.change !== 'cancelled')
    .flatMap(({ slotMs, playAtMs }) =>
      Array.from({ length: air.times }, (_, round) => {
        const name = nameOf(id, slotMs);
        return {
          occurrenceId: round === 0 ? name : `${name}#${round * inRow + 1}`,
          atMs: playAtMs + round * everyMs,
        };
      }),
    )
    .filter(({ atMs, occurrenceId }) => atMs > afterMs && !isMade(deps, occurrenceId))
    .map(({ atMs }) => atMs);
}

/** Said as often as its rule says, from the first word to the last. */
export function runMs(deps: Deps, schedule: Schedule): number {
  const { times, gapMs } = schedule.air;
  return times * roundMs(deps, schedule) + (times - 1) * gapMs;
}

function roundMs({ store }: Deps, schedule: Schedule): number {
  const lengths = rowOf(schedule, schedule.bulletinId).map((id) => {
    const clipId = store.bulletins.get(id)?.clipId ?? null;
    return (clipId === null ? null : store.clips.get(clipId))?.durationMs ?? 0;
  });
  return lengths.reduce((sum, each) => sum + each, 0);
}

function slotFacts(deps: Deps): SlotFacts {
  const facts = calendarFacts(deps, { nowMs: deps.clock.planMs() });
  return { ...facts, exceptions: (id) => deps.store.exceptions.of(id) };
}

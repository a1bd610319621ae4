// "Chỉ lần này": one time of a schedule cancelled, moved or given another bulletin, and put back again.
// It must never touch the rule, nor what already sounds.
import { occurrencesOf } from '../../domain/airing/occurrences.ts';
import { slotAt } from '../../domain/airing/slots.ts';
import type { ScheduleException } from '../../domain/calendar/calendar-model.ts';
import type { Actor, Schedule } from '../../domain/model.ts';
import { spokenTime } from '../../domain/vietnam-time.ts';
import { planFacts } from '../airing/plan.ts';
import { airable } from '../assign/answers.ts';
import type { Deps } from '../deps.ts';
import { plainLine } from '../plain-line.ts';
import { record } from '../record.ts';
import { limitReached, missing, refusal } from '../refusals.ts';
import { refuseUnregulated } from '../regulation/schedule-faults.ts';
import { permitted } from '../scope.ts';
import type { OnceWish, Schedules } from './calendar-door.ts';
import { calendarFacts } from './calendar-facts.ts';
import { nextOf } from './next-times.ts';
import { type OffPlan, offPlan } from './off-plan.ts';
import { scheduleOver } from './updating.ts';
import { refuseFaulty } from './wishing.ts';

/** Two a week for a year: whoever changes more of them changes the rule. */
const PER_SCHEDULE_MAX = 100;
/** Moved further it is no longer that time, but another one. */
const MOVED_MAX_MS = 31 * 24 * 3_600_000;

type SingleTimes = Pick<Schedules, 'except' | 'unexcept'>;

export function makeSingleTimes(parts: OffPlan): SingleTimes {
  const { deps } = parts;
  const { store } = deps;
  return {
    except(actor, { scheduleId, slotMs, change, reason }) {
      const schedule = changeable(deps, { actor, scheduleId });
      const before = standing(deps, { schedule, slotMs });
      const known = store.exceptions.of(scheduleId);
      if (before === null && known.length >= PER_SCHEDULE_MAX) throw tooManyChanged();
      refuseWish(deps, { actor, schedule, slotMs, change });
      const nowMs = deps.clock.planMs();
      const said = { reason: plainLine(reason), byId: actor.accountId, atMs: nowMs };
      write(parts, { actor, schedule, slotMs, action: 'schedule.except', change }, () =>
        store.exceptions.put({ scheduleId, slotMs, change, ...said }),
      );
      return { next: nextOf(deps, schedule) };
    },
    unexcept(actor, { scheduleId, slotMs }) {
      const schedule = changeable(deps, { actor, scheduleId });
      if (standing(deps, { schedule, slotMs }) === null) throw missing();
      // put back, its own time would be behind it: it would be neither aired nor accounted for
      if (slotMs <= deps.clock.planMs()) throw begun(slotMs);
      write(parts, { actor, schedule, slotMs, action: 'schedule.unexcept' }, () =>
        store.exceptions.remove(scheduleId, slotMs),
      );
      return { next: nextOf(deps, schedule) };
    },
  };
}

function changeable(deps: Deps, of: { actor: Actor; scheduleId: string }): Schedule {
  const thing = deps.store.schedules.get(of.scheduleId);
  const schedule = permitted(deps, { actor: of.actor, action: 'schedule.except', thing });
  if (schedule.endedAtMs !== null) throw scheduleOver();
  return schedule;
}

/** What was changed of that time before; @throws when the rule has no such time, or it has begun */
function standing(
  deps: Deps,
  { schedule, slotMs }: { schedule: Schedule; slotMs: number },
): ScheduleException | null {
  const nowMs = deps.clock.planMs();
  if (slotAt(schedule, slotMs, calendarFacts(deps, { nowMs })) === null) throw noSuchTime(slotMs);
  const known = deps.store.exceptions.of(schedule.id).find((each) => each.slotMs === slotMs);
  const playAtMs = known?.change.kind === 'move' ? known.change.toMs : slotMs;
  if (playAtMs <= nowMs) throw begun(playAtMs);
  return known ?? null;
}

type Wish = { actor: Actor; schedule: Schedule; slotMs: number; change: OnceWish };

/** As a schedule for just that time would be refused. */
function refuseWish(deps: Deps, { actor, schedule, slotMs, change }: Wish): void {
  if (change.kind === 'cancel') return;
  const moved = change.kind === 'move';
  if (moved && Math.abs(change.toMs - slotMs) > MOVED_MAX_MS) throw tooFar();
  const action = 'schedule.except';
  const bulletinId = moved ? schedule.bulletinId : change.bulletinId;
  const { areaIds, air } = schedule;
  const bulletin = airable(deps, { actor, action, bulletinId, areaIds });
  if (bulletin.tenantId !== schedule.tenantId) throw missing();
  const clip = bulletin.clipId === null ? null : deps.store.clips.get(bulletin.clipId);
  const atMs = moved ? change.toMs : slotMs;
  const nowMs = deps.clock.planMs();
  refuseFaulty(deps, { bulletin, clip, areaIds, air, nowMs, rule: { kind: 'once', atMs } });
  const alone: Schedule = { ...schedule, id: ALONE, bulletinId, rule: { kind: 'once', atMs } };
  refuseUnregulated(deps, { schedule: alone, instead: { scheduleId: schedule.id, slotMs } });
  if (moved) refuseOverlap(deps, { schedule, slotMs, atMs, durationMs: clip?.durationMs ?? 0 });
}

/** No schedule's id: the rest of its own still stands beside it. */
const ALONE = 'one-time';

/** Moved upon another time of its own schedule it would be said twice over itself. */
function refuseOverlap(
  deps: Deps,
  of: { schedule: Schedule; slotMs: number; atMs: number; durationMs: number },
): void {
  const { schedule, slotMs, atMs, durationMs } = of;
  const facts = planFacts(deps, { schedules: [schedule], nowMs: atMs, horizonMs: durationMs });
  const met = occurrencesOf(facts).find((each) => each.slotMs !== slotMs);
  if (met === undefined) return;
  const at = spokenTime(met.playAtMs);
  throw refusal('caller', 'meets-itself', {
    vi: `Lúc đó lịch này đã có lần phát ${at.vi}. Hãy dời sang giờ khác.`,
    en: `This schedule airs at ${at.en} already. Move it elsewhere.`,
    place: 'change.toMs',
  });
}

type Written = {
  actor: Actor;
  schedule: Schedule;
  slotMs: number;
  action: 'schedule.except' | 'schedule.unexcept';
  change?: OnceWish;
};

function write(parts: OffPlan, of: Written, put: () => void): void {
  const { deps } = parts;
  const { actor, schedule, slotMs, action, change } = of;
  const { id, tenantId } = schedule;
  const forGood = change?.kind === 'cancel';
  const off = offPlan(parts, { actor, reason: 'time-changed', forGood });
  deps.store.transaction(() => {
    put();
    deps.store.precedences.forget(id);
    const detail = { slotMs, ...(change ? { change } : {}) };
    record(deps, { actor, action, subject: `schedule:${id}`, tenantId, detail });
    off.sign([schedule]);
    if (!forGood) freeCancelled(deps, { schedule, slotMs });
  });
  off.send();
  deps.changes.tell({ kind: 'schedule', id, tenantId });
}

/** Cancelled by hand before, it airs again now that somebody has given it a time of its own. */
function freeCancelled(deps: Deps, of: { schedule: Schedule; slotMs: number }): void {
  const { store, clock } = deps;
  const name = `${of.schedule.id}@${of.slotMs}`;
  const nowMs = clock.planMs();
  for (const { id, occurrenceId, state, playAtMs } of store.airings.ofSchedule(of.schedule.id)) {
    const isOwn = occurrenceId === name || occurrenceId.startsWith(`${name}#`);
    if (isOwn && state === 'cancelled' && playAtMs > nowMs)
      store.airings.freeOccurrence(id, `${occurrenceId}-${nowMs.toString(36)}`);
  }
}

function noSuchTime(slotMs: number) {
  const at = spokenTime(slotMs);
  return refusal('caller', 'no-such-time', {
    vi: `Lịch này không có lần phát lúc ${at.vi}. Hãy tải lại trang để xem lịch mới.`,
    en: `This schedule has no time at ${at.en}. Reload the page to see it as it is now.`,
    place: 'slotMs',
  });
}

function begun(atMs: number) {
  const at = spokenTime(atMs);
  return refusal('conflict', 'already-begun', {
    vi: `Lần phát lúc ${at.vi} đã tới giờ, không sửa được nữa. Nếu đang phát, hãy bấm dừng.`,
    en: `The time at ${at.en} has come, so it cannot be changed. If it sounds now, stop it.`,
  });
}

const tooFar = () =>
  refusal('caller', 'moved-too-far', {
    vi: 'Chỉ dời một lần phát trong vòng 31 ngày. Xa hơn, hãy lập lịch mới.',
    en: 'One time may be moved by 31 days at most. Further, make a schedule of its own.',
    place: 'change.toMs',
  });

const tooManyChanged = () =>
  limitReached({
    vi: `${PER_SCHEDULE_MAX} lần phát đã sửa riêng của một lịch; hãy sửa chính lịch đó`,
    en: `${PER_SCHEDULE_MAX} single times changed in one schedule; change the schedule itself`,
  });

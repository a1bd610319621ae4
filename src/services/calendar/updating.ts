// Changes a schedule in its place: whoever edits an older version is told what changed, by whom and when.
// It must never let a time that was on its way sound beside the one that took its place.
import { slotAt } from '../../domain/airing/slots.ts';
import type { EditedPart, ScheduleEdit } from '../../domain/calendar/calendar-model.ts';
import type { AppError, Sentence } from '../../domain/errors.ts';
import type { Schedule } from '../../domain/model.ts';
import { spokenTime } from '../../domain/vietnam-time.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { refusal } from '../refusals.ts';
import { permitted } from '../scope.ts';
import type { Schedules } from './calendar-door.ts';
import { calendarFacts } from './calendar-facts.ts';
import { nextOf } from './next-times.ts';
import { type OffPlan, offPlan } from './off-plan.ts';
import { spoken } from './spoken.ts';
import { checked, warningsOf } from './wishing.ts';

export function updating(parts: OffPlan): Schedules['update'] {
  const { deps } = parts;
  const { store } = deps;
  return (actor, { scheduleId, version, ...wish }) => {
    const thing = store.schedules.get(scheduleId);
    const standing = permitted(deps, { actor, action: 'schedule.edit', thing });
    if (standing.endedAtMs !== null) throw scheduleOver();
    if (standing.version !== version) throw changedMeanwhile(deps, { standing, version });
    const wished = checked(deps, { actor, action: 'schedule.edit', wish, standing });
    const what = partsChanged(standing, wished);
    const schedule = what.length === 0 ? standing : wished;
    if (what.length > 0) {
      const anew = what.includes('air');
      const off = offPlan(parts, { actor, reason: 'schedule-changed', anew });
      store.transaction(() => {
        store.schedules.update(schedule);
        store.precedences.forget(schedule.id);
        const atMs = deps.clock.planMs();
        const edit = { scheduleId, version: schedule.version, what, byId: actor.accountId, atMs };
        store.edits.append(edit);
        const dropped = dropStrayExceptions(deps, schedule);
        const detail = { what, version: schedule.version, ...(dropped > 0 ? { dropped } : {}) };
        const subject = `schedule:${scheduleId}`;
        const { tenantId } = schedule;
        record(deps, { actor, action: 'schedule.edit', subject, tenantId, detail });
        off.sign([schedule]);
      });
      off.send();
      deps.changes.tell({ kind: 'schedule', id: scheduleId, tenantId: schedule.tenantId });
    }
    const warnings = warningsOf(deps, schedule);
    return { schedule: spoken(schedule), next: nextOf(deps, schedule), warnings };
  };
}

function partsChanged(before: Schedule, after: Schedule): EditedPart[] {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const what: EditedPart[] = [];
  if (before.bulletinId !== after.bulletinId) what.push('bulletin');
  if (!same(before.areaIds, after.areaIds)) what.push('areas');
  if (!same(before.rule, after.rule)) what.push('rule');
  if (!same(before.air, after.air)) what.push('air');
  return what;
}

/** A time the new rule has no longer cannot stay moved or cancelled. */
function dropStrayExceptions(deps: Deps, schedule: Schedule): number {
  const { store, clock } = deps;
  const facts = calendarFacts(deps, { nowMs: clock.planMs() });
  const stray = store.exceptions
    .of(schedule.id)
    .filter(({ slotMs }) => slotAt(schedule, slotMs, facts) === null);
  for (const { slotMs } of stray) store.exceptions.remove(schedule.id, slotMs);
  return stray.length;
}

export const scheduleOver = () =>
  refusal('conflict', 'schedule-over', {
    vi: 'Lịch này đã kết thúc hoặc đã bị rút, không sửa được nữa. Hãy lập lịch mới.',
    en: 'This schedule is over or was withdrawn, so it cannot be changed. Make a new one.',
  });

function changedMeanwhile(
  deps: Deps,
  { standing, version }: { standing: Schedule; version: number },
): AppError {
  const edits = deps.store.edits.after(standing.id, version);
  const said = edits.map((edit) => spokenEdit(deps, edit));
  return refusal('conflict', 'changed-meanwhile', {
    vi: `Lịch này vừa có người khác sửa. ${said.map(({ vi }) => vi).join(' ')} Hãy xem lại lịch mới rồi sửa tiếp; những gì bạn vừa nhập chưa được lưu.`,
    en: `Somebody else has just changed this schedule. ${said.map(({ en }) => en).join(' ')} Look at it as it is now, then change it; what you entered is not saved.`,
    place: 'version',
  });
}

const PARTS: Record<EditedPart, Sentence> = {
  bulletin: { vi: 'bản tin', en: 'the bulletin' },
  areas: { vi: 'địa bàn', en: 'the areas' },
  rule: { vi: 'ngày giờ phát', en: 'its days and times' },
  air: { vi: 'cách phát khi trùng hoặc lỡ giờ', en: 'what it does when times meet or are missed' },
};

function spokenEdit({ store }: Deps, { what, byId, atMs }: ScheduleEdit): Sentence {
  const name = store.accounts.get(byId)?.fullName ?? byId;
  const at = spokenTime(atMs);
  return {
    vi: `${name} đã đổi ${what.map((part) => PARTS[part].vi).join(', ')} lúc ${at.vi}.`,
    en: `${name} changed ${what.map((part) => PARTS[part].en).join(', ')} at ${at.en}.`,
  };
}

// Holidays and days of mourning: the country's are shown, a province and a commune keep their own.
// It must never decide what a rule does on such a day.

import { tenantChain } from '../../domain/areas.ts';
import type { SpecialDay } from '../../domain/calendar/calendar-model.ts';
import { checkSpecialDay } from '../../domain/calendar/special-day.ts';
import type { Actor, Schedule } from '../../domain/model.ts';
import { may } from '../../domain/rights.ts';
import type { Deps } from '../deps.ts';
import { plainLine } from '../plain-line.ts';
import { record } from '../record.ts';
import { limitReached, missing, refusal } from '../refusals.ts';
import { permit, seenArea, tenantsSeenBy, treeOf } from '../scope.ts';
import type { ShownDay, SpecialDays } from './calendar-door.ts';
import { type OffPlan, offPlan } from './off-plan.ts';

/** Twenty a year for five years. */
const PER_TENANT_MAX = 100;

export function makeSpecialDays(parts: OffPlan): SpecialDays {
  const { deps } = parts;
  const { store } = deps;
  return {
    list: (actor) => shownTo(deps, actor),
    add(actor, { areaId, kind, name, fromDay, untilDay }) {
      const { tenantId } = seenArea(deps, { actor, areaId });
      permit(deps, { actor, action: 'special-day.set', tenantId });
      if (store.specialDays.ofTenants([tenantId]).length >= PER_TENANT_MAX) throw tooManyDays();
      const day = { id: deps.ids.next(), tenantId, kind, name: plainLine(name), fromDay, untilDay };
      put(parts, { actor, day, action: 'special-day.add' });
      return shown(day, true);
    },
    change(actor, { dayId, kind, name, fromDay, untilDay }) {
      const { tenantId } = own(deps, { actor, dayId });
      const day = { id: dayId, tenantId, kind, name: plainLine(name), fromDay, untilDay };
      put(parts, { actor, day, action: 'special-day.change' });
      return shown(day, true);
    },
    remove(actor, { dayId }) {
      const day = own(deps, { actor, dayId });
      settle(parts, { actor, day, action: 'special-day.remove' }, () =>
        store.specialDays.remove(dayId),
      );
    },
  };
}

function shownTo(deps: Deps, actor: Actor): ShownDay[] {
  const tree = treeOf(deps);
  const seen = tenantsSeenBy(deps, actor);
  const tenantIds = [...new Set(seen.flatMap((id) => tenantChain(tree, id)))];
  const country = deps.specialDays.map((day) => shown(day, false, day.note));
  const kept = deps.store.specialDays.ofTenants(tenantIds).map((day) => {
    const chain = tenantChain(tree, day.tenantId ?? '');
    return shown(day, may(actor, 'special-day.set', chain));
  });
  return [...country, ...kept].sort(
    (a, b) => a.fromDay.localeCompare(b.fromDay) || a.id.localeCompare(b.id),
  );
}

function shown(day: SpecialDay, mine: boolean, note: string | null = null): ShownDay {
  const { id, tenantId, kind, name, fromDay, untilDay } = day;
  return { id, tenantId, kind, name, fromDay, untilDay, note, mine };
}

type Own = SpecialDay & { tenantId: string };

function own(deps: Deps, { actor, dayId }: { actor: Actor; dayId: string }): Own {
  const day = deps.store.specialDays.get(dayId);
  if (day === null || day.tenantId === null) {
    if (deps.specialDays.some(({ id }) => id === dayId)) throw countrys();
    throw missing();
  }
  permit(deps, { actor, action: 'special-day.set', tenantId: day.tenantId });
  return { ...day, tenantId: day.tenantId };
}

type Changed = { actor: Actor; day: Own; action: `special-day.${'add' | 'change' | 'remove'}` };

function put(parts: OffPlan, of: Changed): void {
  const fault = checkSpecialDay(of.day);
  if (fault) throw fault;
  settle(parts, of, () => parts.deps.store.specialDays.put(of.day));
}

/** What a rule skips on that day and was on its way already is taken back, today's as well. */
function settle(parts: OffPlan, { actor, day, action }: Changed, write: () => void): void {
  const { deps } = parts;
  const { tenantId, kind, name, fromDay, untilDay } = day;
  const schedules = concerned(deps, tenantId);
  const off = offPlan(parts, { actor, reason: 'special-day' });
  deps.store.transaction(() => {
    write();
    const detail = { kind, name, fromDay, untilDay };
    record(deps, { actor, action, subject: `special-day:${day.id}`, tenantId, detail });
    off.sign(schedules);
  });
  off.send();
  deps.changes.tell({ kind: 'schedule', id: day.id, tenantId });
}

/** Its own, and of a province those of its communes too, as far as they repeat. */
function concerned(deps: Deps, tenantId: string): Schedule[] {
  const below = new Set(
    treeOf(deps)
      .downwards(tenantId)
      .map(({ id }) => id),
  );
  return deps.store.schedules
    .active()
    .filter(
      ({ tenantId: at, rule }) => below.has(at) && (rule.kind === 'repeat' || rule.kind === 'cron'),
    );
}

const countrys = () =>
  refusal('forbidden', 'country-day', {
    vi: 'Ngày nghỉ lễ của cả nước có sẵn trong hệ thống, không sửa được. Nếu cần khác, hãy đặt từng lịch "phát như thường" vào ngày lễ.',
    en: "The country's holidays come with the product and cannot be changed. A schedule may air on them as usual.",
  });

const tooManyDays = () =>
  limitReached({
    vi: `${PER_TENANT_MAX} ngày đặc biệt; hãy xóa những ngày đã qua`,
    en: `${PER_TENANT_MAX} special days; remove those that are past`,
  });

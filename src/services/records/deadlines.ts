// The days reports are due: the usual ones or a tenant's own, and who owes them is told a week ahead.
// It must never count days itself: src/domain/records/record-months.ts does.
import { isTenant } from '../../domain/areas.ts';
import type { Actor, Area } from '../../domain/model.ts';
import type { Deadline } from '../../domain/records/record-model.ts';
import { daysUntil, isToldNow, nextDue } from '../../domain/records/record-months.ts';
import type { Deps } from '../deps.ts';
import { line } from '../names.ts';
import { record } from '../record.ts';
import { refusal } from '../refusals.ts';
import { permit, seenArea } from '../scope.ts';
import type { DueReport, Records } from './record-door.ts';

/** The plans' own day (10 November), and the log of a month a few days after it. */
const USUAL: readonly Deadline[] = [
  { code: 'nhat-ky-thang', title: 'Nhật ký phát thanh hằng tháng', month: null, day: 3 },
  { code: 'pbgdpl-nam', title: 'Báo cáo PBGDPL năm của kế hoạch tỉnh', month: 11, day: 10 },
];
const LOOK_EVERY_MS = 10 * 60_000;

export function makeDeadlines(deps: Deps): Pick<Records, 'deadlines' | 'setDeadlines'> {
  const { store, clock } = deps;
  return {
    deadlines(actor, { areaId }) {
      const area = ownArea(deps, { actor, areaId, action: 'record.view' });
      return viewOf(deps, area);
    },
    setDeadlines(actor, { areaId, deadlines: wished }) {
      const area = ownArea(deps, { actor, areaId, action: 'deadline.set' });
      const codes = new Set(wished.map(({ code }) => code));
      if (codes.size < wished.length) throw twice();
      const deadlines = wished.map((one) => ({ ...one, title: line(one.title, 'title') }));
      for (const { month, day } of deadlines) if (!isADay(month, day)) throw noSuchDay();
      store.transaction(() => {
        store.deadlines.put(area.id, deadlines);
        const detail = { deadlines: deadlines.length };
        const subject = `area:${area.id}`;
        record(deps, { actor, action: 'deadline.set', subject, tenantId: area.id, detail });
      });
      deps.changes.tell({ kind: 'area', id: area.id, tenantId: area.id });
      return viewOf(deps, area);
    },
  };

  function viewOf(of: Deps, area: Area) {
    const own = of.store.deadlines.of(area.id);
    const nowMs = clock.planMs();
    const due = (own.length > 0 ? own : USUAL).map((one): DueReport => {
      const dueDay = nextDue(one, nowMs);
      return { ...one, dueDay, daysLeft: daysUntil(dueDay, nowMs) };
    });
    return { own: own.length > 0, deadlines: due.sort((a, b) => a.daysLeft - b.daysLeft) };
  }
}

/** Asked at every beat; what is told stays told, over restarts. */
export function makeReminders(deps: Deps): { look(): void } {
  const { store, clock, happenings } = deps;
  let lookedMs = Number.NEGATIVE_INFINITY;
  return {
    look() {
      if (clock.monoMs() - lookedMs < LOOK_EVERY_MS) return;
      lookedMs = clock.monoMs();
      const nowMs = clock.planMs();
      for (const { id: tenantId } of store.areas.all().filter(isTenant)) {
        const own = store.deadlines.of(tenantId);
        for (const deadline of own.length > 0 ? own : USUAL) {
          const dueDay = nextDue(deadline, nowMs);
          const { code, title } = deadline;
          const told = { tenantId, code, dueDay, toldAtMs: nowMs };
          if (!isToldNow(dueDay, nowMs) || !store.deadlines.told(told)) continue;
          happenings.tell({ kind: 'report-due', tenantId, title, dueDay });
        }
      }
    },
  };
}

function ownArea(
  deps: Deps,
  of: { actor: Actor; areaId: string; action: 'record.view' | 'deadline.set' },
): Area {
  const area = seenArea(deps, of);
  permit(deps, { actor: of.actor, action: of.action, tenantId: area.tenantId });
  if (!isTenant(area)) throw notItsOwn();
  return area;
}

function isADay(month: number | null, day: number): boolean {
  return month === null || day <= new Date(Date.UTC(2028, month, 0)).getUTCDate();
}

const notItsOwn = () =>
  refusal('caller', 'not-a-tenant', {
    vi: 'Hạn báo cáo đặt cho cả xã, phường hoặc cả tỉnh.',
    en: 'Deadlines belong to a whole commune, ward or province.',
    place: 'areaId',
  });

const twice = () =>
  refusal('caller', 'deadline-twice', {
    vi: 'Hai hạn báo cáo có cùng một mã.',
    en: 'Two deadlines have the same code.',
    place: 'deadlines',
  });

const noSuchDay = () =>
  refusal('caller', 'no-such-day', {
    vi: 'Tháng này không có ngày đó. Hãy chọn ngày khác.',
    en: 'That month has no such day. Choose another.',
    place: 'day',
  });

// Rows of schedules: the rule for when and where, as JSON text.
// It must never know when a rule fires.
import type { AirRules } from '../domain/calendar/calendar-model.ts';
import type { Schedule, ScheduleRule } from '../domain/model.ts';
import type { Store } from '../services/ports.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { Tables } from './tables.ts';

/** 75 communes with a dozen each; a longer list is read by nobody. */
const LIST_MAX = 1_000;

export function scheduleRows(run: Runner): Store['schedules'] {
  const schedules = queries.selectFrom('schedules').selectAll();
  const inOrder = schedules.orderBy('createdAtMs').orderBy('id');
  const get = (id: string): Schedule | null => {
    const row = run.first(schedules.where('id', '=', id));
    return row && asSchedule(row);
  };
  return {
    get,
    insert: (schedule) => void run.change(queries.insertInto('schedules').values(asRow(schedule))),
    ofTenants(tenantIds, endedSinceMs) {
      if (tenantIds.length === 0) return [];
      const newest = schedules
        .where('tenantId', 'in', padded(tenantIds))
        .where(({ eb, or }) =>
          or([eb('endedAtMs', 'is', null), eb('endedAtMs', '>=', endedSinceMs)]),
        )
        .orderBy('createdAtMs', 'desc')
        .orderBy('id', 'desc')
        .limit(LIST_MAX);
      return run.all(newest).map(asSchedule).reverse();
    },
    active: () => run.all(inOrder.where('endedAtMs', 'is', null)).map(asSchedule),
    activeAfter: (afterId, limit) => {
      const open = schedules.where('endedAtMs', 'is', null);
      const rest = afterId === null ? open : open.where('id', '>', afterId);
      return run.all(rest.orderBy('id').limit(limit)).map(asSchedule);
    },
    endedSince: (atMs) => run.all(inOrder.where('endedAtMs', '>=', atMs)).map(asSchedule),
    ofBulletin: (bulletinId) =>
      run.all(inOrder.where('bulletinId', '=', bulletinId)).map(asSchedule),
    setAtMs: (id, atMs) =>
      run.transaction(() => {
        const rule = get(id)?.rule;
        if (rule?.kind !== 'now') return;
        const timed = JSON.stringify({ ...rule, atMs } satisfies ScheduleRule);
        run.change(queries.updateTable('schedules').set({ rule: timed }).where('id', '=', id));
      }),
    update: (schedule) => {
      const { bulletinId, areaIds, rule, air, version, sinceMs } = asRow(schedule);
      const now = { bulletinId, areaIds, rule, air, version, sinceMs };
      run.change(queries.updateTable('schedules').set(now).where('id', '=', schedule.id));
    },
    end(id, atMs) {
      // ended once: a second withdrawal does not move the time of the first
      run.change(
        queries
          .updateTable('schedules')
          .set({ endedAtMs: atMs })
          .where('id', '=', id)
          .where('endedAtMs', 'is', null),
      );
    },
  };
}

function asRow(schedule: Schedule): Tables['schedules'] {
  const { areaIds, rule, air, ...row } = schedule;
  const texts = { rule: JSON.stringify(rule), air: JSON.stringify(air) };
  return { ...row, ...texts, areaIds: JSON.stringify(areaIds) };
}

function asSchedule(row: Tables['schedules']): Schedule {
  return {
    ...row,
    areaIds: JSON.parse(row.areaIds) as string[],
    rule: JSON.parse(row.rule) as ScheduleRule,
    air: JSON.parse(row.air) as AirRules,
  };
}

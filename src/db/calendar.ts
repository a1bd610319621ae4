// Rows of the calendar: single times changed, what became of a schedule, days unlike others.
// It must never know what they do to a rule.
import type {
  EditedPart,
  ScheduleEdit,
  ScheduleException,
} from '../domain/calendar/calendar-model.ts';
import type { CalendarStore } from '../services/calendar/calendar-store.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { CalendarTables } from './tables-calendar.ts';

/** Two changed times for each of 10,000 schedules: beyond, somebody writes them by machine. */
const EXCEPTIONS_MAX = 20_000;
/** Twenty feasts a year for ten years, of a province and a commune. */
const DAYS_MAX = 400;
/** What is said of edits is the last of them. */
const EDITS_MAX = 20;

export function calendarStore(run: Runner): CalendarStore {
  return {
    exceptions: exceptionRows(run),
    edits: editRows(run),
    specialDays: specialDayRows(run),
  };
}

function exceptionRows(run: Runner): CalendarStore['exceptions'] {
  const exceptions = queries.selectFrom('scheduleExceptions').selectAll('scheduleExceptions');
  const bySlot = exceptions.orderBy('slotMs').orderBy('scheduleId').limit(EXCEPTIONS_MAX);
  const of = (scheduleId: string) =>
    run.all(bySlot.where('scheduleId', '=', scheduleId)).map(asException);
  return {
    since: (fromMs) =>
      run
        .all(
          bySlot
            .innerJoin('schedules', 'schedules.id', 'scheduleExceptions.scheduleId')
            .where('schedules.endedAtMs', 'is', null)
            .where('lastMs', '>=', fromMs),
        )
        .map(asException),
    of,
    put: (exception) =>
      void run.change(
        queries
          .insertInto('scheduleExceptions')
          .values(asRow(exception))
          .onConflict((clash) =>
            clash.columns(['scheduleId', 'slotMs']).doUpdateSet(({ ref }) => ({
              change: ref('excluded.change'),
              lastMs: ref('excluded.lastMs'),
              reason: ref('excluded.reason'),
              byId: ref('excluded.byId'),
              atMs: ref('excluded.atMs'),
            })),
          ),
      ),
    remove: (scheduleId, slotMs) =>
      void run.change(
        queries
          .deleteFrom('scheduleExceptions')
          .where('scheduleId', '=', scheduleId)
          .where('slotMs', '=', slotMs),
      ),
    withBulletin: (bulletinId, fromMs) =>
      run
        .all(bySlot.where('lastMs', '>=', fromMs))
        .map(asException)
        .filter(({ change }) => change.kind === 'replace' && change.bulletinId === bulletinId),
  };
}

function asRow({ change, ...row }: ScheduleException): CalendarTables['scheduleExceptions'] {
  const lastMs = change.kind === 'move' ? Math.max(row.slotMs, change.toMs) : row.slotMs;
  return { ...row, lastMs, change: JSON.stringify(change) };
}

function asException(row: CalendarTables['scheduleExceptions']): ScheduleException {
  const { scheduleId, slotMs, change, reason, byId, atMs } = row;
  const what = JSON.parse(change) as ScheduleException['change'];
  return { scheduleId, slotMs, change: what, reason, byId, atMs };
}

function editRows(run: Runner): CalendarStore['edits'] {
  const edits = queries.selectFrom('scheduleChanges').selectAll();
  return {
    append: ({ what, ...row }) =>
      void run.change(
        queries.insertInto('scheduleChanges').values({ ...row, what: JSON.stringify(what) }),
      ),
    after: (scheduleId, version) =>
      run
        .all(
          edits
            .where('scheduleId', '=', scheduleId)
            .where('version', '>', version)
            .orderBy('version', 'desc')
            .limit(EDITS_MAX),
        )
        .map(
          ({ what, ...row }): ScheduleEdit => ({
            ...row,
            what: JSON.parse(what) as EditedPart[],
          }),
        )
        .reverse(),
  };
}

function specialDayRows(run: Runner): CalendarStore['specialDays'] {
  const days = queries.selectFrom('specialDays').selectAll();
  return {
    get: (id) => run.first(days.where('id', '=', id)),
    ofTenants(tenantIds) {
      if (tenantIds.length === 0) return [];
      const theirs = days.where('tenantId', 'in', padded(tenantIds));
      return run.all(theirs.orderBy('fromDay', 'desc').orderBy('id').limit(DAYS_MAX)).reverse();
    },
    put({ tenantId, ...day }) {
      if (tenantId === null) return; // the country's come with the product
      const { id: _, ...now } = day;
      run.change(
        queries
          .insertInto('specialDays')
          .values({ ...day, tenantId })
          .onConflict((clash) => clash.column('id').doUpdateSet(now)),
      );
    },
    remove: (id) => void run.change(queries.deleteFrom('specialDays').where('id', '=', id)),
  };
}

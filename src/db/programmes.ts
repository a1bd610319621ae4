// Rows of programmes an airing may count for, and of the days reports are due.
// It must never know what is reported.
import type { RecordStore } from '../services/records/record-store.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';

/** A province's plans of ten years; beyond, somebody makes a programme of every bulletin. */
const LIST_MAX = 500;

export function programmeRows(run: Runner): RecordStore['programmes'] {
  const programmes = queries.selectFrom('programmes').selectAll('programmes');
  return {
    insert: (programme) =>
      void run.change(queries.insertInto('programmes').values({ ...programme })),
    get: (id) => run.first(programmes.where('id', '=', id)),
    update: ({ id, name, fromDay, untilDay }) =>
      void run.change(
        queries.updateTable('programmes').set({ name, fromDay, untilDay }).where('id', '=', id),
      ),
    ofTenants: (tenantIds) =>
      tenantIds.length === 0
        ? []
        : run.all(
            programmes.where('tenantId', 'in', padded(tenantIds)).orderBy('code').limit(LIST_MAX),
          ),
    ofBulletin: (bulletinId) =>
      run.all(
        programmes
          .innerJoin('bulletinProgrammes as counts', 'counts.programmeId', 'programmes.id')
          .where('counts.bulletinId', '=', bulletinId)
          .orderBy('code'),
      ),
    setOfBulletin(bulletinId, programmeIds) {
      run.change(queries.deleteFrom('bulletinProgrammes').where('bulletinId', '=', bulletinId));
      for (const programmeId of programmeIds)
        run.change(queries.insertInto('bulletinProgrammes').values({ bulletinId, programmeId }));
    },
  };
}

export function deadlineRows(run: Runner): RecordStore['deadlines'] {
  return {
    of: (tenantId) =>
      run.all(
        queries
          .selectFrom('reportDeadlines')
          .select(['code', 'title', 'month', 'day'])
          .where('tenantId', '=', tenantId)
          .orderBy('code'),
      ),
    put(tenantId, deadlines) {
      run.change(queries.deleteFrom('reportDeadlines').where('tenantId', '=', tenantId));
      for (const deadline of deadlines)
        run.change(queries.insertInto('reportDeadlines').values({ tenantId, ...deadline }));
    },
    told: (reminder) =>
      run.change(
        queries
          .insertInto('reportReminders')
          .values(reminder)
          .onConflict((clash) => clash.doNothing()),
      ) === 1,
  };
}

// Rows of schemes an airing may count for, and of the days reports are due.
// It must never know what is reported.
import type { RecordStore } from '../services/records/record-store.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';

/** A province's plans of ten years; beyond, somebody makes a scheme of every bulletin. */
const LIST_MAX = 500;

export function schemeRows(run: Runner): RecordStore['schemes'] {
  const schemes = queries.selectFrom('schemes').selectAll('schemes');
  return {
    insert: (scheme) => void run.change(queries.insertInto('schemes').values({ ...scheme })),
    get: (id) => run.first(schemes.where('id', '=', id)),
    update: ({ id, name, fromDay, untilDay }) =>
      void run.change(
        queries.updateTable('schemes').set({ name, fromDay, untilDay }).where('id', '=', id),
      ),
    ofTenants: (tenantIds) =>
      tenantIds.length === 0
        ? []
        : run.all(
            schemes.where('tenantId', 'in', padded(tenantIds)).orderBy('code').limit(LIST_MAX),
          ),
    ofBulletin: (bulletinId) =>
      run.all(
        schemes
          .innerJoin('bulletinSchemes as counts', 'counts.schemeId', 'schemes.id')
          .where('counts.bulletinId', '=', bulletinId)
          .orderBy('code'),
      ),
    setOfBulletin(bulletinId, schemeIds) {
      run.change(queries.deleteFrom('bulletinSchemes').where('bulletinId', '=', bulletinId));
      for (const schemeId of schemeIds)
        run.change(queries.insertInto('bulletinSchemes').values({ bulletinId, schemeId }));
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

// Rows of priority asked for: by whom, for where, and how it was answered.
// It must never know who may answer.
import type { PriorityWant } from '../domain/approval/priority-want.ts';
import type { WantStore } from '../services/bulletins/wants-store.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { Tables } from './tables.ts';

export function wantRows(run: Runner): WantStore['wants'] {
  const all = queries.selectFrom('wants').selectAll();
  const open = all.where('state', '=', 'open');
  return {
    insert: (want) => void run.change(queries.insertInto('wants').values(asRow(want))),
    get(id) {
      const row = run.first(all.where('id', '=', id));
      return row && asWant(row);
    },
    answer({ id, state, answeredBy, answeredAtMs, remark }) {
      const changed = { state, answeredBy, answeredAtMs, remark };
      run.change(queries.updateTable('wants').set(changed).where('id', '=', id));
    },
    open(tenantIds, limit) {
      if (tenantIds.length === 0) return [];
      const found = open
        .where('tenantId', 'in', padded(tenantIds))
        .orderBy('id', 'desc')
        .limit(limit);
      return run.all(found).map(asWant);
    },
    askedBy: (accountId, limit) =>
      run.all(all.where('askedBy', '=', accountId).orderBy('id', 'desc').limit(limit)).map(asWant),
    openOf: (bulletinId) =>
      run.all(open.where('bulletinId', '=', bulletinId).orderBy('id')).map(asWant),
  };
}

const asRow = ({ areaIds, ...row }: PriorityWant): Tables['wants'] => ({
  ...row,
  areaIds: JSON.stringify(areaIds),
});

const asWant = ({ areaIds, ...row }: Tables['wants']): PriorityWant => ({
  ...row,
  areaIds: JSON.parse(areaIds) as string[],
});

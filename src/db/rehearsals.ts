// Rows of rehearsals, and of whose evening comes next.
// It must never know what was found: it is kept as text.
import type { Rehearsal, RehearsalStore } from '../services/rehearsal/rehearsal-store.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { RehearsalRow } from './tables-rehearsals.ts';

export function rehearsalRows(run: Runner): RehearsalStore['rehearsals'] {
  const rows = queries.selectFrom('rehearsals').selectAll();
  const turns = queries.selectFrom('rehearsalTurns').selectAll().orderBy('dueAtMs');
  return {
    insert: (rehearsal, keep) => insert(run, { rehearsal, keep }),
    get(id) {
      const row = run.first(rows.where('id', '=', id));
      return row && asRehearsal(row);
    },
    list({ tenantIds, limit }) {
      if (tenantIds.length === 0) return [];
      const newest = rows.where('tenantId', 'in', padded(tenantIds)).orderBy('id', 'desc');
      return run.all(newest.limit(limit)).map(asRehearsal);
    },
    due: (nowMs, limit) => run.all(turns.where('dueAtMs', '<=', nowMs).limit(limit)),
    turns: () => run.all(turns),
    putTurn(tenantId, dueAtMs) {
      run.change(
        queries
          .insertInto('rehearsalTurns')
          .values({ tenantId, dueAtMs })
          .onConflict((clash) => clash.column('tenantId').doUpdateSet({ dueAtMs })),
      );
    },
  };
}

function insert(run: Runner, { rehearsal, keep }: { rehearsal: Rehearsal; keep: number }): void {
  const { id, tenantId, madeAtMs, fromMs, toMs, byId, ...found } = rehearsal;
  const row = { id, tenantId, madeAtMs, fromMs, toMs, byId };
  run.change(queries.insertInto('rehearsals').values({ ...row, found: JSON.stringify(found) }));
  const newest = queries
    .selectFrom('rehearsals')
    .select('id')
    .where('tenantId', '=', tenantId)
    .orderBy('id', 'desc')
    .limit(keep);
  run.change(
    queries.deleteFrom('rehearsals').where('tenantId', '=', tenantId).where('id', 'not in', newest),
  );
}

function asRehearsal({ found, ...row }: RehearsalRow): Rehearsal {
  return { ...row, ...(JSON.parse(found) as Omit<Rehearsal, keyof RehearsalRow>) };
}

// Rows of what stands at a site: units now and before, and what the speaker last said of itself.
// It must never know secrets in the clear, nor what a status is worth.
import type { Status } from '../../devices/protocol/index.ts';
import type { Store } from '../services/ports.ts';
import { queries } from './queries.ts';
import type { Runner } from './runner.ts';

export function unitRows(run: Runner): Store['units'] {
  const units = queries.selectFrom('units').selectAll();
  const installed = units.where('removedAtMs', 'is', null);
  return {
    at: (siteId) => run.first(installed.where('siteId', '=', siteId)),
    get: (id) => run.first(units.where('id', '=', id)),
    ofSite: (siteId) =>
      run.all(units.where('siteId', '=', siteId).orderBy('installedAtMs').orderBy('id')),
    installed: () => run.all(installed.orderBy('siteId')),
    insert: (unit) => void run.change(queries.insertInto('units').values({ ...unit })),
    remove(id, atMs) {
      // the first removal is the true one: history is not rewritten
      run.change(
        queries
          .updateTable('units')
          .set({ removedAtMs: atMs })
          .where('id', '=', id)
          .where('removedAtMs', 'is', null),
      );
    },
    pinKey(id, publicKey) {
      run.change(queries.updateTable('units').set({ publicKey }).where('id', '=', id));
    },
  };
}

export function statusRows(run: Runner): Store['statuses'] {
  const statuses = queries.selectFrom('statuses').select(['siteId', 'status', 'heardAtMs']);
  const parsed = (row: { siteId: string; status: string; heardAtMs: number }) => ({
    ...row,
    status: JSON.parse(row.status) as Status,
  });
  return {
    get(siteId) {
      const row = run.first(statuses.where('siteId', '=', siteId));
      if (!row) return null;
      const { status, heardAtMs } = parsed(row);
      return { status, heardAtMs };
    },
    all: () => run.all(statuses.orderBy('siteId')).map(parsed),
    touch: (siteId, heardAtMs) =>
      void run.change(
        queries.updateTable('statuses').set({ heardAtMs }).where('siteId', '=', siteId),
      ),
    put(siteId, status, heardAtMs) {
      const changed = { status: JSON.stringify(status), heardAtMs };
      run.change(
        queries
          .insertInto('statuses')
          .values({ siteId, ...changed })
          .onConflict((clash) => clash.column('siteId').doUpdateSet(changed)),
      );
    },
  };
}

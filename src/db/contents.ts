// Rows of what is to be said: documents, bulletins, approvals.
// It must never know the rules of approval: rows in, rows out.
import type { Bulletin } from '../domain/model.ts';
import type { Store } from '../services/ports.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { Tables } from './tables.ts';

export function documentRows(run: Runner): Store['documents'] {
  const documents = queries.selectFrom('documents').selectAll();
  return {
    insert: (document) => void run.change(queries.insertInto('documents').values({ ...document })),
    get: (id) => run.first(documents.where('id', '=', id)),
    ofTenants(tenantIds) {
      if (tenantIds.length === 0) return [];
      const theirs = documents.where('tenantId', 'in', padded(tenantIds));
      return run.all(theirs.orderBy('createdAtMs', 'desc').orderBy('id', 'desc'));
    },
  };
}

export function bulletinRows(run: Runner): Store['bulletins'] {
  const bulletins = queries.selectFrom('bulletins').selectAll();
  const newest = bulletins.orderBy('createdAtMs', 'desc').orderBy('id', 'desc');
  return {
    insert: (bulletin) => void run.change(queries.insertInto('bulletins').values(asRow(bulletin))),
    get(id) {
      const row = run.first(bulletins.where('id', '=', id));
      return row && asBulletin(row);
    },
    ofTenants(tenantIds) {
      if (tenantIds.length === 0) return [];
      return run.all(newest.where('tenantId', 'in', padded(tenantIds))).map(asBulletin);
    },
    inState: (state) =>
      run
        .all(bulletins.where('state', '=', state).orderBy('createdAtMs').orderBy('id'))
        .map(asBulletin),
    update(bulletin) {
      const { id, ...row } = asRow(bulletin);
      run.change(queries.updateTable('bulletins').set(row).where('id', '=', id));
    },
  };
}

function asRow(bulletin: Bulletin): Tables['bulletins'] {
  const { drill, writerIds } = bulletin;
  return { ...bulletin, drill: Number(drill), writerIds: JSON.stringify(writerIds) };
}

function asBulletin(row: Tables['bulletins']): Bulletin {
  return { ...row, drill: row.drill === 1, writerIds: JSON.parse(row.writerIds) as string[] };
}

export function approvalRows(run: Runner): Store['approvals'] {
  return {
    insert: (approval) => void run.change(queries.insertInto('approvals').values({ ...approval })),
    of: (bulletinId) =>
      run.all(
        queries
          .selectFrom('approvals')
          .selectAll()
          .where('bulletinId', '=', bulletinId)
          .orderBy('atMs')
          .orderBy('id'),
      ),
  };
}

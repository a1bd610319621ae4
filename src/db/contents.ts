// Rows of what is to be said: bulletins.
// It must never know the rules of approval: rows in, rows out.
import type { Bulletin } from '../domain/model.ts';
import type { Store } from '../services/ports.ts';
import { unlessHeld } from './held.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { Tables } from './tables.ts';

export function bulletinRows(run: Runner): Store['bulletins'] {
  const bulletins = queries.selectFrom('bulletins').selectAll();
  // an id is a ULID: it grows with the time it was made
  const newest = bulletins.orderBy('id', 'desc');
  return {
    insert: (bulletin) => void run.change(queries.insertInto('bulletins').values(asRow(bulletin))),
    get(id) {
      const row = run.first(bulletins.where('id', '=', id));
      return row && asBulletin(row);
    },
    ofTenants(tenantIds, page) {
      if (tenantIds.length === 0) return [];
      let theirs = newest.where('tenantId', 'in', padded(tenantIds));
      if (page?.state) theirs = theirs.where('state', '=', page.state);
      if (page?.beforeId) theirs = theirs.where('id', '<', page.beforeId);
      return run.all(page ? theirs.limit(page.limit) : theirs).map(asBulletin);
    },
    ofDocument: (documentId) =>
      run.all(newest.where('documentId', '=', documentId)).map(asBulletin),
    variantsOf: (originalId) =>
      run
        .all(bulletins.where('originalId', '=', originalId).orderBy('createdAtMs').orderBy('id'))
        .map(asBulletin),
    ofClip: (clipId) => run.all(newest.where('clipId', '=', clipId)).map(asBulletin),
    inState: (state) =>
      run
        .all(bulletins.where('state', '=', state).orderBy('createdAtMs').orderBy('id'))
        .map(asBulletin),
    update(bulletin) {
      const { id, ...row } = asRow(bulletin);
      run.change(queries.updateTable('bulletins').set(row).where('id', '=', id));
    },
    remove: (id) => !soundsElsewhere(run, id) && unlessHeld(() => removeAll(run, id)),
  };
}

/** A text said by two bulletins has one sound. */
function soundsElsewhere(run: Runner, bulletinId: string): boolean {
  const own = queries.selectFrom('clips').select('id').where('bulletinId', '=', bulletinId);
  const other = queries.selectFrom('bulletins').select('id').where('clipId', 'in', own);
  return run.first(other.where('id', '<>', bulletinId).limit(1)) !== null;
}

function removeAll(run: Runner, bulletinId: string): void {
  run.transaction(() => {
    for (const table of ['compositions', 'frameUses', 'wants', 'clips'] as const)
      run.change(queries.deleteFrom(table).where('bulletinId', '=', bulletinId));
    run.change(queries.deleteFrom('bulletins').where('id', '=', bulletinId));
  });
}

function asRow(bulletin: Bulletin): Tables['bulletins'] {
  const { drill, writerIds, personalData, submitsItself } = bulletin;
  return {
    ...bulletin,
    drill: Number(drill),
    writerIds: JSON.stringify(writerIds),
    personalData: Number(personalData),
    submitsItself: Number(submitsItself),
  };
}

function asBulletin(row: Tables['bulletins']): Bulletin {
  return {
    ...row,
    drill: row.drill === 1,
    writerIds: JSON.parse(row.writerIds) as string[],
    personalData: row.personalData === 1,
    submitsItself: row.submitsItself === 1,
  };
}

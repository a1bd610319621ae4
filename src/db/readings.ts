// Rows of how texts are read: profiles, lexicon additions, settled readings, and which entries spoke where.
// It must never know whose row counts before whose.
import type { ReadingProfile, Settlement } from '../domain/documents/reading-model.ts';
import type { Store } from '../services/ports.ts';
import type { DocumentUses } from '../services/reading/reading-store.ts';
import { queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { Tables } from './tables.ts';

export function profileRows(run: Runner): Store['profiles'] {
  return {
    get(areaId) {
      const profiles = queries.selectFrom('readingProfiles').select('profile');
      const row = run.first(profiles.where('areaId', '=', areaId));
      return row && (JSON.parse(row.profile) as ReadingProfile);
    },
    put(areaId, chosen) {
      if (chosen === null) {
        run.change(queries.deleteFrom('readingProfiles').where('areaId', '=', areaId));
        return;
      }
      const profile = JSON.stringify(chosen);
      run.change(
        queries
          .insertInto('readingProfiles')
          .values({ areaId, profile })
          .onConflict((clash) => clash.column('areaId').doUpdateSet({ profile })),
      );
    },
  };
}

export function additionRows(run: Runner): Store['additions'] {
  const additions = queries.selectFrom('lexiconAdditions').selectAll();
  return {
    of: (areaId) => run.all(additions.where('areaId', '=', areaId).orderBy('written')),
    get: (id) => run.first(additions.where('id', '=', id)),
    put(addition) {
      const { id, ...changed } = addition;
      run.change(
        queries
          .insertInto('lexiconAdditions')
          .values({ id, ...changed })
          .onConflict((clash) => clash.column('id').doUpdateSet(changed)),
      );
    },
    drop: (id) => void run.change(queries.deleteFrom('lexiconAdditions').where('id', '=', id)),
  };
}

export function settlementRows(run: Runner): Store['settlements'] {
  const settlements = queries.selectFrom('settlements').selectAll();
  return {
    insert: (settlement) =>
      void run.change(queries.insertInto('settlements').values(asRow(settlement))),
    get(id) {
      const row = run.first(settlements.where('id', '=', id));
      return row && asSettlement(row);
    },
    of: (documentId) =>
      run
        .all(settlements.where('documentId', '=', documentId).orderBy('sourceFrom').orderBy('id'))
        .map(asSettlement),
    drop: (id) => void run.change(queries.deleteFrom('settlements').where('id', '=', id)),
  };
}

function asRow({ from, to, before, after, ...settlement }: Settlement): Tables['settlements'] {
  return {
    ...settlement,
    sourceFrom: from,
    sourceTo: to,
    textBefore: before,
    textAfter: after,
  };
}

function asSettlement(row: Tables['settlements']): Settlement {
  const { sourceFrom: from, sourceTo: to, textBefore: before, textAfter: after, ...rest } = row;
  return { ...rest, from, to, before, after };
}

export function useRows(run: Runner): Store['uses'] {
  return {
    get(documentId) {
      const rows = queries.selectFrom('documentUses').select(['orderKey', 'uses']);
      const row = run.first(rows.where('documentId', '=', documentId));
      return row && { ...row, uses: JSON.parse(row.uses) as DocumentUses['uses'] };
    },
    put(documentId, { orderKey, uses }) {
      const changed = { orderKey, uses: JSON.stringify(uses) };
      run.change(
        queries
          .insertInto('documentUses')
          .values({ documentId, ...changed })
          .onConflict((clash) => clash.column('documentId').doUpdateSet(changed)),
      );
    },
  };
}

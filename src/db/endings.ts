// Rows of documents that end: when, what was made from them, which villages heard that, and what put it right.
// It must never know a status, nor stop anything.
import { sql } from 'kysely';
import type { ConfirmedStatus } from '../domain/documents/document-model.ts';
import { numberKey } from '../domain/documents/document-number.ts';
import type { Correction, EndingStore } from '../services/reading/ending-store.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';

/** Each stops a few airings: a look stays far below a beat. */
const DUE_MAX = 200;
/** Every village of a large province. */
const VILLAGES_MAX = 5_000;
/** Named on a screen: more are not read. */
const MENTIONS_MAX = 20;

export function endingStore(run: Runner): EndingStore {
  return { endings: { ...endingRows(run), ...heardRows(run) }, corrections: correctionRows(run) };
}

type Rows = Pick<
  EndingStore['endings'],
  'put' | 'dropFrom' | 'of' | 'due' | 'setTold' | 'copies' | 'confirmed'
>;

function endingRows(run: Runner): Rows {
  const ends = queries.selectFrom('documentEnds').selectAll();
  return {
    put(row) {
      run.change(
        queries
          .insertInto('documentEnds')
          .values({ ...row, toldAtMs: null })
          .onConflict((clash) =>
            clash
              .columns(['documentId', 'position', 'fromId', 'fromPosition'])
              .doUpdateSet({ endMs: row.endMs, kind: row.kind, toldAtMs: null })
              .where(({ eb, or, ref }) =>
                or([
                  eb('documentEnds.endMs', '!=', ref('excluded.endMs')),
                  eb('documentEnds.kind', '!=', ref('excluded.kind')),
                ]),
              ),
          ),
      );
    },
    dropFrom({ documentId, position }) {
      const gone = queries.deleteFrom('documentEnds').where('fromId', '=', documentId);
      run.change(gone.where('fromPosition', '=', position));
    },
    of: (documentId) => run.all(ends.where('documentId', '=', documentId).orderBy('position')),
    due: (nowMs) =>
      run.all(
        ends
          .where('toldAtMs', 'is', null)
          .where('endMs', '<=', nowMs)
          .orderBy('endMs')
          .orderBy('documentId')
          .orderBy('position')
          .limit(DUE_MAX),
      ),
    setTold({ documentId, position, fromId, fromPosition }, toldAtMs) {
      run.change(
        queries
          .updateTable('documentEnds')
          .set({ toldAtMs })
          .where('documentId', '=', documentId)
          .where('position', '=', position)
          .where('fromId', '=', fromId)
          .where('fromPosition', '=', fromPosition),
      );
    },
    copies({ number, tenantIds }) {
      const key = numberKey(number);
      if (key === null || tenantIds.length === 0) return [];
      const same = queries
        .selectFrom('parts')
        .select(['documentId', 'position', 'tenantId'])
        .where('numberKey', '=', key)
        .where('tenantId', 'in', padded(tenantIds));
      return run.all(same.orderBy('documentId').orderBy('position'));
    },
    confirmed: () =>
      run
        .all(
          queries
            .selectFrom('parts')
            .select(['documentId', 'position', 'tenantId', 'number', 'status'])
            .where('status', 'is not', null)
            .orderBy('documentId')
            .orderBy('position'),
        )
        .map((row) => ({ ...row, status: JSON.parse(row.status ?? '') as ConfirmedStatus })),
  };
}

function heardRows(run: Runner): Pick<EndingStore['endings'], 'heardIn' | 'mentioning'> {
  return {
    heardIn({ bulletinIds, tenantIds }) {
      if (bulletinIds.length === 0 || tenantIds.length === 0) return [];
      return run.all(
        queries
          .selectFrom('airings')
          .innerJoin('verdicts', 'verdicts.airingId', 'airings.id')
          .innerJoin('sites', 'sites.id', 'verdicts.siteId')
          .select(({ fn }) => [
            'sites.areaId',
            fn.count<number>('airings.id').distinct().as('airings'),
            fn.count<number>('sites.id').distinct().as('speakers'),
            fn.max('airings.playAtMs').as('lastAtMs'),
          ])
          .where('airings.bulletinId', 'in', padded(bulletinIds))
          .where('verdicts.kind', 'in', ['played', 'partly-played'])
          .where('sites.tenantId', 'in', padded(tenantIds))
          .groupBy('sites.areaId')
          .orderBy('sites.areaId')
          .limit(VILLAGES_MAX),
      );
    },
    mentioning({ number, tenantIds, exceptIds }) {
      if (tenantIds.length === 0) return [];
      // a number may hold a sign that LIKE takes for a wildcard
      const wanted = `%${number.replace(/[\\%_]/g, '\\$&')}%`;
      const some = queries
        .selectFrom('bulletins')
        .select(['id', 'title'])
        .where('tenantId', 'in', padded(tenantIds))
        .where(sql<boolean>`text like ${wanted} escape '\\'`);
      const others = exceptIds.length === 0 ? some : some.where('id', 'not in', padded(exceptIds));
      return run.all(others.orderBy('id', 'desc').limit(MENTIONS_MAX));
    },
  };
}

function correctionRows(run: Runner): EndingStore['corrections'] {
  const all = queries.selectFrom('corrections').selectAll();
  const asCorrection = (row: Omit<Correction, 'areaIds'> & { areaIds: string }): Correction => ({
    ...row,
    areaIds: JSON.parse(row.areaIds) as string[],
  });
  return {
    insert(correction) {
      const row = { ...correction, areaIds: JSON.stringify(correction.areaIds) };
      run.change(queries.insertInto('corrections').values(row));
    },
    of: ({ documentId, position }) =>
      run
        .all(
          all
            .where('documentId', '=', documentId)
            .where('position', '=', position)
            .orderBy('madeAtMs', 'desc'),
        )
        .map(asCorrection),
    get(bulletinId) {
      const row = run.first(all.where('bulletinId', '=', bulletinId));
      return row && asCorrection(row);
    },
  };
}

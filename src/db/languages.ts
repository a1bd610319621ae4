// Rows of orders of languages, of variants, and of recordings asked of collaborators.
// It must never know who may see them, nor a token: only its hash.
import type { LanguageOrder } from '../domain/languages/order.ts';
import type { LanguageStore } from '../services/languages/languages-store.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { Tables } from './tables.ts';

export function languageStore(run: Runner): LanguageStore {
  return {
    languageOrders: orderRows(run),
    variants: variantRows(run),
    commissions: commissionRows(run),
  };
}

function orderRows(run: Runner): LanguageStore['languageOrders'] {
  const rows = queries.selectFrom('languageOrders').selectAll();
  const asOrder = ({ areaId, languages }: Tables['languageOrders']): LanguageOrder => ({
    areaId,
    languages: JSON.parse(languages) as string[],
  });
  return {
    all: () => run.all(rows).map(asOrder),
    get(areaId) {
      const row = run.first(rows.where('areaId', '=', areaId));
      return row && asOrder(row);
    },
    put(order) {
      const languages = JSON.stringify(order.languages);
      run.change(
        queries
          .insertInto('languageOrders')
          .values({ areaId: order.areaId, languages })
          .onConflict((clash) => clash.column('areaId').doUpdateSet({ languages })),
      );
    },
    remove: (areaId) =>
      void run.change(queries.deleteFrom('languageOrders').where('areaId', '=', areaId)),
  };
}

function variantRows(run: Runner): LanguageStore['variants'] {
  const rows = queries.selectFrom('variants').selectAll();
  return {
    of: (bulletinId) => run.first(rows.where('bulletinId', '=', bulletinId)),
    put(variant) {
      const { bulletinId: _, ...changed } = variant;
      run.change(
        queries
          .insertInto('variants')
          .values(variant)
          .onConflict((clash) => clash.column('bulletinId').doUpdateSet(changed)),
      );
    },
  };
}

function commissionRows(run: Runner): LanguageStore['commissions'] {
  const rows = queries.selectFrom('commissions').selectAll();
  const newest = rows.orderBy('id', 'desc');
  return {
    insert: (commission) => void run.change(queries.insertInto('commissions').values(commission)),
    get: (id) => run.first(rows.where('id', '=', id)),
    byHash: (tokenHash) => run.first(rows.where('tokenHash', '=', tokenHash)),
    byListenerHash: (tokenHash) => run.first(rows.where('listenerHash', '=', tokenHash)),
    ofBulletin: (bulletinId) => run.all(newest.where('bulletinId', '=', bulletinId)),
    ofTenants(tenantIds, { limit, beforeId }) {
      if (tenantIds.length === 0) return [];
      const theirs = newest.where('tenantId', 'in', padded(tenantIds));
      return run.all((beforeId === null ? theirs : theirs.where('id', '<', beforeId)).limit(limit));
    },
    waiting(limit) {
      const open = rows
        .where('state', 'in', ['asked', 'returned'])
        .where('dueToldAtMs', 'is', null);
      return run.all(open.orderBy('dueDay').limit(limit));
    },
    update(commission) {
      const { id, ...changed } = commission;
      run.change(queries.updateTable('commissions').set(changed).where('id', '=', id));
    },
    countOpen(tenantId) {
      const counted = queries
        .selectFrom('commissions')
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .where('tenantId', '=', tenantId)
        .where('state', 'in', ['asked', 'sent', 'returned']);
      return run.first(counted)?.rows ?? 0;
    },
  };
}

// Rows that only grow: receipts, audit lines, counters; and the few settings kept beside them.
// It must never know what a receipt proves or who may read a line.
import type { Receipt } from '../../devices/protocol/index.ts';
import type { Store } from '../services/ports.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';

export function receiptRows(run: Runner): Store['receipts'] {
  const taken: Store['receipts']['takenOf'] = (airingId, siteId) =>
    run
      .all(
        queries
          .selectFrom('receipts')
          .select(['receipt', 'takenAtMs'])
          .where('airingId', '=', airingId)
          .where('speakerId', '=', siteId)
          .orderBy('atMs')
          .orderBy('receiptId'),
      )
      .map(({ receipt, takenAtMs }) => ({ receipt: JSON.parse(receipt) as Receipt, takenAtMs }));
  return {
    insert({ receipt, airingId, takenAtMs }) {
      const { speakerId, receiptId, event, atMs } = receipt;
      const row = { speakerId, receiptId, airingId, event, atMs, takenAtMs };
      const fresh = run.change(
        queries
          .insertInto('receipts')
          .values({ ...row, receipt: JSON.stringify(receipt) })
          .onConflict((clash) => clash.columns(['speakerId', 'receiptId']).doNothing()),
      );
      return fresh === 1;
    },
    astray: (siteId) =>
      run.first(
        queries
          .selectFrom('receipts')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('speakerId', '=', siteId)
          .where('airingId', 'is', null)
          // an answer to a command belongs to no airing, and is no stray
          .where('event', '!=', 'commanded'),
      )?.count ?? 0,
    of: (airingId, siteId) => taken(airingId, siteId).map(({ receipt }) => receipt),
    takenOf: taken,
  };
}

export function auditRows(run: Runner): Store['audit'] {
  return {
    append: (line) => void run.change(queries.insertInto('audit').values({ ...line })),
    list({ tenantIds, beforeId, limit, action }) {
      if (tenantIds?.length === 0) return [];
      let lines = queries.selectFrom('audit').selectAll();
      if (tenantIds) lines = lines.where('tenantId', 'in', padded(tenantIds));
      if (beforeId !== null) lines = lines.where('id', '<', beforeId);
      if (action !== undefined) lines = lines.where('action', '=', action);
      return run.all(lines.orderBy('id', 'desc').limit(limit));
    },
  };
}

export function counterRows(run: Runner): Store['counters'] {
  return {
    next(name, atLeast = 1) {
      const row = run.first(
        queries
          .insertInto('counters')
          .values({ name, value: atLeast })
          .onConflict((clash) =>
            clash.column('name').doUpdateSet((eb) => ({
              value: eb
                .case()
                .when('counters.value', '<', atLeast)
                .then(atLeast)
                .else(eb('counters.value', '+', 1))
                .end(),
            })),
          )
          .returning('value'),
      );
      if (!row) throw new Error(`counter ${name} gave no value`);
      return row.value;
    },
  };
}

export function settingRows(run: Runner): Store['settings'] {
  return {
    get: (key) =>
      run.first(queries.selectFrom('settings').select('value').where('key', '=', key))?.value ??
      null,
    put: (key, value) =>
      void run.change(
        queries
          .insertInto('settings')
          .values({ key, value })
          .onConflict((clash) => clash.column('key').doUpdateSet({ value })),
      ),
  };
}

// Rows of spare units, and of what became of each.
// It must never know a password or a label's code in the clear; an order that holds one goes when it is done.
import type { Spare, Swap } from '../domain/poles/pole-model.ts';
import type { PoleStore } from '../services/poles/pole-store.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { PoleTables } from './tables-poles.ts';

/** Twenty to a van, and years of vans: the newest of them. */
const LIST_MAX = 500;

export function spareRows(run: Runner): PoleStore['spares'] {
  const spares = queries.selectFrom('spares').selectAll('spares');
  const change = queries.updateTable('spares');
  return {
    insert: (spare) =>
      void run.change(
        queries.insertInto('spares').values({ ...spare, online: Number(spare.online) }),
      ),
    get(id) {
      const row = run.first(spares.where('id', '=', id));
      return row && asSpare(row);
    },
    admitted: () =>
      run
        .all(
          spares
            .leftJoin('swaps', 'swaps.spareId', 'spares.id')
            .where('spares.withdrawnAtMs', 'is', null)
            .where('swaps.doneAtMs', 'is', null)
            .orderBy('spares.id'),
        )
        .map(asSpare),
    ofTenants(tenantIds) {
      if (tenantIds.length === 0) return [];
      const theirs = spares.where('tenantId', 'in', padded(tenantIds));
      return run
        .all(theirs.orderBy('createdAtMs', 'desc').orderBy('id').limit(LIST_MAX))
        .map(asSpare);
    },
    heard(id, { atMs, online, publicKey }) {
      const now = { heardAtMs: atMs, online: Number(online), publicKey };
      run.change(change.set(now).where('id', '=', id));
    },
    forget: () => void run.change(change.set({ online: 0 }).where('online', '=', 1)),
    withdraw(id, atMs) {
      run.change(
        change
          .set({ withdrawnAtMs: atMs, online: 0 })
          .where('id', '=', id)
          .where('withdrawnAtMs', 'is', null),
      );
    },
  };
}

export function swapRows(run: Runner): PoleStore['swaps'] {
  const swaps = queries.selectFrom('swaps').selectAll();
  const found = (row: PoleTables['swaps'] | null) => row && asSwap(row);
  const change = queries.updateTable('swaps');
  return {
    insert: (swap) => void run.change(queries.insertInto('swaps').values({ ...swap })),
    ofSpare: (spareId) => found(run.first(swaps.where('spareId', '=', spareId))),
    ofSpares(spareIds) {
      if (spareIds.length === 0) return [];
      return run.all(swaps.where('spareId', 'in', padded(spareIds))).map(asSwap);
    },
    ofUnit: (unitId) => found(run.first(swaps.where('unitId', '=', unitId))),
    lastOf: (siteId) =>
      found(run.first(swaps.where('siteId', '=', siteId).orderBy('askedAtMs', 'desc').limit(1))),
    done: (spareId, doneAtMs) =>
      void run.change(change.set({ doneAtMs, orderBytes: null }).where('spareId', '=', spareId)),
  };
}

function asSpare(row: PoleTables['spares']): Spare {
  return { ...row, online: row.online === 1 };
}

function asSwap(row: PoleTables['swaps']): Swap {
  return { ...row, orderBytes: row.orderBytes && new Uint8Array(row.orderBytes) };
}

// Rows of requests already done, by account and key.
// It must never know what a request was about.
import type { RequestKeyRow, RequestKeyStore } from '../services/once.ts';
import { queries } from './queries.ts';
import type { Runner } from './runner.ts';

export function requestKeyRows(run: Runner): RequestKeyStore['requestKeys'] {
  const one = (accountId: string, key: string) =>
    queries
      .selectFrom('requestKeys')
      .selectAll()
      .where('accountId', '=', accountId)
      .where('key', '=', key);
  return {
    get: (accountId, key) => run.first(one(accountId, key)),
    put(row: RequestKeyRow) {
      const { accountId, key, ...rest } = row;
      run.change(
        queries
          .insertInto('requestKeys')
          .values({ accountId, key, ...rest })
          .onConflict((clash) => clash.columns(['accountId', 'key']).doUpdateSet(rest)),
      );
    },
    drop: (accountId, key) =>
      void run.change(
        queries.deleteFrom('requestKeys').where('accountId', '=', accountId).where('key', '=', key),
      ),
    dropBefore: (atMs) =>
      void run.change(queries.deleteFrom('requestKeys').where('atMs', '<', atMs)),
    count: (accountId) =>
      Number(
        run.first(
          queries
            .selectFrom('requestKeys')
            .select((row) => row.fn.countAll<number>().as('n'))
            .where('accountId', '=', accountId),
        )?.n ?? 0,
      ),
    kept: (accountId) =>
      Number(
        run.first(
          queries
            .selectFrom('requestKeys')
            .select((row) => row.fn.sum<number>(row.fn('length', ['answer'])).as('n'))
            .where('accountId', '=', accountId),
        )?.n ?? 0,
      ),
  };
}

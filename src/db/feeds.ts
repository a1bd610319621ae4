// Rows of links to the plan, and how airings ended, counted for a calendar.
// It must never know who may read a link, nor a token.
import type { FeedStore } from '../services/feeds/feeds-store.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';

export function feedRows(run: Runner): FeedStore['feeds'] {
  const feeds = queries.selectFrom('feeds').selectAll();
  return {
    insert: (feed) => void run.change(queries.insertInto('feeds').values(feed)),
    get: (id) => run.first(feeds.where('id', '=', id)),
    byHash: (tokenHash) => run.first(feeds.where('tokenHash', '=', tokenHash)),
    ofTenants(tenantIds, limit) {
      if (tenantIds.length === 0) return [];
      const theirs = feeds.where('tenantId', 'in', padded(tenantIds));
      return run.all(theirs.orderBy('id', 'desc').limit(limit));
    },
    count(tenantId) {
      const counted = queries
        .selectFrom('feeds')
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .where('tenantId', '=', tenantId);
      return run.first(counted)?.rows ?? 0;
    },
    read: (id, readAtMs) =>
      void run.change(queries.updateTable('feeds').set({ readAtMs }).where('id', '=', id)),
    remove: (id) => void run.change(queries.deleteFrom('feeds').where('id', '=', id)),
  };
}

/** So many airings in one statement: a database takes some thousand values, not any number. */
const AT_ONCE = 512;

export function airingEndRows(run: Runner): FeedStore['airingEnds'] {
  type Asked = { airingIds: readonly string[]; tenantIds: readonly string[] };
  const inParts = <T>({ airingIds, tenantIds }: Asked, ask: (ids: readonly string[]) => T[]) => {
    if (tenantIds.length === 0) return [];
    const found: T[] = [];
    for (let from = 0; from < airingIds.length; from += AT_ONCE)
      found.push(...ask(airingIds.slice(from, from + AT_ONCE)));
    return found;
  };
  return {
    counted: (of) =>
      inParts(of, (ids) =>
        run.all(
          parts(ids, of.tenantIds)
            .select(({ fn }) => [
              'part.airingId',
              'verdicts.kind',
              fn.countAll<number>().as('speakers'),
            ])
            .groupBy(['part.airingId', 'verdicts.kind']),
        ),
      ),
    unheard: (of) =>
      inParts(of, (ids) =>
        run.all(
          parts(ids, of.tenantIds)
            .select(({ fn }) => ['part.airingId', fn.min('part.siteId').as('siteId')])
            .where('verdicts.kind', 'is not', null)
            .where('verdicts.kind', '!=', 'played')
            .groupBy('part.airingId'),
        ),
      ),
  };
}

function parts(airingIds: readonly string[], tenantIds: readonly string[]) {
  return queries
    .selectFrom('airingSpeakers as part')
    .innerJoin('sites', 'sites.id', 'part.siteId')
    .leftJoin('verdicts', (join) =>
      join
        .onRef('verdicts.airingId', '=', 'part.airingId')
        .onRef('verdicts.siteId', '=', 'part.siteId'),
    )
    .where('part.airingId', 'in', padded(airingIds))
    .where('sites.tenantId', 'in', padded(tenantIds));
}

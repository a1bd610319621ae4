// Rows of silences a person asked for: hushes of a site, stops of a commune.
// It must never know who is silenced by them.
import type { PoleStore } from '../services/poles/pole-store.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';

/** A commune hushes a few poles a day: a month of a province in one answer, the newest of it. */
const LIST_MAX = 500;

export function hushRows(run: Runner): PoleStore['hushes'] {
  const hushes = queries.selectFrom('hushes').selectAll();
  const open = hushes.where('endedAtMs', 'is', null);
  return {
    insert: (hush) => void run.change(queries.insertInto('hushes').values({ ...hush })),
    get: (id) => run.first(hushes.where('id', '=', id)),
    activeAt: (siteId, atMs) =>
      run.first(
        open
          .where('siteId', '=', siteId)
          .where('untilMs', '>', atMs)
          .orderBy('fromMs', 'desc')
          .limit(1),
      ),
    active: (nowMs) => run.all(open.where('untilMs', '>', nowMs).orderBy('untilMs').orderBy('id')),
    since({ tenantIds, fromMs }) {
      if (tenantIds.length === 0) return [];
      const theirs = hushes
        .where('tenantId', 'in', padded(tenantIds))
        .where('untilMs', '>=', fromMs);
      return run.all(theirs.orderBy('fromMs', 'desc').orderBy('id', 'desc').limit(LIST_MAX));
    },
    end(id, { atMs, byId }) {
      run.change(
        queries
          .updateTable('hushes')
          .set({ endedAtMs: atMs, endedById: byId })
          .where('id', '=', id)
          .where('endedAtMs', 'is', null),
      );
    },
    covering(siteId, { fromMs, toMs }) {
      const theirs = hushes
        .where('siteId', '=', siteId)
        .where('untilMs', '>', fromMs)
        .where('fromMs', '<', toMs)
        .where(({ eb, or }) => or([eb('endedAtMs', 'is', null), eb('endedAtMs', '>', fromMs)]));
      return run.first(theirs.orderBy('fromMs', 'desc').limit(1));
    },
  };
}

export function stopRows(run: Runner): PoleStore['stops'] {
  const stops = queries.selectFrom('stops').selectAll();
  return {
    insert: (stop) => void run.change(queries.insertInto('stops').values({ ...stop })),
    live: (nowMs) =>
      run
        .all(stops.where('expiresAtMs', '>', nowMs).orderBy('id'))
        .map((row) => ({ ...row, orderBytes: new Uint8Array(row.orderBytes) })),
  };
}

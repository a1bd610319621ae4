// Rows of incidents: opened and closed, never deleted.
// It must never know what begins or ends one.
import type { Incident, IncidentFacts } from '../domain/poles/pole-model.ts';
import type { PoleStore } from '../services/poles/pole-store.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { PoleTables } from './tables-poles.ts';

/** A province after a typhoon: nine hundred silent poles and what they had before. */
const LIST_MAX = 2_000;
const OF_SITE_MAX = 100;

export function incidentRows(run: Runner): PoleStore['incidents'] {
  const incidents = queries.selectFrom('incidents').selectAll();
  const list = (theirs: typeof incidents, closedFromMs: number, limit: number) => {
    const open = theirs.where('closedAtMs', 'is', null).orderBy('sinceMs').orderBy('id');
    const found = run.all(open.limit(limit));
    const closed = theirs.where('closedAtMs', '>=', closedFromMs).orderBy('closedAtMs', 'desc');
    const rest = limit - found.length;
    return [...found, ...(rest > 0 ? run.all(closed.limit(rest)) : [])].map(asIncident);
  };
  return {
    open: ({ facts, ...incident }) =>
      run.change(
        queries
          .insertInto('incidents')
          .values({ ...incident, facts: JSON.stringify(facts) })
          .onConflict((clash) => clash.doNothing()),
      ) === 1,
    setFacts(siteId, kind, facts) {
      run.change(openOne(siteId, kind).set({ facts: JSON.stringify(facts) }));
    },
    close(siteId, kind, atMs) {
      run.change(openOne(siteId, kind).set({ closedAtMs: atMs }));
    },
    allOpen: () => run.all(incidents.where('closedAtMs', 'is', null)).map(asIncident),
    list({ tenantIds, closedFromMs }) {
      if (tenantIds.length === 0) return [];
      return list(incidents.where('tenantId', 'in', padded(tenantIds)), closedFromMs, LIST_MAX);
    },
    ofSite: (siteId, closedFromMs) =>
      list(incidents.where('siteId', '=', siteId), closedFromMs, OF_SITE_MAX),
  };
}

function openOne(siteId: string, kind: Incident['kind']) {
  return queries
    .updateTable('incidents')
    .where('siteId', '=', siteId)
    .where('kind', '=', kind)
    .where('closedAtMs', 'is', null);
}

function asIncident(row: PoleTables['incidents']): Incident {
  return { ...row, facts: JSON.parse(row.facts) as IncidentFacts };
}

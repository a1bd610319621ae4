// Rows of facts, of turns of link and power, and of every verdict ever given: they only grow.
// It must never know what they decide (src/domain/airing/verdicts.ts).
import { type Fact, type KeptFact, type SiteTurn, TURNS_KEPT_MS } from '../domain/airing/facts.ts';
import type { VerdictGiven, VerdictStore } from '../services/airing/verdict-store.ts';
import { queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { RecordTables } from './tables-records.ts';

/** A speaker whose link flaps all day: the latest of it says enough. */
const TURNS_MAX = 200;

export function verdictFactRows(run: Runner): VerdictStore {
  return {
    airingFacts: {
      append(airingId, fact) {
        const { kind, atMs } = fact;
        const row = { airingId, kind, atMs, fact: JSON.stringify(fact) };
        run.change(queries.insertInto('airingFacts').values(row));
      },
      of: (airingId) =>
        run
          .all(
            queries
              .selectFrom('airingFacts')
              .select('fact')
              .where('airingId', '=', airingId)
              .orderBy('atMs'),
          )
          .map(({ fact }) => JSON.parse(fact) as KeptFact),
    },
    siteTurns: turnRows(run),
    verdictHistory: historyRows(run),
  };
}

function turnRows(run: Runner): VerdictStore['siteTurns'] {
  const turns = queries.selectFrom('siteTurns').selectAll();
  return {
    append(rows) {
      for (const row of rows) run.change(queries.insertInto('siteTurns').values({ ...row }));
    },
    of(siteId, { fromMs, toMs }) {
      const theirs = turns.where('siteId', '=', siteId).where('atMs', '>=', fromMs);
      const last = theirs.where('atMs', '<=', toMs).orderBy('atMs', 'desc').limit(TURNS_MAX);
      return (run.all(last) as SiteTurn[]).reverse();
    },
    last(siteId, kinds) {
      const theirs = turns.where('siteId', '=', siteId).where('kind', 'in', kinds);
      return run.first(theirs.orderBy('atMs', 'desc').limit(1)) as SiteTurn | null;
    },
    prune(limit) {
      const newest = run.first(turns.orderBy('atMs', 'desc').limit(1));
      if (!newest) return 0;
      const old = turns.where('atMs', '<', newest.atMs - TURNS_KEPT_MS).orderBy('atMs');
      const last = run.all(old.limit(limit)).at(-1);
      if (!last) return 0;
      return run.change(queries.deleteFrom('siteTurns').where('atMs', '<=', last.atMs));
    },
  };
}

function historyRows(run: Runner): VerdictStore['verdictHistory'] {
  const given = queries.selectFrom('verdictHistory').selectAll();
  return {
    of: (airingId, siteId) =>
      run
        .all(
          given.where('airingId', '=', airingId).where('siteId', '=', siteId).orderBy('revision'),
        )
        .map(asGiven),
    ofAiring: (airingId) =>
      run
        .all(given.where('airingId', '=', airingId).orderBy('siteId').orderBy('revision'))
        .map(asGiven),
  };
}

function asGiven(row: RecordTables['verdictHistory']): VerdictGiven {
  return { ...row, facts: JSON.parse(row.facts) as Fact[] };
}

// Rows of who takes part in an airing and how it ended there: one verdict for each, at most.
// It must never know how a verdict is reached (src/domain/verdicts.ts).
import type { Interruption } from '../../devices/protocol/index.ts';
import type { AiringSpeaker, Verdict } from '../domain/model.ts';
import type { Store } from '../services/ports.ts';
import { queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { Tables } from './tables.ts';

type Rows = Pick<Store['airings'], 'speakers' | 'speaker' | 'putVerdict' | 'lastVerdict'>;

export function verdictRows(run: Runner): Rows {
  const verdicts = queries.selectFrom('verdicts').selectAll('verdicts');
  const partners = queries.selectFrom('airingSpeakers').select(['airingId', 'siteId', 'unitId']);
  const of = (
    partner: Omit<AiringSpeaker, 'verdict'>,
    row: Tables['verdicts'] | null | undefined,
  ) => ({ ...partner, verdict: row ? asVerdict(row) : null }) satisfies AiringSpeaker;
  return {
    speakers(airingId) {
      const given = run.all(verdicts.where('airingId', '=', airingId));
      const bySite = new Map(given.map((row) => [row.siteId, row]));
      const present = run.all(partners.where('airingId', '=', airingId).orderBy('siteId'));
      return present.map((partner) => of(partner, bySite.get(partner.siteId)));
    },
    speaker(airingId, siteId) {
      const partner = run.first(
        partners.where('airingId', '=', airingId).where('siteId', '=', siteId),
      );
      const given = verdicts.where('airingId', '=', airingId).where('siteId', '=', siteId);
      return partner && of(partner, run.first(given));
    },
    putVerdict(verdict) {
      const { airingId, siteId, ...changed } = asRow(verdict);
      run.change(
        queries
          .insertInto('verdicts')
          .values({ airingId, siteId, ...changed })
          .onConflict((clash) => clash.columns(['airingId', 'siteId']).doUpdateSet(changed)),
      );
    },
    lastVerdict(siteId) {
      const row = run.first(
        queries
          .selectFrom('airingSpeakers as part')
          .innerJoin('verdicts', (join) =>
            join
              .onRef('verdicts.airingId', '=', 'part.airingId')
              .onRef('verdicts.siteId', '=', 'part.siteId'),
          )
          .innerJoin('airings', 'airings.id', 'part.airingId')
          .selectAll('verdicts')
          .select(['part.playAtMs', 'airings.title'])
          .where('part.siteId', '=', siteId)
          .orderBy('part.playAtMs', 'desc')
          .limit(1),
      );
      return row && { ...asVerdict(row), playAtMs: row.playAtMs, title: row.title };
    },
  };
}

function asRow(verdict: Verdict): Tables['verdicts'] {
  return { ...verdict, interruptions: JSON.stringify(verdict.interruptions) };
}

function asVerdict(row: Tables['verdicts']): Verdict {
  return { ...row, interruptions: JSON.parse(row.interruptions) as Interruption[] };
}
